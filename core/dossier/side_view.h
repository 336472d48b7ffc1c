#pragma once

#include <QString>

namespace station::dossier {

/// How it is known that somebody looked at a side.
enum class ViewKind {
    Displayed,  ///< It stood in the window's page view.
    Stated,     ///< Whoever used the command line says so.
};

QString viewKindName(ViewKind kind);  ///< displayed, stated

/// Somebody has seen a side as it is in the copy. It counts only while the
/// side's picture is the same: after a turn or a new scan it has to be seen again.
struct SideView {
    QString side{};           ///< Side id.
    QString pictureSha256{};  ///< Of the cleaned picture that was seen.
    QString by{};             ///< Station account or certificate serial; never a name.
    qint64 atMs = 0;
    ViewKind kind = ViewKind::Displayed;

    bool operator==(const SideView &) const = default;
};

}  // namespace station::dossier
