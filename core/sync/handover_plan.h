#pragma once

#include "core/base/expected.h"
#include "core/repository/province_key.h"
#include "core/store/outbox.h"
#include "core/sync/handover.h"
#include "core/sync/inbox.h"
#include "core/sync/manifest.h"

#include <QByteArray>
#include <QString>

#include <vector>

namespace station::sync {

/// The manifest as far as it can be known before codes are claimed: codes are
/// proposals, time, audit head and predecessor are empty. The same request
/// gives the same draft. Fails like Handover::plan.
Expected<Manifest> draftOf(const HandoverRequest &request, const QString &stationId);

/// Apart from codes and from the bytes of attachments.
bool haveSameContent(const Manifest &one, const Manifest &other);

/// What comes first: the blobs, then the claims of new codes.
std::vector<store::OutboxStep> firstSteps(const QString &handoverId, const Manifest &draft,
                                          const dossier::Dossier &dossier);

/// What follows when every code in `manifest` is final: the manifest, the
/// pointer, the owner's entries for the claims among `earlier`, the event.
struct FinalSteps {
    HandoverEvent event{};
    std::vector<store::OutboxStep> steps{};
};
Expected<FinalSteps> finalSteps(const store::HandoverRow &handover, const Manifest &manifest,
                                const std::vector<store::OutboxStep> &earlier,
                                const repository::ProvinceKey &key);

/// Nothing when the manifest has no document of that component.
const ManifestDocument *documentOf(const Manifest &manifest, const QString &component);

}  // namespace station::sync
