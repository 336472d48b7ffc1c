#pragma once

#include "core/base/expected.h"
#include "core/workflow/scan_source.h"

#include <QMap>
#include <QString>
#include <QStringList>

#include <vector>

namespace station::compose {

/// One paper of the invented training dossier, and what is printed on it.
struct TrainingPaper {
    QString component{};             ///< Of procedure 1.002809.
    QStringList pictures{};          ///< Full paths in feeder order: front, back, front …
    bool duplex = false;             ///< Printed on both sides.
    QMap<QString, QString> truth{};  ///< Field key → value as printed.
};

/// The owner and papers of the training dossier (`training/truth.json`).
struct TrainingDossier {
    QString procedure{};
    QString ownerId{};
    QString ownerName{};
    std::vector<TrainingPaper> papers{};

    const TrainingPaper *paper(const QString &component) const;
};

/// Fails with FileMissing or FileUnreadable.
Expected<TrainingDossier> loadTrainingDossier(const QString &folder);

/// Lays the training paper of a component (or of any, when there is none) into
/// the virtual scanner of `scannerFolder`: into the feeder, or on the glass.
/// Paper that lies there already stays and nothing is added.
Expected<> layTrainingPaper(const TrainingDossier &dossier, const QString &component,
                            workflow::PaperSource source, const QString &scannerFolder);

}  // namespace station::compose
