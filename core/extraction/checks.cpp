#include "core/extraction/checks.h"

#include "core/codes/dossier_code.h"
#include "core/codes/personal_id.h"
#include "core/codes/province_codes.h"
#include "core/codes/tax_code.h"
#include "core/extraction/phrases.h"
#include "core/text/dates.h"
#include "core/text/similarity.h"
#include "core/text/vietnamese.h"

#include <algorithm>

namespace station::extraction {

using namespace Qt::StringLiterals;
namespace key = dossier::field_key;

namespace {

std::optional<QDate> dateOf(const Reading *reading)
{
    return reading != nullptr ? text::parsedDate(reading->value) : std::nullopt;
}

void doubt(std::initializer_list<Reading *> readings)
{
    for (Reading *reading : readings) {
        if (reading != nullptr)
            reading->doubtful = true;
    }
}

class Checks {
public:
    Checks(const RuleData &rules, const PaperRule &rule, Readings &readings,
           const ExtractionContext &context)
        : m_rules(rules), m_rule(rule), m_readings(readings), m_context(context)
    {
    }

    void run()
    {
        person();
        names();
        dates();
        codes();
        numberAndAgency();
        knownAgencies();
        places();
        plates();
        chassis();
        counts();
        signs();
    }

private:
    Reading *find(const QString &field) { return m_readings.find(field); }

    void person()
    {
        Reading *const id = find(key::personalId);
        if (!id)
            return;
        if (!m_context.ownerId.isEmpty()) {
            if (id->value == m_context.ownerId)
                id->score = std::max(id->score, 0.99);
            else
                id->doubtful = true;
        }
        const auto parsed = station::codes::PersonalId::parse(id->value);
        if (!parsed || !parsed->birthYear())
            return;
        // Few numbers begin like a province of birth.
        if (station::codes::provinceOfBirth(parsed->provinceCode()).isEmpty())
            weaken(*id, 0.85);
        else
            vouch(*id);
        // Corrections exist, so a contradiction is only a reason to look.
        if (Reading *const birth = find(key::birthDate)) {
            const auto date = dateOf(birth);
            const bool agrees = date && date->year() == *parsed->birthYear();
            for (Reading *const reading : {id, birth}) {
                if (agrees)
                    vouch(*reading);
                else
                    reading->doubtful = true;
            }
        }
        if (Reading *const sex = find(key::sex); sex && parsed->sex()) {
            const bool female = text::folded(sex->value) == u"nu";
            if (female != (*parsed->sex() == station::codes::Sex::Female))
                sex->doubtful = true;
            else
                vouch(*sex);
        }
    }

    /// Who asks usually signs, and so does who represents.
    void names()
    {
        Reading *const signer = find(key::signer);
        for (const QString &field : {key::ownerName, key::representative}) {
            Reading *const other = find(field);
            if (!signer || !other)
                continue;
            if (signer->box == other->box)
                continue;  // proposed from it
            if (other->value.toLower() == signer->value.toLower()) {
                vouch(*other);
                vouch(*signer);
            } else if (text::folded(other->value) == text::folded(signer->value) &&
                       isOfNames(*other) != isOfNames(*signer)) {
                Reading &wrong = isOfNames(*signer) ? *other : *signer;
                readAs(wrong, isOfNames(*signer) ? *signer : *other);
            } else if (text::similarity(other->value, signer->value) > 0.8) {
                doubt({other, signer});  // one of the two was misread
            }
        }
    }

    /// Family and other names that are known, spelled like this.
    bool isOfNames(const Reading &person) const
    {
        const QStringList words = person.value.toLower().split(u' ');
        return m_rules.familyNames.contains(words.front()) &&
               std::all_of(words.begin(), words.end(), [&](const QString &word) {
                   return m_rules.givenNames.contains(word) || m_rules.familyNames.contains(word);
               });
    }

