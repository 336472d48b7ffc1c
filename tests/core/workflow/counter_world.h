#pragma once

#include "core/base/durable_file.h"
#include "core/base/uuid7.h"
#include "core/repository/folder_repository.h"
#include "core/repository/province_key.h"
#include "core/store/blob_folder.h"
#include "core/store/store.h"
#include "core/workflow/capture.h"
#include "core/workflow/deciding.h"
#include "core/workflow/handing_over.h"
#include "core/workflow/intake.h"
#include "core/workflow/reading.h"
#include "tests/support/catch.h"

#include <QDir>
#include <QFileInfo>
#include <QTemporaryDir>

#include <deque>
#include <map>
#include <optional>
#include <vector>

namespace station::workflow {

class FixedClock final : public Clock {
public:
    qint64 nowMs() const override { return now; }
    qint64 now = 1'721'007'012'000;  // 2024-07-15T08:30:12+07:00
};

/// Gives small sides pass by pass, each of which ends as it is told.
class PaperPile final : public ScanSource {
public:
    struct Pass {
        int sides = 1;
        std::optional<Fault> end{};
    };

    std::deque<Pass> passes{{}};  ///< The last one is repeated.
    bool duplex = false;
    int dpi = 300;
    QString picture{};                    ///< A PNM that all sides show; empty: white.
    std::map<int, QString> pictures{};    ///< By the number of the side over all passes, from 1.
    std::vector<ScanRequest> requests{};  ///< As they came.

    static PaperPile ofSides(int sides, std::optional<Fault> end = {})
    {
        PaperPile pile;
        pile.passes = {{sides, end}};
        return pile;
    }

    Expected<int> scan(const ScanRequest &request, const OnSide &onSide, std::stop_token) override
    {
        requests.push_back(request);
        const Pass pass = passes.front();
        if (passes.size() > 1)
            passes.pop_front();
        for (int i = 0; i < pass.sides; ++i) {
            const QString file = request.spoolFolder + u'/' + newUuid7() + QStringLiteral(".pnm");
            REQUIRE(writeDurably(file, bytesOf(++m_given)));
            const auto taken =
                onSide({.file = file,
                        .widthPx = 200,
                        .heightPx = 280,
                        .dpi = dpi,
                        .sheet = request.firstSheet + (duplex ? i / 2 : i),
                        .face = duplex && i % 2 == 1 ? dossier::Face::Back : dossier::Face::Front,
                        .twoSided = duplex});
            if (!taken)
                return fail(taken.error());
        }
        if (pass.end)
            return fail(*pass.end);
        return pass.sides;
    }

private:
    QByteArray bytesOf(int side) const
    {
        const auto own = pictures.find(side);
        const QString file = own == pictures.end() ? picture : own->second;
        return file.isEmpty() ? "P5 200 280 255\n" + QByteArray(200 * 280, '\xff')
                              : readWhole(file).value();
    }

    int m_given = 0;
};

/// In memory where the system has such a place: a killed program loses nothing there, and no
/// test here is about power cuts.
inline QString fastFolder()
{
    const QString memory = QStringLiteral("/dev/shm");
    return (QFileInfo(memory).isWritable() ? memory : QDir::tempPath()) +
           QStringLiteral("/workflow-tests-XXXXXX");
}

/// A counter in a folder of its own with the shipped law.
struct CounterWorld {
    static LawBook law()
    {
        const QString share = QStringLiteral(STATION_SHARE_DIR);
        const auto papers =
            rules::loadPaperTypes(share + QStringLiteral("/papers/paper_types.toml"));
        REQUIRE(papers);
        return {rules::loadRuleProfile(share + QStringLiteral("/rules/2023.toml")).value(),
                rules::loadCatalogue(share + QStringLiteral("/catalogue/transport.toml"), *papers)
                    .value(),
                *papers,
                rules::loadOffice(share + QStringLiteral("/offices/training.toml")).value(),
                {},
                rules::loadWorkCalendar(share + QStringLiteral("/calendar/holidays.toml")).value(),
                rules::loadReceiptForms(share + QStringLiteral("/forms/receipt.toml")).value()};
    }

    dossier::Dossier open(const QString &code = {})
    {
        const auto opened = openDossier(context, {.procedure = QStringLiteral("1.002809"),
                                                  .ownerId = QStringLiteral("026185001234"),
                                                  .ownerName = QStringLiteral("Trần Thị Thử"),
                                                  .code = code});
        REQUIRE(opened);
        return *opened;
    }
    dossier::PaperState state(const dossier::Dossier &dossier, const QString &component) const
    {
        const auto loaded = findDossier(context, dossier.uuid);
        REQUIRE(loaded);
        return loaded->component(component)->state;
    }
    Capture capture() { return {context, pool, nullptr}; }
    dossier::Sides sides(const dossier::Dossier &dossier, const QString &component) const
    {
        return dossier::sidesOf(state(dossier, component));
    }
    Deciding deciding() { return {context, sync::OwnerLookup(repository, key)}; }
    HandingOver handingOver() { return {context, repository, key}; }

    /// Captured, "signed" and stored as the signing step leaves it.
    dossier::SignedCopy signedCopy(const dossier::Dossier &dossier, const QString &component,
                                   const QByteArray &version = "signed")
    {
        PaperPile pile;
        REQUIRE(capture().run(dossier.uuid, pile, {.component = component}));
        const auto captured = state(dossier, component);
        const auto pdf = store::BlobFolder(context.dataDir).put(version + ' ' + component.toUtf8());
        REQUIRE(pdf);
        const auto copy = dossier::sign(
            std::get<dossier::CapturedPaper>(captured), *pdf,
            {QStringLiteral("Hà Thị Minh Nguyệt"), QStringLiteral("01"), {}}, clock.now);
        auto store = store::Store::open(context.dataDir, clock);
        REQUIRE(store->apply({.dossierUuid = dossier.uuid,
                              .componentCode = component,
                              .from = captured,
                              .next = copy,
                              .actor = QStringLiteral("01"),
                              .action = QStringLiteral("sign"),
                              .objectSha256 = pdf->sha256}));
        return copy;
    }

    QTemporaryDir folder{fastFolder()};
    FixedClock clock{};
    /// Without a reserve: memory may be smaller than that.
    StationContext context{folder.path(), QStringLiteral("tram-01"), law(), clock, 0};
    repository::FolderRepository repository{folder.filePath(QStringLiteral("repository"))};
    repository::ProvinceKey key =
        *repository::ProvinceKey::loadOrCreate(folder.filePath(QStringLiteral("province.key")));
    worker::PageWorkerPool pool{
        {.folders = {folder.path()},
         .program = QStringLiteral(STATION_BIN_DIR "/tramsohoa-page-worker")}};
};

}  // namespace station::workflow
