#include "app/gui/counter/scanner_line.h"

#include "app/gui/widgets/state_label.h"

#include <QHBoxLayout>
#include <QProgressBar>

namespace station::gui {

ScannerLine::ScannerLine(QWidget *parent)
    : QWidget(parent), m_text(new StateLabel), m_bar(new QProgressBar)
{
    setObjectName(QStringLiteral("scannerLine"));
    m_bar->setObjectName(QStringLiteral("progress"));
    m_bar->setAccessibleName(tr("Progress"));
    m_bar->setTextVisible(false);
    m_bar->setFixedWidth(180);
    m_bar->setMaximumHeight(8);

    auto *layout = new QHBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(14);
    layout->addWidget(m_text, 1);
    layout->addWidget(m_bar);
    m_bar->hide();
}

void ScannerLine::showState(Mark mark, Tone tone, const QString &text)
{
    m_bar->hide();
    m_text->setState(mark, tone, text);
}

void ScannerLine::showProgress(const QString &text, int done, int total)
{
    m_text->setState(Mark::Scan, Tone::Accent, text);
    m_bar->setRange(0, total);
    m_bar->setValue(done);
    m_bar->show();
}

}  // namespace station::gui
