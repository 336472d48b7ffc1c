#pragma once

#include "core/base/expected.h"
#include "core/dossier/dossier.h"
#include "core/sync/owner_lookup.h"
#include "core/workflow/station_context.h"

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

    /// What the rules advise. Whether the repository holds a copy is asked once
    /// for all components; a repository that is down counts as holding none.
    Expected<std::vector<dossier::Decision>> advice(const dossier::Dossier &dossier);

    /// Copies of the owner that can fill this component, newest first.
    Expected<std::vector<sync::ReusablePaper>> reusable(const QString &dossierUuid,
                                                        const QString &component);

    /// Anything but reuse. No decision opens the slot again. WrongOrder when the
    /// component has sides, is signed, or is linked in a dossier that was handed over.
    Expected<> decide(const QString &dossierUuid, const QString &component,
                      std::optional<dossier::Decision> decision);

    /// Links a stored copy; the newest that fits when no code is named. Fails
    /// with NoReusableCopy; WrongOrder when the component already has sides.
    Expected<codes::DigitizationCode> reuse(const QString &dossierUuid, const QString &component,
                                            const QString &digitizationCode = {});

private:
    /// What a decision makes of the component now.
    Expected<dossier::PaperState> changed(const dossier::Dossier &dossier,
                                          const dossier::Component &component,
                                          dossier::Decision decision) const;
    Expected<> move(const dossier::Dossier &dossier, const dossier::Component &component,
                    const dossier::PaperState &next, const QString &action,
                    const QString &sha256 = {});

    const StationContext &m_context;
    sync::OwnerLookup m_lookup;
};

}  // namespace station::workflow
