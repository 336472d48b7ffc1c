#include "tests/e2e/counter_at_work.h"

#include "app/gui/counter/trouble_card.h"
#include "app/gui/counter/waiting_line.h"
#include "app/gui/widgets/state_label.h"
#include "core/workflow/intake.h"
#include "tests/support/catch.h"

#include <QDir>
#include <QFileInfo>

namespace station::e2e {
namespace {

std::unique_ptr<compose::Station> built(const QString &folder)
{
    qputenv("STATION_BIN_DIR", STATION_BIN_DIR);
    const QString config = folder + QStringLiteral("/config");
    auto station =
        compose::Station::build({.dataDir = folder + QStringLiteral("/data"),
                                 .configDir = QFileInfo::exists(config) ? config : QString(),
                                 .readsInBackground = false});
    INFO((station ? QString() : station.error().detail).toStdString());
    REQUIRE(station);
    return *std::move(station);
}

}  // namespace

const QString CounterAtWork::dossierCode = QStringLiteral("H62.16-261125-0009");

CounterAtWork::CounterAtWork(const QString &folder, gui::WorkMode mode)
    : m_station(built(folder)), m_tray(*m_station)
{
    const auto &context = m_station->context();
    if (!workflow::findDossier(context, dossierCode))
        REQUIRE(workflow::openDossier(context, {.procedure = QStringLiteral("1.002809"),
                                                .ownerId = QStringLiteral("026185001234"),
                                                .ownerName = QStringLiteral("Nguyễn Thị Thu Hường"),
                                                .code = dossierCode}));
    m_desk = std::make_unique<desk::StationDesk>(*m_station);
    m_window = std::make_unique<gui::CounterWindow>(*m_desk, mode);
    m_clerk = std::make_unique<Clerk>(*m_window);
    m_clerk->type(dossierCode);
    m_clerk->press(Qt::Key_Return);
    REQUIRE(QTest::qWaitFor(
        [this] { return m_clerk->primary()->text() != QStringLiteral("Open the dossier"); },
        10'000));
    // The scanner is looked for meanwhile; its folder is there then.
    REQUIRE(QTest::qWaitFor([this] { return scannerLine().contains(QStringLiteral("ready")); },
                            10'000));
}

CounterAtWork::~CounterAtWork() = default;

bool CounterAtWork::asksFor(const QString &step, int ms) const
{
    return QTest::qWaitFor([&] { return m_clerk->primary()->text() == step; }, ms);
}

const gui::TroubleCard *CounterAtWork::shownCard() const
{
    return QTest::qWaitFor([this] { return isCardShown(); }, 30'000)
               ? find<gui::TroubleCard>("troubleCard")
               : nullptr;
}

bool CounterAtWork::isCardShown() const
{
    return find("troubleCard")->isVisible();
}

QString CounterAtWork::scannerLine() const
{
    return find("scannerLine")->findChild<gui::StateLabel *>()->word();
}

QString CounterAtWork::waitingLine() const
{
    const auto *line = find("waitingLine");
    return line->isVisible() ? find<gui::StateLabel>("waitingText")->word() : QString();
}

dossier::Component CounterAtWork::component(const QString &code) const
{
    const auto dossier = workflow::findDossier(m_station->context(), dossierCode);
    REQUIRE(dossier);
    return *dossier->component(code);
}

std::size_t CounterAtWork::sides(const QString &code) const
{
    return dossier::sidesOf(component(code).state).size();
}

QString CounterAtWork::state(const QString &code) const
{
    return dossier::stateName(component(code).state);
}

}  // namespace station::e2e
