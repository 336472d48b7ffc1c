#include "core/extraction/propose.h"

#include "core/extraction/checks.h"
#include "core/extraction/codes_on_paper.h"
#include "core/extraction/identity_qr.h"
#include "core/extraction/labelled_form.h"
#include "core/extraction/letterhead.h"
#include "core/extraction/listed_names.h"
#include "core/extraction/paper_kind.h"
#include "core/extraction/rule_data.h"
#include "core/extraction/signer.h"
#include "core/extraction/titles.h"
#include "core/extraction/values.h"
#include "core/extraction/vehicle_table.h"
#include "core/text/vietnamese.h"

#include <algorithm>

namespace station::extraction {

namespace key = dossier::field_key;

namespace {

/// The part of the box that is on the page; its edges stay numbers whatever they were.
QRect onPage(const QSize &page, const QRect &box)
{
    return {
        QPoint(std::max(0, box.left()), std::max(0, box.top())),
        QPoint(std::min(page.width() - 1, box.right()), std::min(page.height() - 1, box.bottom()))};
}

/// A damaged text file may name places that no page has: words there are not read. A code is
/// what it says, wherever it is.
std::vector<recognition::RecognizedPage>
withPlacesOnThePage(std::vector<recognition::RecognizedPage> pages)
{
    constexpr int longestPx = 100'000;
    for (recognition::RecognizedPage &page : pages) {
        page.size = page.size.boundedTo({longestPx, longestPx}).expandedTo({0, 0});
        for (recognition::Barcode &code : page.barcodes)
            code.box = onPage(page.size, code.box);
        for (recognition::Word &word : page.words)
            word.box = onPage(page.size, word.box);
        std::erase_if(page.words, [](const auto &word) {
            return word.box.right() < word.box.left() || word.box.bottom() < word.box.top();
        });
    }
    return pages;
}

bool isAllowed(const PaperRule &rule, const QString &field)
{
    return rule.has(field) || (key::cellOf(field) && rule.has(key::vehicles));
}

/// What was read of a paper of a known kind.
Readings readingsOf(const RuleData &rules, const PaperRule &rule,
                    const std::vector<recognition::RecognizedPage> &pages, const PaperText &paper,
                    const ExtractionContext &context)
{
    Readings readings;
    if (rule.identityQr) {
        if (auto qr = readIdentityQr(pages))
            readings = *qr;
    }
    readDossierCode(pages, readings);
    if (!paper.isEmpty()) {
        if (rule.letterhead)
            readLetterhead(rules, paper, readings);
        readSubject(rules, rule, paper, readings);
        readTitleKinds(rules, rule, paper, readings);
        readPatterns(rule, paper, readings);
        readLabels(rules, rule, paper, readings);
        if (rule.has(key::recipient))
            readRecipient(rules, paper, readings);
        readClosingDate(paper, readings);
        if (rule.vehicles)
            readVehicles(rules, paper, readings);
        if (rule.identityQr)
            readMachineLine(paper, readings);
        if (rule.signedRight)
            readSigner(rules, paper, readings);
    }
    std::erase_if(readings.all(), [&](const auto &one) { return !isAllowed(rule, one.first); });
    for (const auto &[copy, original] : rule.same) {
        if (const Reading *value = readings.find(original))
            readings.offer(copy, *value);
    }
    for (const auto &[copy, original] : rule.likely) {
        const Reading *value = readings.find(original);
        if (value == nullptr || readings.find(copy) != nullptr)
            continue;
        Reading probable = *value;
        probable.doubtful = true;
        readings.offer(copy, probable);
    }
    crossCheck(rules, rule, readings, context);
    nameByLists(rules, readings);
    return readings;
}

struct ReadPaper {
    TypeProposal type{};
    Readings readings{};
};

ReadPaper read(const RuleData &rules, const std::vector<recognition::RecognizedPage> &recognized,
               const QString &paperType, const ExtractionContext &context)
{
    const auto pages = withPlacesOnThePage(recognized);
    const PaperText paper(pages, rules.spelling);
    ReadPaper result{.type = kindOf(rules, pages, paper)};
    const PaperRule *rule = rules.paper(paperType);
    if (rule == nullptr)
        rule = rules.paper(result.type.key);
    result.readings =
        readingsOf(rules, rule != nullptr ? *rule : rules.general, pages, paper, context);
    return result;
}

/// In the order of `field_key::all`, then cells row by row.
QStringList inOrder(const std::map<QString, Reading> &readings)
{
    QStringList keys;
    for (const QString &field : key::all()) {
        if (readings.contains(field))
            keys << field;
    }
    std::vector<std::tuple<int, qsizetype, QString>> cells;
    for (const auto &[field, reading] : readings) {
        if (const auto cell = key::cellOf(field))
            cells.emplace_back(cell->row, key::all().indexOf(cell->column), field);
    }
    std::sort(cells.begin(), cells.end());
    for (const auto &[row, column, field] : cells)
        keys << field;
    return keys;
}

}  // namespace

TypeProposal proposeType(const ExtractionRules &rules,
                         const std::vector<recognition::RecognizedPage> &pages)
{
    if (rules.data() == nullptr)
        return {};
    const auto read = withPlacesOnThePage(pages);
    return kindOf(*rules.data(), read, PaperText(read, rules.data()->spelling));
}

PaperProposal readPaper(const ExtractionRules &rules,
                        const std::vector<recognition::RecognizedPage> &pages,
                        const QString &paperType, const ExtractionContext &context)
{
    if (rules.data() == nullptr)
        return {};
    const auto paper = read(*rules.data(), pages, paperType, context);
    PaperProposal proposal{.type = paper.type};
    for (const QString &field : inOrder(paper.readings.all())) {
        const Reading &reading = paper.readings.all().at(field);
        const Calibration &calibration = rules.data()->calibrations.of(field);
        // Half for what something speaks against: the measured share among those.
        const double confidence = calibration.rightFor(std::clamp(reading.score, 0.0, 1.0)) *
                                  (reading.doubtful ? 0.5 : 1);
        proposal.fields.push_back({.key = field,
                                   .value = text::nfc(reading.value),
                                   .source = reading.source,
                                   .confidence = confidence,
                                   .sure = !reading.doubtful && confidence >= calibration.sureFrom,
                                   .evidence = dossier::FieldEvidence{reading.side, reading.box},
                                   .asRead = text::nfc(reading.asRead)});
    }
    return proposal;
}

std::vector<RawScore> rawScores(const ExtractionRules &rules,
                                const std::vector<recognition::RecognizedPage> &pages,
                                const QString &paperType, const ExtractionContext &context)
{
    std::vector<RawScore> scores;
    if (rules.data() == nullptr)
        return scores;
    const auto paper = read(*rules.data(), pages, paperType, context);
    for (const auto &[field, reading] : paper.readings.all())
        scores.push_back({field, text::nfc(reading.value), reading.score, reading.doubtful});
    return scores;
}

}  // namespace station::extraction
