#include "core/store/adoption.h"

#include "core/dossier/side_note.h"
#include "core/store/store.h"

#include <QFile>
#include <QFileInfo>
#include <QRegularExpression>
#include <QSize>

#include <algorithm>
#include <optional>
#include <tuple>

using namespace Qt::StringLiterals;

namespace station::store {
namespace {

struct Found {
    QString file{};
    dossier::SideNote note{};
    QSize size{};

    QString sideId() const { return QFileInfo(file).completeBaseName(); }
};

/// Behind the magic number and comments; empty when the file does not say.
QSize pnmSize(const QString &path)
{
    static const QRegularExpression form(
        u"^P[1-6]\\s+(?:#[^\\n]*\\n\\s*)*(\\d{1,6})\\s+(\\d{1,6})\\s"_s);
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        return {};
    const auto found = form.match(QString::fromLatin1(file.read(1024)));
    return found.hasMatch() ? QSize(found.captured(1).toInt(), found.captured(2).toInt()) : QSize();
}

std::optional<Found> readFound(const QString &file)
{
    const auto note = dossier::sideNoteOf(file);
    const auto size = pnmSize(file);
    return note && !size.isEmpty() ? std::optional(Found{file, *note, size}) : std::nullopt;
}

NewSide sideOf(const Found &found, const ScanRun &run)
{
    const auto &note = found.note;
    return {.dossierUuid = run.dossierUuid,
            .component = run.component,
            .side = {.id = found.sideId(),
                     .sheet = note.sheet,
                     .face = note.face,
                     .widthPx = found.size.width(),
                     .heightPx = found.size.height(),
                     .dpi = note.dpi,
                     .damaged = note.damaged,
                     .twoSided = note.twoSided},
            .runId = run.id,
            .place = run.place};
}

/// The component that the side went to.
Expected<QString> adoptOne(Store &store, const QString &dossierUuid, const Found &found,
                           const QString &actor)
{
    const auto run = store.run(found.note.runId);
    if (!run)
        return fail(run.error());
    if (!*run)
        return fail(Fault::NothingToDo, u"no run "_s + found.note.runId);
    if ((*run)->dossierUuid != dossierUuid)
        return fail(Fault::Conflict, u"run of another dossier"_s);
    if (const auto added = store.addSide(sideOf(found, **run), actor); !added)
        return fail(added.error());
    return (*run)->component;
}

/// Numbers are known when all sides are in their places.
Expected<> numberSheets(const Store &store, const QString &dossierUuid, RecoveryReport &report)
{
    const auto dossier = store.load(dossierUuid);
    if (!dossier)
        return fail(dossier.error());
    for (auto &adopted : report.adopted) {
        const auto *component = dossier->component(adopted.component);
        if (adopted.dossierUuid != dossierUuid || !component)
            continue;
        for (const auto &side : dossier::sidesOf(component->state)) {
            if (side.id == adopted.sideId)
                adopted.sheet = side.sheet;
        }
    }
    return {};
}

bool isOfTheDisk(const Error &error)
{
    return error.fault == Fault::StorageFull || error.fault == Fault::StorageFailed;
}

}  // namespace

Expected<> adopt(Store &store, const QString &dossierUuid, const QStringList &files,
                 const QString &actor, RecoveryReport &report)
{
    if (files.isEmpty())
        return {};
    std::vector<Found> sides;
    for (const auto &file : files) {
        if (auto found = readFound(file))
            sides.push_back(*std::move(found));
        else
            report.orphans.push_back(
                {dossierUuid, file, {Fault::FileUnreadable, u"no note"_s, {}}});
    }
    std::ranges::sort(sides, {}, [](const Found &found) {
        return std::tuple(found.note.runId, found.note.number);
    });
    for (const auto &found : sides) {
        const auto component = adoptOne(store, dossierUuid, found, actor);
        if (component)
            report.adopted.push_back({dossierUuid, *component, found.sideId()});
        else if (isOfTheDisk(component.error()))
            return fail(component.error());
        else
            report.orphans.push_back({dossierUuid, found.file, component.error()});
    }
    return numberSheets(store, dossierUuid, report);
}

}  // namespace station::store
