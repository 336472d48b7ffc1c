#pragma once

#include "core/base/expected.h"
#include "core/workflow/scan_source.h"

#include <QJsonObject>
#include <QString>
#include <QStringList>

#include <optional>
#include <vector>

namespace station::scanner {

/// What one family of models needs beyond the common rules: data from
/// resources/scanners, read by the client and sent to the worker with `open`.
/// A default Quirk is a scanner without any.
struct Quirk {
    // Whom it is for: names with `*` for any letters, compared without case.
    QString backend{QStringLiteral("*")};
    QString vendor{QStringLiteral("*")};
    QString model{QStringLiteral("*")};

    // The model's words, the best first; empty: the common table (options/dialect.h).
    QStringList flatbed{};
    QStringList feeder{};
    QStringList duplex{};
    QStringList colour{};
    QStringList gray{};
    QStringList never{};  ///< Source words that must not be chosen, whatever they seem to say.

    // Names of options; empty: the common ones.
    QString sourceOption{};
    QString sidesOption{};
    QString modeOption{};
    QString resolutionOption{};
    QString button{QStringLiteral("scan")};

    /// Set by name, when the option exists and is active; the value as scanimage
    /// writes it ("no", "300", "Stop").
    struct Extra {
        QString option{};
        QString value{};
        bool operator==(const Extra &) const = default;
    };
    std::vector<Extra> extras{};

    double pageMarginMm = 0;  ///< Asked for around the paper; what is too much is cropped later.
    bool reopenBetweenSheets = false;
    bool reopenBetweenRuns = false;
    bool cancelBetweenRuns = true;  ///< The one sane_cancel after the last side.
    int busyTries = 4;              ///< Starts before "busy" is believed.
    bool prefetches =
        false;  ///< Draws sheets in ahead: those after the named one need a look, too.

    struct Deadlines {
        std::optional<int> openMs{};
        std::optional<int> firstDataMs{};
        std::optional<int> followingDataMs{};
        std::optional<int> cancelMs{};
        bool operator==(const Deadlines &) const = default;
    };
    Deadlines deadlines{};

    const QStringList &wordsFor(workflow::PaperSource source) const;
    const QStringList &wordsFor(workflow::ColourMode mode) const;

    bool operator==(const Quirk &) const = default;
};

/// Without the deadlines, which are the client's.
QJsonObject toJson(const Quirk &quirk);
Quirk quirkFrom(const QJsonObject &message);

}  // namespace station::scanner