    /// The same person, read better at another place of the paper; in the case of this place.
    static void readAs(Reading &reading, const Reading &better)
    {
        reading.doubtful = true;
        if (reading.value.size() != better.value.size())
            return;
        reading.asRead = reading.value;
        for (qsizetype i = 0; i < reading.value.size(); ++i)
            reading.value[i] =
                reading.value[i].isUpper() ? better.value[i].toUpper() : better.value[i].toLower();
    }

    void dates()
    {
        constexpr int oldestPaper = 1945;
        Reading *const issued = find(key::documentDate);
        for (const QString &field :
             {key::documentDate, key::birthDate, key::passedDate, key::firstIssueDate}) {
            Reading *const reading = find(field);
            const auto date = dateOf(reading);
            if (reading && (!date || (m_context.today.isValid() && *date > m_context.today) ||
                            (field == key::documentDate && date->year() < oldestPaper)))
                reading->doubtful = true;
        }
        const auto isAfter = [&](const QString &earlier, const QString &later) {
            const auto first = dateOf(find(earlier));
            const auto second = dateOf(find(later));
            if (first && second && *first > *second)
                doubt({find(earlier), find(later)});
        };
        if (find(key::birthDate) && issued && find(key::birthDate)->value == issued->value)
            doubt({issued});
        isAfter(key::birthDate, key::documentDate);
        isAfter(key::birthDate, key::passedDate);
        isAfter(key::passedDate, key::documentDate);
        isAfter(key::firstIssueDate, key::documentDate);
        if (!m_rule.datesOfOther)
            isAfter(key::documentDate, key::expiryDate);
        isAfter(key::validFrom, key::expiryDate);
        // 05/2026/GĐN-VTAB: the year stands in the number too.
        static const QRegularExpression yearInNumber(u"/((?:19|20)\\d{2})/"_s);
        Reading *const number = find(key::documentNumber);
        if (!number || !issued)
            return;
        const auto year = yearInNumber.match(number->value);
        if (year.hasMatch() && !issued->value.endsWith(year.captured(1)))
            doubt({number, issued});
    }

    void codes()
    {
        if (Reading *const tax = find(key::taxCode)) {
            if (station::codes::TaxCode::parse(tax->value)) {
                confirm(*tax);
            } else {
                tax->doubtful = true;
            }
        }
        Reading *const dossier = find(key::dossierCode);
        if (!dossier)
            return;
        const auto code = station::codes::DossierCode::parse(dossier->value);
        if (!code) {
            dossier->doubtful = true;
            return;
        }
        // Slips are printed on the day of reception.
        Reading *const issued = find(key::documentDate);
        if (issued && dateOf(issued) == code->receivedOn()) {
            vouch(*dossier);
            vouch(*issued);
        } else if (issued) {
            issued->doubtful = true;
        }
    }

    /// "SỞ KẾ HOẠCH VÀ ĐẦU TƯ" → "SKHĐT", as in 924/SKHĐT-TTra.
    static QString initials(const QString &agency)
    {
        QString letters;
        for (const QString &word : agency.toUpper().split(u' ')) {
            if (!word.isEmpty() && word != u"VÀ" && word[0].isLetter())
                letters += word[0];
        }
        return letters;
    }

    QString signOf(const QString &agency) const
    {
        for (const KnownAgency &known : m_rules.agencies) {
            if (!known.sign.isEmpty() && known.name == agency.toUpper())
                return known.sign;
        }
        return initials(agency);
    }

    /// "VTTS", "HTXMQ": enterprises take some of the letters that their words begin with.
    static bool isAbbreviation(const QString &part, const QString &initials)
    {
        constexpr qsizetype telling = 4;
        qsizetype at = 0;
        for (const QChar letter : initials) {
            if (at < part.size() && part[at] == letter)
                ++at;
        }
        return part.size() >= telling && at == part.size();
    }

