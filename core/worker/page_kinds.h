#pragma once

#include "core/base/expected.h"
#include "core/imaging/page_kind.h"
#include "core/recognition/reading_mode.h"

#include <QString>

#include <map>

namespace station::worker {

/// How each kind of page is read (`resources/pages/page_kinds.toml`).
using PageKinds = std::map<imaging::PageKind, recognition::ReadingMode>;

/// Each kind has its table there, beside the one of the second look. Fails with SettingsInvalid;
/// the subject names every place.
Expected<PageKinds> loadPageKinds(const QString &file);

/// Of a kind that is not listed: what does well without knowing more.
recognition::ReadingMode readingModeOf(const PageKinds &kinds, imaging::PageKind kind);

}  // namespace station::worker
