#include "app/gui/counter/count_panel.h"

#include "app/gui/widgets/key_button.h"
#include "app/gui/widgets/line_edit.h"

#include <QLabel>
#include <QLineEdit>
#include <QRegularExpressionValidator>
#include <QVBoxLayout>

namespace station::gui {

CountPanel::CountPanel(QWidget *parent)
    : QWidget(parent), m_sheets(newLineEdit(QStringLiteral("sheetCount"), tr("How many sheets?")))
{
    setObjectName(QStringLiteral("countPanel"));
    auto *label = new QLabel(tr("How many sheets?"));
    QFont bold = label->font();
    bold.setWeight(QFont::DemiBold);
    label->setFont(bold);
    label->setBuddy(m_sheets);
    auto *hint = new QLabel(tr("Count the sheets of this paper before they go into the feeder. "
                               "Leave it empty when nobody has counted."));
    hint->setWordWrap(true);

    // Not QIntValidator: an empty field is an answer, too.
    m_sheets->setValidator(
        new QRegularExpressionValidator(QRegularExpression(QStringLiteral("\\d{0,4}")), m_sheets));
    m_sheets->setAttribute(Qt::WA_InputMethodEnabled, false);
    auto *cancel = new KeyButton(QStringLiteral("cancelCount"), KeyButton::Weight::Normal);
    cancel->setLabel(tr("Not now"), tr("Esc"));

    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(14, 8, 14, 12);
    layout->setSpacing(8);
    layout->addWidget(label);
    layout->addWidget(m_sheets);
    layout->addWidget(hint);
    layout->addWidget(cancel);
    layout->addStretch();

    connect(m_sheets, &QLineEdit::returnPressed, this, &CountPanel::accept);
    connect(cancel, &KeyButton::clicked, this, &CountPanel::cancelled);
}

void CountPanel::ask(int expected)
{
    m_sheets->setText(expected > 0 ? QString::number(expected) : QString());
    m_sheets->selectAll();
    m_sheets->setFocus(Qt::OtherFocusReason);
}

void CountPanel::accept()
{
    emit counted(m_sheets->text().toInt());
}

}  // namespace station::gui
