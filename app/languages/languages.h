#pragma once

#include <QCoreApplication>
#include <QString>

/// Languages of the texts that a person reads; window and command line share it.
namespace station::languages {

/// "vi", "en" or "cs": what LC_ALL, LC_MESSAGES or LANG asks for, else "en". For
/// the command line only; the window speaks Vietnamese unless told otherwise.
QString ofEnvironment();

/// Loads the program's and Qt's texts of that language. English is in the source;
/// its file only holds plural forms. An unknown language changes nothing.
void install(QCoreApplication &application, const QString &language);

}  // namespace station::languages
