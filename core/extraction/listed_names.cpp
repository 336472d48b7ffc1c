#include "core/extraction/listed_names.h"

#include "core/extraction/address.h"
#include "core/extraction/spelling.h"
#include "core/text/vietnamese.h"

#include <algorithm>

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

/// "TRẢ KẾT" and "QUÁ" stand on two lines; joined, the lists know better.
QString spelledAcrossLines(const Spelling &spelling, const Reading &reading, const QString &text)
{
    QStringList words = text.split(u' ');
    QStringList small;
    for (const QString &word : std::as_const(words))
        small << trimmedPunctuation(word).toLower();
    const auto judged = spelling.judged(small);
    const auto write = [&](qsizetype at) {
        const QString &listed = judged[std::size_t(at)].listed;
        const QString read = trimmedPunctuation(words[at]);
        if (!listed.isEmpty())
            words[at].replace(read, read == read.toUpper() ? listed.toUpper() : listed);
    };
    for (qsizetype i = 0; i + 1 < words.size(); ++i) {
        if (std::ranges::find(reading.joints, std::pair(words[i], words[i + 1])) ==
            reading.joints.end())
            continue;
        write(i);
        write(i + 1);
    }
    return words.join(u' ');
}

/// Common words as the lists spell them: "điêu chỉnh kế hoạch" → "điều chỉnh kế hoạch".
void spellByLists(const Spelling &spelling, Reading *reading)
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
    spelled = spelledAcrossLines(spelling, *reading, spelled);
    if (spelled == reading->value)
        return;
    reading->asRead = reading->value;
    reading->value = spelled;
    reading->doubtful = true;
}

/// An address ends with a province, and those are few: "…, Thành Hóa" → "…, Thanh Hóa".
QString withProvinceByList(const RuleData &rules, const QString &address)
{
    static const QRegularExpression last(u", (?:tỉnh |thành phố |TP\\. )?([^,]+)$"_s);
    const auto end = last.match(address);
    const QString read = end.captured(1);
    QString listed;
    for (const KnownPlace &place : rules.places) {
        if (place.name == read)
            return address;
        if (withoutMarks(place.name) == withoutMarks(read))
            listed = place.name;
    }
    const bool isMisread = !listed.isEmpty() && withTonesLast(listed) != withTonesLast(read);
    return isMisread ? address.first(end.capturedStart(1)) + listed : address;
}

void writeAddress(const RuleData &rules, Reading *address)
{
    if (address == nullptr || address->source != dossier::FieldSource::Ocr)
        return;
    const QString written =
        withProvinceByList(rules, asAddressesAreWritten(address->value, rules.words.addressWords));
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
        spellByLists(rules.spelling, readings.find(field));
    writeAddress(rules, readings.find(key::address));
}

}  // namespace station::extraction
