#include "core/extraction/listed_names.h"

#include "core/text/vietnamese.h"

#include <QSet>

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

class Lists {
public:
    explicit Lists(const RuleData &rules) : m_rules(rules) {}

    QStringList agencies() const
    {
        QStringList names;
        for (const KnownAgency &agency : m_rules.agencies)
            names << agency.name;
        for (const KnownPlace &place : m_rules.places) {
            for (const QString &head : {u"UBND"_s, u"ỦY BAN NHÂN DÂN"_s}) {
                for (const QString &unit : {u"TỈNH"_s, u"THÀNH PHỐ"_s})
                    names << head + u' ' + unit + u' ' + place.name.toUpper();
            }
        }
        return names;
    }

    QStringList posts() const
    {
        QStringList names;
        for (const QString &post : m_rules.words.posts) {
            for (const QString &before : {u""_s, u"KT. "_s, u"TL. "_s, u"TUQ. "_s, u"Q. "_s})
                names << before + post << before + u"PHÓ "_s + post;
        }
        return names;
    }

private:
    const RuleData &m_rules;
};

void nameBy(const QStringList &names, Reading *reading)
{
    if (reading == nullptr || reading->source != dossier::FieldSource::Ocr)
        return;
    const QString read = withoutMarks(reading->value);
    QSet<QString> alike;
    for (const QString &name : names) {
        if (withoutMarks(name) == read)
            alike += name;
    }
    if (alike.size() != 1)
        return;
    const QString name = *alike.cbegin();
    if (withTonesLast(name) == withTonesLast(reading->value.toUpper()))
        return;
    reading->asRead = reading->value;
    reading->value = name;
    reading->doubtful = true;
}

}  // namespace

void nameByLists(const RuleData &rules, Readings &readings)
{
    const Lists lists(rules);
    const QStringList agencies = lists.agencies();
    nameBy(agencies, readings.find(key::issuingAgency));
    nameBy(agencies, readings.find(key::parentAgency));
    nameBy(lists.posts(), readings.find(key::signerTitle));
}

}  // namespace station::extraction
