#pragma once

#include "core/base/expected.h"
#include "core/store/outbox.h"
#include "core/sync/inbox.h"
#include "core/sync/manifest.h"

#include <QByteArray>

#include <optional>
#include <stop_token>
#include <vector>

namespace station::sync {

/// Somebody who is told of hand-overs beside the department's inbox: a portal, a department's own
/// system. This room knows when they are told, not how. Thread-safe.
class Notifier {
public:
    virtual ~Notifier() = default;

    virtual store::NoticeTarget target() const = 0;
    /// What is to be told, kept until it is; nothing when this one is not told of such a dossier.
    /// Called when every code is final. What is not known stays empty: no hand-over waits for it.
    virtual std::optional<QByteArray> noticeOf(const HandoverEvent &event,
                                               const Manifest &manifest) const = 0;
    /// A later notice of a dossier says all that an earlier one would.
    virtual bool latestSaysAll() const = 0;
    /// May come again after it came through. No detail of an error holds anything of a person; a
    /// subject is the other side's words, for the screen only.
    virtual Expected<> tell(const store::Notice &notice, const std::stop_token &stop) = 0;
};

/// Not owned; none is null.
using Notifiers = std::vector<Notifier *>;

}  // namespace station::sync
