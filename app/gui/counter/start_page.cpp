#include "app/gui/counter/start_page.h"

#include "app/gui/base/theme.h"
#include "app/gui/counter/step_words.h"
#include "app/gui/widgets/card.h"
#include "app/gui/widgets/line_edit.h"
#include "app/gui/widgets/text_delegate.h"
#include "core/base/clock.h"
#include "core/text/vietnamese.h"

#include <QApplication>
#include <QHBoxLayout>
#include <QLabel>
#include <QLineEdit>
#include <QListWidget>
#include <QVBoxLayout>

namespace station::gui {
namespace {

QLabel *fieldLabel(QWidget *buddy)
{
    auto *label = new QLabel(buddy->accessibleName());
    QFont bold = label->font();
    bold.setWeight(QFont::DemiBold);
    label->setFont(bold);
    label->setBuddy(buddy);
    return label;
}

QLabel *hintLabel()
{
    auto *label = new QLabel;
    label->setForegroundRole(QPalette::PlaceholderText);
    label->setWordWrap(true);
    return label;
}

}  // namespace

StartPage::StartPage(QWidget *parent)
    : QWidget(parent), m_unfinished(new QListWidget), m_unfinishedHint(hintLabel()),
      m_procedureFilter(newLineEdit(QStringLiteral("procedureFilter"), tr("Procedure"))),
      m_procedureList(new QListWidget),
      m_ownerId(
          newLineEdit(QStringLiteral("ownerId"), tr("Personal identification number or tax code"))),
      m_ownerName(newLineEdit(QStringLiteral("ownerName"), tr("Owner of the dossier"))),
      m_code(newLineEdit(QStringLiteral("newDossierCode"), tr("Dossier code")))
{
    setObjectName(QStringLiteral("startPage"));
    auto *layout = new QHBoxLayout(this);
    layout->setContentsMargins(24, 20, 24, 20);
    layout->setSpacing(20);
    layout->addWidget(unfinishedCard(), 1);
    layout->addWidget(newDossierCard(), 1);
}

QWidget *StartPage::unfinishedCard()
{
    auto *card = new Card(tr("Unfinished dossiers"));
    m_unfinished->setObjectName(QStringLiteral("unfinished"));
    m_unfinished->setAccessibleName(tr("Unfinished dossiers"));
    m_unfinished->setFrameShape(QFrame::NoFrame);
    m_unfinished->setItemDelegate(new TextDelegate(m_unfinished));
    m_unfinished->setResizeMode(QListView::Adjust);
    m_unfinished->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);

    card->content()->addWidget(m_unfinished, 1);
    card->content()->addWidget(m_unfinishedHint);
    connect(m_unfinished, &QListWidget::itemActivated, this, [this](const QListWidgetItem *item) {
        emit openRequested(item->data(Qt::UserRole).toString());
    });
    return card;
}

QString StartPage::selectedUnfinished() const
{
    const QListWidgetItem *item = m_unfinished->currentItem();
    return item ? item->data(Qt::UserRole).toString() : QString();
}

QWidget *StartPage::newDossierCard()
{
    m_procedureFilter->setPlaceholderText(tr("part of its name or code, also without accents"));
    m_procedureList->setObjectName(QStringLiteral("procedures"));
    m_procedureList->setAccessibleName(tr("Procedures found"));
    m_procedureList->setMinimumHeight(58);  // one procedure, in two lines
    m_procedureList->setItemDelegate(new TextDelegate(m_procedureList));
    m_procedureList->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_ownerId->setPlaceholderText(tr("type the number, or scan the card's QR code"));
    m_ownerId->setAttribute(Qt::WA_InputMethodEnabled, false);
    m_code->setPlaceholderText(tr("empty when the portal gives it later"));
    m_code->setAttribute(Qt::WA_InputMethodEnabled, false);

    auto *card = new Card(tr("New dossier"));
    auto *form = card->content();
    form->addWidget(fieldLabel(m_procedureFilter));
    form->addWidget(m_procedureFilter);
    form->addWidget(m_procedureList, 1);
    for (QLineEdit *edit : {m_ownerId, m_ownerName, m_code}) {
        form->addWidget(fieldLabel(edit));
        form->addWidget(edit);
    }

    connect(m_procedureFilter, &QLineEdit::textChanged, this, &StartPage::filterProcedures);
    connect(m_procedureFilter, &QLineEdit::returnPressed, m_ownerId,
            qOverload<>(&QWidget::setFocus));
    connect(m_procedureList, &QListWidget::itemActivated, m_ownerId,
            qOverload<>(&QWidget::setFocus));
    connect(m_ownerId, &QLineEdit::returnPressed, this, &StartPage::ownerIdEntered);
    connect(m_ownerName, &QLineEdit::returnPressed, m_code, qOverload<>(&QWidget::setFocus));
    connect(m_code, &QLineEdit::returnPressed, this, &StartPage::create);
    m_form = card;
    return card;
}

