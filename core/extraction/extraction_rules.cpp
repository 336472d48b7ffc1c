#include "core/extraction/extraction_rules.h"

#include "core/dossier/field.h"
#include "core/extraction/listed_names.h"
#include "core/extraction/phrases.h"
#include "core/extraction/rule_data.h"
#include "core/rules/toml_reader.h"
#include "core/text/vietnamese.h"

#include <QDir>

#include <algorithm>

namespace station::extraction {

using namespace Qt::StringLiterals;
using rules::TomlTable;
namespace key = dossier::field_key;

namespace {

const std::vector<std::pair<QString, ValueKind>> valueKinds{
    {u"name"_s, ValueKind::Name},
    {u"organisation"_s, ValueKind::Organisation},
    {u"text"_s, ValueKind::Text},
    {u"line"_s, ValueKind::Words},
    {u"date"_s, ValueKind::Date},
    {u"expiry"_s, ValueKind::Expiry},
    {u"personal_id"_s, ValueKind::PersonalId},
    {u"sex"_s, ValueKind::Sex},
    {u"phone"_s, ValueKind::Phone},
    {u"tax_code"_s, ValueKind::TaxCode},
    {u"plate"_s, ValueKind::Plate},
    {u"plates"_s, ValueKind::Plates},
    {u"licence_number"_s, ValueKind::LicenceNumber},
    {u"licence_class"_s, ValueKind::LicenceClass},
    {u"dossier_code"_s, ValueKind::DossierCode},
    {u"count"_s, ValueKind::Count},
    {u"year"_s, ValueKind::Year},
    {u"none"_s, ValueKind::Stop},
};

const QString vehiclePlates = u"vehicles.plate"_s;

bool isField(const QString &field)
{
    return key::all().contains(field) || field == key::vehicles || field == vehiclePlates;
}

void readPhrases(TomlTable &table, const char *name, Phrases &phrases,
                 TomlTable::Need need = TomlTable::Need::Optional, QStringList *asWritten = nullptr)
{
    QStringList texts;
    table.read(name, texts, need);
    if (asWritten != nullptr)
        *asWritten += texts;
    for (const QString &text : texts) {
        phrases.push_back(phraseOf(text));
        if (phrases.back().isEmpty())
            table.report(name, u"a text without letters"_s);
    }
}

void readPattern(TomlTable &table, const char *name, QRegularExpression &pattern,
                 bool hasGroup = true, TomlTable::Need need = TomlTable::Required)
{
    QString text;
    if (!table.read(name, text, need) || text.isEmpty())
        return;
    pattern.setPattern(text);
    pattern.setPatternOptions(QRegularExpression::UseUnicodePropertiesOption);
    if (!pattern.isValid())
        table.report(name, pattern.errorString());
    else if (hasGroup && pattern.captureCount() < 1)
        table.report(name, u"expected a group for the value"_s);
    pattern.optimize();
}

void readLabels(TomlTable &file, Labels &labels, QStringList &written)
{
    file.readTables("label", [&](TomlTable &table) {
        Label label;
        Phrases words;
        table.readChoice("value", label.kind, valueKinds, TomlTable::Required);
        const bool stops = label.kind == ValueKind::Stop;
        table.read("field", label.field, stops ? TomlTable::Need::Optional : TomlTable::Required);
        if (!label.field.isEmpty() && (stops || !isField(label.field)))
            table.report("field", stops ? u"contradicts value"_s : u"no such field"_s);
        readPhrases(table, "words", words, TomlTable::Required, &written);
        for (Phrase &phrase : words) {
            label.words = std::move(phrase);
            labels.push_back(label);
        }
    });
}

/// Labels of fields that a paper does not have only end the value before them.
Labels labelsOf(const PaperRule &paper, Labels own, const Labels &shared)
{
    own.insert(own.end(), shared.begin(), shared.end());
    for (Label &label : own) {
        const QString &field = label.field == vehiclePlates ? key::vehicles : label.field;
        if (!paper.has(field))
            label = {.words = label.words};
    }
    std::stable_sort(own.begin(), own.end(), [](const Label &a, const Label &b) {
        return a.words.size() > b.words.size();
    });
    return own;
}

/// Reads one file after the other and gathers what is wrong in any of them.
class RuleFolder {
public:
    explicit RuleFolder(QString folder) : m_folder(std::move(folder)) {}

