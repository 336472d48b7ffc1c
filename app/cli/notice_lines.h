#pragma once

#include "core/store/outbox.h"

#include <QJsonArray>
#include <QStringList>

#include <vector>

namespace station::cli {

/// What a portal or a department's own system is still to be told: one line each, for a person. It
/// has the other side's words, so it must not go where a journal is kept.
QStringList noticeLines(const std::vector<store::Notice> &notices);
/// The same for a program, without those words.
QJsonArray noticesJson(const std::vector<store::Notice> &notices);

}  // namespace station::cli
