#pragma once

#include "tests/scanner/support.h"

#include <QStringList>

#include <vector>

namespace station::scanner::testing {

struct ScanimageRun {
    int exitCode = -1;  ///< The SANE status; -1: it crashed.
    QString output{};
    QString errors{};
};

/// SANE's own program with the training scanner's environment, in the spool folder.
ScanimageRun runScanimage(const Bench &bench, const QStringList &arguments,
                          const QMap<QString, QString> &variables = {});

/// A small page at 75 dpi as PNM; the exit code.
int scanimage(const Bench &bench, const QStringList &arguments);

/// Until the feeder of adf1 is empty, into p1.pnm, p2.pnm …
int scanFeeder(const Bench &bench, const QStringList &arguments = {});

std::vector<int> pages(const Bench &bench);

}  // namespace station::scanner::testing
