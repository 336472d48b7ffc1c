#pragma once

#include <vector>

namespace station::store {

struct Migration {
    int version;
    const char *sql;
};

/// The files of schema/, compiled in; oldest first, versions 1, 2, 3 …
const std::vector<Migration> &migrations();

}  // namespace station::store
