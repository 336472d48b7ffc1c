#include "app/gui/counter/rescan_panel.h"

#include "app/gui/widgets/key_button.h"
#include "app/gui/widgets/text_delegate.h"

#include <QLabel>
#include <QListWidget>
#include <QVBoxLayout>

namespace station::gui {

using workflow::RescanReason;

RescanPanel::RescanPanel(QWidget *parent) : QWidget(parent), m_reasons(new QListWidget)
{
    setObjectName(QStringLiteral("rescanPanel"));
    auto *label = new QLabel(tr("The repository has this paper. Why is it scanned again?"));
    QFont bold = label->font();
    bold.setWeight(QFont::DemiBold);
    label->setFont(bold);
    label->setWordWrap(true);
    m_reasons->setObjectName(QStringLiteral("rescanReasons"));
    m_reasons->setAccessibleName(label->text());
    m_reasons->setItemDelegate(new TextDelegate(m_reasons));
    const std::pair<RescanReason, QString> reasons[]{
        {RescanReason::Unreadable, tr("The stored copy cannot be read well")},
        {RescanReason::Changed, tr("The paper has changed since")},
        {RescanReason::Wish, tr("The citizen wants a new copy")},
        {RescanReason::Other, tr("Another reason")}};
    for (const auto &[reason, words] : reasons) {
        auto *item = new QListWidgetItem(words, m_reasons);
        item->setData(Qt::UserRole, static_cast<int>(reason));
    }
    auto *cancel = new KeyButton(QStringLiteral("cancelRescan"), KeyButton::Weight::Normal);
    cancel->setLabel(tr("Not now"), tr("Esc"));

    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(14, 8, 14, 12);
    layout->setSpacing(8);
    layout->addWidget(label);
    layout->addWidget(m_reasons, 1);
    layout->addWidget(cancel);

    connect(m_reasons, &QListWidget::itemActivated, this, &RescanPanel::accept);
    connect(cancel, &KeyButton::clicked, this, &RescanPanel::cancelled);
}

void RescanPanel::ask()
{
    m_reasons->setCurrentRow(0);
    m_reasons->setFocus(Qt::OtherFocusReason);
}

void RescanPanel::accept()
{
    if (const auto *item = m_reasons->currentItem())
        emit reasonChosen(static_cast<RescanReason>(item->data(Qt::UserRole).toInt()));
}

}  // namespace station::gui
