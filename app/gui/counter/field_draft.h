#pragma once

#include "app/gui/counter/counter_desk.h"

#include <QString>

#include <vector>

namespace station::gui {

/// One field while the clerk works on it.
struct FieldDraft {
    FieldSlot slot{};
    QString value{};  ///< As it stands in the editor.
    bool confirmed = false;
    QString problem{};  ///< Why the value cannot be confirmed; empty: nothing is known against it.

    /// Waits for the clerk. A doubtful proposal that nobody requires does not: it is left
    /// out unless it is confirmed.
    bool isOpen() const;

    bool operator==(const FieldDraft &) const = default;
};

/// The fields of one paper: what waits for the clerk first, then doubtful ones that may be
/// left out, then the rest in the order of the paper kind, and tables row by row at the end.
/// The order stays while the clerk works.
class PaperDraft {
public:
    PaperDraft() = default;
    /// Sure proposals are confirmed already; so are empty fields that nobody requires. What was
    /// typed before stands as it was left.
    explicit PaperDraft(PaperReading read);

    const std::vector<FieldDraft> &fields() const { return m_fields; }
    const FieldDraft *field(const QString &key) const;
    const QString &looksLike() const { return m_looksLike; }  ///< See PaperReading.

    void edit(const QString &key, const QString &value);  ///< Takes the confirmation back.
    /// Confirms the value. False when a required field is empty: it stays open.
    bool confirm(const QString &key);
    void setProblem(const QString &key, const QString &problem);
    void restore(const FieldDraft &field);  ///< For undo.

    bool isComplete() const;  ///< No field waits.
    int openCount() const;
    /// The next field that waits, after this one and then from the start; empty: none.
    QString nextOpen(const QString &after = {}) const;
    std::vector<FieldValue> values() const;  ///< The confirmed ones that are not empty.
    /// What differs from how the reading left it.
    store::DraftFields typed() const;

private:
    FieldDraft *find(const QString &key);

    std::vector<FieldDraft> m_fields{};
    QString m_looksLike{};
};

}  // namespace station::gui
