#include "app/gui/counter/batch_panel.h"

#include "app/gui/counter/counter_actions.h"
#include "app/gui/counter/sign_words.h"
#include "app/gui/widgets/key_button.h"
#include "app/gui/widgets/plain_list.h"
#include "app/gui/widgets/text_delegate.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QListView>
#include <QProgressBar>

namespace station::gui {

BatchPanel::BatchPanel(CounterActions &actions, QWidget *parent)
    : QWidget(parent), m_heading(new QLabel), m_hint(new QLabel), m_bar(new QProgressBar),
      m_list(newPlainList(QStringLiteral("batch"), tr("Copies to be signed"), m_model)),
      m_pause(new KeyButton(actions.pauseSigning))
{
    setObjectName(QStringLiteral("batchPanel"));
    m_heading->setObjectName(QStringLiteral("batchHeading"));
    m_heading->setWordWrap(true);
    QFont large = m_heading->font();
    large.setPointSizeF(large.pointSizeF() * 1.2);
    large.setWeight(QFont::DemiBold);
    m_heading->setFont(large);
    m_hint->setObjectName(QStringLiteral("batchHint"));
    m_hint->setWordWrap(true);
    m_bar->setObjectName(QStringLiteral("batchProgress"));
    m_bar->setAccessibleName(tr("Progress"));
    m_bar->setTextVisible(false);
    m_bar->setMaximumHeight(8);
    m_list->setItemDelegate(new TextDelegate(m_list));
    m_list->setResizeMode(QListView::Adjust);
    m_list->viewport()->setAutoFillBackground(false);
    auto *stop = new KeyButton(QStringLiteral("stopSigning"), KeyButton::Weight::Normal);
    stop->setLabel(tr("Stop"), actions.cancel->shortcut().toString(QKeySequence::NativeText));
    connect(stop, &KeyButton::clicked, actions.cancel, &QAction::trigger);
    m_stop = stop;

    auto *buttons = new QHBoxLayout;
    buttons->setSpacing(8);
    buttons->addWidget(m_pause);
    buttons->addWidget(m_stop);
    buttons->addStretch();
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(14, 8, 14, 12);
    layout->setSpacing(8);
    layout->addWidget(m_heading);
    layout->addWidget(m_bar);
    layout->addWidget(m_hint);
    layout->addWidget(m_list, 1);
    layout->addLayout(buttons);
}

void BatchPanel::showStage(Stage stage)
{
    const int total = m_model.rowCount();
    const QString count = tr("%1 of %2").arg(m_model.settled()).arg(total);
    switch (stage) {
    case Stage::Running:
        m_heading->setText(tr("Signing: %1").arg(count));
        m_hint->setText(tr("Leave the token plugged in."));
        break;
    case Stage::Paused:
        m_heading->setText(tr("Paused: %1").arg(count));
        m_hint->setText(tr("Enter signs on. Esc stops: what is signed stays signed."));
        break;
    case Stage::Ending:
        m_heading->setText(tr("Stopping: %1").arg(count));
        m_hint->setText(tr("The copy that is being signed is finished first."));
        break;
    case Stage::Done:
        m_heading->setText(SignWords::summary(m_model.papers()));
        m_hint->setText(tr("What is signed stays signed. The others are signed with the next "
                           "batch."));
        break;
    }
    m_bar->setRange(0, total);
    m_bar->setValue(m_model.settled());
    m_bar->setVisible(stage != Stage::Done);
    m_pause->setVisible(stage == Stage::Running);
    m_stop->setVisible(stage == Stage::Running || stage == Stage::Paused);
    setAccessibleName(m_heading->text());
}

void BatchPanel::focusList()
{
    m_list->setFocus(Qt::OtherFocusReason);
}

QString BatchPanel::heading() const
{
    return m_heading->text();
}

}  // namespace station::gui