void StartPage::setUnfinished(const std::vector<DossierSummary> &dossiers)
{
    m_unfinished->clear();
    for (const DossierSummary &dossier : dossiers) {
        const QString code = dossier.code.isEmpty() ? tr("no code yet") : dossier.code;
        const QString received =
            inVietnam(dossier.receivedAtMs).toString(QStringLiteral("dd/MM/yyyy HH:mm"));
        auto *item = new QListWidgetItem(
            code + QStringLiteral("   ·   ") + dossier.ownerName + QLatin1Char('\n') +
                dossier.procedureName + QLatin1Char('\n') + tr("received %1").arg(received) +
                (dossier.held
                     ? QLatin1Char('\n') + tr("put aside: %1").arg(StepWords::note(*dossier.held))
                     : QString()),
            m_unfinished);
        item->setData(Qt::UserRole, dossier.uuid);
    }
    m_unfinished->setCurrentRow(0);
    m_unfinishedHint->setText(dossiers.empty()
                                  ? tr("No dossier is unfinished.")
                                  : tr("Up, Down and Enter open a dossier from this list."));
}

void StartPage::setProcedures(std::vector<ProcedureChoice> procedures)
{
    m_procedures = std::move(procedures);
    filterProcedures();
}

void StartPage::filterProcedures()
{
    const QString wanted = text::folded(m_procedureFilter->text());
    m_procedureList->clear();
    for (const ProcedureChoice &procedure : m_procedures) {
        const QString line = procedure.code + QStringLiteral("   ") + procedure.name;
        if (!text::folded(line).contains(wanted))
            continue;
        auto *item = new QListWidgetItem(line, m_procedureList);
        item->setToolTip(procedure.name);
        item->setData(Qt::UserRole, procedure.code);
    }
    m_procedureList->setCurrentRow(0);
}

void StartPage::ownerIdEntered()
{
    // A hand scanner types the card's QR text: number|old number|name|…
    const QString typed = m_ownerId->text().trimmed();
    if (typed.contains(QLatin1Char('|')))
        emit cardRead(typed);
    else
        m_ownerName->setFocus();
}

void StartPage::setOwner(const QString &id, const QString &name)
{
    m_ownerId->setText(id);
    m_ownerName->setText(name);
    m_code->setFocus();
}

void StartPage::startNew()
{
    m_procedureFilter->setFocus(Qt::OtherFocusReason);
    m_procedureFilter->selectAll();
}

bool StartPage::isFormEntered() const
{
    const QWidget *focus = QApplication::focusWidget();
    return focus && m_form->isAncestorOf(focus);
}

void StartPage::clearForm()
{
    for (QLineEdit *edit : {m_procedureFilter, m_ownerId, m_ownerName, m_code})
        edit->clear();
}

void StartPage::create()
{
    const auto *procedure = m_procedureList->currentItem();
    emit createRequested({procedure ? procedure->data(Qt::UserRole).toString() : QString(),
                          m_ownerId->text().trimmed(), text::nfc(m_ownerName->text().trimmed()),
                          m_code->text().trimmed()});
}

}  // namespace station::gui
