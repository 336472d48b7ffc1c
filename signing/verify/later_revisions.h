#pragma once

#include "signing/structure/permissions.h"
#include "signing/structure/revision_difference.h"
#include "signing/verify/signature_check.h"

#include <map>
#include <vector>

namespace station::signing {

/// What happened to a file after each of its signatures, and whether that was
/// allowed (ISO 32000-2 12.8.2: DocMDP, FieldMDP). Without permissions of its own a
/// signature tolerates further signatures, time stamps and validation data.
class LaterRevisions {
public:
    explicit LaterRevisions(const PdfFile &file) : m_file(file) {}

    /// Adds what was found to `signature`. `all`, of the whole file, oldest first; the
    /// verdicts of newer ones stand.
    void check(CheckedSignature &signature, const std::vector<CheckedSignature> &all);

private:
    const RevisionDifference &difference(std::size_t revision);
    void checkChanges(CheckedSignature &signature, const SignaturePermissions &permissions,
                      const RevisionDifference &difference);

    const PdfFile &m_file;
    std::map<std::size_t, RevisionDifference> m_differences{};
};

}  // namespace station::signing
