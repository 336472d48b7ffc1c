#include "app/cli/dossier_json.h"
#include "app/cli/page_files.h"
#include "app/cli/page_json.h"
#include "app/compose/paper_reading.h"
#include "core/base/box_json.h"
#include "core/base/clock.h"
#include "core/base/durable_file.h"
#include "core/extraction/propose.h"

#include <QFileInfo>
#include <QJsonDocument>

namespace station::cli {
namespace {

using namespace Qt::StringLiterals;

struct FieldsOptions {
    PageFiles files{};
    std::vector<std::string> texts{};  ///< Saved pages instead of images.
    std::string type{};
};

/// A side of the paper and where it came from.
struct PaperSide {
    QString file{};
    int page = 1;
    worker::ReadSide read{};
};

/// One page, or all that one call of `ocr --json` read.
Expected<std::vector<PaperSide>> savedSides(const QString &file)
{
    const auto bytes = readWhole(file);
    if (!bytes)
        return fail(Fault::FileMissing, bytes.error().detail, QFileInfo(file).fileName());
    const auto document = QJsonDocument::fromJson(*bytes).object();
    const QJsonArray pages =
        document.contains(u"pages"_s) ? document[u"pages"_s].toArray() : QJsonArray{document};
    std::vector<PaperSide> sides;
    for (const auto &page : pages) {
        const auto json = page.toObject();
        auto read = readSideFrom(json);
        if (!read)
            return fail(read.error().fault, read.error().detail, QFileInfo(file).fileName());
        sides.push_back(
            {json[u"file"_s].toString(file), json[u"page"_s].toInt(1), *std::move(read)});
    }
    return sides;
}

QString knownTypes(const rules::PaperTypes &types)
{
    QStringList keys;
    for (const auto &type : types.all())
        keys << type.key;
    return keys.join(u", "_s);
}

/// CLI11 wants the complaint, empty for a good value.
std::string complaintAbout(const std::string &type)
{
    const auto types = compose::paperTypes();
    if (!types || types->find(text(type)) != nullptr)
        return {};
    return Cli::tr("%1: no such kind of paper; known are %2")
        .arg(text(type), knownTypes(*types))
        .toStdString();
}

QJsonObject fieldJson(const dossier::FieldProposal &proposal, const std::vector<PaperSide> &sides)
{
    QJsonObject json = toJson(proposal);
    if (const auto &evidence = proposal.evidence) {
        const auto &side = sides.at(static_cast<std::size_t>(evidence->side));
        json[u"side"_s] = evidence->side + 1;
        json[u"file"_s] = side.file;
        json[u"page"_s] = side.page;
        json[u"box"_s] = boxJson(side.read.side.geometry.toOriginal(evidence->box));
        json[u"cleaned_box"_s] = boxJson(evidence->box);
    }
    return json;
}

Outcome proposed(const std::vector<PaperSide> &sides, const compose::PaperReading &reading,
                 const QString &type)
{
    std::vector<recognition::RecognizedPage> pages;
    for (const auto &side : sides)
        pages.push_back(side.read.page);
    const auto paper = extraction::readPaper(reading.rules, pages, type,
                                             {.today = inVietnam(SystemClock().nowMs()).date()});
    const auto *known = reading.types.find(paper.type.key);
    const QString name = known != nullptr ? known->name : paper.type.key;
    Outcome outcome;
    outcome.lines << Cli::tr("kind of paper: %1 (%2 %)")
                         .arg(paper.type.key.isEmpty() ? Cli::tr("unknown") : name)
                         .arg(qRound(paper.type.confidence * 100));
    QJsonArray fields;
    for (const auto &proposal : paper.fields) {
        outcome.lines << proposalLine(proposal);
        fields.append(fieldJson(proposal, sides));
    }
    outcome.json = {{u"type"_s, QJsonObject{{u"key"_s, paper.type.key},
                                            {u"name"_s, name},
                                            {u"confidence"_s, paper.type.confidence}}},
                    {u"fields"_s, fields}};
    return outcome;
}

Expected<Outcome> fieldsOf(const FieldsOptions &options, const Invocation &invocation)
{
    const auto reading = compose::paperReading();
    if (!reading)
        return fail(reading.error());
    std::vector<PaperSide> sides;
    for (const auto &file : texts(options.texts)) {
        auto saved = savedSides(file);
        if (!saved)
            return fail(saved.error());
        sides.insert(sides.end(), saved->begin(), saved->end());
    }
    PageTroubles troubles(invocation);
    if (!options.files.files.empty()) {
        const auto read =
            readPages(invocation, options.files, {}, troubles, [&](const workflow::FilePage &page) {
                sides.push_back(
                    {text(options.files.files[std::size_t(page.file)]), page.number, *page.read});
                return Expected<>();
            });
        if (!read)
            return fail(read.error());
    }
    Outcome outcome = proposed(sides, *reading, text(options.type));
    outcome.json[u"failed"_s] = troubles.json();
    outcome.needsAttention = !troubles.isEmpty();
    return outcome;
}

}  // namespace

void addFields(CLI::App &app, Invocation &invocation)
{
    const auto options = std::make_shared<FieldsOptions>();
    auto &command =
        subcommand(app, "fields", Cli::tr("Propose the fields of a paper whose sides are images"));
    auto *images = addPageFiles(command, options->files);
    images->required(false);
    auto *saved =
        command.add_option("--text-json", options->texts,
                           Cli::tr("Instead of images: what \"ocr --json\" wrote").toStdString());
    saved->excludes(images);
    command
        .add_option("--type", options->type,
                    Cli::tr("Kind of paper; proposed when left out").toStdString())
        ->check(complaintAbout);
    command.callback([options, &invocation] {
        if (options->files.files.empty() && options->texts.empty())
            throw CLI::RequiredError("images");
        invocation.run([&] { return fieldsOf(*options, invocation); });
    });
}

}  // namespace station::cli
