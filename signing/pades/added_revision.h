#pragma once

#include "signing/pades/growing_copy.h"
#include "signing/pades/post_check.h"

#include <functional>

namespace station::signing {

class PodofoUpdate;

/// What goes into the hole, for the SHA-256 of everything around it.
using SignatureMaker = std::function<Expected<QByteArray>(const QByteArray &sha256)>;

/// Lets the copy grow by one revision: preflight, update, signature when there
/// is one, post-check of the file as it is on the disk. Errors of all of them.
Expected<CheckedFile> addRevision(GrowingCopy &copy, PodofoUpdate &update);
Expected<CheckedFile> addSignature(GrowingCopy &copy, PodofoUpdate &update, RevisionKind kind,
                                   const SignatureMaker &make);

}  // namespace station::signing
