#include "core/dossier/dossier.h"

#include <algorithm>

namespace station::dossier {

const Component *Dossier::component(const QString &componentCode) const
{
    const auto found =
        std::find_if(components.begin(), components.end(),
                     [&](const Component &component) { return component.code == componentCode; });
    return found == components.end() ? nullptr : &*found;
}

}  // namespace station::dossier
