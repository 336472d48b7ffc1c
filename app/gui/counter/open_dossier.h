#pragma once

#include "app/gui/counter/counter_desk.h"

#include <QObject>

#include <optional>

namespace station::gui {

/// The dossier on the screen and the paper that the clerk looks at. Holds
/// values, decides nothing; the controllers share it.
class OpenDossier final : public QObject {
    Q_OBJECT

public:
    using QObject::QObject;

    const std::optional<DossierView> &view() const { return m_view; }
    QString uuid() const { return m_view ? m_view->dossier.uuid : QString(); }
    const QString &current() const { return m_current; }
    const ChecklistPaper *paper(const QString &component) const;
    const ChecklistPaper *currentPaper() const { return paper(m_current); }

    void open(const DossierView &view);
    /// The dossier as it stands now. An answer about another dossier came too
    /// late and changes nothing.
    void update(const DossierView &view);
    void close();
    void setCurrent(const QString &component);
    /// A side that is on disk before the desk's whole answer is there; in front
    /// of that side, or behind all (empty).
    void putSide(const QString &uuid, const QString &component, const dossier::Side &side,
                 const QString &before);
    /// It belongs to another component now and is put there next.
    void takeSide(const QString &uuid, const QString &component, const QString &side);

signals:
    void changed();                          ///< The dossier, or which one it is.
    void currentChanged();                   ///< Only the paper that is looked at.
    void sidePut(const QString &component);  ///< One side of one paper, nothing else.

private:
    std::optional<DossierView> m_view{};
    QString m_current{};
};

}  // namespace station::gui
