#pragma once

#include "core/base/expected.h"
#include "core/dossier/dossier.h"
#include "core/sync/owner_lookup.h"
#include "core/workflow/rescan_reason.h"
#include "core/workflow/station_context.h"

#include <QJsonObject>
#include <QString>

#include <optional>
#include <vector>

namespace station::workflow {

/// Step "decide" of the counter: what happens with the paper of a component
/// (TT 01/2023 Art. 4). Reuse comes first: what the repository already holds
/// and is in force is never scanned again.
class Deciding {
public:
    Deciding(const StationContext &context, sync::OwnerLookup lookup);

    /// What the rules advise. What the repository holds is asked once for all components, and
    /// not each time; while it is down, what is known from before counts.
    Expected<std::vector<dossier::Decision>> advice(const dossier::Dossier &dossier);

    /// Stored copies of what this component asks for, also those that may no longer be reused
    /// (OwnerLookup), to be shown: an answer of some minutes will do. Fails with the repository's
    /// error only when nothing is known of the owner.
    Expected<sync::OwnerPapers> stored(const QString &dossierUuid, const QString &component);

    /// Anything but reuse. No decision opens the slot again. `insteadOfReuse`, why a stored copy
    /// is not reused, goes into the audit chain. WrongOrder when the
    /// component has sides, is signed, is linked in a dossier that was handed over, or is being
    /// corrected.
    Expected<> decide(const QString &dossierUuid, const QString &component,
                      std::optional<dossier::Decision> decision,
                      std::optional<RescanReason> insteadOfReuse = {});

    /// Links a stored copy; the newest that fits when none is named by its code or SHA-256.
    /// `source`: where the clerk found it. Fails with NoReusableCopy, or CopyExpired,
    /// CopySuperseded and CopyWithdrawn when that is why; WrongOrder as `decide`.
    Expected<codes::DigitizationCode>
    reuse(const QString &dossierUuid, const QString &component, const QString &copy = {},
          dossier::ReuseSource source = dossier::ReuseSource::Repository);

    /// A copy that was handed over is wrong: its paper is scanned, signed and confirmed again, and
    /// the next hand-over puts the new copy in its place, under the same code. WrongOrder unless
    /// it is handed over.
    Expected<> correct(const QString &dossierUuid, const QString &component);
    /// A copy was handed over in error: the next hand-over leaves it out and says so to whoever
    /// would reuse it. Until then it can be given up like a correction, or the paper scanned again.
    /// WrongOrder unless it is handed over.
    Expected<> withdraw(const QString &dossierUuid, const QString &component);
    /// The copy that was handed over stays after all. NothingToDo when nothing is being
    /// corrected; WrongOrder once the new copy is on its way.
    Expected<> giveUpCorrection(const QString &dossierUuid, const QString &component);

private:
    Expected<sync::OwnerPapers> fitting(const QString &dossierUuid, const QString &component,
                                        sync::OwnerLookup::Ask ask);
    /// What a decision makes of the component now.
    Expected<dossier::PaperState> changed(const dossier::Dossier &dossier,
                                          const dossier::Component &component,
                                          dossier::Decision decision) const;
    Expected<> move(const dossier::Dossier &dossier, const dossier::Component &component,
                    const dossier::PaperState &next, const QString &action,
                    const QString &sha256 = {}, const QJsonObject &facts = {});

    const StationContext &m_context;
    sync::OwnerLookup m_lookup;
};

}  // namespace station::workflow
