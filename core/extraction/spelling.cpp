#include "core/extraction/spelling.h"

#include "core/text/vietnamese.h"

#include <QRegularExpression>

#include <algorithm>

namespace station::extraction {

using namespace Qt::StringLiterals;

namespace {

bool hasDigit(const QString &word)
{
    return std::any_of(word.begin(), word.end(), [](QChar c) { return c.isDigit(); });
}

/// Rhymes without tone, as the language has them; behind "qu" the u is part of the beginning.
const QSet<QString> &rhymes()
{
    static const QStringList all =
        u"a ai ao au ay ac ach am an ang anh ap at ăc ăm ăn ăng ăp ăt âc âm ân âng âp ât âu ây "
        "e ec em en eng eo ep et ê êch êm ên ênh êp êt êu i ia ich iêc iêm iên iêng iêp iêt iêu "
        "im in inh ip it iu o oa oac oach oai oam oan oang oanh oao oap oat oay oăc oăm oăn oăng "
        "oăt oc oe oen oeo oet oi om on ong ooc oong op ot ô ôc ôi ôm ôn ông ôp ôt ơ ơi ơm ơn ơp "
        "ơt u ua uân uâng uât uây uc uê uêch uênh ui um un ung uôc uôi uôm uôn uông uôt up ut uy "
        "uya uych uyên uyêt uyn uynh uyp uyt uyu uơ ư ưa ưc ưi ưm ưn ưng ươc ươi ươm ươn ương ươp "
        "ươt ươu ưt ưu y yêm yên yêng yêt yêu ych ynh yt yn ưng"_s.split(u' ', Qt::SkipEmptyParts);
    static const QSet<QString> set(all.begin(), all.end());
    return set;
}

const QStringList &beginnings()
{
    static const QStringList all =
        u"ngh ng nh ch gh gi kh ph th tr qu b c d đ g h k l m n p r s t v x"_s.split(u' ');
    return all;
}

}  // namespace

bool isSyllable(const QString &word)
{
    static const QString tones = u"\u0300\u0301\u0303\u0309\u0323"_s;
    static const QRegularExpression stopped(u"(?:c|ch|p|t)$"_s);
    QString letters;
    QString tone;
    for (const QChar c : word.toLower().normalized(QString::NormalizationForm_D))
        (tones.contains(c) ? tone : letters) += c;
    letters = letters.normalized(QString::NormalizationForm_C);
    if (tone.size() > 1)
        return false;
    const auto isRhyme = [&](const QString &rhyme) {
        // A syllable that stops has one of two tones.
        const bool rightTone =
            !stopped.match(rhyme).hasMatch() || tone == u"\u0301"_s || tone == u"\u0323"_s;
        return rightTone && rhymes().contains(rhyme);
    };
    if (isRhyme(letters) || letters == u"gi"_s)
        return true;
    return std::any_of(beginnings().begin(), beginnings().end(), [&](const QString &beginning) {
        if (!letters.startsWith(beginning))
            return false;
        const QString rhyme = letters.mid(beginning.size());
        // "giêng" and "gì" share their i with the rhyme.
        return isRhyme(rhyme) || (beginning == u"gi"_s && isRhyme(u'i' + rhyme)) ||
               (beginning == u"qu"_s && isRhyme(u'u' + rhyme));
    });
}

void Spelling::add(const QString &text, bool isName)
{
    static const QRegularExpression between(u"[^\\w]+"_s,
                                            QRegularExpression::UseUnicodePropertiesOption);
    const QStringList words = text::nfc(text).toLower().split(between, Qt::SkipEmptyParts);
    for (qsizetype i = 0; i < words.size(); ++i) {
        m_words += words[i];
        if (i == 0)
            continue;
        const QString pair = words[i - 1] + u' ' + words[i];
        const QString letters = text::folded(pair);
        const auto addTo = [&](QHash<QString, QString> &byLetters) {
            const auto known = byLetters.find(letters);
            if (known == byLetters.end())
                byLetters.insert(letters, pair);
            else if (*known != pair)
                known->clear();
        };
        m_pairs += pair;
        addTo(m_anyPairs);
        if (!isName)
            addTo(m_pairsByLetters);
    }
}

std::vector<JudgedWord> Spelling::judged(const QStringList &words,
                                         const std::vector<bool> &opening) const
{
    std::vector<JudgedWord> judged;
    for (const QString &word : words) {
        const WordKind kind = hasDigit(word)     ? WordKind::Number
                              : contains(word)   ? WordKind::Listed
                              : isSyllable(word) ? WordKind::Syllable
                                                 : WordKind::Other;
        judged.push_back({kind, {}});
    }
    const auto pairAt = [&](qsizetype i) {
        return words[i].isEmpty() || words[i + 1].isEmpty() ? QString()
                                                            : words[i] + u' ' + words[i + 1];
    };
    for (qsizetype i = 0; i + 1 < words.size(); ++i) {
        const QString pair = pairAt(i);
        if (!pair.isEmpty() && m_anyPairs.value(text::folded(pair)) == pair) {
            judged[std::size_t(i)].kind = WordKind::Confirmed;
            judged[std::size_t(i) + 1].kind = WordKind::Confirmed;
        }
    }
    for (qsizetype i = 0; i + 1 < words.size(); ++i) {
        if (!opening.empty() && opening[std::size_t(i) + 1])
            continue;
        const QString pair = pairAt(i);
        const QString letters = m_pairs.contains(pair) ? QString() : text::folded(pair);
        const QString listed = m_pairsByLetters.value(letters);
        const QString any = m_anyPairs.value(letters);
        for (const qsizetype side : {0, 1}) {
            JudgedWord &word = judged[std::size_t(i + side)];
            const QString rival = any.section(u' ', int(side), int(side));
            if (!rival.isEmpty() && withTonesLast(rival) != withTonesLast(words[i + side]) &&
                word.kind != WordKind::Confirmed)
                word.isRivalled = true;
            const QString spelled = listed.section(u' ', int(side), int(side));
            if (!spelled.isEmpty() && spelled != words[i + side] &&
                word.kind != WordKind::Confirmed)
                word = {WordKind::Contradicted, true, spelled};
        }
    }
    return judged;
}

double Spelling::trustIn(WordKind kind, double confidence) const
{
    const auto found = m_trust.find(kind);
    return found == m_trust.end() ? confidence : found->second.rightFor(confidence);
}

QString withTonesLast(const QString &name)
{
    const QString tones = u"\u0300\u0301\u0303\u0309\u0323"_s;
    QStringList syllables;
    for (const QString &word : name.normalized(QString::NormalizationForm_D).split(u' ')) {
        QString letters;
        QString tone;
        for (const QChar c : word)
            (tones.contains(c) ? tone : letters) += c;
        syllables << letters + tone;
    }
    return syllables.join(u' ');
}

}  // namespace station::extraction
