#include "app/gui/counter/trouble_card.h"

#include "app/errors/error_text.h"
#include "app/gui/base/theme.h"
#include "app/gui/counter/trouble_picture.h"
#include "app/gui/counter/trouble_words.h"
#include "app/gui/widgets/key_button.h"
#include "app/gui/widgets/state_label.h"

#include <QAccessible>
#include <QAction>
#include <QLabel>
#include <QPainter>
#include <QVBoxLayout>

namespace station::gui {
namespace {

constexpr QSize lastSheetSize{146, 207};  // A4
constexpr int widest = 700;
constexpr int roomForLastSheet = 430;

QFont scaled(QFont font, double factor)
{
    font.setPointSizeF(font.pointSizeF() * factor);
    font.setWeight(QFont::DemiBold);
    return font;
}

}  // namespace

TroubleCard::TroubleCard(QAction &goOn, QAction &endHere, QWidget *parent)
    : QWidget(parent), m_picture(new TroublePicture), m_what(new QLabel), m_paper(new QLabel),
      m_safe(new StateLabel), m_lastPicture(new QLabel), m_lastCaption(new QLabel),
      m_last(lastSheet()),
      m_goOn(new KeyButton(QStringLiteral("goOnScanning"), KeyButton::Weight::Primary)),
      m_steps(new QVBoxLayout)
{
    setObjectName(QStringLiteral("troubleCard"));
    setFocusPolicy(Qt::StrongFocus);
    m_safe->setObjectName(QStringLiteral("safeSheets"));

    auto *middle = new QHBoxLayout;
    middle->setSpacing(26);
    middle->addWidget(m_last, 0, Qt::AlignTop);
    middle->addLayout(m_steps, 1);

    auto *end = new KeyButton(QStringLiteral("endScanHere"), KeyButton::Weight::Normal);
    end->setLabel(tr("End here"), tr("Esc"));
    connect(m_goOn, &KeyButton::clicked, &goOn, &QAction::trigger);
    connect(end, &KeyButton::clicked, &endHere, &QAction::trigger);
    auto *buttons = new QHBoxLayout;
    buttons->setSpacing(10);
    buttons->addStretch();
    buttons->addWidget(end, 0, Qt::AlignVCenter);
    buttons->addWidget(m_goOn);

    auto *content = new QWidget;
    content->setMaximumWidth(widest);
    auto *column = new QVBoxLayout(content);
    column->setContentsMargins(30, 22, 30, 22);
    column->setSpacing(18);
    column->addWidget(head());
    column->addLayout(middle);
    column->addLayout(buttons);

    auto *layout = new QHBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(content, 1, Qt::AlignVCenter);
}

QWidget *TroubleCard::head()
{
    m_what->setObjectName(QStringLiteral("troubleWhat"));
    m_what->setFont(scaled(m_what->font(), 1.35));
    m_what->setWordWrap(true);
    m_paper->setWordWrap(true);
    m_paper->setForegroundRole(QPalette::PlaceholderText);

    auto *head = new QWidget;
    auto *words = new QVBoxLayout;
    words->setSpacing(6);
    words->addStretch();
    words->addWidget(m_what);
    words->addWidget(m_paper);
    words->addWidget(m_safe);
    words->addStretch();
    auto *layout = new QHBoxLayout(head);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(24);
    layout->addWidget(m_picture, 0, Qt::AlignVCenter);
    layout->addLayout(words, 1);
    return head;
}

QWidget *TroubleCard::lastSheet()
{
    m_lastPicture->setObjectName(QStringLiteral("lastSheet"));
    m_lastPicture->setFixedSize(lastSheetSize + QSize(2, 2));
    m_lastPicture->setAlignment(Qt::AlignCenter);
    m_lastCaption->setWordWrap(true);
    m_lastCaption->setAlignment(Qt::AlignHCenter);
    auto *part = new QWidget;
    part->setFixedWidth(170);
    auto *layout = new QVBoxLayout(part);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(6);
    layout->addWidget(m_lastPicture, 0, Qt::AlignHCenter);
    layout->addWidget(m_lastCaption);
    return part;
}

void TroubleCard::showTrouble(const workflow::Pause &pause, const QString &paper)
{
    const Fault fault = pause.error.fault;
    showText({.picture = TroubleWords::isShort(pause) ? Fault::CountMismatch : fault,
              // Without its subject: which sheet it is about is told in the steps.
              .what = errorText({fault}).what + QLatin1Char('.'),
              .paper = paper,
              .safe = TroubleWords::safe(pause),
              .steps = TroubleWords::steps(pause),
              .lastSheet = pause.lastSheet > 0 ? TroubleWords::lastSheet(pause) : QString(),
              .goOn = tr("Scan on")});
}

void TroubleCard::showText(const TroubleText &text)
{
    m_picture->showFault(text.picture);
    m_what->setText(text.what);
    m_paper->setText(text.paper);
    m_safe->setState(Mark::Check, Tone::Good, text.safe);
    m_lastPicture->clear();
    m_lastCaption->setText(text.lastSheet);
    foldLastSheet();
    m_goOn->setLabel(text.goOn, tr("Enter"));
    showSteps(text.steps);

    m_spoken = QStringList{text.what, text.paper, text.safe} + text.steps;
    setAccessibleName(text.what);
    setAccessibleDescription(this->text());
    QAccessibleEvent spoken(this, QAccessible::Alert);
    QAccessible::updateAccessibility(&spoken);
}

/// On a low screen what has to be done goes before what is safe already.
void TroubleCard::foldLastSheet()
{
    m_last->setVisible(!m_lastCaption->text().isEmpty() && height() >= roomForLastSheet);
}

void TroubleCard::resizeEvent(QResizeEvent *)
{
    foldLastSheet();
}

void TroubleCard::showSteps(const QStringList &steps)
{
    while (QLayoutItem *item = m_steps->takeAt(0)) {
        delete item->widget();
        delete item;
    }
    m_steps->setSpacing(11);
    for (int i = 0; i < steps.size(); ++i) {
        auto *number = new QLabel(QString::number(i + 1));
        number->setFont(scaled(number->font(), 1.15));
        number->setForegroundRole(QPalette::Link);
        number->setFixedWidth(22);
        auto *words = new QLabel(steps[i]);
        words->setWordWrap(true);
        auto *row = new QWidget;
        auto *layout = new QHBoxLayout(row);
        layout->setContentsMargins(0, 0, 0, 0);
        layout->setSpacing(6);
        layout->addWidget(number, 0, Qt::AlignTop);
        layout->addWidget(words, 1, Qt::AlignTop);
        m_steps->addWidget(row);
    }
    m_steps->addStretch();
}

void TroubleCard::showLastSheet(const QImage &picture)
{
    if (picture.isNull())
        return;
    const qreal ratio = devicePixelRatioF();
    QImage fitted =
        picture.scaled(lastSheetSize * ratio, Qt::KeepAspectRatio, Qt::SmoothTransformation);
    fitted.setDevicePixelRatio(ratio);
    QPainter frame(&fitted);
    frame.setPen(hairline(palette()));
    frame.drawRect(QRectF(0.5, 0.5, fitted.width() / ratio - 1, fitted.height() / ratio - 1));
    frame.end();
    m_lastPicture->setPixmap(QPixmap::fromImage(fitted));
}

QString TroubleCard::text() const
{
    return m_spoken.join(QLatin1Char('\n'));
}

void TroubleCard::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.fillRect(rect(), palette().color(QPalette::Base));
    painter.fillRect(QRect(0, 0, width(), 4), ink(Tone::Attention, palette()));
}

}  // namespace station::gui
