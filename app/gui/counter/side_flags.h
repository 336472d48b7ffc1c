#pragma once

#include "app/gui/widgets/mark.h"
#include "core/dossier/side.h"

#include <QCoreApplication>
#include <QString>

#include <vector>

namespace station::gui {

/// Something peculiar about a side as the clerk meets it: icon and word in the
/// strip, the sentence under the page.
struct SideFlag {
    Mark mark = Mark::Attention;
    QString word{};
    QString sentence{};
    bool information = false;  ///< Nothing to look at, only good to know.
};

class SideFlags {
    Q_DECLARE_TR_FUNCTIONS(SideFlags)

public:
    /// Gravest first. A side that is set aside or without a picture has no other flag: nothing of
    /// it counts.
    static std::vector<SideFlag> of(const dossier::Side &side);

private:
    static SideFlag of(dossier::Attention attention);
    static QString byHand(const dossier::SideCleanup &cleanup);
};

/// A person should look at the side before it is signed.
bool isFlagged(const dossier::Side &side);

}  // namespace station::gui
