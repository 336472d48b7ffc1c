#include "app/gui/counter/flag_note.h"

#include "app/gui/base/theme.h"
#include "app/gui/widgets/key_button.h"

#include <QAction>
#include <QHBoxLayout>
#include <QLabel>
#include <QPainter>
#include <QStringList>

#include <algorithm>

namespace station::gui {
namespace {

constexpr int markSize = 20;
constexpr int markLeft = 14;

}  // namespace

FlagNote::FlagNote(std::initializer_list<QAction *> remedies, QWidget *parent)
    : QWidget(parent), m_text(new QLabel)
{
    setObjectName(QStringLiteral("flagNote"));
    m_text->setObjectName(QStringLiteral("flagText"));
    m_text->setTextFormat(Qt::PlainText);
    m_text->setWordWrap(true);
    auto *layout = new QHBoxLayout(this);
    layout->setContentsMargins(markLeft + markSize + 12, 7, 14, 8);
    layout->addWidget(m_text, 1);
    for (QAction *remedy : remedies) {
        auto *button = new KeyButton(remedy, KeyButton::Weight::Small);
        layout->addWidget(button);
        button->setVisible(remedy->isEnabled());
        connect(remedy, &QAction::enabledChanged, button, &QWidget::setVisible);
    }
    hide();
}

void FlagNote::showFlags(const std::vector<SideFlag> &flags)
{
    QStringList sentences;
    for (const SideFlag &flag : flags)
        sentences << flag.sentence;
    m_text->setText(sentences.join(QLatin1Char('\n')));
    setAccessibleName(m_text->text());
    m_information = std::all_of(flags.begin(), flags.end(),
                                [](const SideFlag &flag) { return flag.information; });
    if (!flags.empty())
        m_mark = flags.front().mark;
    setVisible(!flags.empty());
    update();
}

QString FlagNote::text() const
{
    return m_text->text();
}

void FlagNote::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    const Tone tone = m_information ? Tone::Quiet : Tone::Attention;
    painter.fillRect(rect(), wash(tone, palette()));
    paintMark(painter, QRectF(markLeft, (height() - markSize) / 2.0, markSize, markSize), m_mark,
              ink(tone, palette()));
}

}  // namespace station::gui
