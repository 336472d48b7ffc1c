#include "core/dossier/component_decision.h"

namespace station::dossier {

Decision decide(const PaperSituation &situation)
{
    if (situation.secret)
        return Decision::Refuse;
    if (situation.validCopyStored || situation.sharedDatabaseHasIt)
        return Decision::Reuse;
    if (situation.onlyToBeShown)
        return Decision::ShownOnly;
    if (situation.origin != Origin::Original)
        return Decision::Attach;
    if (situation.mustBeDigitized || situation.citizenAsked)
        return Decision::Digitize;
    return Decision::Attach;
}

}  // namespace station::dossier
