#pragma once

#include <QString>

namespace station::config {

/// Where the program's own data lies (rules, catalogue, offices, papers): the
/// build tree mirrors an installation, so it is `../share/tram-so-hoa` from
/// the folder of the running program.
QString shareFolder();

}  // namespace station::config
