#include "core/text/vietnamese.h"

#include <QStringList>

using namespace Qt::StringLiterals;

namespace station::text {

namespace {

bool isVietnameseMark(QChar letter)
{
    switch (letter.unicode()) {
    case 0x0300:  // huyền
    case 0x0301:  // sắc
    case 0x0303:  // ngã
    case 0x0309:  // hỏi
    case 0x0323:  // nặng
    case 0x0302:  // circumflex of â ê ô
    case 0x0306:  // breve of ă
    case 0x031B:  // horn of ơ ư
        return true;
    default:
        return false;
    }
}

int toneRank(QChar mark)
{
    return int(QStringView(u"\u0300\u0309\u0303\u0301\u0323").indexOf(mark)) + 1;
}

/// Letters first, tones only between names of the same letters.
QString sortKey(const QString &word)
{
    static constexpr QStringView alphabet = u"aăâbcdđeêfghijklmnoôơpqrstuưvwxyz";
    QString letters;
    QString tones;
    for (const QChar letter : nfc(word).toLower()) {
        QString bare;
        int tone = 0;
        for (const QChar part : QString(letter).normalized(QString::NormalizationForm_D)) {
            if (const int rank = toneRank(part); rank > 0)
                tone = rank;
            else
                bare += part;
        }
        bare = nfc(bare);
        const auto rank = alphabet.indexOf(bare);
        letters += rank < 0 ? bare : QString(QChar(u'A' + int(rank)));
        tones += QString::number(tone);
    }
    return letters + u'\t' + tones;
}

}  // namespace

QString nfc(const QString &text)
{
    return text.normalized(QString::NormalizationForm_C);
}

QString withoutDiacritics(const QString &text)
{
    QString plain;
    plain.reserve(text.size());
    for (const QChar letter : text.normalized(QString::NormalizationForm_D)) {
        if (letter == u'đ')  // does not decompose
            plain += u'd';
        else if (letter == u'Đ')
            plain += u'D';
        else if (!isVietnameseMark(letter))
            plain += letter;
    }
    return plain.simplified();
}

QString folded(const QString &text)
{
    return nfc(withoutDiacritics(text).toCaseFolded());
}

QString nameSortKey(const QString &name)
{
    const QString tidy = name.simplified();
    const auto givenAt = tidy.lastIndexOf(u' ') + 1;
    return sortKey(tidy.mid(givenAt)) + u'\t' + sortKey(tidy.left(givenAt).trimmed());
}

}  // namespace station::text
