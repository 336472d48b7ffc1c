#pragma once

#include "tests/e2e/station_under_test.h"
#include "tests/support/catch.h"

#include <QFile>
#include <QTemporaryDir>

namespace station::e2e {

/// A station with settings of its own and its data sealed, the key beside the settings.
class ConfiguredStation {
public:
    /// `settings`: TOML; files that it names are written by `write`.
    explicit ConfiguredStation(const QString &settings)
    {
        write(QStringLiteral("office.toml"),
              "[storage]\nsealing = \"file\"\nsealing_key_file = \"sealing.key\"\n" +
                  settings.toUtf8());
    }
    /// Readable by its owner only.
    void write(const QString &name, const QByteArray &text) const
    {
        QFile file(m_config.filePath(name));
        REQUIRE(file.open(QIODevice::WriteOnly));
        file.write(text);
        REQUIRE(file.setPermissions(QFile::ReadOwner | QFile::WriteOwner));
    }

    QStringList arguments() const
    {
        return m_station.commonArguments() << QStringLiteral("--config") << m_config.path();
    }
    Run cli(const QStringList &words) const  ///< With --json.
    {
        return text(QStringList{QStringLiteral("--json")} + words);
    }
    Run text(const QStringList &words) const  ///< For a person.
    {
        return run(StationUnderTest::program(), arguments() << words);
    }
    /// A licence exchange with a code; its uuid.
    QString newDossier(const QString &ownerId, const QString &ownerName, const QString &code) const
    {
        const Run opened =
            cli({QStringLiteral("dossier"), QStringLiteral("new"), QStringLiteral("--procedure"),
                 QStringLiteral("1.002809"), QStringLiteral("--owner-id"), ownerId,
                 QStringLiteral("--owner-name"), ownerName, QStringLiteral("--code"), code});
        INFO(opened.errors.toStdString());
        REQUIRE(opened.exitCode == 0);
        return opened.json()[QStringLiteral("uuid")].toString();
    }
    const StationUnderTest &station() const { return m_station; }

private:
    QTemporaryDir m_config;
    StationUnderTest m_station;
};

}  // namespace station::e2e
