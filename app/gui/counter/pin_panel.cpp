#include "app/gui/counter/pin_panel.h"

#include "app/gui/counter/counter_actions.h"
#include "app/gui/counter/sign_words.h"
#include "app/gui/widgets/key_button.h"
#include "app/gui/widgets/line_edit.h"
#include "app/gui/widgets/note_row.h"
#include "app/gui/widgets/text_delegate.h"

#include <QAccessible>
#include <QKeyEvent>
#include <QLabel>
#include <QLineEdit>
#include <QListWidget>
#include <QScrollArea>
#include <QVBoxLayout>

#include <algorithm>

namespace station::gui {
namespace {

constexpr int longestTyped = 64;
constexpr int rowsShown = 3;

QFont scaled(QFont font, double factor)
{
    font.setPointSizeF(font.pointSizeF() * factor);
    font.setWeight(QFont::DemiBold);
    return font;
}

QLabel *wrapped(const char *name)
{
    auto *label = new QLabel;
    label->setObjectName(QLatin1String(name));
    label->setTextFormat(Qt::PlainText);
    label->setWordWrap(true);
    return label;
}

}  // namespace

PinPanel::PinPanel(CounterActions &actions, QWidget *parent)
    : QWidget(parent), m_heading(wrapped("pinHeading")), m_name(wrapped("signerName")),
      m_token(wrapped("signerToken")), m_noteBox(new QWidget), m_notes(new QVBoxLayout(m_noteBox)),
      m_chooseLabel(wrapped("chooseCertificate")), m_choices(new QListWidget),
      m_known(new KeyButton(actions.knowLastTry)), m_pinLabel(wrapped("pinLabel")),
      m_pin(newLineEdit(QStringLiteral("pin"), tr("PIN of your signing token"))),
      m_complaint(wrapped("pinComplaint")), m_hint(wrapped("pinHint")),
      m_why(new KeyButton(actions.whyNotOthers, KeyButton::Weight::Small)),
      m_unusable(wrapped("unusableCertificates")), m_scroll(new QScrollArea)
{
    setObjectName(QStringLiteral("pinPanel"));
    setFocusPolicy(Qt::StrongFocus);
    m_name->setFont(scaled(m_name->font(), 1.55));
    m_token->setForegroundRole(QPalette::PlaceholderText);
    m_pinLabel->setFont(scaled(m_pinLabel->font(), 1.0));
    m_pinLabel->setText(tr("PIN of your signing token"));
    m_pinLabel->setBuddy(m_pin);
    m_complaint->setFont(scaled(m_complaint->font(), 1.0));
    m_chooseLabel->setText(tr("Several certificates can sign. Choose yours with the arrows or its "
                              "number, then Enter."));
    m_notes->setContentsMargins(0, 2, 0, 2);
    m_notes->setSpacing(7);

    m_choices->setObjectName(QStringLiteral("certificates"));
    m_choices->setAccessibleName(tr("Certificates that can sign"));
    m_choices->setItemDelegate(new TextDelegate(m_choices));
    m_choices->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_choices->setResizeMode(QListView::Adjust);
    m_choices->setVerticalScrollMode(QAbstractItemView::ScrollPerPixel);
    m_choices->installEventFilter(this);
    m_choices->viewport()->installEventFilter(this);
    m_chooseLabel->setBuddy(m_choices);

    m_pin->setEchoMode(QLineEdit::Password);
    m_pin->setMaxLength(longestTyped);
    m_pin->setAttribute(Qt::WA_InputMethodEnabled, false);
    m_pin->setContextMenuPolicy(Qt::NoContextMenu);
    m_pin->installEventFilter(this);

    build(actions);
    connect(m_choices, &QListWidget::currentRowChanged, this, &PinPanel::choose);
    connect(m_choices, &QListWidget::itemActivated, this, &PinPanel::accept);
    connect(m_pin, &QLineEdit::returnPressed, this, &PinPanel::accept);
    connect(m_pin, &QLineEdit::textEdited, this, [this] { complain({}); });
}

void PinPanel::build(CounterActions &actions)
{
    auto *cancel = new KeyButton(QStringLiteral("cancelPin"), KeyButton::Weight::Normal);
    cancel->setLabel(tr("Not now"), actions.cancel->shortcut().toString(QKeySequence::NativeText));
    connect(cancel, &KeyButton::clicked, this, &PinPanel::cancelled);

    auto *content = new QWidget;
    auto *layout = new QVBoxLayout(content);
    layout->setContentsMargins(14, 8, 14, 12);
    layout->setSpacing(8);
    for (QWidget *part : std::initializer_list<QWidget *>{
             m_heading, m_name, m_token, m_noteBox, m_chooseLabel, m_choices, m_known, m_pinLabel,
             m_pin, m_complaint, m_hint, cancel, m_why, m_unusable})
        layout->addWidget(part);
    layout->addStretch();

    // Names, warnings and reasons may be long; none of them is cut.
    m_scroll->setObjectName(QStringLiteral("pinScroll"));
    m_scroll->setFrameShape(QFrame::NoFrame);
    m_scroll->setWidgetResizable(true);
    m_scroll->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_scroll->setFocusPolicy(Qt::NoFocus);
    m_scroll->viewport()->setAutoFillBackground(false);
    content->setAutoFillBackground(false);
    m_scroll->setWidget(content);
    auto *outer = new QVBoxLayout(this);
    outer->setContentsMargins(0, 0, 0, 0);
    outer->addWidget(m_scroll);
}

void PinPanel::showPin()
{
    if (m_pin->hasFocus())
        m_scroll->ensureWidgetVisible(m_pin, 0, m_pin->height());
}

const SigningCertificate *PinPanel::current() const
{
    const auto &all = m_outlook.certificates;
    return m_row >= 0 && m_row < static_cast<int>(all.size())
               ? &all.at(static_cast<std::size_t>(m_row))
               : nullptr;
}

QString PinPanel::chosen() const
{
    const SigningCertificate *certificate = current();
    return certificate ? certificate->sha256 : QString();
}

void PinPanel::ask(const SigningOutlook &outlook)
{
    takePin();
    m_outlook = outlook;
    const auto &all = m_outlook.certificates;
    const auto usable = static_cast<int>(
        std::count_if(all.begin(), all.end(), [](const auto &one) { return one.isUsable(); }));
    const QString wanted = m_outlook.chosen.isEmpty() ? m_before : m_outlook.chosen;
    const auto known = std::find_if(all.begin(), all.end(), [&](const auto &one) {
        return one.isUsable() && one.sha256 == wanted;
    });
    m_row = known != all.end() ? static_cast<int>(known - all.begin()) : usable > 0 ? 0 : -1;

    const QSignalBlocker quiet(m_choices);
    m_choices->clear();
    QStringList reasons;
    for (const SigningCertificate &one : all) {
        const QString line =
            tr("Token %1, valid until %2").arg(one.token, SignWords::date(one.endsAtMs));
        if (one.isUsable())
            m_choices->addItem(QStringLiteral("%1. %2\n%3")
                                   .arg(QString::number(m_choices->count() + 1), one.name, line));
        else
            reasons << one.name + QLatin1Char('\n') + line + QLatin1Char('\n') +
                           one.flaws.join(QLatin1Char(' '));
    }
    m_choices->setCurrentRow(m_row);
    m_unusable->setText(reasons.join(QStringLiteral("\n\n")));
    m_unusable->setVisible(usable == 0 && !reasons.isEmpty());
    m_why->setVisible(usable > 0 && !reasons.isEmpty());
    m_chooseLabel->setVisible(usable > 1);
    m_choices->setVisible(usable > 1);
    fitChoices();

    m_pinLabel->setText(tr("PIN of your signing token"));
    m_hint->setText(tr("Asked once for all copies. The token locks itself %n minute(s) after the "
                       "last signature.",
                       nullptr, m_outlook.idleLockMinutes));
    showCurrent();
    const bool open = usable > 1 && known == all.end();
    if (open)
        enter(Stage::Choose);
    else
        choose(m_row);
}

/// As high as its first rows, which wrap in the width that there is.
void PinPanel::fitChoices()
{
    m_choices->doItemsLayout();
    int height = 2 * m_choices->frameWidth();
    for (int row = 0; row < qMin(m_choices->count(), rowsShown); ++row)
        height += m_choices->sizeHintForRow(row);
    m_choices->setFixedHeight(height);
}

void PinPanel::askForNext()
{
    takePin();
    m_choices->hide();
    m_chooseLabel->hide();
    m_pinLabel->setText(tr("PIN for the next signature"));
    m_hint->setText(tr("This token asks for its PIN at every signature."));
    enter(Stage::Type);
}

/// The certificate in that row; what comes next depends on its token.
void PinPanel::choose(int row)
{
    m_row = row;
    showCurrent();
    if (m_choices->hasFocus())
        return;
    const SigningCertificate *certificate = current();
    if (!certificate || certificate->pin == PinState::Locked ||
        certificate->pin == PinState::MustChange || certificate->pin == PinState::NeverSet)
        return enter(Stage::Helpless);
    if (certificate->pin == PinState::LastTry)
        return enter(Stage::LastTry);
    enter(certificate->ownKeypad ? Stage::Keypad : Stage::Type);
}

void PinPanel::showCurrent()
{
    const SigningCertificate *certificate = current();
    m_heading->setText(certificate ? tr("Signs as") : tr("No certificate here can sign"));
    m_name->setVisible(certificate);
    m_token->setVisible(certificate);
    std::vector<SignNote> notes;
    if (certificate) {
        m_name->setText(certificate->name);
        m_token->setText(tr("Token %1, valid until %2")
                             .arg(certificate->token, SignWords::date(certificate->endsAtMs)));
        notes = SignWords::notes(*certificate);
        if (certificate->ownKeypad)
            notes.push_back({Mark::Pen, Tone::Accent,
                             tr("Press Enter, then type the PIN on the token itself.")});
    }
    for (const SignNote &note : SignWords::clock(m_outlook.clock))
        notes.push_back(note);
    showNotes(notes);
}

void PinPanel::showNotes(const std::vector<SignNote> &notes)
{
    while (QLayoutItem *item = m_notes->takeAt(0)) {
        delete item->widget();
        delete item;
    }
    QStringList spoken{m_heading->text(), m_name->text(), m_token->text()};
    for (const SignNote &note : notes) {
        m_notes->addWidget(new NoteRow(note.mark, note.tone, note.text));
        spoken << note.text;
    }
    m_noteBox->setVisible(!notes.empty());
    // Whoever hears the window hears it before the PIN.
    setAccessibleName(spoken.join(QStringLiteral(". ")));
    m_pin->setAccessibleDescription(accessibleName());
    m_choices->setAccessibleDescription(accessibleName());
}

void PinPanel::enter(Stage stage)
{
    m_stage = stage;
    complain({});
    m_known->setVisible(stage == Stage::LastTry);
    const bool typed = stage == Stage::Type;
    m_pinLabel->setVisible(typed);
    m_pin->setVisible(typed);
    m_hint->setVisible(typed || stage == Stage::Keypad);
    if (!typed)
        takePin();
    if (typed)
        m_pin->setFocus(Qt::OtherFocusReason);
    else if (stage == Stage::Choose)
        m_choices->setFocus(Qt::OtherFocusReason);
    else
        setFocus(Qt::OtherFocusReason);
    QAccessibleEvent spoken(this, QAccessible::Alert);
    QAccessible::updateAccessibility(&spoken);
    emit stageChanged();
}

void PinPanel::acknowledge()
{
    const SigningCertificate *certificate = current();
    if (m_stage == Stage::LastTry && certificate)
        enter(certificate->ownKeypad ? Stage::Keypad : Stage::Type);
}

void PinPanel::accept()
{
    const SigningCertificate *certificate = current();
    switch (m_stage) {
    case Stage::Choose:
        setFocus(Qt::OtherFocusReason);
        return choose(m_choices->currentRow());
    case Stage::Type: {
        const auto length = static_cast<int>(m_pin->text().size());
        if (length == 0)
            return;
        if (certificate && length < certificate->shortestPin)
            return complain(tr("Too short: a PIN of this token has at least %n character(s). The "
                               "token was not asked.",
                               nullptr, certificate->shortestPin));
        if (certificate && certificate->longestPin > 0 && length > certificate->longestPin)
            return complain(tr("Too long: a PIN of this token has at most %n character(s). The "
                               "token was not asked.",
                               nullptr, certificate->longestPin));
        break;
    }
    case Stage::Keypad:
        break;
    case Stage::LastTry:
    case Stage::Helpless:
        return;
    }
    m_before = chosen();
    emit signRequested();
}

void PinPanel::complain(const QString &text)
{
    m_complaint->setText(text);
    m_complaint->setVisible(!text.isEmpty());
    if (text.isEmpty())
        return;
    QAccessibleEvent spoken(m_complaint, QAccessible::Alert);
    QAccessible::updateAccessibility(&spoken);
}

void PinPanel::showUnusable()
{
    if (hasUnusable())
        m_unusable->setVisible(!m_unusable->isVisible());
}

bool PinPanel::hasUnusable() const
{
    return !m_unusable->text().isEmpty();
}

bool PinPanel::eventFilter(QObject *watched, QEvent *event)
{
    // On a low screen notes push it below the edge, also those that come later.
    if (event->type() == QEvent::FocusIn || event->type() == QEvent::Move)
        QMetaObject::invokeMethod(this, &PinPanel::showPin, Qt::QueuedConnection);
    if (watched == m_choices->viewport() && event->type() == QEvent::Resize)
        fitChoices();
    if (event->type() != QEvent::ShortcutOverride && event->type() != QEvent::KeyPress)
        return false;
    const int key = static_cast<QKeyEvent *>(event)->key();
    if (watched == m_choices && key >= Qt::Key_1 && key <= Qt::Key_9 &&
        key - Qt::Key_1 < m_choices->count()) {
        // In this list a digit is a row and not a paper.
        event->accept();
        if (event->type() == QEvent::KeyPress) {
            m_choices->setCurrentRow(key - Qt::Key_1);
            accept();
        }
        return true;
    }
    if (watched == m_pin && key == Qt::Key_Up && event->type() == QEvent::KeyPress &&
        m_choices->isVisible()) {
        enter(Stage::Choose);
        return true;
    }
    return false;
}

void PinPanel::keyPressEvent(QKeyEvent *event)
{
    if (event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter)
        return accept();
    QWidget::keyPressEvent(event);
}

Secret PinPanel::takePin()
{
    QString typed = m_pin->text();
    m_pin->clear();
    QByteArray bytes = typed.toUtf8();
    // The field has let go of this string: filling it overwrites the characters.
    typed.fill(QLatin1Char('0'));
    return Secret(std::move(bytes));
}

}  // namespace station::gui
