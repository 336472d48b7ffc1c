#pragma once

#include "tests/support/catch.h"

#include <QFile>
#include <QString>
#include <QTemporaryDir>

#include <sys/mount.h>

namespace station {

/// A disk of some megabytes, where this user may make one.
class SmallDisk {
public:
    explicit SmallDisk(int megabytes = 40)
        : m_mounted(::mount("tmpfs", QFile::encodeName(m_folder.path()).constData(), "tmpfs", 0,
                            ("size=" + QByteArray::number(megabytes) + "m").constData()) == 0)
    {
    }
    ~SmallDisk()
    {
        if (m_mounted)
            ::umount2(QFile::encodeName(m_folder.path()).constData(), MNT_DETACH);
    }
    SmallDisk(const SmallDisk &) = delete;
    SmallDisk &operator=(const SmallDisk &) = delete;
    bool isThere() const
    {
        if (!m_mounted)
            WARN("skipped: only root may mount a small disk");
        return m_mounted;
    }
    QString path() const { return m_folder.path(); }
    QString data() const { return path() + QStringLiteral("/data"); }
    /// With files of others, until so little is free.
    void fill(qint64 leftBytes = 0)
    {
        constexpr qint64 block = 4096;
        QFile file(m_folder.filePath(QStringLiteral("others")));
        REQUIRE(file.open(QIODevice::Append | QIODevice::Unbuffered));
        while (file.write(QByteArray(block, 'x')) == block) {
        }
        REQUIRE(file.resize(qMax(qint64(0), file.size() - leftBytes)));
    }
    void makeRoom() { QFile::remove(m_folder.filePath(QStringLiteral("others"))); }

private:
    QTemporaryDir m_folder;
    bool m_mounted;
};

}  // namespace station
