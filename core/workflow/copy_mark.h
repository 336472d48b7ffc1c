#pragma once

#include "core/rules/rule_profile.h"
#include "core/worker/page_worker.h"
#include "core/workflow/copy_signer.h"

#include <QString>

namespace station::workflow {

/// The mark of a rule for this signer and time. A training signature's mark begins with the words
/// that say so.
CopyMark markOf(const rules::MarkRule &rule, const QString &signer, qint64 atMs,
                bool training = false);

/// What the page worker has seen of a page, as the signer wants it. Not known when it could
/// not look: the mark stands where the rule says then.
InkMap inkMapOf(const Expected<worker::InkGrid> &grid);

}  // namespace station::workflow
