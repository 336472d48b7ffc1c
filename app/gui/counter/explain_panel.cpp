#include "app/gui/counter/explain_panel.h"

#include "app/gui/counter/capture_words.h"
#include "app/gui/widgets/key_button.h"
#include "app/gui/widgets/line_edit.h"

#include <QLabel>
#include <QLineEdit>
#include <QStringList>
#include <QVBoxLayout>

namespace station::gui {

ExplainPanel::ExplainPanel(QAction &scanRest, QAction &scanAgain, QWidget *parent)
    : QWidget(parent), m_problem(new QLabel), m_scanAgain(new KeyButton(&scanAgain)),
      m_explanation(newLineEdit(QStringLiteral("explanation"), tr("Why the sheets are right")))
{
    setObjectName(QStringLiteral("explainPanel"));
    m_problem->setObjectName(QStringLiteral("countProblem"));
    QFont bold = m_problem->font();
    bold.setWeight(QFont::DemiBold);
    m_problem->setFont(bold);
    m_problem->setWordWrap(true);

    auto *label = new QLabel(tr("Why the sheets are right"));
    label->setBuddy(m_explanation);
    auto *hint = new QLabel(tr("Enter keeps the reason with the paper. It holds for the sheets as "
                               "they are now."));
    hint->setWordWrap(true);
    auto *cancel = new KeyButton(QStringLiteral("cancelExplanation"), KeyButton::Weight::Normal);
    cancel->setLabel(tr("Not now"), tr("Esc"));

    auto *scans = new QHBoxLayout;
    scans->setSpacing(6);
    scans->addWidget(new KeyButton(&scanRest), 1);
    scans->addWidget(m_scanAgain, 1);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(14, 8, 14, 12);
    layout->setSpacing(8);
    layout->addWidget(m_problem);
    layout->addLayout(scans);
    layout->addSpacing(8);
    layout->addWidget(label);
    layout->addWidget(m_explanation);
    layout->addWidget(hint);
    layout->addWidget(cancel);
    layout->addStretch();

    connect(m_explanation, &QLineEdit::returnPressed, this, &ExplainPanel::accept);
    connect(cancel, &KeyButton::clicked, this, &ExplainPanel::cancelled);
}

void ExplainPanel::ask(const dossier::SheetTally &tally)
{
    QStringList problems;
    if (tally.expected > 0 && tally.expected != tally.sheets)
        problems << tr("%1 of %n sheet(s) are scanned", nullptr, tally.expected).arg(tally.sheets);
    problems += CaptureWords::oddities(tally);
    m_scanAgain->setVisible(!CaptureWords::oddities(tally).isEmpty());
    m_problem->setText(problems.join(QLatin1Char('\n')));
    m_explanation->setFocus(Qt::OtherFocusReason);
}

void ExplainPanel::accept()
{
    emit explained(m_explanation->text().trimmed());
}

void ExplainPanel::clear()
{
    m_explanation->clear();
}

}  // namespace station::gui