    /// Letters that recognition takes for each other in symbols are one here, however many
    /// strokes it saw: "STTTT" and "SILLL", "QĐ" and "QĐĐ".
    static QString shapeOf(const QString &part)
    {
        static const QRegularExpression strokes(u"[TIL1J|!'\\]\\[]+"_s);
        static const QRegularExpression bowls(u"[DĐ]+"_s);
        return QString(part).replace(strokes, u"I"_s).replace(bowls, u"D"_s).replace(u'0', u'O');
    }

    /// The known part that looks like the one that was read; nothing when several do.
    QString partLike(const QString &read, const QString &own) const
    {
        const QString shape = shapeOf(read);
        if (!own.isEmpty() && shapeOf(own) == shape)
            return own;
        QString found;
        for (const QString &known : m_rules.signParts) {
            if (shapeOf(known) != shape || known.size() > read.size())
                continue;
            if (!found.isEmpty())
                return {};
            found = known;
        }
        return found;
    }

    void numberAndAgency()
    {
        static const QRegularExpression between(u"[/-]"_s);
        Reading *const number = find(key::documentNumber);
        if (!number || !number->value.contains(u'/'))
            return;
        Reading *const agency = find(key::issuingAgency);
        const QString expected = agency ? signOf(agency->value) : QString();
        const QString first = agency ? initials(agency->value) : QString();
        bool allKnown = true;
        bool named = false;
        QStringList parts = number->value.section(u'/', 1).split(between);
        QString proposed = number->value;
        for (const QString &part : std::as_const(parts)) {
            const bool year = part.size() == 4 && part.toInt() > 1900;
            // "SGTV" lost its last letter; short forms of long names leave out more.
            const bool isCut = part.size() + 1 == expected.size() && expected.startsWith(part);
            const bool own =
                !expected.isEmpty() &&
                (part == expected || (part.size() >= 4 && expected.startsWith(part) && !isCut));
            named = named || own;
            if (year || own || m_rules.signParts.contains(part) ||
                (!isCut && isAbbreviation(part, first)))
                continue;
            allKnown = false;
            if (const QString like = partLike(part, expected); !like.isEmpty()) {
                proposed.replace(proposed.lastIndexOf(part), part.size(), like);
                number->doubtful = true;
                continue;
            }
            const auto isNear = [&](const QString &known) {
                return part.size() >= 3 && known.size() >= 3 && oneLetterApart(part, known);
            };
            const bool likeExpected =
                part.size() >= 3 && !expected.isEmpty() && text::similarity(part, expected) > 0.65;
            if (likeExpected || part.contains(u"ĐĐ"_s) ||
                std::any_of(m_rules.signParts.begin(), m_rules.signParts.end(), isNear))
                number->doubtful = true;
        }
        if (proposed != number->value) {
            number->asRead = number->value;
            number->value = proposed;
        }
        // The engine knows no symbols and trusts none; one that the lists know is no misreading.
        if (allKnown)
            confirm(*number);
        if (!agency)
            return;
        if (named) {
            // Its own sign below its own name: no line between them was lost.
            if (isKnownAgency(agency->value))
                agency->doubtful = false;
            vouch(*agency);
            return;
        }
        // "1538/SGTVT-KHTC" below "UBND TỈNH …": the line between them was not read.
        const bool other = std::any_of(
            m_rules.agencies.begin(), m_rules.agencies.end(), [&](const KnownAgency &known) {
                return !known.sign.isEmpty() && parts.contains(known.sign);
            });
        if (other)
            agency->doubtful = true;
    }

    bool isKnownAgency(const QString &agency) const
    {
        return std::any_of(
            m_rules.agencies.begin(), m_rules.agencies.end(),
            [&](const KnownAgency &known) { return known.name == agency.toUpper(); });
    }

    /// Also letters that fold alike ("SKHDT" for "SKHĐT").
    static bool oneLetterApart(const QString &read, const QString &known)
    {
        if (read == known)
            return false;
        if (read.size() != known.size())
            return read.size() > 4 && text::similarity(read, known) > 0.8;
        int different = 0;
        for (qsizetype i = 0; i < read.size(); ++i)
            different += read[i] != known[i] ? 1 : 0;
        return different == 1;
    }

