#include "tests/faults/scenario.h"

#include "core/base/durable_file.h"
#include "core/base/sha256.h"
#include "core/base/uuid7.h"
#include "core/store/spool.h"
#include "core/store/store.h"
#include "scanner/worker/page_file.h"
#include "tests/core/store/sample_dossier.h"

#include <QFileInfo>
#include <QHash>

#include <algorithm>
#include <cstdint>
#include <vector>

using namespace Qt::StringLiterals;

namespace station::faults {
namespace {

const QString first = u"GT01"_s;
const QString second = u"GT02"_s;

/// One scan after the other into two papers, cleaned, moved, turned and scanned again. Each step
/// leaves its acknowledgement. Files are made by the scan worker's own code and as the page worker
/// makes them.
class Clerk {
public:
    explicit Clerk(const QString &dataDir) : m_store(store::Store::open(dataDir)), m_spool(dataDir)
    {
    }

    bool work()
    {
        if (!m_store)
            return false;
        m_dossier = sample::aDossier({first, second});
        m_dossier.code = *codes::DossierCode::parse(freeDossierCode(*m_store));
        for (auto &component : m_dossier.components)
            component.state = dossier::DigitizeSlot{};
        const auto folder = m_spool.folder(m_dossier.uuid);
        if (!folder || !saved(m_store->createDossier(m_dossier, sample::actor)))
            return false;
        m_folder = *folder;
        const auto sides = scan(first, 4, {});
        const auto more = scan(second, 2, {});
        return sides.size() == 4 && more.size() == 2 && clean(sides[0]) && clean(sides[1]) &&
               turn(sides[2]) && move(sides[3]) &&
               saved(m_store->undoEdit(m_dossier.uuid, sample::actor)) &&
               saved(m_store->redoEdit(m_dossier.uuid, sample::actor)) &&
               scan(second, 1, {.replaces = more[0].id}).size() == 1 && divide(sides[1]);
    }

private:
    template <typename Done>
    bool saved(const Done &done)
    {
        if (done)
            acknowledgeAudit(*m_store, m_dossier.uuid);
        return done.has_value();
    }

    void acknowledgeFile(const QString &sideId, const QString &ending)
    {
        const auto sha256 = sha256OfFile(m_spool.file(m_dossier.uuid, sideId, ending));
        acknowledge(
            u"file %1 %2 %3 %4"_s.arg(m_dossier.uuid, sideId, ending, sha256.value_or(u"none"_s)));
    }

    dossier::Sides scan(const QString &component, int count, const store::SidePlace &place)
    {
        dossier::Sides sides;
        const QString run = newUuid7();
        if (!saved(m_store->beginRun({.id = run,
                                      .dossierUuid = m_dossier.uuid,
                                      .component = component,
                                      .place = place})))
            return {};
        for (int n = 1; n <= count; ++n) {
            auto side = sample::aSide(n);
            auto page =
                scanner::PageFile::create(m_folder, scanner::PageFile::Pixels::Gray, width,
                                          {.runId = run, .number = n, .sheet = n, .dpi = side.dpi});
            bool good = page.has_value();
            for (int line = 0; good && line < height; ++line)
                good = page->append(std::vector<std::uint8_t>(width, std::uint8_t(line * n)))
                           .has_value();
            const auto file =
                good ? page->finish(height, false) : Expected<QString>(fail(Fault::Internal));
            if (!file)
                return {};
            side.id = QFileInfo(*file).completeBaseName();
            side.widthPx = width;
            side.heightPx = height;
            acknowledgeFile(side.id, u"pnm"_s);
            acknowledge(u"side %1 %2"_s.arg(m_dossier.uuid, side.id));  // its run is known
            if (!saved(m_store->addSide({.dossierUuid = m_dossier.uuid,
                                         .component = component,
                                         .side = side,
                                         .runId = run,
                                         .place = place},
                                        sample::actor)))
                return {};
            sides.push_back(side);
        }
        return sides;
    }

    bool writeFile(const QString &sideId, const QString &ending)
    {
        const auto written = writeDurably(m_spool.file(m_dossier.uuid, sideId, ending),
                                          QByteArray(9000, 'j') + sideId.toLatin1());
        if (written)
            acknowledgeFile(sideId, ending);
        return written.has_value();
    }

