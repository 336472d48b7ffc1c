#include "core/workflow/copy_mark.h"

#include "core/base/clock.h"

namespace station::workflow {

CopyMark markOf(const rules::MarkRule &rule, const QString &signer, qint64 atMs, bool training)
{
    QStringList lines = rule.filledLines(signer, isoVietnam(atMs));
    if (training)
        lines.prepend(QStringLiteral("TẬP HUẤN"));
    return {.corner =
                rule.corner == rules::Corner::TopLeft ? MarkCorner::TopLeft : MarkCorner::TopRight,
            .marginLeftPt = rule.marginLeftPt,
            .marginTopPt = rule.marginTopPt,
            .widthPt = rule.widthPt,
            .fontPt = rule.fontPt,
            .lines = lines};
}

InkMap inkMapOf(const Expected<worker::InkGrid> &grid)
{
    if (!grid)
        return {};
    return {.cellPt = worker::InkGrid::cellPt,
            .columns = grid->columns,
            .rows = grid->rows,
            .cells = grid->cells};
}

}  // namespace station::workflow
