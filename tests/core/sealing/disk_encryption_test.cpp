#include "core/sealing/disk_encryption.h"
#include "tests/support/catch.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QTemporaryDir>

using namespace station::sealing;
using namespace Qt::StringLiterals;
using State = DiskEncryption::State;

namespace {

void write(const QString &path, const QByteArray &text)
{
    REQUIRE(QDir().mkpath(QFileInfo(path).path()));
    QFile file(path);
    REQUIRE(file.open(QIODevice::WriteOnly));
    file.write(text);
}

/// What Linux tells of its mounts and devices.
struct Machine {
    void mount(const QByteArray &device, const QString &point, const QByteArray &kind,
               const QByteArray &source = "none")
    {
        m_mounts += "1 1 " + device + " / " + point.toUtf8().replace(' ', "\\040") +
                    " rw shared:1 - " + kind + ' ' + source + " rw\n";
        write(folder.filePath(u"proc/self/mountinfo"_s), m_mounts);
    }
    /// A device with its number, on others.
    void device(const QString &number, const QString &name, const QStringList &on = {}) const
    {
        const QString place = folder.filePath(u"sys/devices/"_s + name);
        REQUIRE(QDir().mkpath(place + u"/slaves"_s));
        REQUIRE(QDir().mkpath(folder.filePath(u"sys/dev/block"_s)));
        REQUIRE(QFile::link(place, folder.filePath(u"sys/dev/block/"_s + number)));
        for (const auto &slave : on)
            REQUIRE(QFile::link(folder.filePath(u"sys/devices/"_s + slave),
                                place + u"/slaves/"_s + slave));
    }
    void attribute(const QString &name, const QString &file, const QByteArray &text) const
    {
        write(folder.filePath(u"sys/devices/"_s + name + u'/' + file), text);
    }
    State state() const { return asked().state; }
    DiskEncryption asked() const
    {
        return diskEncryption(data, folder.filePath(u"proc"_s), folder.filePath(u"sys"_s));
    }

    QTemporaryDir folder;
    QString data = [this] {
        const QString path = folder.filePath(u"my data/station"_s);
        QDir().mkpath(path);
        return path;
    }();

private:
    QByteArray m_mounts;
};

}  // namespace

TEST_CASE("a partition is not encrypted and LUKS is", "[sealing]")
{
    Machine machine;
    machine.device(u"8:2"_s, u"sda2"_s);
    machine.device(u"253:0"_s, u"dm-0"_s, {u"sda2"_s});
    machine.attribute(u"dm-0"_s, u"dm/uuid"_s, "CRYPT-LUKS2-0123456789abcdef-data\n");
    machine.mount("8:2", u"/"_s, "ext4", "/dev/sda2");
    CHECK(machine.state() == State::No);
    CHECK(machine.asked().how == u"sda2");
    machine.mount("253:0", machine.folder.filePath(u"my data"_s), "ext4", "/dev/mapper/data");
    CHECK(machine.state() == State::Yes);
    CHECK(machine.asked().how == u"dm-0 CRYPT-LUKS2");
}

TEST_CASE("volumes are as closed as the disks below them", "[sealing]")
{
    Machine machine;
    machine.device(u"8:1"_s, u"sda1"_s);
    machine.device(u"8:17"_s, u"sdb1"_s);
    machine.device(u"253:0"_s, u"dm-0"_s, {u"sda1"_s});
    machine.attribute(u"dm-0"_s, u"dm/uuid"_s, "CRYPT-LUKS2-1");
    machine.device(u"253:1"_s, u"dm-1"_s, {u"dm-0"_s});
    machine.attribute(u"dm-1"_s, u"dm/uuid"_s, "LVM-abc");
    machine.mount("253:1", u"/"_s, "xfs", "/dev/mapper/vg-root");
    CHECK(machine.state() == State::Yes);

    machine.device(u"253:2"_s, u"dm-2"_s, {u"dm-0"_s, u"sdb1"_s});
    machine.attribute(u"dm-2"_s, u"dm/uuid"_s, "LVM-def");
    machine.mount("253:2", u"/"_s, "xfs", "/dev/mapper/vg-other");
    CHECK(machine.state() == State::No);
}

TEST_CASE("a loop file is as closed as the disk where it lies", "[sealing]")
{
    Machine machine;
    machine.device(u"8:2"_s, u"sda2"_s);
    machine.device(u"7:0"_s, u"loop0"_s);
    machine.attribute(u"loop0"_s, u"loop/backing_file"_s, "/images/data.img\n");
    machine.mount("8:2", u"/"_s, "ext4", "/dev/sda2");
    machine.mount("7:0", machine.folder.filePath(u"my data"_s), "ext4", "/dev/loop0");
    CHECK(machine.state() == State::No);
    CHECK(machine.asked().how == u"sda2");
    machine.mount("0:40", u"/images"_s, "ecryptfs");
    CHECK(machine.state() == State::Yes);
}

TEST_CASE("of shares and memory nothing is known", "[sealing]")
{
    Machine machine;
    machine.mount("0:30", u"/"_s, "nfs4", "server:/export");
    CHECK(machine.state() == State::Unknown);
    CHECK(machine.asked().how == u"nfs4");
    machine.mount("0:31", u"/"_s, "tmpfs", "tmpfs");
    CHECK(machine.state() == State::Unknown);
    machine.mount("0:32", u"/"_s, "fuse.gocryptfs", "/home/x/cipher");
    CHECK(machine.state() == State::Yes);
}

TEST_CASE("this machine can be asked and a missing folder is unknown", "[sealing]")
{
    CHECK_FALSE(diskEncryption(u"/"_s).how.isEmpty());
    CHECK(diskEncryption(u"/nonexistent/folder"_s).state == State::Unknown);
}
