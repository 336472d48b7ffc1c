#include "core/repository/s3_probe.h"

#include "core/base/sha256.h"
#include "core/base/uuid7.h"

#include <QDateTime>

#include <algorithm>
#include <array>
#include <thread>
#include <vector>

namespace station::repository {
namespace {

constexpr int races = 5;
constexpr int racers = 4;

class Probe {
public:
    Probe(S3Session &session, const QString &documents, const QString &control)
        : m_session(session), m_documents(documents), m_control(control)
    {
    }

    Expected<Capabilities> run();

private:
    enum class Condition { None, IfAbsent };

    net::TransferAnswer put(const QString &bucket, const QString &key, const QByteArray &bytes,
                            const QByteArray &hashed, Condition condition = Condition::None);
    net::TransferAnswer ask(const char *method, const QString &bucket, const QString &key,
                            const net::HttpHeaders &query = {});
    /// Answers with status 0 stand for an error, which ends the probe.
    net::TransferAnswer kept(const Expected<net::TransferAnswer> &answer);
    void find(const QString &what, const net::TransferAnswer &answer);

    void tryClock();
    void tryWrongHash();
    void tryReadBack();
    void tryCreateTwice();
    void tryRace();
    void tryVersions();

    S3Session &m_session;
    const QString &m_documents;
    const QString &m_control;
    const QString m_id = newUuid7();
    Capabilities m_found;
    std::optional<Error> m_error;
};

net::TransferAnswer Probe::kept(const Expected<net::TransferAnswer> &answer)
{
    if (answer)
        return *answer;
    if (!m_error)
        m_error = answer.error();
    return {};
}

net::TransferAnswer Probe::put(const QString &bucket, const QString &key, const QByteArray &bytes,
                               const QByteArray &hashed, Condition condition)
{
    const MemorySource body(bytes);
    S3Request request{.method = "PUT",
                      .bucket = bucket,
                      .key = key,
                      .body = &body,
                      .bodySize = body.size(),
                      .bodySha256 = sha256Hex(hashed)};
    if (condition == Condition::IfAbsent)
        request.headers.emplace_back("If-None-Match", "*");
    return kept(m_session.send(request, {}));
}

net::TransferAnswer Probe::ask(const char *method, const QString &bucket, const QString &key,
                               const net::HttpHeaders &query)
{
    return kept(
        m_session.send({.method = method, .bucket = bucket, .key = key, .query = query}, {}));
}

void Probe::find(const QString &what, const net::TransferAnswer &answer)
{
    QString line = QStringLiteral("%1: HTTP %2").arg(what).arg(answer.status);
    if (const QByteArray code = codeOf(answer).left(64); !code.isEmpty())
        line += QLatin1Char(' ') + QString::fromLatin1(code);
    m_found.findings << line;
}

void Probe::tryClock()
{
    const auto answer = kept(
        m_session.need({.bucket = m_documents,
                        .query = {{"list-type", "2"}, {"max-keys", "1"}, {"prefix", "doc/probe/"}}},
                       {}));
    if (m_error)
        return;
    if (!readKeys(answer.body)) {
        m_error = notS3(answer);
        return;
    }
    if (answer.dateMs == 0) {
        m_found.findings << QStringLiteral("clock: the server does not tell the time");
        return;
    }
    // Its header has whole seconds.
    m_found.clockOffsetMs = answer.dateMs + 500 - (answer.sentAtMs + answer.receivedAtMs) / 2;
    if (std::abs(m_found.clockOffsetMs) < 1000)
        m_found.clockOffsetMs = 0;
    m_found.findings
        << QStringLiteral("clock: %1 ms ahead of this machine").arg(m_found.clockOffsetMs);
}

void Probe::tryWrongHash()
{
    const QString key = QStringLiteral("doc/probe/%1/hash").arg(m_id);
    // Not through the session's own patience: it would send a refused body again.
    const auto answer = put(m_documents, key, "flipped", "announced");
    if (m_error && m_error->fault == Fault::RepositoryDamaged) {
        m_found.findings << QStringLiteral("body with another SHA-256 than announced: ") +
                                m_error->detail;
        m_error.reset();
    } else {
        find(QStringLiteral("body with another SHA-256 than announced"), answer);
    }
    if (m_error)
        return;
    const auto there = ask("HEAD", m_documents, key);
    find(QStringLiteral("afterwards its key"), there);
    m_found.refusesWrongHash = !answer.isGood() && there.status == 404;
    if (there.isGood())
        ask("DELETE", m_documents, key);
}

void Probe::tryReadBack()
{
    m_found.readsBack = true;
    for (const auto &[bucket, area] : {std::pair(m_documents, QStringLiteral("doc")),
                                       std::pair(m_control, QStringLiteral("ctl"))}) {
        const QString key = QStringLiteral("%1/probe/%2/back").arg(area, m_id);
        QByteArray bytes;
        for (int n = 0; n < 100'000; ++n)
            bytes.append(static_cast<char>(n * 31 + n / 256));
        const auto stored = put(bucket, key, bytes, bytes);
        const auto back = ask("GET", bucket, key);
        if (m_error)
            return;
        if (!stored.isGood()) {
            m_error = errorOf(stored);
            return;
        }
        find(QStringLiteral("reading back from ") + area, back);
        const bool same = back.isGood() && back.body == bytes;
        if (!same)
            m_found.findings << QStringLiteral("read back other bytes from ") + area;
        m_found.readsBack = m_found.readsBack && same;
        ask("DELETE", bucket, key);
    }
}

void Probe::tryCreateTwice()
{
    const QString key = QStringLiteral("ctl/probe/%1/once").arg(m_id);
    const auto first = put(m_control, key, "first", "first", Condition::IfAbsent);
    const auto second = put(m_control, key, "second", "second", Condition::IfAbsent);
    if (m_error)
        return;
    find(QStringLiteral("first create of a control key"), first);
    find(QStringLiteral("second create of it"), second);
    const auto back = ask("GET", m_control, key);
    m_found.createsOnce = first.isGood() && second.status == 412 && back.body == "first";
    ask("DELETE", m_control, key);
    if (m_found.createsOnce)
        tryRace();
}

void Probe::tryRace()
{
    for (int race = 0; race < races && m_found.createsOnce; ++race) {
        const QString key = QStringLiteral("ctl/probe/%1/race-%2").arg(m_id).arg(race);
        std::array<Expected<net::TransferAnswer>, racers> answers;
        {
            std::vector<std::jthread> threads;
            for (int racer = 0; racer < racers; ++racer) {
                threads.emplace_back([&, racer] {
                    const QByteArray mine = QByteArray::number(racer);
                    const MemorySource body(mine);
                    answers[static_cast<std::size_t>(racer)] =
                        m_session.send({.method = "PUT",
                                        .bucket = m_control,
                                        .key = key,
                                        .headers = {{"If-None-Match", "*"}},
                                        .body = &body,
                                        .bodySize = body.size(),
                                        .bodySha256 = sha256Hex(mine)},
                                       {});
                });
            }
        }
        int winners = 0;
        for (const auto &answer : answers)
            winners += kept(answer).isGood() ? 1 : 0;
        ask("DELETE", m_control, key);
        if (m_error)
            return;
        m_found.createsOnce = winners == 1;
        if (winners != 1)
            m_found.findings
                << QStringLiteral("race of %1 creates: %2 winners").arg(racers).arg(winners);
    }
    if (m_found.createsOnce)
        m_found.findings
            << QStringLiteral("%1 races of %2 creates: one winner each").arg(races).arg(racers);
}

void Probe::tryVersions()
{
    const QString key = QStringLiteral("doc/probe/%1/versions").arg(m_id);
    const auto first = put(m_documents, key, "first", "first");
    const QByteArray version = first.headers.value("x-amz-version-id");
    const auto second = put(m_documents, key, "second", "second");
    if (m_error)
        return;
    if (version.isEmpty() || version == "null") {
        m_found.findings << QStringLiteral("documents: no versions are kept");
        ask("DELETE", m_documents, key);
        return;
    }
    const auto old = ask("GET", m_documents, key, {{"versionId", version}});
    m_found.keepsVersions = old.body == "first";
    find(QStringLiteral("an overwritten document by its version"), old);

    const auto about = ask("HEAD", m_documents, key, {{"versionId", version}});
    const auto until = QDateTime::fromString(
        QString::fromLatin1(about.headers.value("x-amz-object-lock-retain-until-date")),
        Qt::ISODateWithMs);
    const bool isLocked = !about.headers.value("x-amz-object-lock-mode").isEmpty() &&
                          until.isValid() && until.toMSecsSinceEpoch() > m_session.nowMs();
    const auto removed = ask("DELETE", m_documents, key, {{"versionId", version}});
    if (m_error)
        return;
    find(isLocked ? QStringLiteral("deleting a version that is locked")
                  : QStringLiteral("deleting a version that has no lock"),
         removed);
    m_found.locksDocuments = isLocked && !removed.isGood();
    ask("DELETE", m_documents, key, {{"versionId", second.headers.value("x-amz-version-id")}});
}

Expected<Capabilities> Probe::run()
{
    for (const auto step : {&Probe::tryClock, &Probe::tryReadBack, &Probe::tryWrongHash,
                            &Probe::tryCreateTwice, &Probe::tryVersions}) {
        (this->*step)();
        if (m_error)
            return fail(*m_error);
    }
    return m_found;
}

}  // namespace

Expected<Capabilities> probeS3(S3Session &session, const QString &documentBucket,
                               const QString &controlBucket)
{
    return Probe(session, documentBucket, controlBucket).run();
}

}  // namespace station::repository
