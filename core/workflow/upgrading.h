#pragma once

#include "core/base/expected.h"
#include "core/base/signature_level.h"
#include "core/workflow/copy_upgrader.h"
#include "core/workflow/station_context.h"

#include <QString>

#include <functional>
#include <stop_token>
#include <vector>

namespace station::workflow {

/// A signed copy that should get more proof.
struct PendingUpgrade {
    QString dossierUuid{};
    QString component{};
    SignatureLevel level = SignatureLevel::B;     ///< Reached.
    SignatureLevel wanted = SignatureLevel::B;    ///< What its kind of paper should have.
    SignatureLevel required = SignatureLevel::B;  ///< Without it the copy stays in the station.
    int attempts = 0;
    qint64 nextAtMs = 0;    ///< Not before.
    qint64 deadlineMs = 0;  ///< The signer's certificate ends: later stamps prove nothing.
    QString lastFault{};    ///< errorCode of the last attempt; empty: none failed.
    QString lastDetail{};   ///< Technical; no personal data.
};

struct UpgradeReport {
    int risen = 0;                ///< Copies that have more proof than before.
    int complete = 0;             ///< Of these, those that have all that is wanted.
    int waiting = 0;              ///< Still in the queue.
    std::optional<Error> last{};  ///< The last attempt's trouble.
};

/// The queue of copies on their way B → T → LT → LTA. It stands in the database, so
/// power loss costs nothing but the attempt under way. A copy is in it from its
/// signature until it has the wanted level or has left the station.
class Upgrading {
public:
    using OnProgress = std::function<void(int done, int total)>;

    Upgrading(const StationContext &context, CopyUpgrader &upgrader);

    Expected<std::vector<PendingUpgrade>> pending() const;
    /// Works on those that are due (or on all, or on one dossier's): first what lacks the
    /// required level, then what has the least time; one at a time, other programs of the
    /// station may work beside it. A service that fails ends the round: what waits, waits.
    /// An empty queue, or a station without an authority, is no error. Copies whose time is over
    /// leave the queue with what they have; a dossier that is being handed over is left alone.
    struct Selection {
        QString dossierUuid{};  ///< Empty: every dossier.
        bool evenIfNotDue = false;
        int patienceMs = 180'000;  ///< For each copy.
    };
    Expected<UpgradeReport> runOnce(const Selection &selection, const OnProgress &onProgress = {},
                                    std::stop_token stop = {});

private:
    const StationContext &m_context;
    CopyUpgrader &m_upgrader;
};

}  // namespace station::workflow
