#pragma once

#include "app/compose/station.h"

#include <QString>

#include <memory>

namespace station::cli {

/// One login. Keys that want a PIN for each signature get it from the same file
/// (or ask the terminal again).
Expected<std::unique_ptr<signing::TokenSession>> openToken(compose::Station &station,
                                                           const signing::TokenChoice &choice,
                                                           Secret pin, const QString &pinFile);

}  // namespace station::cli
