#include "core/extraction/listed_names.h"

#include "core/text/vietnamese.h"

namespace station::extraction {

using namespace Qt::StringLiterals;
namespace key = dossier::field_key;

namespace {

QString withoutMarks(const QString &name)
{
    QString folded = text::folded(name);
    return folded.remove(u' ');
}

/// The same for "hòa" and "hoà": each syllable with its tone behind it.
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

void nameBy(const QMultiHash<QString, QString> &names, Reading *reading)
{
    if (reading == nullptr || reading->source != dossier::FieldSource::Ocr)
        return;
    const QStringList alike = names.values(withoutMarks(reading->value));
    if (alike.size() != 1 ||
        withTonesLast(alike.front()) == withTonesLast(reading->value.toUpper()))
        return;
    reading->asRead = reading->value;
    reading->value = alike.front();
    reading->doubtful = true;
}

}  // namespace

OfficialNames officialNamesOf(const RuleData &rules)
{
    OfficialNames names;
    // The same name may stand in a list twice, for two periods.
    const auto add = [](QMultiHash<QString, QString> &to, const QString &name) {
        const QString letters = withoutMarks(name);
        if (!to.contains(letters, name))
            to.insert(letters, name);
    };
    for (const KnownAgency &agency : rules.agencies)
        add(names.agencies, agency.name);
    for (const KnownPlace &place : rules.places) {
        for (const QString &head : {u"UBND"_s, u"ỦY BAN NHÂN DÂN"_s}) {
            for (const QString &unit : {u"TỈNH"_s, u"THÀNH PHỐ"_s})
                add(names.agencies, head + u' ' + unit + u' ' + place.name.toUpper());
        }
    }
    for (const QString &post : rules.words.posts) {
        for (const QString &before : {u""_s, u"KT. "_s, u"TL. "_s, u"TUQ. "_s, u"Q. "_s}) {
            add(names.posts, before + post);
            add(names.posts, before + u"PHÓ "_s + post);
        }
    }
    return names;
}

void nameByLists(const RuleData &rules, Readings &readings)
{
    nameBy(rules.official.agencies, readings.find(key::issuingAgency));
    nameBy(rules.official.agencies, readings.find(key::parentAgency));
    nameBy(rules.official.posts, readings.find(key::signerTitle));
}

}  // namespace station::extraction