    std::shared_ptr<RuleData> read()
    {
        readFile(u"phrases.toml"_s, [this](TomlTable &file) { readPhraseList(file); });
        readFile(u"words.toml"_s, [this](TomlTable &file) { readWords(file); });
        readFile(u"agencies.toml"_s, [this](TomlTable &file) { readAgencies(file); });
        readFile(u"places.toml"_s, [this](TomlTable &file) { readPlaces(file); });
        readFile(u"names.toml"_s, [this](TomlTable &file) { readNames(file); });
        readFile(u"signs.toml"_s, [this](TomlTable &file) { readSigns(file); });
        readFile(u"patterns.toml"_s, [this](TomlTable &file) { readPatterns(file); });
        readFile(u"confidence.toml"_s, [this](TomlTable &file) { readConfidence(file); });
        readFile(u"labels.toml"_s,
                 [this](TomlTable &file) { readLabels(file, m_labels, m_written); });
        const QDir papers(m_folder + u"/papers"_s);
        const QStringList files = papers.entryList({u"*.toml"_s}, QDir::Files, QDir::Name);
        if (files.isEmpty())
            m_problems << papers.path() + u": no kinds of paper"_s;
        for (const QString &name : files)
            readFile(u"papers/"_s + name, [this](TomlTable &file) { readPaper(file); });
        makeGeneral();
        makeSpelling();
        return m_data;
    }
    const QStringList &problems() const { return m_problems; }

private:
    void readFile(const QString &name, const TomlTable::Reader &reader)
    {
        if (const auto done = TomlTable::readFile(m_folder + u'/' + name, reader); !done)
            m_problems << done.error().subject;
    }

    void readPhraseList(TomlTable &file)
    {
        QStringList phrases;
        file.read("phrases", phrases, TomlTable::Required);
        m_written += phrases;
    }

    void readWords(TomlTable &file)
    {
        CommonWords &words = m_data->words;
        readPhrases(file, "titles", words.titles, TomlTable::Required, &m_written);
        readPhrases(file, "agency_heads", words.agencyHeads, TomlTable::Required, &m_written);
        QStringList spelling;
        file.read("spelling", spelling, TomlTable::Required);
        m_names += spelling;
        readPhrases(file, "signer_titles", words.signerTitles, TomlTable::Required);
        QStringList posts;
        file.read("signer_titles", posts);
        m_written += posts;
        for (const QString &post : std::as_const(posts))
            words.posts += post.toUpper();
        readPhrases(file, "motto", words.motto, TomlTable::Required);
        readPhrases(file, "about", words.about, TomlTable::Required);
        readPhrases(file, "addressed", words.addressed, TomlTable::Required);
        readPhrases(file, "basis", words.basis, TomlTable::Required);
        file.read("address_words", words.addressWords, TomlTable::Required);
        QStringList shortWords;
        file.read("address_short", shortWords, TomlTable::Required);
        for (const QString &word : words.addressWords + shortWords)
            m_data->spelling.addPartWord(word);
        Phrases signsFor;
        readPhrases(file, "signs_for", signsFor, TomlTable::Required);
        for (const Phrase &phrase : signsFor)
            words.signsFor += phrase;
    }

    void readAgencies(TomlTable &file)
    {
        file.readTables("agency", [this](TomlTable &table) {
            KnownAgency agency;
            table.read("name", agency.name, TomlTable::Required);
            table.read("sign", agency.sign);
            readValidity(table, agency.validity);
            m_written += agency.name;
            if (!agency.sign.isEmpty())
                m_data->signParts += agency.sign;
            m_data->agencies.push_back(std::move(agency));
        });
    }

    void readPlaces(TomlTable &file)
    {
        for (const char *smaller : {"districts", "communes", "streets"}) {
            QStringList names;
            file.read(smaller, names);
            m_names += names;
        }
        file.readTables("place", [this](TomlTable &table) {
            KnownPlace place;
            table.read("name", place.name, TomlTable::Required);
            table.read("plates", place.plates);
            readValidity(table, place.validity);
            m_names += place.name;
            m_data->places.push_back(std::move(place));
        });
    }

