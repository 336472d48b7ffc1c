#include "core/workflow/reading.h"

#include "core/codes/personal_id.h"
#include "core/codes/tax_code.h"
#include "core/extraction/propose.h"
#include "core/store/store.h"
#include "core/text/dates.h"
#include "core/text/vietnamese.h"
#include "core/workflow/intake.h"
#include "core/workflow/page_texts.h"

#include <QRegularExpression>

#include <algorithm>

namespace station::workflow {
namespace {

namespace key = dossier::field_key;

dossier::Field confirmedField(const QString &fieldKey, const QString &value,
                              const dossier::FieldProposal *proposal)
{
    dossier::Field field{.key = fieldKey, .value = value};
    if (proposal == nullptr)
        return field;
    field.evidence = proposal->evidence;
    if (proposal->value == value) {
        field.source = proposal->source;
        field.confidence = proposal->confidence;
    }
    return field;
}

/// Both lists together; `newer` wins for a key that both hold.
dossier::Fields merged(dossier::Fields older, const dossier::Fields &newer)
{
    for (const auto &field : newer) {
        const auto same = std::find_if(older.begin(), older.end(),
                                       [&](const auto &other) { return other.key == field.key; });
        if (same == older.end())
            older.push_back(field);
        else
            *same = field;
    }
    return older;
}

/// A failure whose subject names the field, never its value.
tl::unexpected<Error> wrongForm(const QString &fieldKey, const QString &what)
{
    return fail(Fault::InvalidInput, what, QStringLiteral("%1: not a %2").arg(fieldKey, what));
}

QString digitsOf(const QString &text)
{
    QString digits = text;
    return digits.remove(QRegularExpression(QStringLiteral("[\\s.\\-()]")));
}

}  // namespace

Expected<QString> normalizedValue(const QString &fieldKey, const QString &value)
{
    const QString clean = text::nfc(value).simplified();
    const auto matches = [](const QString &text, const char *pattern) {
        return QRegularExpression(QRegularExpression::anchoredPattern(QLatin1String(pattern)))
            .match(text)
            .hasMatch();
    };
    if (clean.isEmpty())
        return clean;
    switch (dossier::fieldKindOf(fieldKey)) {
    case dossier::FieldKind::Date: {
        if (fieldKey == key::expiryDate && text::folded(clean) == QStringLiteral("khong thoi han"))
            return clean;
        const auto date = text::parsedDate(clean);
        return date ? Expected<QString>(text::shortDate(*date))
                    : wrongForm(fieldKey, QStringLiteral("date dd/MM/yyyy"));
    }
    case dossier::FieldKind::PersonalId: {
        const auto id = codes::PersonalId::parse(clean);
        return id ? Expected<QString>(id->text()) : fail(id.error());
    }
    case dossier::FieldKind::TaxCode: {
        const auto code = codes::TaxCode::parse(clean);
        return code ? Expected<QString>(code->text()) : fail(code.error());
    }
    case dossier::FieldKind::Phone: {
        const QString digits = digitsOf(clean);
        return matches(digits, "(\\+84|0)\\d{8,10}|1[89]00\\d{4,6}")
                   ? Expected<QString>(digits)
                   : wrongForm(fieldKey, QStringLiteral("phone number"));
    }
    case dossier::FieldKind::Plate: {
        // Foreign and military plates have other forms: only what no plate has is refused.
        const QString plate = clean.toUpper();
        return matches(plate, "[A-Z\\d][A-Z\\d .\\-]{3,14}\\d")
                   ? Expected<QString>(plate)
                   : wrongForm(fieldKey, QStringLiteral("number plate"));
    }
    case dossier::FieldKind::Sex: {
        const QString sex = text::folded(clean);
        if (sex == QStringLiteral("nam"))
            return QStringLiteral("Nam");
        return sex == QStringLiteral("nu") ? Expected<QString>(QStringLiteral("Nữ"))
                                           : wrongForm(fieldKey, QStringLiteral("sex"));
    }
    case dossier::FieldKind::Number: {
        const QString digits = digitsOf(clean);
        return matches(digits, "\\d{1,9}") ? Expected<QString>(digits)
                                           : wrongForm(fieldKey, QStringLiteral("number"));
    }
    case dossier::FieldKind::Name:
    case dossier::FieldKind::Text:
        break;
    }
    return clean;
}

Reading::Reading(const StationContext &context, worker::PageWorkerPool &pool)
    : m_context(context), m_pool(pool)
{
}

Expected<dossier::FieldProposals> Reading::proposals(const QString &dossierUuid,
                                                     const QString &component)
{
    const auto dossier = findDossier(m_context, dossierUuid);
    if (!dossier)
        return fail(dossier.error());
    const auto slot = slotOf(m_context.law, *dossier, component);
    if (!slot)
        return fail(slot.error());
    const auto store = m_context.openStore();
    if (!store)
        return fail(store.error());
    auto stored = store->proposals(dossier->uuid, component);
    if (!stored || !stored->empty())
        return stored;
    const auto *copy = dossier::signedCopyOf(slot->component->state);
    if (copy == nullptr)
        return fail(Fault::WrongOrder, dossier::stateName(slot->component->state), component);
    return read(*dossier, *slot, *copy);
}

Expected<dossier::FieldProposals> Reading::read(const dossier::Dossier &dossier, const Slot &slot,
                                                const dossier::SignedCopy &copy)
{
    const auto pages = pageTexts(m_context, m_pool, dossier.uuid, contentSides(copy.sides));
    if (!pages)
        return fail(pages.error());
    const extraction::ExtractionContext known{.today = m_context.today(),
                                              .ownerId = dossier.owner.id.reveal()};
    auto proposals =
        extraction::readPaper(m_context.law.extraction, *pages, slot.rule->paperType, known).fields;
    auto store = m_context.openStore();
    if (!store)
        return fail(store.error());
    if (const auto saved = store->saveProposals(dossier.uuid, slot.component->code, proposals);
        !saved)
        return fail(saved.error());
    return proposals;
}

Expected<QStringList> Reading::requiredFields(const dossier::Dossier &dossier,
                                              const QString &component) const
{
    const auto slot = slotOf(m_context.law, dossier, component);
    if (!slot)
        return fail(slot.error());
    return slot->paperType ? slot->paperType->requiredFields : QStringList();
}

Expected<dossier::Fields> Reading::confirm(const QString &dossierUuid, const QString &component,
                                           const FieldValues &values, bool acceptProposals)
{
    const auto dossier = findDossier(m_context, dossierUuid);
    if (!dossier)
        return fail(dossier.error());
    const auto slot = slotOf(m_context.law, *dossier, component);
    if (!slot)
        return fail(slot.error());
    const auto *copy = std::get_if<dossier::SignedCopy>(&slot->component->state);
    if (copy == nullptr)
        return fail(Fault::WrongOrder, dossier::stateName(slot->component->state), component);
    const auto proposed = proposals(dossierUuid, component);
    if (!proposed)
        return fail(proposed.error());
    const auto required = requiredFields(*dossier, component);
    if (!required)
        return fail(required.error());

    const auto proposalFor = [&](const QString &fieldKey) -> const dossier::FieldProposal * {
        const auto found = std::find_if(proposed->begin(), proposed->end(),
                                        [&](const auto &p) { return p.key == fieldKey; });
        return found == proposed->end() ? nullptr : &*found;
    };
    dossier::Fields confirmed;
    const auto stand = [&](const QString &fieldKey, const QString &value) -> Expected<> {
        const auto normal = normalizedValue(fieldKey, value);
        if (!normal)
            return fail(normal.error());
        auto field = confirmedField(fieldKey, *normal, proposalFor(fieldKey));
        field.confirmedBy = m_context.actor;
        field.confirmedAtMs = m_context.clock.nowMs();
        confirmed.push_back(std::move(field));
        return {};
    };
    for (auto it = values.cbegin(); it != values.cend(); ++it) {
        const bool known = required->contains(it.key()) || proposalFor(it.key()) != nullptr ||
                           key::isKnown(it.key());
        if (!known)
            return fail(Fault::InvalidInput, QStringLiteral("field key"),
                        QStringLiteral("%1: no such field").arg(it.key()));
        if (const auto stood = stand(it.key(), it.value()); !stood)
            return fail(stood.error());
    }
    if (acceptProposals) {
        for (const auto &proposal : *proposed) {
            if (values.contains(proposal.key))
                continue;
            if (const auto stood = stand(proposal.key, proposal.value); !stood)
                return fail(stood.error());
        }
    }

    auto store = m_context.openStore();
    if (!store)
        return fail(store.error());
    const auto before = store->fields(dossier->uuid, component);
    if (!before)
        return fail(before.error());
    const auto fields = merged(*before, confirmed);
    QStringList missing;
    for (const auto &fieldKey : *required) {
        const bool present = std::any_of(fields.begin(), fields.end(), [&](const auto &field) {
            return field.key == fieldKey && !field.value.isEmpty();
        });
        if (!present)
            missing << fieldKey;
    }
    if (!missing.isEmpty()) {
        if (const auto saved = store->saveFields(dossier->uuid, component, fields, m_context.actor);
            !saved)
            return fail(saved.error());
        return fail(Fault::FieldMissing, QStringLiteral("required"),
                    component + QStringLiteral(": ") + missing.join(QStringLiteral(", ")));
    }
    const auto saved = store->apply({.dossierUuid = dossier->uuid,
                                     .componentCode = component,
                                     .from = slot->component->state,
                                     .next = dossier::extract(*copy, fields),
                                     .actor = m_context.actor,
                                     .action = QStringLiteral("confirm"),
                                     .objectSha256 = copy->pdf.sha256});
    if (!saved)
        return fail(saved.error());
    return fields;
}

}  // namespace station::workflow
