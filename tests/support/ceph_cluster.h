#pragma once

#include <QByteArray>
#include <QString>
#include <QStringList>

#include <memory>

namespace station {

/// A real S3 server for tests: Ceph with one monitor, one disk and one gateway on free loopback
/// ports, run by an unprivileged user in a folder of its own. Starts in about a second (memory)
/// or five (file). Nothing is left when this object goes, or when its program is killed.
///
/// A fault of the set-up throws std::runtime_error with the end of the log: a test must not go on
/// without its server. Not thread-safe, but not bound to one thread either.
class CephCluster {
public:
    enum class Disk {
        Memory,  ///< Forgets everything when its disk process is killed.
        File,    ///< Survives kill -9 of every process; for tests of durability and benchmarks.
    };

    /// The programs of radosgw, ceph-mon, ceph-osd and ceph-common are there.
    static bool isInstalled();

    /// The one cluster of a test program, started when first asked for. Without the programs, the
    /// test program ends here with a line "SKIPPED: …" and the exit code 77, which ctest shows as
    /// skipped (see SERVER in `station_tests`).
    static CephCluster &shared(Disk disk = Disk::Memory);

    explicit CephCluster(Disk disk = Disk::Memory);
    ~CephCluster();
    CephCluster(const CephCluster &) = delete;
    CephCluster &operator=(const CephCluster &) = delete;

    QString url() const;  ///< "http://127.0.0.1:<port>"; stays the same over restarts.
    static QByteArray accessKey() { return "TRAMKEY"; }
    static QByteArray secretKey() { return "tramsecret-0123456789"; }
    /// Made at the start.
    static QString plainBucket() { return QStringLiteral("kho-ctl"); }
    static QString versionedBucket() { return QStringLiteral("kho-doc"); }
    /// Nobody can delete what is in it for a day.
    static QString lockedBucket() { return QStringLiteral("kho-lock"); }

    // kill -9, and start until it answers.
    void killGateway();
    void startGateway();
    void killAll();
    void startAll();  ///< What does not run.

    struct Answer {
        int status = 0;
        QByteArray body{};
    };
    /// One request by the command line's curl with a signature of its own (version 2): for looking
    /// at the server past the code under test. `resource` is "/bucket/key?versions".
    Answer ask(const QByteArray &method, const QByteArray &resource, const QByteArray &body = {},
               const QList<QByteArray> &amzHeaders = {}) const;

    /// What all its programs have written into their logs.
    QByteArray logs() const;

    /// As the administrator of the gateway: radosgw-admin with these arguments.
    void administrate(const QStringList &arguments) const;

private:
    struct State;
    std::unique_ptr<State> m;
};

}  // namespace station