    /// A name that nearly equals a known one was misread.
    void knownAgencies()
    {
        QStringList known = m_context.agencies;
        const auto issued = dateOf(find(key::documentDate));
        for (const KnownAgency &agency : m_rules.agencies) {
            if (!issued || agency.validity.contains(*issued))
                known << agency.name;
        }
        for (const QString &field : {key::issuingAgency, key::parentAgency}) {
            Reading *const reading = find(field);
            if (!reading)
                continue;
            // "ỦY BAN NHÂN DÂN": of what, was not read.
            const auto &heads = m_rules.words.agencyHeads;
            if (std::find(heads.begin(), heads.end(), phraseOf(reading->value)) != heads.end())
                reading->doubtful = true;
            const QString value = reading->value.toUpper();
            const auto isSame = [&](const QString &agency) { return agency.toUpper() == value; };
            const auto isNear = [&](const QString &agency) {
                return text::similarity(agency, value) > 0.85;
            };
            const auto goesOn = [&](const QString &agency) {  // "SỞ GIAO THÔNG"
                return agency.startsWith(value + u' ');
            };
            if (std::any_of(known.begin(), known.end(), isSame))
                vouch(*reading);
            else if (std::any_of(known.begin(), known.end(), isNear) ||
                     std::any_of(known.begin(), known.end(), goesOn))
                reading->doubtful = true;
        }
        organisation();
    }

    /// An enterprise's own paper names it at its head and after a label.
    void organisation()
    {
        Reading *const head = find(key::issuingAgency);
        Reading *const name = find(key::organisation);
        // "HỘ KINH DOANH NGUYÊN MINH VIỆT": a household has a person's name.
        static const QRegularExpression household(u"^HỘ KINH DOANH (\\w+)"_s,
                                                  QRegularExpression::UseUnicodePropertiesOption);
        const auto person = household.match(name ? name->value.toUpper() : QString());
        if (person.hasMatch() && !m_rules.familyNames.contains(person.captured(1).toLower()))
            name->doubtful = true;
        if (!head || !name)
            return;
        if (head->value.toUpper() == name->value.toUpper()) {
            vouch(*head);
            vouch(*name);
        } else if (text::folded(head->value) == text::folded(name->value)) {
            // Bold capitals lose their marks first; what the engine trusts is proposed for both.
            const bool headIsBetter = head->score > name->score;
            doubt({head, name});
            readAs(headIsBetter ? *name : *head, headIsBetter ? *head : *name);
        } else if (text::similarity(head->value, name->value) > 0.8) {
            doubt({head, name});
        }
    }

    bool isPlace(const QString &name) const
    {
        return std::any_of(
            m_rules.places.begin(), m_rules.places.end(),
            [&](const KnownPlace &place) { return place.name.toUpper() == name.toUpper(); });
    }

    void places()
    {
        // "UBND TỈNH VĨNH PHÚC": provinces are known, other places are too many.
        static const QRegularExpression ofProvince(u"(?:TỈNH|THÀNH PHỐ) (.+)$"_s);
        for (const QString &field : {key::parentAgency, key::issuingAgency}) {
            Reading *const reading = find(field);
            // "ỦY BAN NHÂN DÂN TĨNH GIA LAI": of which unit, was misread.
            static const QRegularExpression committee(
                u"^(?:UBND|ỦY BAN NHÂN DÂN) (?!TỈNH |THÀNH PHỐ |HUYỆN |QUẬN |THỊ XÃ |XÃ |"
                "PHƯỜNG |THỊ TRẤN |ĐẶC KHU )"_s);
            if (reading && committee.match(reading->value.toUpper()).hasMatch())
                reading->doubtful = true;
            const QString name =
                reading ? ofProvince.match(reading->value.toUpper()).captured(1) : QString();
            if (name.isEmpty())
                continue;
            if (isPlace(name))
                vouch(*reading);
            else if (reading->value.contains(u"TỈNH "_s))
                reading->doubtful = true;
        }
        addressEnd();
        Reading *const place = find(key::place);
        if (!place)
            return;
        if (isPlace(place->value))
            vouch(*place);
        else if (!place->value.contains(u' '))
            place->doubtful = true;  // "Dương": of what?
    }

