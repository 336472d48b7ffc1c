#include "app/gui/training/training_panel.h"

#include "app/gui/base/theme.h"
#include "app/gui/widgets/key_button.h"
#include "app/gui/widgets/state_label.h"

#include <QComboBox>
#include <QLabel>
#include <QLineEdit>
#include <QPainter>
#include <QSpinBox>
#include <QVBoxLayout>

namespace station::gui {
namespace {

constexpr int mostSheets = 99;

}  // namespace

TrainingPanel::TrainingPanel(QWidget *parent)
    : QWidget(parent), m_state(new StateLabel), m_paper(new QComboBox), m_sheets(new QSpinBox),
      m_cover(button(QStringLiteral("trayCover"), tr("Open the cover"))),
      m_plug(button(QStringLiteral("trayPlug"), tr("Unplug it")))
{
    setObjectName(QStringLiteral("trainingPanel"));
    m_state->setObjectName(QStringLiteral("trayState"));
    m_paper->setObjectName(QStringLiteral("trayPaper"));
    m_paper->setAccessibleName(tr("Training paper"));
    m_paper->setMinimumWidth(230);
    m_paper->setMinimumHeight(28);
    m_paper->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
    m_sheets->setObjectName(QStringLiteral("traySheets"));
    m_sheets->setAccessibleName(tr("Sheets to put back"));
    // A reader speaks the line inside.
    m_sheets->findChild<QLineEdit *>()->setAccessibleName(m_sheets->accessibleName());
    m_sheets->setRange(1, mostSheets);
    m_sheets->setMinimumHeight(28);
    m_sheets->setFrame(false);  // its field brings one

    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(16, 6, 16, 7);
    layout->setSpacing(5);
    layout->addLayout(paperRow());
    layout->addLayout(troubleRow());
    showState({});
}

KeyButton *TrainingPanel::button(const QString &name, const QString &text)
{
    auto *made = new KeyButton(name, KeyButton::Weight::Small);
    made->setLabel(text, {});
    return made;
}

void TrainingPanel::doOnClick(KeyButton *button, std::function<Deed()> deed)
{
    connect(button, &KeyButton::clicked, this,
            [this, deed = std::move(deed)] { emit deedRequested(deed()); });
}

QLayout *TrainingPanel::paperRow()
{
    auto *feed = button(QStringLiteral("trayFeed"), tr("Put into the feeder"));
    auto *separator = button(QStringLiteral("traySeparator"), tr("Its separator sheet"));
    auto *empty = button(QStringLiteral("trayEmpty"), tr("Empty the feeder"));
    auto *press = button(QStringLiteral("trayButton"), tr("Press the scanner's key"));
    doOnClick(feed, [this]() -> Deed {
        return [paper = chosenPaper()](TrainingTray &tray) { return tray.feed(paper); };
    });
    doOnClick(separator, [this]() -> Deed {
        return [paper = chosenPaper()](TrainingTray &tray) { return tray.feedSeparator(paper); };
    });
    doOnClick(empty, [] { return Deed(&TrainingTray::empty); });
    doOnClick(press, [] { return Deed(&TrainingTray::pressButton); });

    auto *row = new QHBoxLayout;
    row->setSpacing(6);
    row->addWidget(m_paper);
    row->addWidget(feed);
    row->addWidget(separator);
    row->addWidget(empty);
    row->addWidget(press);
    row->addSpacing(16);
    row->addWidget(m_state, 1);
    return row;
}

QLayout *TrainingPanel::troubleRow()
{
    auto *label = new QLabel(tr("Make a trouble:"));
    label->setForegroundRole(QPalette::PlaceholderText);
    auto *jam = button(QStringLiteral("trayJam"), tr("Jam the next sheet"));
    auto *twoSheets = button(QStringLiteral("trayDouble"), tr("Two sheets at once"));
    auto *hang = button(QStringLiteral("trayHang"), tr("Stop answering"));
    auto *putBack = button(QStringLiteral("trayPutBack"), tr("Put sheets back"));
    doOnClick(jam, [] { return Deed(&TrainingTray::jamNextSheet); });
    doOnClick(twoSheets, [] { return Deed(&TrainingTray::doubleFeedNext); });
    doOnClick(hang, [] { return Deed(&TrainingTray::hangNext); });
    doOnClick(m_cover, [this]() -> Deed {
        const auto wanted =
            m_now.coverOpen ? TrainingTray::Cover::Closed : TrainingTray::Cover::Open;
        return [wanted](TrainingTray &tray) { return tray.setCover(wanted); };
    });
    doOnClick(m_plug, [this]() -> Deed {
        return [plugged = !m_now.plugged](TrainingTray &tray) { return tray.setPlugged(plugged); };
    });
    doOnClick(putBack, [this]() -> Deed {
        return [sheets = m_sheets->value()](TrainingTray &tray) { return tray.putBack(sheets); };
    });

    auto *row = new QHBoxLayout;
    row->setSpacing(6);
    for (QWidget *part :
         std::initializer_list<QWidget *>{label, jam, twoSheets, hang, m_cover, m_plug})
        row->addWidget(part);
    row->addSpacing(16);
    row->addWidget(m_sheets);
    row->addWidget(putBack);
    row->addStretch();
    return row;
}

QString TrainingPanel::chosenPaper() const
{
    return m_paper->currentData().toString();
}

void TrainingPanel::setPapers(const std::vector<ChecklistPaper> &papers)
{
    m_paper->clear();
    for (const ChecklistPaper &paper : papers)
        m_paper->addItem(paper.name, paper.component.code);
}

void TrainingPanel::choosePaper(const QString &component)
{
    if (const int row = m_paper->findData(component); row >= 0)
        m_paper->setCurrentIndex(row);
}

void TrainingPanel::showState(const TrayState &state)
{
    m_now = state;
    m_cover->setLabel(state.coverOpen ? tr("Close the cover") : tr("Open the cover"), {});
    m_plug->setLabel(state.plugged ? tr("Unplug it") : tr("Plug it in"), {});
    const QString sheets = tr("%n sheet(s) in the feeder", nullptr, state.sheets);
    if (!state.plugged)
        m_state->setState(Mark::Stop, Tone::Attention, tr("unplugged · ") + sheets);
    else if (state.jammed)
        m_state->setState(Mark::Attention, Tone::Attention, tr("jammed · ") + sheets);
    else if (state.coverOpen)
        m_state->setState(Mark::Attention, Tone::Attention, tr("cover open · ") + sheets);
    else
        m_state->setState(state.sheets > 0 ? Mark::Scan : Mark::Waiting,
                          state.sheets > 0 ? Tone::Plain : Tone::Quiet, sheets);
}

void TrainingPanel::focusFirst()
{
    m_paper->setFocus(Qt::OtherFocusReason);
}

void TrainingPanel::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.fillRect(rect(), wash(Tone::Attention, palette()));
}

}  // namespace station::gui
