#pragma once

#include "core/dossier/side.h"

#include <QString>

#include <vector>

namespace station::dossier {

/// Where a side stands and how it counts: everything that an edit can change.
/// The side's original picture is never touched.
struct Placement {
    QString component{};  ///< Whose paper it belongs to.
    QString rank{};       ///< Order within the component; see rankBetween.
    int turnDeg = 0;
    SideCleanup cleanup{};
    bool blank = false;
    bool out = false;

    bool operator==(const Placement &) const = default;
};

struct PlacementChange {
    QString side{};
    Placement before{};
    Placement after{};

    bool operator==(const PlacementChange &) const = default;
};

/// What the clerk did, for the words "undo …".
enum class EditKind {
    MarkBlank,  ///< Blank or not.
    MarkOut,    ///< Set aside, or taken back in.
    Turn,
    Move,      ///< Within the paper or to another one.
    Split,     ///< This side and all behind it went to another paper.
    Replace,   ///< Scanned again in place; what was there is set aside.
    Insert,    ///< Scanned between others.
    Separate,  ///< By a separator sheet.
    Refeed,    ///< A half sheet was set aside because it was fed again after a jam.
    Cleanup,   ///< A step of the clean-up: by hand, or automatic again.
    Divide,    ///< Things that lay apart on one side became sides of their own.
};

QString editKindName(EditKind kind);  ///< mark_blank, mark_out, turn, move …
EditKind editKindFrom(const QString &name);

/// One undoable step, complete in itself: undo gives each side its `before` back.
struct Edit {
    QString id{};  ///< UUIDv7.
    EditKind kind = EditKind::Move;
    std::vector<PlacementChange> changes{};

    bool operator==(const Edit &) const = default;
};

/// A key between two others, by plain comparison: before < result < after. Empty
/// means no neighbour on that side. Keys stay short when sides are added one
/// behind the other, at the end as well as between two (64 digits base 62 is
/// never reached in practice); they consist of 0-9, A-Z, a-z. Both must be keys
/// that were made here; when they are not in order, the result stands right
/// behind `before`.
QString rankBetween(const QString &before, const QString &after);

}  // namespace station::dossier
