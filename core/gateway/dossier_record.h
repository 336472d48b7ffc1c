#pragma once

#include "core/base/expected.h"
#include "core/dossier/owner.h"

#include <QByteArray>
#include <QString>

#include <vector>

namespace station::gateway {

/// Where the electronic copy of a paper came from.
enum class PaperOrigin {
    Attached,         ///< Plain scan without a code.
    Digitized,        ///< At this station, for this dossier.
    ReusedComponent,  ///< Component of an earlier dossier.
    ReusedResult,     ///< Result of an earlier dossier.
    SharedStore,      ///< From the national store.
};

/// By which way the citizen brought the dossier.
enum class Channel { Counter, Online, Post };

struct PaperRecord {
    QString component{};  ///< As in the catalogue, e.g. "GT01".
    QString fileName{};   ///< What the portal shows, e.g. "GT01.pdf".
    QString link{};       ///< Where the portal fetches the bytes.
    PaperOrigin origin = PaperOrigin::Digitized;
    QString code{};            ///< Digitization code; empty for an attachment.
    QString replacedResult{};  ///< Code of the result type that stands in for it, if any.

    bool operator==(const PaperRecord &) const = default;
};

/// What a portal is told of one dossier: facts, in no portal's words. Frozen as JSON when the
/// hand-over is planned, so a mapping that is corrected later helps a record that waits.
struct DossierRecord {
    QString handoverId{};  ///< UUIDv7; the same for each attempt, sent as X-Request-ID.
    QString dossierUuid{};
    QString dossierCode{};
    QString procedure{};
    QString procedureName{};
    QString sectorCode{};
    QString sectorName{};
    QString office{};  ///< Agency id of the one-stop office.
    QString departmentName{};
    Channel channel = Channel::Counter;
    dossier::Owner owner{};
    QString subject{};         ///< Trích yếu; one sentence.
    qint64 submittedAtMs = 0;  ///< 0 for any time: unknown or not yet.
    qint64 receivedAtMs = 0;
    qint64 dueAtMs = 0;
    std::vector<PaperRecord> papers{};
    bool known = false;  ///< The portal has accepted a record of this dossier before.

    bool operator==(const DossierRecord &) const = default;
};

/// Everything in clear; for the station's own database only.
QByteArray toJson(const DossierRecord &record);
/// StorageFailed when it is not what `toJson` writes.
Expected<DossierRecord> dossierRecordFrom(const QByteArray &json);

/// attached, digitized, reused_component, reused_result, shared_store
QString originName(PaperOrigin origin);
QString channelName(Channel channel);  ///< counter, online, post

}  // namespace station::gateway