    /// Addresses end with a province; one that does not was cut short or misread.
    void addressEnd()
    {
        static const QRegularExpression kind(u"^(?:tỉnh|thành phố|tp\\.?) "_s,
                                             QRegularExpression::CaseInsensitiveOption);
        Reading *const address = find(key::address);
        if (!address)
            return;
        const QString end = address->value.section(u',', -1).trimmed().remove(kind);
        // "Tố dân phố": the words that all addresses have.
        for (const QString &part : address->value.split(u',')) {
            const QString word = part.trimmed().section(u' ', 0, 0).toLower();
            const auto misread = [&](const QString &usual) {
                return word != usual && text::folded(word) == text::folded(usual);
            };
            if (std::any_of(m_rules.words.addressWords.begin(), m_rules.words.addressWords.end(),
                            misread) &&
                !m_rules.words.addressWords.contains(word))
                address->doubtful = true;
        }
        // "Thôn Đông", "Thôn Đồng": one syllable has no neighbour to tell its marks by.
        static const QRegularExpression village(
            u"(?:^|, )(?:Thôn|Ấp|Xóm|Bản|Buôn|Làng|Khóm|Khu|Tổ) \\p{L}+(?=,|$)"_s,
            QRegularExpression::UseUnicodePropertiesOption |
                QRegularExpression::CaseInsensitiveOption);
        if (village.match(address->value).hasMatch())
            weaken(*address, 0.985);
        // "174 Kim Ngọc phường Đồng Tâm": its comma was lost.
        static const QRegularExpression part(
            u"[^,] (?:phường|(?<!thị )xã|huyện|quận|tỉnh|thành phố|thị trấn|T?P\\.) "_s);
        if (part.match(address->value).hasMatch())
            address->doubtful = true;
        // "…, Hồ Chí": cut short; "…, Nam Đinh": misread.
        if (address->value.contains(u';'))
            address->doubtful = true;
        if (isPlace(end))
            vouch(*address);
        else
            address->doubtful = true;
    }

    /// Vehicles of one owner mostly come from one province; a plate has no check digit.
    void plates()
    {
        QStringList known;
        for (const KnownPlace &place : m_rules.places)
            known += place.plates;
        static const QRegularExpression written(u"^\\d{2}-?[A-ZĐ]"_s);
        static const QRegularExpression doubled(u"^\\d{2}-?(EF|FE)"_s);
        for (auto &[field, reading] : m_readings.all()) {
            if (field != key::plate && !field.endsWith(u".plate"))
                continue;
            if (!written.match(reading.value).hasMatch() || !known.contains(reading.value.left(2)))
                reading.doubtful = true;
            // An F whose foot the scan blurred is read as E, or as both.
            if (const auto both = doubled.match(reading.value); both.hasMatch()) {
                reading.asRead = reading.value;
                reading.value.replace(both.capturedStart(1), both.capturedLength(1), u"F"_s);
                reading.doubtful = true;
            } else if (reading.value.contains(u'E')) {
                weaken(reading, 0.9);
            }
        }
    }

    /// "RLOEX.8024W3374827" → "RL0EX8024W3374827", where that gives the signs that there must be.
    static void writeChassis(Reading &reading)
    {
        static const QRegularExpression form(u"^[A-HJ-NPR-Z0-9]{17}$"_s);
        static const QRegularExpression specks(u"[. ]"_s);
        QString written = reading.value;
        written.remove(specks).replace(u'O', u'0').replace(u'Q', u'0').replace(u'I', u'1');
        if (written == reading.value || !form.match(written).hasMatch())
            return;
        reading.asRead = reading.value;
        reading.value = written;
        reading.doubtful = true;
    }

