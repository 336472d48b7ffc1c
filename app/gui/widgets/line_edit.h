#pragma once

#include <QString>

class QLineEdit;

namespace station::gui {

/// A line edit with room around its text. Names both for tests and for readers.
/// Without Qt::WA_InputMethodEnabled nothing is composed in it: for codes, numbers and PINs.
QLineEdit *newLineEdit(const QString &objectName, const QString &accessibleName);

}  // namespace station::gui
