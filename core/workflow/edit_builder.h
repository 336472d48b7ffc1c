#pragma once

#include "core/dossier/edit.h"

#include <QHash>
#include <QString>

namespace station::workflow {

/// Puts an edit together from where the sides stand now.
class EditBuilder {
public:
    EditBuilder(dossier::EditKind kind, QHash<QString, dossier::Placement> placements);

    /// What the side's placement becomes. The side exists.
    dossier::Placement &change(const QString &side);
    /// In front of `before`, a side of `component`; empty: behind all of it.
    void move(const QString &side, const QString &component, const QString &before);

    /// Without the changes that change nothing.
    dossier::Edit edit() const;

private:
    dossier::EditKind m_kind;
    QHash<QString, dossier::Placement> m_before;
    QHash<QString, dossier::Placement> m_after;
    QStringList m_order{};  ///< In which sides were named.
};

}  // namespace station::workflow