    /// ISO 3779: a chassis number has 17 signs, and no I, O and Q. F is read as E, in those of
    /// engines, too.
    void chassis()
    {
        static const QRegularExpression never(u"[^A-HJ-NPR-Z0-9*-]"_s);
        static const QRegularExpression oftenMisread(u"[^A-HJ-NPR-Z0-9*. /-]"_s);
        for (auto &[field, reading] : m_readings.all()) {
            const QString column = field.section(u'.', -1);
            if (column == key::chassisNumber)
                writeChassis(reading);
            if (column == key::chassisNumber && never.match(reading.value).hasMatch())
                reading.doubtful = true;
            constexpr qsizetype signs = 17;
            if (column == key::chassisNumber && reading.value.size() == signs + 1)
                reading.doubtful = true;  // one was read twice
            if (column == key::chassisNumber && reading.value.contains(u'E'))
                weaken(reading, 0.87);
            if (column == key::engineNumber && reading.value.contains(u'E'))
                weaken(reading, 0.9);
            if (column == key::engineNumber && oftenMisread.match(reading.value).hasMatch())
                reading.doubtful = true;
        }
    }

    /// Counts are padded ("05"); a zero that a blank's dots touch is lost.
    void counts()
    {
        for (const QString &field : {key::requestedCount, key::returnedCount}) {
            if (Reading *const count = find(field); count && count->value.size() == 1)
                weaken(*count, 0.8);
        }
    }

    /// Specks, abbreviations that lost their dot and words that are none.
    void signs()
    {
        // "số-hóa", "ĐẦU TƯ-XÂY DỰNG", "P, Trung Mỹ", "Tổ. dân phố", "quý II" for "quý III"
        static const QRegularExpression stray(
            u"\\p{Ll}-\\p{Ll}|\\p{Lu}{2}-\\p{Lu}{2}|(?:^|[ ,])T?P[, ]|\\p{Ll}{2}\\. ?\\p{L}|[.,]{2}|\\bII+\\b|(?:^| )['`|~]"_s,
            QRegularExpression::UseUnicodePropertiesOption);
        for (const QString &field :
             {key::subject, key::address, key::recipient, key::organisation, key::ownerName}) {
            Reading *const reading = find(field);
            if (reading && reading->source == dossier::FieldSource::Ocr &&
                stray.match(reading->value).hasMatch())
                reading->doubtful = true;
        }
        // "báo cáo tình hình … quý": of which, was not read.
        static const QRegularExpression unnumbered(
            u" (?:quý|tháng|năm|ngày|số|lần thứ|đợt|kỳ)$"_s,
            QRegularExpression::CaseInsensitiveOption |
                QRegularExpression::UseUnicodePropertiesOption);
        if (Reading *const subject = find(key::subject);
            subject && unnumbered.match(subject->value).hasMatch())
            subject->doubtful = true;
        // "TRẢ KẾT" and "QUÁ" stand on two lines; joined, the lists know better.
        for (const QString &field : {key::subject, key::recipient, key::organisation,
                                     key::issuingAgency, key::parentAgency}) {
            Reading *const reading = find(field);
            if (!reading)
                continue;
            for (const auto &[last, first] : reading->joints) {
                const auto judged = m_rules.spelling.judged(
                    {trimmedPunctuation(last).toLower(), trimmedPunctuation(first).toLower()});
                if (judged[0].kind == WordKind::Contradicted ||
                    judged[1].kind == WordKind::Contradicted)
                    reading->doubtful = true;
            }
        }
    }

    const RuleData &m_rules;
    const PaperRule &m_rule;
    Readings &m_readings;
    const ExtractionContext &m_context;
};

}  // namespace

void crossCheck(const RuleData &rules, const PaperRule &rule, Readings &readings,
                const ExtractionContext &context)
{
    Checks(rules, rule, readings, context).run();
}

}  // namespace station::extraction
