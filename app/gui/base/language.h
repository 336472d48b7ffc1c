#pragma once

#include <QString>

class QCoreApplication;

namespace station::gui {

/// Loads the words of a language ("vi", "en", "cs") and makes it the locale of
/// dates and numbers. False when its file is not installed; the program then
/// speaks English.
bool speak(QCoreApplication &application, const QString &language);

}  // namespace station::gui
