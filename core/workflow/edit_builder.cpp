#include "core/workflow/edit_builder.h"

#include "core/base/uuid7.h"

namespace station::workflow {

EditBuilder::EditBuilder(dossier::EditKind kind, QHash<QString, dossier::Placement> placements)
    : m_kind(kind), m_before(std::move(placements)), m_after(m_before)
{
}

dossier::Placement &EditBuilder::change(const QString &side)
{
    Q_ASSERT(m_before.contains(side));
    if (!m_order.contains(side))
        m_order << side;
    return m_after[side];
}

void EditBuilder::move(const QString &side, const QString &component, const QString &before)
{
    const QString ceiling = before.isEmpty() ? QString() : m_after.value(before).rank;
    QString floor;
    for (auto it = m_after.cbegin(); it != m_after.cend(); ++it) {
        const bool lower = ceiling.isEmpty() || it->rank < ceiling;
        if (it.key() != side && it->component == component && lower && it->rank > floor)
            floor = it->rank;
    }
    auto &placement = change(side);
    placement.component = component;
    placement.rank = dossier::rankBetween(floor, ceiling);
}

dossier::Edit EditBuilder::edit() const
{
    dossier::Edit edit{.id = newUuid7(), .kind = m_kind};
    for (const auto &side : m_order) {
        if (m_before.value(side) != m_after.value(side))
            edit.changes.push_back({side, m_before.value(side), m_after.value(side)});
    }
    return edit;
}

}  // namespace station::workflow
