#include "app/gui/counter/reuse_panel.h"

#include "app/gui/base/theme.h"
#include "app/gui/widgets/key_button.h"
#include "app/gui/widgets/mark.h"
#include "app/gui/widgets/text_delegate.h"

#include <QLabel>
#include <QListWidget>
#include <QVBoxLayout>

namespace station::gui {

ReusePanel::ReusePanel(QWidget *parent)
    : QWidget(parent), m_list(new QListWidget), m_age(new QLabel),
      m_cancel(new KeyButton(QStringLiteral("cancelReuse"), KeyButton::Weight::Normal))
{
    setObjectName(QStringLiteral("reusePanel"));
    auto *label = new QLabel(tr("Copies in the repository"));
    QFont bold = label->font();
    bold.setWeight(QFont::DemiBold);
    label->setFont(bold);
    m_list->setObjectName(QStringLiteral("reusableCopies"));
    m_list->setAccessibleName(label->text());
    m_list->setItemDelegate(new TextDelegate(m_list));

    m_age->setObjectName(QStringLiteral("storedCopiesAge"));
    m_age->setWordWrap(true);
    m_cancel->setLabel(tr("Not now"), tr("Esc"));

    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(14, 8, 14, 12);
    layout->setSpacing(8);
    layout->addWidget(label);
    layout->addWidget(m_age);
    layout->addWidget(m_list, 1);
    layout->addWidget(m_cancel);

    connect(m_list, &QListWidget::itemActivated, this, &ReusePanel::useCurrent);
    connect(m_cancel, &KeyButton::clicked, this, &ReusePanel::cancelled);
}

void ReusePanel::useCurrent()
{
    const auto *item = m_list->currentItem();
    if (item && item->flags().testFlag(Qt::ItemIsEnabled))
        emit reuseRequested(item->data(Qt::UserRole).toString());
}

bool ReusePanel::hasChoice() const
{
    return m_list->currentItem() != nullptr;
}

void ReusePanel::offer(const StoredCopies &stored)
{
    m_list->clear();
    m_age->setText(stored.age);
    m_age->setVisible(!stored.age.isEmpty());
    for (const StoredCopy &copy : stored.copies) {
        QStringList lines{copy.title};
        if (!copy.whyNot.isEmpty())
            lines << copy.whyNot;
        lines << copy.code;
        // A long code may break after its dots.
        const QString text =
            lines.join(QLatin1Char('\n')).replace(QLatin1Char('.'), QStringLiteral(".\u200b"));
        auto *item = new QListWidgetItem(text, m_list);
        item->setData(Qt::UserRole, copy.code);
        if (!copy.whyNot.isEmpty()) {
            item->setFlags(Qt::NoItemFlags);
            item->setData(TextDelegate::MarkRole, static_cast<int>(Mark::Stop));
            item->setData(TextDelegate::ToneRole, static_cast<int>(Tone::Quiet));
        }
    }
    const bool isChoice = !stored.copies.empty() && stored.copies.front().whyNot.isEmpty();
    m_list->setCurrentRow(isChoice ? 0 : -1);
    if (isChoice)
        m_list->setFocus(Qt::OtherFocusReason);
    else
        m_cancel->setFocus(Qt::OtherFocusReason);
}

}  // namespace station::gui