    bool clean(dossier::Side side)
    {
        side.cleaned = true;
        return writeFile(side.id, u"original.jpg"_s) && writeFile(side.id, u"jpg"_s) &&
               saved(m_store->updateSide(m_dossier.uuid, side, sample::actor)) &&
               removeDurably(m_spool.file(m_dossier.uuid, side.id, u"pnm"_s));
    }

    template <typename Change>
    bool edit(dossier::EditKind kind, const QString &sideId, Change change)
    {
        const auto before = m_store->placements(m_dossier.uuid)->value(sideId);
        auto after = before;
        change(after);
        return saved(m_store->applyEdit(
            m_dossier.uuid, {newUuid7(), kind, {{sideId, before, after}}}, sample::actor));
    }
    bool turn(const dossier::Side &side)
    {
        return edit(dossier::EditKind::Turn, side.id,
                    [](dossier::Placement &placement) { placement.turnDeg = 90; });
    }
    bool move(const dossier::Side &side)
    {
        QString last;
        const auto placements = m_store->placements(m_dossier.uuid);
        for (const auto &placement : *placements) {
            if (placement.component == second)
                last = std::max(last, placement.rank);
        }
        return edit(dossier::EditKind::Move, side.id, [&](dossier::Placement &placement) {
            placement.component = second;
            placement.rank = dossier::rankBetween(last, {});
        });
    }
    bool divide(const dossier::Side &whole)
    {
        dossier::Sides parts;
        for (int n = 0; n < 2; ++n) {
            auto part = sample::aSide(1);
            if (!m_spool.shareOriginal(m_dossier.uuid, whole.id, part.id))
                return false;
            acknowledgeFile(part.id, u"original.jpg"_s);
            if (!writeFile(part.id, u"jpg"_s))
                return false;
            part.cleaned = true;
            parts.push_back(part);
        }
        return saved(m_store->divideSide(m_dossier.uuid, whole.id, parts, sample::actor));
    }

    static constexpr int width = 120;
    static constexpr int height = 160;

    Expected<store::Store> m_store;
    store::Spool m_spool;
    dossier::Dossier m_dossier = sample::aDossier();
    QString m_folder{};
};

/// By id, whether each side is clean.
QHash<QString, bool> cleanSides(const store::Store &store, const QString &dossierUuid)
{
    QHash<QString, bool> sides;
    const auto dossier = store.load(dossierUuid);
    if (!dossier)
        return sides;
    for (const auto &component : dossier->components) {
        for (const auto &side : dossier::sidesOf(component.state))
            sides.insert(side.id, side.cleaned);
    }
    return sides;
}

class Capturing final : public Scenario {
public:
    QString name() const override { return u"capture"_s; }

    bool prepare(const QString &disk) const override
    {
        return store::Store::open(disk + u"/data"_s).has_value();
    }

    bool run(const QString &disk) const override { return Clerk(disk + u"/data"_s).work(); }

    QStringList violations(const QString &disk, const QStringList &acked) const override
    {
        const QString data = disk + u"/data"_s;
        QStringList found = stationViolations(data, acked);
        const auto store = store::Store::open(data);
        if (!store)
            return found;
        const store::Spool spool(data);
        for (const auto &words : acknowledged(acked, u"side"_s)) {
            if (!cleanSides(*store, words[0]).contains(words[1]))
                found << u"side lost "_s + words[1];
        }
        for (const auto &words : acknowledged(acked, u"file"_s)) {
            const auto sha256 = sha256OfFile(spool.file(words[0], words[1], words[2]));
            const bool replaced =
                !sha256 && words[2] == u"pnm" && cleanSides(*store, words[0]).value(words[1]);
            if (!replaced && sha256.value_or(QString()) != words[3])
                found << u"file lost or damaged "_s + words[1] + u'.' + words[2];
        }
        return found;
    }
};

}  // namespace

std::unique_ptr<Scenario> captureScenario()
{
    return std::make_unique<Capturing>();
}

}  // namespace station::faults
