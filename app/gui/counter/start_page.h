#pragma once

#include "app/gui/counter/counter_desk.h"

#include <QWidget>

class QLabel;
class QLineEdit;
class QListWidget;

namespace station::gui {

/// Between two dossiers: what is unfinished, and the form for a new dossier.
class StartPage final : public QWidget {
    Q_OBJECT

public:
    explicit StartPage(QWidget *parent = nullptr);

    void setUnfinished(const std::vector<DossierSummary> &dossiers);
    void setProcedures(std::vector<ProcedureChoice> procedures);
    void setOwner(const QString &id, const QString &name);  ///< As an identity card gave it.
    QString selectedUnfinished() const;                     ///< Its uuid; empty: none is listed.
    void startNew();  ///< Focus to the form; what was typed stays.
    void clearForm();
    bool isFormEntered() const;  ///< The focus is in the form.
    void create();               ///< Asks for the dossier as the form stands.

signals:
    void openRequested(const QString &uuid);
    void createRequested(const station::gui::NewDossier &wanted);
    void cardRead(const QString &qrText);

private:
    QWidget *unfinishedCard();
    QWidget *newDossierCard();
    void filterProcedures();
    void ownerIdEntered();

    std::vector<ProcedureChoice> m_procedures{};
    QWidget *m_form = nullptr;
    QListWidget *m_unfinished;
    QLabel *m_unfinishedHint;
    QLineEdit *m_procedureFilter;
    QListWidget *m_procedureList;
    QLineEdit *m_ownerId;
    QLineEdit *m_ownerName;
    QLineEdit *m_code;
};

}  // namespace station::gui
