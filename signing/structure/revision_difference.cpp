#include "signing/structure/revision_difference.h"

#include "signing/structure/difference_parts.h"

namespace station::signing {

RevisionDifference differenceOf(const PdfFile &file, std::size_t revision)
{
    RevisionDifference result;
    if (revision == 0)
        return result;
    DifferenceContext context(file, revision, result);
    compareTrailers(context);
    compareCatalogs(context);
    compareValidationData(context);
    compareForms(context);
    comparePages(context);
    compareObjects(context);
    return result;
}

}  // namespace station::signing
