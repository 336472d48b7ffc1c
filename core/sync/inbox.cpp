#include "core/sync/inbox.h"

#include "core/base/clock.h"
#include "core/base/sha256.h"
#include "core/repository/layout.h"

#include <QJsonDocument>
#include <QJsonObject>
#include <QSet>

#include <utility>

using namespace Qt::StringLiterals;

namespace station::sync {
namespace layout = repository::layout;

QByteArray eventBody(const HandoverEvent &event)
{
    return QJsonDocument(QJsonObject{{u"schema"_s, 1},
                                     {u"id"_s, event.id},
                                     {u"dossier"_s, event.dossierUuid},
                                     {u"office"_s, event.office},
                                     {u"department"_s, event.department},
                                     {u"manifest"_s, event.manifestKey},
                                     {u"manifest_sha256"_s, event.manifestSha256},
                                     {u"at_ms"_s, event.atMs}})
        .toJson(QJsonDocument::Compact);
}

namespace {

const QString ending = u".json"_s;
constexpr qint64 longestWayMs = 30LL * 24 * 60 * 60 * 1000;

/// What all ids that were made from then on are not less than.
QString lowestUuid7(qint64 ms)
{
    const QString digits = u"%1"_s.arg(ms, 12, 16, QLatin1Char('0'));
    return digits.left(8) + u'-' + digits.mid(8);
}

Expected<HandoverEvent> eventFrom(const QByteArray &bytes, const QString &key)
{
    const auto json = QJsonDocument::fromJson(bytes).object();
    if (json[u"schema"_s].toInt() != 1)
        return fail(Fault::RepositoryDamaged, key);
    return HandoverEvent{.id = json[u"id"_s].toString(),
                         .key = key,
                         .dossierUuid = json[u"dossier"_s].toString(),
                         .office = json[u"office"_s].toString(),
                         .department = json[u"department"_s].toString(),
                         .manifestKey = json[u"manifest"_s].toString(),
                         .manifestSha256 = json[u"manifest_sha256"_s].toString(),
                         .atMs = json[u"at_ms"_s].toInteger()};
}

}  // namespace

Inbox::Inbox(repository::Repository &repository, const repository::ProvinceKey &key)
    : m_repository(repository), m_key(key)
{
}

Expected<HandoverEvent> Inbox::eventAt(const QString &key)
{
    const auto bytes = m_repository.get(key);
    if (!bytes)
        return fail(bytes.error());
    return eventFrom(*bytes, key);
}

Expected<std::vector<HandoverEvent>> Inbox::events(const QString &department, const QString &after)
{
    const auto keys = m_repository.list(layout::events(department), after);
    if (!keys)
        return fail(keys.error());
    std::vector<HandoverEvent> events;
    for (const auto &key : *keys) {
        auto event = eventAt(key);
        if (!event)
            return fail(event.error());
        const auto acknowledged = m_repository.head(layout::acknowledgement(department, event->id));
        if (!acknowledged && acknowledged.error().fault != Fault::FileMissing)
            return fail(acknowledged.error());
        event->acknowledged = acknowledged.has_value();
        events.push_back(*std::move(event));
    }
    return events;
}

Expected<std::vector<HandoverEvent>> Inbox::unacknowledged(const QString &department,
                                                           const QString &office, qint64 sinceMs,
                                                           qint64 beforeMs, int mostRead)
{
    // An event may have waited for the network since it got its id, by which answers are sorted.
    const QString oldestId = lowestUuid7(sinceMs - longestWayMs);
    const QString answers = layout::acknowledgement(department, {}).chopped(ending.size());
    const auto keys = m_repository.list(layout::events(department),
                                        layout::eventsOf(department, inVietnam(sinceMs).date()));
    const auto answered = m_repository.list(answers, answers + oldestId);
    if (!keys || !answered)
        return fail(keys ? answered.error() : keys.error());
    const QSet<QString> known(answered->begin(), answered->end());
    std::vector<HandoverEvent> events;
    for (const auto &key : *keys) {
        const QString id = key.section(u'/', -1).chopped(ending.size());
        const QString answer = layout::acknowledgement(department, id);
        if (known.contains(answer))
            continue;
        if (id < oldestId) {
            const auto older = m_repository.head(answer);
            if (older)
                continue;
            if (older.error().fault != Fault::FileMissing)
                return fail(older.error());
        }
        if (mostRead-- == 0)
            break;
        auto event = eventAt(key);
        if (!event)
            return fail(event.error());
        if (event->atMs >= sinceMs && event->atMs < beforeMs &&
            (office.isEmpty() || office == event->office))
            events.push_back(*std::move(event));
    }
    return events;
}

Expected<Manifest> Inbox::open(const HandoverEvent &event)
{
    const auto bytes = fetch(event.manifestKey, event.manifestSha256);
    if (!bytes)
        return fail(bytes.error());
    auto manifest = openManifest(*bytes, m_key);
    if (!manifest)
        return manifest;
    if (manifest->dossierUuid != event.dossierUuid)
        return fail(Fault::RepositoryDamaged, event.manifestKey);
    for (const auto &entry : std::as_const(manifest->documents)) {
        if (const auto copy = document(entry.pdf); !copy)
            return fail(copy.error());
    }
    return manifest;
}

Expected<QByteArray> Inbox::document(const dossier::Blob &blob)
{
    return fetch(layout::blob(blob.sha256), blob.sha256);
}

Expected<QByteArray> Inbox::fetch(const QString &key, const QString &sha256)
{
    auto bytes = m_repository.get(key);
    if (bytes && sha256Hex(*bytes) != sha256)
        return fail(Fault::RepositoryDamaged, key);
    return bytes;
}

Expected<> Inbox::acknowledge(const HandoverEvent &event, const QString &actor, qint64 atMs)
{
    const auto body = QJsonDocument(QJsonObject{{u"schema"_s, 1},
                                                {u"event"_s, event.id},
                                                {u"actor"_s, actor},
                                                {u"at_ms"_s, atMs}})
                          .toJson(QJsonDocument::Compact);
    const auto put = m_repository.putIfAbsent(layout::acknowledgement(event.department, event.id),
                                              body, sha256Hex(body));
    // Somebody of the department was faster: acknowledged all the same.
    if (!put && put.error().fault != Fault::Conflict)
        return fail(put.error());
    return {};
}

}  // namespace station::sync
