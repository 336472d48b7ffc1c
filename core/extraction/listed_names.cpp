#include "core/extraction/listed_names.h"

#include "core/extraction/address.h"
#include "core/extraction/spelling.h"
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

/// Common words as the lists spell them: "điêu chỉnh kế hoạch" → "điều chỉnh kế hoạch".
void spellByLists(Reading *reading)
{
    if (reading == nullptr || reading->source != dossier::FieldSource::Ocr ||
        !reading->asRead.isEmpty())
        return;
    QString spelled = reading->value;
    qsizetype at = 0;
    for (const auto &[read, listed] : reading->misread) {
        at = spelled.indexOf(read, at);
        if (at < 0)
            return;
        spelled.replace(at, read.size(), listed);
        at += listed.size();
    }
    if (spelled == reading->value)
        return;
    reading->asRead = reading->value;
    reading->value = spelled;
    reading->doubtful = true;
}

void writeAddress(const RuleData &rules, Reading *address)
{
    if (address == nullptr || address->source != dossier::FieldSource::Ocr)
        return;
    const QString written = asAddressesAreWritten(address->value, rules.words.addressWords);
    if (written == address->value)
        return;
    address->asRead = address->value;
    address->value = written;
    address->doubtful = true;
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
    for (const QString &field :
         {key::subject, key::recipient, key::issuingAgency, key::parentAgency, key::organisation,
          key::signerTitle, key::vehicleKind, key::conclusion, key::enterpriseForm})
        spellByLists(readings.find(field));
    writeAddress(rules, readings.find(key::address));
}

}  // namespace station::extraction
