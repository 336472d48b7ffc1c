#include "app/gui/counter/reuse_panel.h"

#include "app/gui/widgets/key_button.h"
#include "app/gui/widgets/text_delegate.h"

#include <QLabel>
#include <QListWidget>
#include <QVBoxLayout>

namespace station::gui {

ReusePanel::ReusePanel(QWidget *parent) : QWidget(parent), m_list(new QListWidget)
{
    setObjectName(QStringLiteral("reusePanel"));
    auto *label = new QLabel(tr("Valid copies in the repository"));
    QFont bold = label->font();
    bold.setWeight(QFont::DemiBold);
    label->setFont(bold);
    m_list->setObjectName(QStringLiteral("reusableCopies"));
    m_list->setAccessibleName(label->text());
    m_list->setItemDelegate(new TextDelegate(m_list));

    auto *cancel = new KeyButton(QStringLiteral("cancelReuse"), KeyButton::Weight::Normal);
    cancel->setLabel(tr("Not now"), tr("Esc"));

    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(14, 8, 14, 12);
    layout->setSpacing(8);
    layout->addWidget(label);
    layout->addWidget(m_list, 1);
    layout->addWidget(cancel);

    connect(m_list, &QListWidget::itemActivated, this, &ReusePanel::useCurrent);
    connect(cancel, &KeyButton::clicked, this, &ReusePanel::cancelled);
}

void ReusePanel::useCurrent()
{
    if (const auto *item = m_list->currentItem())
        emit reuseRequested(item->data(Qt::UserRole).toString());
}

void ReusePanel::offer(const std::vector<ReusableCopy> &copies)
{
    m_list->clear();
    for (const ReusableCopy &copy : copies) {
        // A long code may break after its dots.
        const QString code =
            QString(copy.code).replace(QLatin1Char('.'), QStringLiteral(".\u200b"));
        auto *item = new QListWidgetItem(copy.title + QLatin1Char('\n') + code, m_list);
        item->setData(Qt::UserRole, copy.code);
    }
    m_list->setCurrentRow(0);
    m_list->setFocus(Qt::OtherFocusReason);
}

}  // namespace station::gui
