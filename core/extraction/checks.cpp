#include "core/extraction/checks.h"

#include "core/codes/personal_id.h"
#include "core/codes/province_codes.h"
#include "core/extraction/anchors.h"
#include "core/text/dates.h"
#include "core/text/similarity.h"
#include "core/text/vietnamese.h"

#include <QSet>

#include <algorithm>

namespace station::extraction {

using namespace Qt::StringLiterals;
namespace key = dossier::field_key;

namespace {

void checkPerson(Readings &readings, const ExtractionContext &context)
{
    Reading *const id = readings.find(key::personalId);
    if (!id)
        return;
    if (!context.ownerId.isEmpty()) {
        if (id->value == context.ownerId)
            id->confidence = std::max(id->confidence, 0.99);
        else
            id->doubtful = true;
    }
    const auto parsed = codes::PersonalId::parse(id->value);
    if (!parsed || !parsed->birthYear())
        return;

    // Corrections exist, so a contradiction is only a reason to look.
    if (Reading *const birth = readings.find(key::birthDate)) {
        const auto date = text::parsedDate(birth->value);
        const bool agrees = date && date->year() == *parsed->birthYear();
        for (Reading *const reading : {id, birth}) {
            if (agrees)
                vouch(*reading);
            else
                reading->doubtful = true;
        }
    }
    if (Reading *const sex = readings.find(key::sex); sex && parsed->sex()) {
        const bool female = text::folded(sex->value) == u"nu";
        if (female != (*parsed->sex() == codes::Sex::Female))
            sex->doubtful = true;
        else
            vouch(*sex);
    }
}

void checkNames(Readings &readings)
{
    Reading *const owner = readings.find(key::ownerName);
    Reading *const signer = readings.find(key::signer);
    if (!owner || !signer)
        return;
    if (owner->value.toLower() == signer->value.toLower()) {
        vouch(*owner);
        vouch(*signer);
    } else if (text::similarity(owner->value, signer->value) > 0.8) {
        owner->doubtful = true;  // one of the two was misread
        signer->doubtful = true;
    }
}

void checkDates(Readings &readings, const ExtractionContext &context)
{
    constexpr int oldestPaper = 1945;
    for (const QString &name : {key::documentDate, key::birthDate}) {
        Reading *const reading = readings.find(name);
        if (!reading)
            continue;
        const auto date = text::parsedDate(reading->value);
        if (!date || (context.today.isValid() && *date > context.today) ||
            (name == key::documentDate && date->year() < oldestPaper))
            reading->doubtful = true;
    }
    // 05/2026/GĐN-VTAB: the year stands in the number too.
    static const QRegularExpression yearInNumber(u"/((?:19|20)\\d{2})/"_s);
    Reading *const number = readings.find(key::documentNumber);
    Reading *const date = readings.find(key::documentDate);
    if (!number || !date)
        return;
    const auto year = yearInNumber.match(number->value);
    if (year.hasMatch() && !date->value.endsWith(year.captured(1)))
        number->doubtful = date->doubtful = true;
}

/// "SỞ KẾ HOẠCH VÀ ĐẦU TƯ" → "SKHĐT", as in 924/SKHĐT-TTra.
QString initials(const QString &agency)
{
    QString letters;
    for (const QString &word : agency.toUpper().split(u' ')) {
        if (!word.isEmpty() && word != u"VÀ" && word[0].isLetter())
            letters += word[0];
    }
    return letters;
}

void checkNumberAgainstAgency(Readings &readings)
{
    Reading *const number = readings.find(key::documentNumber);
    Reading *const agency = readings.find(key::issuingAgency);
    if (!number || !agency)
        return;
    const QString expected = initials(agency->value);
    for (const QString &part : number->value.split(QRegularExpression(u"[/-]"_s))) {
        if (part == expected || (part.size() >= 4 && expected.startsWith(part))) {
            vouch(*agency);
            return;
        }
        const bool nearly = part.size() >= 3 && text::similarity(part, expected) > 0.65;
        if (nearly)
            number->doubtful = true;
    }
}

QString provinceIn(const QString &agency)
{
    static const QRegularExpression head(u"^(?:UBND|ỦY BAN NHÂN DÂN) (?:TỈNH|THÀNH PHỐ) (.+)$"_s);
    return head.match(agency).captured(1);
}

void checkProvince(Readings &readings)
{
    static const QSet<QString> provinces = [] {
        QSet<QString> names;
        for (int code = 1; code <= 96; ++code)
            names += codes::provinceOfBirth(u"%1"_s.arg(code, 3, 10, QChar(u'0'))).toUpper();
        names += u"HỒ CHÍ MINH"_s;
        return names;
    }();
    Reading *const parent = readings.find(key::parentAgency);
    if (!parent)
        return;
    const QString province = provinceIn(parent->value);
    if (!province.isEmpty() && !provinces.contains(province))
        parent->doubtful = true;
}

/// A name that nearly equals a known one was misread.
void checkKnownAgencies(Readings &readings, const ExtractionContext &context)
{
    for (const QString &name : {key::issuingAgency, key::parentAgency}) {
        Reading *const reading = readings.find(name);
        if (!reading)
            continue;
        const QString value = reading->value.toUpper();
        const QStringList known = commonAgencies() + context.agencies;
        const auto isSame = [&](const QString &agency) { return agency.toUpper() == value; };
        const auto isNear = [&](const QString &agency) {
            return text::similarity(agency, value) > 0.85;
        };
        if (std::any_of(known.begin(), known.end(), isSame))
            vouch(*reading);
        else if (std::any_of(known.begin(), known.end(), isNear))
            reading->doubtful = true;
    }
}

/// Many words that are each likely right are less likely all right.
void checkLongTexts(Readings &readings)
{
    constexpr int freeWords = 5;
    constexpr double perWord = 0.012;
    for (const QString &name : {key::subject, key::address}) {
        Reading *const reading = readings.find(name);
        if (!reading || reading->source != dossier::FieldSource::Ocr)
            continue;
        const auto words = double(reading->value.count(u' ') + 1);
        reading->confidence -= perWord * std::max(0.0, words - freeWords);
    }
}

}  // namespace

void crossCheck(Readings &readings, const ExtractionContext &context)
{
    checkPerson(readings, context);
    checkNames(readings);
    checkDates(readings, context);
    checkNumberAgainstAgency(readings);
    checkProvince(readings);
    checkKnownAgencies(readings, context);
    checkLongTexts(readings);
}

}  // namespace station::extraction
