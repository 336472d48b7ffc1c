#pragma once

#include <QString>

/// Languages of the texts that a person reads; window and command line share it.
namespace station::languages {

/// "vi", "en" or "cs": what LC_ALL, LC_MESSAGES or LANG asks for, else "en". For
/// the command line only; the window speaks Vietnamese unless told otherwise.
QString ofEnvironment();

/// The one that comes after it when a person goes through all; the first one after an unknown.
QString after(const QString &language);

/// What follows `--language` on the command line, else `fallback`. Looked for by
/// hand, because options are described in that language before they are parsed.
QString wanted(const QString &fallback);

/// Loads the program's and Qt's texts of that language and makes it the locale of
/// dates and numbers. English stands in the source; its file only holds plural
/// forms. Takes the place of the language before it; an unknown one leaves the source's English.
/// Needs a QCoreApplication.
void install(const QString &language);

}  // namespace station::languages
