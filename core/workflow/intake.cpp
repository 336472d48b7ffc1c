#include "core/workflow/intake.h"

#include "core/base/uuid7.h"
#include "core/codes/identity_payload.h"
#include "core/codes/personal_id.h"
#include "core/codes/tax_code.h"
#include "core/codes/wedge_text.h"
#include "core/store/store.h"
#include "core/text/vietnamese.h"

namespace station::workflow {

Expected<dossier::Owner> parseOwner(const QString &id, const QString &name)
{
    const QString cleanName = text::nfc(name).simplified();
    if (cleanName.isEmpty())
        return fail(Fault::InvalidInput, QStringLiteral("owner name"),
                    QStringLiteral("owner name: empty"));
    // 10 digits, or 13 with a hyphen, can only be a tax code.
    const QString digits = id.trimmed();
    if (digits.size() == 10 || digits.contains(u'-')) {
        const auto taxCode = codes::TaxCode::parse(digits);
        if (!taxCode)
            return fail(taxCode.error());
        return dossier::Owner{dossier::Owner::Kind::Organisation, Pii(taxCode->text()),
                              Pii(cleanName)};
    }
    const auto personalId = codes::PersonalId::parse(digits);
    if (!personalId)
        return fail(personalId.error());
    return dossier::Owner{dossier::Owner::Kind::Citizen, Pii(personalId->text()), Pii(cleanName)};
}

Expected<dossier::Owner> ownerOfCard(const QString &typed)
{
    const auto wedge = codes::wedgeText(typed);
    if (!wedge)
        return fail(wedge.error());
    const auto card = codes::identityPayload(wedge->text);
    return card ? parseOwner(card->id.text(), card->name)
                : fail(Fault::InvalidInput, QStringLiteral("owner card"),
                       QStringLiteral("no identity card"));
}

Expected<dossier::Dossier> openDossier(const StationContext &context, const NewDossier &wanted)
{
    const auto code = codes::ProcedureCode::parse(wanted.procedure);
    if (!code)
        return fail(code.error());
    const auto procedure = context.law.catalogue.find(*code, context.today());
    if (!procedure) {
        Error error = procedure.error();
        error.subject = code->text();
        return fail(error);
    }
    const auto owner = parseOwner(wanted.ownerId, wanted.ownerName);
    if (!owner)
        return fail(owner.error());

    dossier::Dossier dossier{.uuid = newUuid7(),
                             .procedure = *code,
                             .owner = *owner,
                             .department = (*procedure)->department->text(),
                             .receivedAtMs = context.clock.nowMs()};
    if (!wanted.code.isEmpty()) {
        const auto dossierCode = codes::DossierCode::parse(wanted.code);
        if (!dossierCode)
            return fail(dossierCode.error());
        dossier.code = *dossierCode;
    }
    for (const auto &component : (*procedure)->components)
        dossier.components.push_back({.code = component.code});

    auto store = context.openStore();
    if (!store)
        return fail(store.error());
    if (const auto created = store->createDossier(dossier, context.actor); !created) {
        Error error = created.error();
        error.subject = wanted.code;
        return fail(error);
    }
    return store->load(dossier.uuid);
}

Expected<dossier::Dossier> findDossier(const StationContext &context, const QString &codeOrUuid)
{
    const auto store = context.openStore();
    if (!store)
        return fail(store.error());
    // A code is typed in any case; parsing gives the form that is stored.
    const auto code = codes::DossierCode::parse(codeOrUuid);
    auto found = store->load(code ? code->text() : codeOrUuid.trimmed().toLower());
    if (!found && found.error().fault == Fault::UnknownDossier)
        found.error().subject = codeOrUuid;
    return found;
}

}  // namespace station::workflow
