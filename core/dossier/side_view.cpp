#include "core/dossier/side_view.h"

namespace station::dossier {

QString viewKindName(ViewKind kind)
{
    return kind == ViewKind::Displayed ? QStringLiteral("displayed") : QStringLiteral("stated");
}

}  // namespace station::dossier
