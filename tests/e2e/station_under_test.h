#pragma once

#include <QByteArray>
#include <QJsonObject>
#include <QString>
#include <QStringList>
#include <QTemporaryDir>

namespace station::e2e {

struct Run {
    int exitCode = -1;
    QByteArray output{};
    QByteArray errors{};

    QJsonObject json() const;   ///< Of the output.
    QString errorCode() const;  ///< `error.code` of the JSON.
    int errorLines() const;     ///< Lines on stderr that begin with "error:".
};

/// Runs any program to its end; exit code -1 when it crashed or hung.
Run run(const QString &program, const QStringList &arguments, const QByteArray &input = {});

/// A station on embedded defaults in a folder of its own, driven through the
/// command line as its users would.
class StationUnderTest {
public:
    /// `shared`: the folder with repository and province key that several
    /// stations use together; empty: its own.
    explicit StationUnderTest(const QString &shared = {});

    QString data() const { return m_folder.filePath(QStringLiteral("data")); }
    QStringList commonArguments() const;
    static QString program();

    Run cli(const QStringList &arguments) const;      ///< With --json.
    Run cliText(const QStringList &arguments) const;  ///< For a person.

    /// Opens a licence exchange (1.002809) of the training owner; its uuid.
    QString newDossier(const QStringList &more = {}) const;
    /// Copies pictures of training papers into the virtual feeder.
    void feed(const QStringList &pictures) const;
    QString feeder() const;
    QString device() const;  ///< Folder of the virtual feeder scanner; holds its markers.
    QString pinFile() const;
    /// Pictures of the training papers of one component, in feeder order.
    static QStringList training(const QString &component);

    /// A copy of the station's sealed blobs, as a file that anything reads.
    QString copy(const QString &sha256) const;

    QJsonObject show(const QString &dossier) const;
    QJsonObject component(const QString &dossier, const QString &code) const;

private:
    QTemporaryDir m_folder;
};

}  // namespace station::e2e
