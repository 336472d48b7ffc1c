#pragma once

#include "core/rules/rule_profile.h"
#include "core/worker/page_worker.h"
#include "core/workflow/copy_signer.h"

#include <QString>

namespace station::workflow {

/// The mark of a rule for this signer and time.
CopyMark markOf(const rules::MarkRule &rule, const QString &signer, qint64 atMs);

/// What the page worker has seen of a page, as the signer wants it. Not known when it could
/// not look: the mark stands where the rule says then.
InkMap inkMapOf(const Expected<worker::InkGrid> &grid);

}  // namespace station::workflow