    void readNames(TomlTable &file)
    {
        const auto readSet = [&](const char *name, QSet<QString> &set) {
            QStringList names;
            file.read(name, names, TomlTable::Required);
            for (const QString &one : names)
                set += one.toLower();
            m_names += names;
        };
        readSet("family", m_data->familyNames);
        readSet("given", m_data->givenNames);
    }

    void readSigns(TomlTable &file)
    {
        QStringList kinds;
        QStringList others;
        file.read("kinds", kinds, TomlTable::Required);
        m_data->signKinds = QSet<QString>(kinds.begin(), kinds.end());
        m_data->signParts += m_data->signKinds;
        for (const char *name : {"bodies", "units"}) {
            file.read(name, others, TomlTable::Required);
            m_data->signParts += QSet<QString>(others.begin(), others.end());
        }
    }

    void readPatterns(TomlTable &file)
    {
        Patterns &patterns = m_data->patterns;
        readPattern(file, "document_number", patterns.documentNumber);
        if (patterns.documentNumber.isValid() && patterns.documentNumber.captureCount() != 3)
            file.report("document_number", u"expected three groups: number, slash, symbol"_s);
        readPattern(file, "plate", patterns.plate);
        readPattern(file, "dossier_code", patterns.dossierCode);
        readPattern(file, "tax_code", patterns.taxCode);
        readPattern(file, "phone", patterns.phone);
        readPattern(file, "licence_number", patterns.licenceNumber);
        readPattern(file, "licence_class", patterns.licenceClass);
        readPattern(file, "count", patterns.count);
        readPattern(file, "year", patterns.year);
        readPattern(file, "unlimited", patterns.unlimited);
        file.readTables("row", [this](TomlTable &table) {
            RowPattern row;
            table.read("name", row.name, TomlTable::Required);
            table.read("field", row.field, TomlTable::Required);
            table.read("folded", row.folded);
            table.read("whole_row", row.wholeRow);
            readPattern(table, "pattern", row.pattern);
            readPattern(table, "below", row.below, false, TomlTable::Need::Optional);
            if (!row.field.isEmpty() && !isField(row.field))
                table.report("field", u"no such field"_s);
            m_rowPatterns.push_back(std::move(row));
        });
    }

    void readConfidence(TomlTable &file)
    {
        readWordTrust(file);
        file.readTables("calibration", [this](TomlTable &table) {
            QStringList fields;
            Calibration calibration;
            table.read("fields", fields, TomlTable::Required);
            table.read("sure", calibration.sureFrom, 0.5, 1.0);
            readPoints(table, calibration);
            if (fields.isEmpty())
                m_data->calibrations.common = calibration;
            for (const QString &field : fields) {
                if (!isField(field))
                    table.report("fields", field + u": no such field"_s);
                m_data->calibrations.byField[field] = calibration;
            }
        });
    }

    void readWordTrust(TomlTable &file)
    {
        static const std::vector<std::pair<QString, WordKind>> kinds{
            {u"confirmed"_s, WordKind::Confirmed}, {u"listed"_s, WordKind::Listed},
            {u"syllable"_s, WordKind::Syllable},   {u"other"_s, WordKind::Other},
            {u"number"_s, WordKind::Number},       {u"contradicted"_s, WordKind::Contradicted}};
        file.readTables("word", [&](TomlTable &table) {
            WordKind kind{};
            Calibration trust;
            table.readChoice("kind", kind, kinds, TomlTable::Required);
            readPoints(table, trust);
            m_data->spelling.setTrust(kind, std::move(trust));
        });
    }

    /// Of a measured line: both numbers rise.
    static void readPoints(TomlTable &table, Calibration &calibration)
    {
        table.readTables("point", [&](TomlTable &point) {
            std::pair<double, double> value{-1.0, -1.0};
            point.read("raw", value.first, 0.0, 1.0);
            point.read("right", value.second, 0.0, 1.0);
            const auto &points = calibration.points;
            if (!points.empty() &&
                (value.first <= points.back().first || value.second < points.back().second))
                point.report("raw", u"points have to rise"_s);
            calibration.points.push_back(value);
        });
        if (calibration.points.empty())
            table.report("point", u"expected at least one"_s);
    }

