#pragma once

#include "core/workflow/scan_source.h"
#include "scanner/options/option.h"

#include <QString>

#include <optional>

namespace station::scanner {

/// Backends name the same thing in many ways: "ADF Front", "Automatic Document
/// Feeder", "True Gray", a bool "duplex" … These functions read one word of them;
/// nothing means a word that we do not use ("Auto", "ADF Back", film holders).
std::optional<workflow::PaperSource> paperSourceOf(const QString &word);

/// Nothing for dithered, 1-bit and infrared modes.
std::optional<workflow::ColourMode> colourModeOf(const QString &word);

/// The word of the list that means `source` or `mode`, the plainest if several.
std::optional<QString> wordFor(const QStringList &words, workflow::PaperSource source);
std::optional<QString> wordFor(const QStringList &words, workflow::ColourMode mode);

}  // namespace station::scanner
