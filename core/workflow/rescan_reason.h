#pragma once

#include <QString>

namespace station::workflow {

/// Why a paper is scanned although the repository has a copy that could be reused. One of a few
/// words, because the audit chain says nothing about persons.
enum class RescanReason { Unreadable, Changed, Wish, Other };

/// "unreadable", "changed", "wish", "other".
QString rescanReasonName(RescanReason reason);

}  // namespace station::workflow
