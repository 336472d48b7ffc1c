#include "app/gui/counter/field_draft.h"

#include <algorithm>
#include <tuple>

namespace station::gui {
namespace {

/// Needs no clerk as it was read.
bool isSettled(const FieldSlot &slot)
{
    return slot.proposal.value.isEmpty() ? !slot.required : slot.proposal.sure;
}

}  // namespace

bool FieldDraft::isOpen() const
{
    return !confirmed && (slot.required || value != slot.proposal.value);
}

PaperDraft::PaperDraft(PaperReading read) : m_looksLike(std::move(read.looksLike))
{
    for (FieldSlot &slot : read.fields) {
        const QString value = slot.proposal.value;
        const bool settled = isSettled(slot);
        m_fields.push_back({std::move(slot), value, settled});
    }
    for (const store::DraftField &typed : read.typed) {
        if (FieldDraft *field = find(typed.key)) {
            field->value = typed.value;
            field->confirmed = typed.confirmed;
        }
    }
    const auto place = [](const FieldDraft &field) {
        if (const auto cell = dossier::field_key::cellOf(field.slot.proposal.key))
            return std::tuple(3, cell->table, cell->row);
        return std::tuple(field.isOpen() ? 0 : (field.confirmed ? 2 : 1), QString(), 0);
    };
    std::ranges::stable_sort(m_fields, {}, place);
}

const FieldDraft *PaperDraft::field(const QString &key) const
{
    const auto found = std::find_if(m_fields.begin(), m_fields.end(), [&](const FieldDraft &field) {
        return field.slot.proposal.key == key;
    });
    return found == m_fields.end() ? nullptr : &*found;
}

FieldDraft *PaperDraft::find(const QString &key)
{
    return const_cast<FieldDraft *>(std::as_const(*this).field(key));
}

void PaperDraft::edit(const QString &key, const QString &value)
{
    FieldDraft *field = find(key);
    if (!field || field->value == value)
        return;
    field->value = value;
    field->confirmed = false;
    field->problem.clear();
}

bool PaperDraft::confirm(const QString &key)
{
    FieldDraft *field = find(key);
    if (!field || (field->slot.required && field->value.trimmed().isEmpty()))
        return false;
    field->value = field->value.trimmed();
    field->confirmed = true;
    field->problem.clear();
    return true;
}

void PaperDraft::setProblem(const QString &key, const QString &problem)
{
    if (FieldDraft *field = find(key))
        field->problem = problem;
}

void PaperDraft::restore(const FieldDraft &earlier)
{
    if (FieldDraft *field = find(earlier.slot.proposal.key))
        *field = earlier;
}

bool PaperDraft::isComplete() const
{
    return openCount() == 0;
}

int PaperDraft::openCount() const
{
    return static_cast<int>(std::count_if(m_fields.begin(), m_fields.end(),
                                          [](const auto &field) { return field.isOpen(); }));
}

QString PaperDraft::nextOpen(const QString &after) const
{
    auto start = std::find_if(m_fields.begin(), m_fields.end(), [&](const FieldDraft &field) {
        return field.slot.proposal.key == after;
    });
    if (start != m_fields.end())
        ++start;
    const auto isOpen = [](const FieldDraft &field) { return field.isOpen(); };
    auto next = std::find_if(start, m_fields.end(), isOpen);
    if (next == m_fields.end())
        next = std::find_if(m_fields.begin(), start, isOpen);
    const bool none = next == m_fields.end() || !next->isOpen();
    return none ? QString() : next->slot.proposal.key;
}

std::vector<FieldValue> PaperDraft::values() const
{
    std::vector<FieldValue> values;
    for (const FieldDraft &field : m_fields) {
        if (field.confirmed && !field.value.isEmpty())
            values.push_back({field.slot.proposal.key, field.value});
    }
    return values;
}

store::DraftFields PaperDraft::typed() const
{
    store::DraftFields typed;
    for (const FieldDraft &field : m_fields) {
        if (field.value != field.slot.proposal.value || field.confirmed != isSettled(field.slot))
            typed.push_back({field.slot.proposal.key, field.value, field.confirmed});
    }
    return typed;
}

}  // namespace station::gui
