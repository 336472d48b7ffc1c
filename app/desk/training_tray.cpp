#include "app/desk/training_tray.h"

#include "app/compose/training_papers.h"
#include "app/separators/separators.h"
#include "core/base/durable_file.h"
#include "scanner/client/training_scanner.h"

#include <QDateTime>
#include <QDir>
#include <QFileInfo>

#include <algorithm>

namespace station::desk {

using namespace Qt::StringLiterals;

namespace {

const QString device = u"adf1"_s;
const QStringList pictures{u"*.png"_s, u"*.jpg"_s};

/// In which order paper went through: a rename changes no other time.
bool wentBefore(const QFileInfo &one, const QFileInfo &other)
{
    return one.metadataChangeTime() < other.metadataChangeTime();
}

}  // namespace

VirtualScannerTray::VirtualScannerTray(compose::Station &station) : m_station(station) {}

QString VirtualScannerTray::folder() const
{
    return m_station.trainingScannerFolder() + u"/devices/"_s + device;
}

bool VirtualScannerTray::has(const QString &marker) const
{
    return QFileInfo::exists(folder() + u'/' + marker);
}

Expected<> VirtualScannerTray::setMarker(const QString &marker, bool set)
{
    const QString file = folder() + u'/' + marker;
    return set ? writeDurably(file, {}) : removeDurably(file);
}

/// Another line of the device's fault script; each happens once.
Expected<> VirtualScannerTray::addFault(const QString &fault)
{
    const QString file = folder() + u"/device.ini"_s;
    const auto text = readWhole(file);
    if (!text)
        return fail(text.error());
    return writeDurably(file, *text + "fault = " + fault.toLatin1() + " once\n");
}

std::vector<gui::ChecklistPaper> VirtualScannerTray::papers()
{
    std::vector<gui::ChecklistPaper> papers;
    const auto training = compose::loadTrainingDossier(m_station.trainingPapersFolder());
    if (!training)
        return papers;
    const auto &law = m_station.context().law;
    const auto code = codes::ProcedureCode::parse(training->procedure);
    const auto procedure = code ? law.catalogue.find(*code, m_station.context().today())
                                : Expected<const rules::Procedure *>(fail(code.error()));
    if (!procedure)
        return papers;
    for (const auto &paper : training->papers) {
        const auto *component = (*procedure)->component(paper.component);
        papers.push_back({.component = {.code = paper.component},
                          .name = component ? component->name : paper.component});
    }
    return papers;
}

int VirtualScannerTray::sheetsInFeeder()
{
    return static_cast<int>(QDir(folder() + u"/feeder"_s).entryList(pictures, QDir::Files).size());
}

Expected<> VirtualScannerTray::feed(const QString &component)
{
    const auto training = compose::loadTrainingDossier(m_station.trainingPapersFolder());
    if (!training)
        return fail(training.error());
    const auto *paper = training->paper(component);
    if (!paper)
        return fail(Fault::UnknownComponent, {}, component);
    return scanner::loadFeeder(m_station.trainingScannerFolder(), device, paper->pictures);
}

Expected<> VirtualScannerTray::feedSeparator(const QString &component)
{
    const auto picture = separators::picture(component, m_station.trainingScannerFolder());
    if (!picture)
        return fail(picture.error());
    return scanner::loadFeeder(m_station.trainingScannerFolder(), device, {*picture});
}

Expected<> VirtualScannerTray::empty()
{
    const QDir feeder(folder() + u"/feeder"_s);
    for (const auto &name : feeder.entryList(pictures, QDir::Files)) {
        if (const auto removed = removeDurably(feeder.filePath(name)); !removed)
            return removed;
    }
    return {};
}

bool VirtualScannerTray::isCoverOpen()
{
    return has(u"cover-open"_s);
}

Expected<> VirtualScannerTray::setCover(Cover cover)
{
    return setMarker(u"cover-open"_s, cover == Cover::Open);
}

Expected<> VirtualScannerTray::jamNextSheet()
{
    return addFault(u"read * jammed 60"_s);
}

Expected<> VirtualScannerTray::doubleFeedNext()
{
    return addFault(u"read * double-feed 60"_s);
}

Expected<> VirtualScannerTray::hangNext()
{
    return addFault(u"read * hang-hard 60"_s);
}

bool VirtualScannerTray::isJammed()
{
    return has(u"jammed"_s) || has(u"double-feed"_s);
}

Expected<> VirtualScannerTray::putBack(int sheets)
{
    auto through = QDir(folder() + u"/output"_s).entryInfoList(pictures, QDir::Files);
    std::ranges::sort(through, wentBefore);
    const auto first = std::max<qsizetype>(0, through.size() - sheets);
    // In front of what waits: the feeder takes its sheets in the order of their names.
    int number = 0;
    for (const auto &sheet : through.sliced(first)) {
        const QString name =
            u"0000.%1.%2"_s.arg(++number, 4, 10, QLatin1Char('0')).arg(sheet.suffix());
        const QString place = folder() + u"/feeder/"_s + name;
        if (const auto moved = renameDurably(sheet.filePath(), place); !moved)
            return moved;
    }
    return setMarker(u"jammed"_s, false).and_then([this] {
        return setMarker(u"double-feed"_s, false);
    });
}

bool VirtualScannerTray::isPlugged()
{
    return !has(u"unplugged"_s);
}

Expected<> VirtualScannerTray::setPlugged(bool plugged)
{
    return setMarker(u"unplugged"_s, !plugged);
}

Expected<> VirtualScannerTray::pressButton()
{
    return setMarker(u"button"_s, true);
}

}  // namespace station::desk
