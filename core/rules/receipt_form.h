#pragma once

#include "core/base/expected.h"
#include "core/rules/validity.h"

#include <QMap>
#include <QString>
#include <QStringList>

#include <vector>

namespace station::rules {

/// Words of the receipt and appointment slip (giấy tiếp nhận hồ sơ và hẹn trả kết quả) as a
/// law has them (`resources/forms/receipt.toml`). Lines have placeholders in braces.
struct ReceiptForm {
    QString name{};
    Validity validity{};
    QString nation{};
    QString motto{};
    QString desk{};  ///< Below the office's name.
    QString placeAndDate{};
    QString title{};
    QString code{};
    QStringList copies{};  ///< One page each.
    QStringList head{};
    QString papers{};
    QStringList columns{};  ///< Of the list of papers: five.
    QStringList tail{};
    QString moment{};  ///< How {received} and {due} are written.
    QString applicant{};
    QString clerk{};
    QString signHint{};
    QString notesTitle{};
    QStringList notes{};
    QString qr{};
    // How a paper was taken in.
    QString digitized{};
    QString reused{};
    QString attached{};
    QString shown{};
};

class ReceiptForms {
public:
    ReceiptForms() = default;
    explicit ReceiptForms(std::vector<ReceiptForm> forms) : m_forms(std::move(forms)) {}

    /// The form in force on that day; null when no law of then is known.
    const ReceiptForm *find(QDate day) const;

private:
    std::vector<ReceiptForm> m_forms;
};

/// Fails with SettingsInvalid, as loadRuleProfile.
Expected<ReceiptForms> loadReceiptForms(const QString &path);

/// What stands for the placeholders of a form's line: "owner" → "Trần Thị Thử".
using FormValues = QMap<QString, QString>;

/// A line in pieces, words of the form and values in turn; the first is the form's (perhaps
/// empty). A placeholder without a value, or with an empty one, becomes `blank`.
QStringList filledPieces(const QString &line, const FormValues &values, const QString &blank);

}  // namespace station::rules
