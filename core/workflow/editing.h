#pragma once

#include "core/base/expected.h"
#include "core/dossier/dossier.h"
#include "core/dossier/edit.h"
#include "core/store/capture_rows.h"
#include "core/workflow/station_context.h"

#include <QString>

namespace station::store {
class Store;
}

namespace station::workflow {

/// What the clerk may do with captured sides before they are signed. Each is
/// one edit that survives a restart, can be undone and never touches an
/// original. InvalidInput when there is no such side, WrongOrder once a paper
/// that is touched is signed.
///
/// After a turn, a change of the clean-up (also one that was undone) or a division
/// sides are not clean until Capture::finish has run.
class Editing {
public:
    explicit Editing(const StationContext &context);

    /// A blank side is no page of the copy, but stays.
    Expected<> markBlank(const QString &dossierUuid, const QString &side, bool blank);
    /// Set aside: no page of the copy, does not count as a sheet.
    Expected<> markOut(const QString &dossierUuid, const QString &side, bool out);
    /// Clockwise by 90, 180 or 270 degrees more.
    Expected<> turn(const QString &dossierUuid, const QString &side, int byDeg);
    /// Steps of the clean-up by hand or automatic again; what differs from the automatic one
    /// stands in `cleanup`. InvalidInput when it is out of range.
    Expected<> cleanup(const QString &dossierUuid, const QString &side,
                       const dossier::SideCleanup &cleanup);
    /// The things that lie apart on the side become sides of their own, each cut out of the same
    /// untouched original, turned and straightened by itself; the side is set aside. InvalidInput
    /// when nothing lies apart on it, WrongOrder before it was cleaned.
    Expected<> divide(const QString &dossierUuid, const QString &side);
    /// In front of another side of `component`, or behind all (empty). An open
    /// component is decided "digitize" first, as by a scan.
    Expected<> move(const QString &dossierUuid, const QString &side, const QString &component,
                    const QString &before);
    /// The side and all behind it become the beginning of another component.
    Expected<> split(const QString &dossierUuid, const QString &side, const QString &component);

    /// NothingToDo when there is nothing to undo or to do again.
    Expected<dossier::Edit> undo(const QString &dossierUuid);
    Expected<dossier::Edit> redo(const QString &dossierUuid);
    Expected<store::EditHistory> history(const QString &dossierUuid) const;

    /// How many sheets the clerk counted; 0 takes the count back.
    Expected<> expectSheets(const QString &dossierUuid, const QString &component, int sheets);
    /// Why the paper may be signed although sheets and count differ. Holds for the
    /// sheets as they are now: one more, and it has to be said again. InvalidInput
    /// for fewer than five letters.
    Expected<> explainCount(const QString &dossierUuid, const QString &component,
                            const QString &explanation);

private:
    const StationContext &m_context;
};

}  // namespace station::workflow