    void readPaper(TomlTable &file)
    {
        PaperRule paper;
        Labels own;
        bool withLabels = true;
        QString qr;
        QString signer;
        QStringList patterns;
        file.read("key", paper.key, TomlTable::Required);
        if (m_data->paper(paper.key))
            file.report("key", u"appears twice"_s);
        readPhrases(file, "titles", paper.titles, TomlTable::Required);
        file.read("titles", paper.titleTexts);
        m_written += paper.titleTexts;
        for (QString &title : paper.titleTexts)
            title = title.toUpper();
        readPhrases(file, "words", paper.words);
        file.read("card", paper.card);
        file.read("letterhead", paper.letterhead);
        file.read("untitled", paper.untitled);
        file.read("vehicles", paper.vehicles);
        file.read("signed", paper.signedRight);
        file.read("dates_of_other", paper.datesOfOther);
        file.read("identity_qr", paper.identityQr);
        file.readChoice("subject", paper.subject,
                        {{u"none"_s, SubjectPlace::None},
                         {u"title"_s, SubjectPlace::Title},
                         {u"below_title"_s, SubjectPlace::BelowTitle},
                         {u"label"_s, SubjectPlace::Label}});
        if (file.read("fields", paper.fields, TomlTable::Required)) {
            for (const QString &field : std::as_const(paper.fields)) {
                if (!isField(field))
                    file.report("fields", field + u": no such field"_s);
            }
        }
        file.read("labels", withLabels);
        readLabels(file, own, m_written);
        readPhrases(file, "labels_after", paper.labelsAfter);
        file.read("labels_anywhere", paper.labelsAnywhere);
        readPhrases(file, "request_kinds", paper.requestKinds);
        readPhrases(file, "contract_kinds", paper.contractKinds);
        file.read("patterns", patterns);
        for (const QString &name : std::as_const(patterns)) {
            const auto found =
                std::find_if(m_rowPatterns.begin(), m_rowPatterns.end(),
                             [&](const RowPattern &pattern) { return pattern.name == name; });
            if (found == m_rowPatterns.end())
                file.report("patterns", name + u": no such pattern"_s);
            else
                paper.patterns.push_back(*found);
        }
        readPairs(file, "same", paper.same);
        readPairs(file, "likely", paper.likely);
        if (withLabels || !own.empty())
            paper.labels = labelsOf(paper, std::move(own), withLabels ? m_labels : Labels{});
        m_data->papers.push_back(std::move(paper));
    }

    static void readPairs(TomlTable &file, const char *name,
                          std::vector<std::pair<QString, QString>> &pairs)
    {
        QStringList written;
        file.read(name, written);
        for (const QString &pair : std::as_const(written)) {
            const QStringList sides = pair.split(u'=');
            if (sides.size() == 2 && isField(sides[0]) && isField(sides[1]))
                pairs.emplace_back(sides[0], sides[1]);
            else
                file.report(name, u"expected field=field"_s);
        }
    }

    void makeGeneral()
    {
        PaperRule &general = m_data->general;
        general.letterhead = true;
        general.signedRight = true;
        general.subject = SubjectPlace::BelowTitle;
        general.fields = key::all();
        general.labels = labelsOf(general, {}, m_labels);
    }

    void makeSpelling()
    {
        for (const QString &text : std::as_const(m_written))
            m_data->spelling.add(text);
        for (const QString &name : std::as_const(m_names))
            m_data->spelling.add(name, true);
    }

    QString m_folder;
    QStringList m_written{};  ///< How words are spelled.
    QStringList m_names{};    ///< How names are, which prove nothing about other words.
    QStringList m_problems{};
    Labels m_labels{};
    std::vector<RowPattern> m_rowPatterns{};
    std::shared_ptr<RuleData> m_data = std::make_shared<RuleData>();
};

}  // namespace

const PaperRule *RuleData::paper(const QString &paperKey) const
{
    const auto found = std::find_if(papers.begin(), papers.end(),
                                    [&](const PaperRule &paper) { return paper.key == paperKey; });
    return found == papers.end() ? nullptr : &*found;
}

Expected<ExtractionRules> loadExtractionRules(const QString &folder)
{
    RuleFolder reader(folder);
    auto data = reader.read();
    if (!reader.problems().isEmpty()) {
        const QString problems = reader.problems().join(u'\n');
        return fail(Fault::SettingsInvalid, problems, problems);
    }
    data->official = officialNamesOf(*data);
    return ExtractionRules(std::move(data));
}

}  // namespace station::extraction
