#pragma once

#include "app/cli/invocation.h"
#include "app/compose/training_papers.h"

#include <QElapsedTimer>
#include <QJsonArray>

namespace station::cli {

/// The whole main job on embedded defaults, through the same use cases as the
/// window: an earlier dossier of the training owner puts one paper into the
/// repository, the second one scans the others and reuses that one. Everything
/// stays in the folder and is verified at the end.
class Demo {
public:
    Demo(const QString &folder, const Invocation &invocation);

    /// Fails on the first step that fails, and when anything that was made is
    /// not valid (SignatureInvalid, RepositoryDamaged, AuditBroken).
    Expected<Outcome> run();

private:
    Expected<> prepare();
    /// Walks one dossier; `reused` comes from the repository, not from paper.
    Expected<QString> walk(const std::vector<const compose::TrainingPaper *> &papers,
                           const QString &reused);
    Expected<> scan(const QString &dossier, const compose::TrainingPaper &paper);
    Expected<> sign(const QString &dossier);
    Expected<> confirm(const QString &dossier, const compose::TrainingPaper &paper);
    Expected<> verifyAll(const QStringList &dossiers);
    Expected<> verifyCopies(const QString &dossier, int number);
    Expected<> verifyInbox(const QStringList &dossiers);

    void step(const QString &what);  ///< One line with the time since the last one.

    const QString m_folder;
    const Invocation &m_invocation;
    QElapsedTimer m_timer;
    QElapsedTimer m_total;
    QJsonArray m_steps;
    QJsonArray m_copies;
    std::unique_ptr<compose::Station> m_station;
    compose::TrainingDossier m_training;
};

}  // namespace station::cli
