#include "signing/structure/revision_changes.h"

#include "signing/structure/revision_difference.h"

namespace station::signing {

QStringList forbiddenChanges(const PdfFile &file, std::size_t revision)
{
    QStringList result;
    for (const auto &change : differenceOf(file, revision).forbidden)
        result << change.code + QStringLiteral(" ") + change.detail;
    return result;
}

}  // namespace station::signing
