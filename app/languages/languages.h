#pragma once

#include <QString>

/// Languages of the texts that a person reads; window and command line share it.
namespace station::languages {

/// "vi", "en" or "cs": what LC_ALL, LC_MESSAGES or LANG asks for, else "en". For
/// the command line only; the window speaks Vietnamese unless told otherwise.
QString ofEnvironment();

/// What follows `--language` on the command line, else `fallback`. Looked for by
/// hand, because options are described in that language before they are parsed.
QString wanted(const QString &fallback);

/// Loads the program's and Qt's texts of that language and makes it the locale of
/// dates and numbers. English stands in the source; its file only holds plural
/// forms. An unknown language changes nothing. Needs a QCoreApplication.
void install(const QString &language);

}  // namespace station::languages
