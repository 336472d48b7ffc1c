#include "app/gui/counter/field_form.h"

#include "app/gui/counter/words.h"
#include "app/gui/widgets/note_row.h"
#include "app/gui/widgets/state_label.h"
#include "app/gui/widgets/value_edit.h"

#include <QLabel>
#include <QScrollArea>
#include <QScrollBar>
#include <QTextCursor>
#include <QVBoxLayout>

namespace station::gui {
namespace {

QFont demiBold(QFont font)
{
    font.setWeight(QFont::DemiBold);
    return font;
}

}  // namespace

FieldForm::FieldForm(QWidget *parent)
    : QWidget(parent), m_scroll(new QScrollArea), m_layout(new QVBoxLayout)
{
    setObjectName(QStringLiteral("fieldForm"));
    auto *content = new QWidget;
    content->setLayout(m_layout);
    content->setAutoFillBackground(false);
    m_layout->setContentsMargins(14, 4, 14, 10);
    m_layout->setSpacing(3);
    m_layout->setAlignment(Qt::AlignTop);

    m_scroll->setWidget(content);
    m_scroll->setWidgetResizable(true);
    m_scroll->setFrameShape(QFrame::NoFrame);
    m_scroll->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_scroll->setFocusPolicy(Qt::NoFocus);
    m_scroll->viewport()->setAutoFillBackground(false);

    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(m_scroll);
}

void FieldForm::showDraft(const PaperDraft &draft, bool readOnly)
{
    const auto &fields = draft.fields();
    const bool same = std::equal(
        m_rows.begin(), m_rows.end(), fields.begin(), fields.end(),
        [](const Row &row, const FieldDraft &field) { return row.key == field.slot.proposal.key; });
    if (!same || m_rows.empty() || m_looksLike != draft.looksLike())
        rebuild(draft);
    for (std::size_t i = 0; i < m_rows.size(); ++i) {
        update(m_rows[i], fields[i]);
        m_rows[i].edit->setReadOnly(readOnly);
    }
}

void FieldForm::showNothing(const QString &hint)
{
    rebuild({});
    auto *label = new QLabel(hint);
    label->setWordWrap(true);
    label->setForegroundRole(QPalette::PlaceholderText);
    m_layout->addWidget(label);
}

void FieldForm::rebuild(const PaperDraft &draft)
{
    m_rows.clear();
    while (QLayoutItem *item = m_layout->takeAt(0)) {
        if (QWidget *widget = item->widget()) {
            widget->hide();
            widget->deleteLater();
        }
        delete item;
    }

    m_looksLike = draft.looksLike();
    if (!m_looksLike.isEmpty()) {
        auto *note = new NoteRow(Mark::Attention, Tone::Quiet,
                                 //: %1 is a kind of paper, not the one that is asked for.
                                 tr("Looks like: %1").arg(m_looksLike));
        note->setObjectName(QStringLiteral("looksLike"));
        m_layout->addWidget(note);
        m_layout->addSpacing(9);
    }
    QString group;
    for (const FieldDraft &field : draft.fields()) {
        const QString key = field.slot.proposal.key;
        const auto cell = dossier::field_key::cellOf(key);
        if (cell && group != Words::tableRow(*cell)) {
            group = Words::tableRow(*cell);
            addGroup(group);
        }
        Row row{key, new StateLabel, new ValueEdit};
        auto *label = new QLabel(Words::field(cell ? cell->column : key));
        label->setWordWrap(true);
        label->setFont(demiBold(label->font()));
        label->setBuddy(row.edit);
        row.edit->setObjectName(QStringLiteral("field_") + key);
        row.edit->setAccessibleName(Words::field(key));
        if (!m_rows.empty())
            m_layout->addSpacing(9);
        m_layout->addWidget(label);
        m_layout->addWidget(row.edit);
        m_layout->addWidget(row.state);
        // At once, not with the next event: a hidden field cannot take the focus.
        row.edit->show();

        connect(row.edit, &ValueEdit::edited, this,
                [this, key, edit = row.edit] { emit edited(key, edit->value()); });
        connect(row.edit, &ValueEdit::confirmed, this, [this, key] { emit confirmRequested(key); });
        connect(row.edit, &ValueEdit::focusArrived, this, [this, row] {
            m_scroll->ensureWidgetVisible(row.state, 0, 12);
            m_scroll->ensureWidgetVisible(row.edit, 0, 40);
            emit fieldEntered(row.key);
        });
        m_rows.push_back(row);
    }
}

/// The name of a table's row above its cells.
void FieldForm::addGroup(const QString &name)
{
    auto *heading = new QLabel(name);
    heading->setObjectName(QStringLiteral("fieldGroup"));
    heading->setFont(demiBold(heading->font()));
    heading->setForegroundRole(QPalette::PlaceholderText);
    m_layout->addSpacing(14);
    m_layout->addWidget(heading);
}

void FieldForm::update(const Row &row, const FieldDraft &field)
{
    row.edit->setValue(field.value);
    const auto &proposal = field.slot.proposal;
    const bool typed = field.value != proposal.value;
    const QString source = Words::source(typed ? dossier::FieldSource::Typed : proposal.source);

    if (!field.problem.isEmpty()) {
        row.state->setState(Mark::Attention, Tone::Danger, field.problem);
    } else if (field.value.trimmed().isEmpty()) {
        if (field.slot.required)
            row.state->setState(Mark::Attention, Tone::Attention, tr("not read: type it"));
        else
            row.state->setState(Mark::Waiting, Tone::Quiet, tr("empty, not required"));
    } else if (field.confirmed && proposal.sure && !typed) {
        row.state->setState(Mark::Check, Tone::Good, tr("clear, %1").arg(source));
    } else if (field.confirmed) {
        row.state->setState(Mark::Check, Tone::Good, tr("confirmed, %1").arg(source));
    } else if (field.isOpen() && !proposal.asRead.isEmpty() && !typed) {
        //: Proposed by lists and rules for what the ink seems to say.
        row.state->setState(Mark::Attention, Tone::Attention,
                            tr("please check: read as “%1”").arg(proposal.asRead));
    } else if (field.isOpen()) {
        row.state->setState(Mark::Attention, Tone::Attention, tr("please check, %1").arg(source));
    } else {
        //: An optional value that the program is not sure of.
        row.state->setState(Mark::Waiting, Tone::Quiet, tr("left out unless you confirm it"));
    }
    row.edit->setAccessibleDescription(row.state->word());
}

void FieldForm::focusField(const QString &key)
{
    for (const Row &row : m_rows) {
        if (row.key != key)
            continue;
        row.edit->setFocus(Qt::OtherFocusReason);
        // Nothing is selected: a key pressed too often must not wipe the value.
        row.edit->moveCursor(QTextCursor::End);
    }
}

QString FieldForm::focusedField() const
{
    for (const Row &row : m_rows) {
        if (row.edit->hasFocus())
            return row.key;
    }
    return {};
}

}  // namespace station::gui
