#pragma once

#include <QByteArray>
#include <QFile>
#include <QString>
#include <QTemporaryDir>

/// A law or settings file on disk for one test.
class LawFile {
public:
    explicit LawFile(const QByteArray &content)
    {
        QFile file(path());
        if (!file.open(QIODevice::WriteOnly) || file.write(content) != content.size())
            qFatal("cannot write the test's file");
    }

    QString path() const { return m_dir.filePath(QStringLiteral("law.toml")); }
    /// The message as the reader writes it, with this file's path before it.
    QString at(const QString &placeAndText) const { return path() + u':' + placeAndText; }

private:
    QTemporaryDir m_dir;
};

inline QString shared(const QString &file)
{
    return QStringLiteral(STATION_SHARE_DIR) + u'/' + file;
}
