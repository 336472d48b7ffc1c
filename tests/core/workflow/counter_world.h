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

#include <QTemporaryDir>

#include <optional>

namespace station::workflow {

class FixedClock final : public Clock {
public:
    qint64 nowMs() const override { return now; }
    qint64 now = 1'721'007'012'000;  // 2024-07-15T08:30:12+07:00
};

/// Gives small white sides, and then what it is told to end with.
class PaperPile final : public ScanSource {
public:
    int sides = 1;
    std::optional<Fault> end{};
    int dpi = 300;

    Expected<int> scan(const ScanRequest &request, const OnSide &onSide, std::stop_token) override
    {
        for (int i = 1; i <= sides; ++i) {
            const QString file = request.spoolFolder + u'/' + newUuid7() + QStringLiteral(".pnm");
            REQUIRE(writeDurably(file, "P5 200 280 255\n" + QByteArray(200 * 280, '\xff')));
            const auto taken = onSide({file, 200, 280, dpi, i});
            if (!taken)
                return fail(taken.error());
        }
        if (end)
            return fail(*end);
        return sides;
    }
};

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
                rules::loadOffice(share + QStringLiteral("/offices/training.toml")).value()};
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
    Deciding deciding() { return {context, sync::OwnerLookup(repository, key)}; }
    HandingOver handingOver() { return {context, repository, key}; }

    /// Captured, "signed" and stored as the signing step leaves it.
    dossier::SignedCopy signedCopy(const dossier::Dossier &dossier, const QString &component)
    {
        PaperPile pile;
        REQUIRE(Capture(context, pool).run(dossier.uuid, component, pile, {}));
        const auto captured = state(dossier, component);
        const auto pdf = store::BlobFolder(context.dataDir).put("signed " + component.toUtf8());
        REQUIRE(pdf);
        const auto copy = dossier::sign(
            std::get<dossier::CapturedPaper>(captured), *pdf,
            {QStringLiteral("Hà Thị Minh Nguyệt"), QStringLiteral("01"), {}}, clock.now);
        auto store = store::Store::open(context.dataDir, clock);
        REQUIRE(store->apply({dossier.uuid, component, captured, copy, QStringLiteral("01"),
                              QStringLiteral("sign"), pdf->sha256}));
        return copy;
    }

    QTemporaryDir folder{};
    FixedClock clock{};
    StationContext context{folder.path(), QStringLiteral("tram-01"), law(), clock};
    repository::FolderRepository repository{folder.filePath(QStringLiteral("repository"))};
    repository::ProvinceKey key =
        *repository::ProvinceKey::loadOrCreate(folder.filePath(QStringLiteral("province.key")));
    worker::PageWorkerPool pool{
        {.folders = {folder.path()},
         .program = QStringLiteral(STATION_BIN_DIR "/tramsohoa-page-worker")}};
};

}  // namespace station::workflow
