#pragma once

#include "tests/faults/fault_proxy.h"
#include "tests/support/ceph_cluster.h"

#include <QMap>
#include <QString>
#include <QStringList>

namespace station::faults {

struct ChaosPlan {
    int copies = 60;
    int copyBytes = 60'000;
    double rate = 0.12;  ///< Of requests that meet a fault.
    /// A sender is killed at the latest after so many requests. Not after a time: how far it gets
    /// in a second is the machine's affair.
    int longestLife = 250;
    int gatewayKillEvery = 3;  ///< With every so-manieth kill of a sender.
    std::uint64_t seed = 20'240'715;
    int deadlineMs = 120'000;
};

/// The server against the station's database.
struct ChaosFindings {
    int objects = 0;           ///< That the outbox calls verified.
    int lost = 0;              ///< Of those, not there.
    int corrupt = 0;           ///< Stored under a hash that is not theirs, in any version.
    int duplicates = 0;        ///< Keys with different versions, and keys that nobody planned.
    int identical = 0;         ///< Keys with more than one version of the same bytes. Harmless.
    QStringList unfinished{};  ///< Why hand-overs are open, if any are.
};

struct ChaosReport {
    bool finished = false;
    double seconds = 0;
    int requests = 0;
    QMap<NetworkFault, int> faults{};
    int faultCount = 0;
    int senderKills = 0;
    int gatewayKills = 0;
    /// Hand-overs that waited for a person, by the fault: each was tried again at once.
    QMap<QString, int> deadLetters{};

    int looks = 0;    ///< Objects that were called verified at a kill and looked at right then.
    int wrongly = 0;  ///< Of those, not there or different.
    ChaosFindings found{};
    /// After one object was removed on the server, one was overwritten and one was added: whoever
    /// counts has to see it.
    ChaosFindings damaged{};

    /// Nothing acknowledged wrongly, lost, corrupt or there twice, and nothing given up on that
    /// waiting would have healed.
    bool isGood() const;
    bool sawDamage() const;
};

/// The station's outbox, full of copies, is sent over a bad network to a gateway that is killed
/// over and over. So are the senders, of which there are always two: who is killed leaves the
/// outbox to the other. Their waits pass two hundred times as fast. Afterwards everything on the
/// server is listed, hashed again and compared with the station's database.
ChaosReport runChaos(CephCluster &cluster, const ChaosPlan &plan);

QString told(const ChaosReport &report);

}  // namespace station::faults
