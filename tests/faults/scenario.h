#pragma once

#include "core/store/store.h"

#include <QString>
#include <QStringList>

#include <memory>
#include <vector>

namespace station::faults {

/// One way in which the station writes, done by the program's own code in a folder that stands
/// for the whole disk: `data` is the station's, `repository` the province's.
class Scenario {
public:
    virtual ~Scenario() = default;

    virtual QString name() const = 0;
    /// What is on the disk for good before.
    virtual bool prepare(const QString & /*disk*/) const { return true; }
    /// In a program of its own. Each step that came back is acknowledged. Run again after a kill,
    /// it goes on. False when something failed that should not.
    virtual bool run(const QString &disk) const = 0;
    /// What is wrong with a disk on which that much was acknowledged. Changes it: the station
    /// starts on it.
    virtual QStringList violations(const QString &disk, const QStringList &acknowledged) const = 0;
};

const std::vector<std::unique_ptr<Scenario>> &scenarios();

std::unique_ptr<Scenario> captureScenario();
std::unique_ptr<Scenario> signingScenario();
std::unique_ptr<Scenario> handoverScenario();
std::unique_ptr<Scenario> purgeScenario();
std::unique_ptr<Scenario> firstStartScenario();
std::unique_ptr<Scenario> migrationScenario();
std::unique_ptr<Scenario> backupScenario();
std::unique_ptr<Scenario> restoreScenario();
std::unique_ptr<Scenario> sealingScenario();

// For the scenarios.

/// One line to the world outside.
void acknowledge(const QString &line);
/// The acknowledged lines that begin with `word`, split at blanks, without the word.
std::vector<QStringList> acknowledged(const QStringList &lines, const QString &word);

/// Nothing that the audit chain says about the dossier up to now may be lost.
void acknowledgeAudit(const store::Store &store, const QString &dossierUuid);

/// What must hold whatever happened: the station starts, the database and the audit chain are
/// whole, recovery misses no file, and each file that a row names is there with its own bytes.
/// Recovery has run afterwards.
QStringList stationViolations(const QString &dataDir, const QStringList &acknowledged,
                              std::shared_ptr<const sealing::Sealer> sealer = nullptr);

/// A code that no dossier of the store has yet.
QString freeDossierCode(const store::Store &store);

}  // namespace station::faults
