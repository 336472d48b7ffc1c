#pragma once

#include "app/gui/counter/field_draft.h"

#include <QWidget>

#include <vector>

class QScrollArea;
class QVBoxLayout;

namespace station::gui {

class StateLabel;
class ValueEdit;

/// The fields of one paper under each other: name, where the value comes from
/// and how sure it is, and the value. Reports wishes, decides nothing.
class FieldForm final : public QWidget {
    Q_OBJECT

public:
    explicit FieldForm(QWidget *parent = nullptr);

    /// Keeps focus and cursor for the same fields.
    void showDraft(const PaperDraft &draft, bool readOnly);
    void showNothing(const QString &hint);
    void focusField(const QString &key);
    QString focusedField() const;  ///< Empty: none.

signals:
    void edited(const QString &key, const QString &value);
    void confirmRequested(const QString &key);
    void fieldEntered(const QString &key);

private:
    struct Row {
        QString key{};
        StateLabel *state = nullptr;
        ValueEdit *edit = nullptr;
    };

    void rebuild(const PaperDraft &draft);
    void addGroup(const QString &name);
    void update(const Row &row, const FieldDraft &field);

    QScrollArea *m_scroll;
    QVBoxLayout *m_layout;
    std::vector<Row> m_rows{};
    QString m_looksLike{};
};

}  // namespace station::gui
