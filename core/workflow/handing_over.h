#pragma once

#include "core/base/expected.h"
#include "core/repository/province_key.h"
#include "core/repository/repository.h"
#include "core/sync/notifier.h"
#include "core/sync/outbox.h"
#include "core/sync/telling.h"
#include "core/workflow/station_context.h"

#include <QString>
#include <QStringList>

#include <stop_token>

namespace station::workflow {

struct HandedOver {
    QString eventId{};
    QString manifestSha256{};
    QMap<QString, QString> codes{};  ///< Component → final digitization code.
    QStringList leftOut{};           ///< Components without a decision or a paper; may come later.
    QStringList proofPending{};  ///< Signed copies without the proof that is required; come later.
};

/// Steps 3 and 4 of TT 01/2023 Art. 7 for a whole dossier: codes are claimed,
/// copies stored, the department told.
class HandingOver {
public:
    /// `parallel`: copies on their way at once. `notifiers`: who else is to be told.
    HandingOver(const StationContext &context, repository::Repository &repository,
                const repository::ProvinceKey &key, int parallel = 4,
                sync::Notifiers notifiers = {});

    /// Fails with WrongOrder when a paper is captured or signed but not
    /// confirmed (the subject names it), NothingToDo when no paper is ready.
    /// ProofPending when every paper that could go lacks the proof that its kind requires; with
    /// others these go first. A file that its issuer signed goes as it came.
    /// Any other error leaves everything queued: what passes by itself is sent by
    /// OutboxRunner or `sync`, the rest waits for a person (sync::goesOnByItself).
    enum class Haste { Usual, Urgent };
    Expected<HandedOver> run(const QString &dossierUuid, Haste haste = Haste::Usual,
                             std::stop_token stop = {});
    /// One round over everything that waits, due or not; dead ones only after
    /// Store::retryHandovers. StorageInUse when another program of the station is sending.
    Expected<sync::SendReport> sendAll(const sync::Outbox::OnProgress &onProgress = {},
                                       const std::stop_token &stop = {});

    /// One round over who else is to be told: nothing waits for that, and `run` leaves it open.
    Expected<sync::TellReport> tell(sync::Outbox::Due due, const std::stop_token &stop = {});

    /// The code that a paper with these fields would ask for; not claimed. That of the former copy
    /// while the paper is being corrected.
    Expected<codes::DigitizationCode> proposedCode(const dossier::Dossier &dossier,
                                                   const QString &component,
                                                   const dossier::Fields &fields) const;

private:
    /// Names the papers that have to wait in `proofPending`.
    Expected<sync::HandoverRequest> request(const dossier::Dossier &dossier,
                                            QStringList &proofPending) const;

    const StationContext &m_context;
    repository::Repository &m_repository;
    const repository::ProvinceKey &m_key;
    int m_parallel;
    sync::Notifiers m_notifiers;
};

}  // namespace station::workflow
