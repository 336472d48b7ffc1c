#pragma once

#include "core/base/clock.h"
#include "core/base/expected.h"
#include "core/codes/digitization_code.h"
#include "core/dossier/dossier.h"
#include "core/repository/province_key.h"
#include "core/repository/repository.h"
#include "core/store/blob_folder.h"
#include "core/store/store.h"
#include "core/sync/manifest.h"
#include "core/sync/notifier.h"

#include <QDate>
#include <QMap>
#include <QString>

#include <optional>
#include <stop_token>
#include <vector>

namespace station::sync {

/// What the dossier itself does not know about one of its papers.
struct PaperOfHandover {
    QString component{};
    QString paperType{};  ///< Type code of the catalogue.
    QString paperName{};  ///< Name in the catalogue.
    /// For a digitized paper that has no final code yet.
    std::optional<codes::DigitizationCode> proposedCode{};
    std::optional<QDate> reusableUntil{};  ///< By the rules; nothing: for ever.
    /// The copy that was handed over before and is corrected by this one, which keeps its code:
    /// that is the proposed one.
    QString replacesSha256{};
    int reuseCount = 0;          ///< For a ReusedCopy: dossiers of this station that link it.
    dossier::Blob attachment{};  ///< For an AttachedPaper: its plain PDF in the blob folder.
};

struct HandoverRequest {
    dossier::Dossier dossier;
    QString office{};      ///< Agency id.
    QString department{};  ///< Agency id; whose inbox gets the event.
    QString actor{};       ///< Certificate serial or station account, for the audit chain.
    /// One for each component in ExtractedCopy or later, ReusedCopy or
    /// AttachedPaper with sides. Components without an entry are left out; a
    /// later hand-over may bring them.
    std::vector<PaperOfHandover> papers{};
    std::vector<WithdrawnPaper> withdrawn{};  ///< Since the hand-over before.
    bool urgent = false;                      ///< Sent before the others; no part of its content.
};

struct HandoverResult {
    QString eventId{};
    QString manifestSha256{};
    QMap<QString, QString> codes{};  ///< Component → final digitization code.
};

/// Brings a dossier into the repository and tells its department:
///
///     blobs → code claims → manifest → dossier pointer → owner index → event
///
/// Each object is a row of the outbox before it is sent and is read back
/// before the row says so. The papers move on in the same transactions:
/// ExtractedCopy → CodedCopy with its claim, → StoredCopy when the manifest is
/// verified, → HandedOverCopy when the event is. So callers change no state;
/// they load the dossier again. A kill at any point leads, after a restart, to
/// the same claims, one manifest and one event (docs/decisions/0003).
///
/// Blocking; on a thread with a Store of its own.
class Handover {
public:
    /// `parallel`: copies on their way at once. `notifiers`: who else is to be told; that waits
    /// for Telling and is no part of the hand-over.
    Handover(store::Store &store, const store::BlobFolder &blobs,
             repository::Repository &repository, const repository::ProvinceKey &key,
             const Clock &clock, int parallel = 4, Notifiers notifiers = {});

    /// Writes the plan to the outbox; nothing is sent. Returns the hand-over's id.
    /// The same request again gives the same id; an older one that is still
    /// open is WrongOrder: send it first. NothingToDo without any paper, also a withdrawn one;
    /// InvalidInput when a paper has no proposed code or no attachment.
    Expected<QString> plan(const HandoverRequest &request);

    /// Sends what is not verified yet; Outbox decides when. On an error the rest stays in the
    /// outbox with the reason; call again. What a repository may fail with, StorageFailed or
    /// FileMissing when the station's own copy is gone or damaged, Conflict when something else
    /// lies there.
    Expected<HandoverResult> send(const QString &handoverId, const std::stop_token &stop = {});

private:
    store::Store &m_store;
    const store::BlobFolder &m_blobs;
    repository::Repository &m_repository;
    const repository::ProvinceKey &m_key;
    const Clock &m_clock;
    int m_parallel;
    Notifiers m_notifiers;
};

}  // namespace station::sync
