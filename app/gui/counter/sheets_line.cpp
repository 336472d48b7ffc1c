#include "app/gui/counter/sheets_line.h"

#include "app/gui/counter/capture_words.h"
#include "app/gui/counter/next_step.h"
#include "app/gui/widgets/key_button.h"
#include "app/gui/widgets/state_label.h"

#include <QLabel>
#include <QVBoxLayout>

namespace station::gui {

SheetsLine::SheetsLine(QAction &count, QWidget *parent)
    : QWidget(parent), m_sheets(new StateLabel), m_oddities(new QLabel)
{
    m_sheets->setObjectName(QStringLiteral("sheets"));
    m_oddities->setObjectName(QStringLiteral("oddSheets"));
    m_oddities->setWordWrap(true);
    auto *row = new QHBoxLayout;
    row->setSpacing(8);
    row->addWidget(m_sheets, 1);
    row->addWidget(new KeyButton(&count, KeyButton::Weight::Small));
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(14, 0, 14, 8);
    layout->setSpacing(2);
    layout->addLayout(row);
    layout->addWidget(m_oddities);
}

void SheetsLine::showPaper(const ChecklistPaper &paper)
{
    const auto tally = tallyOf(paper);
    const bool missing = !tally.agrees() && tally.sheets > 0;
    const bool open = awaitsCount(paper);
    if (tally.sheets == 0 && tally.expected == 0)
        m_sheets->setState(Mark::Waiting, Tone::Quiet, tr("Sheets not counted"));
    else
        m_sheets->setState(open                ? Mark::Attention
                           : tally.sheets == 0 ? Mark::Waiting
                                               : Mark::Check,
                           open                ? Tone::Attention
                           : tally.sheets == 0 ? Tone::Quiet
                                               : Tone::Good,
                           CaptureWords::sheets(tally));
    QStringList notes = CaptureWords::oddities(tally);
    if (missing && !open && !paper.component.count.explanation.isEmpty())
        notes << tr("Reason: %1").arg(paper.component.count.explanation);
    m_oddities->setText(notes.join(QLatin1Char('\n')));
    m_oddities->setVisible(!notes.isEmpty());
}

}  // namespace station::gui
