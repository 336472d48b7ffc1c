#include "core/repository/s3_repository.h"

#include "core/base/digest.h"
#include "core/base/sha256.h"
#include "core/base/uuid7.h"
#include "core/repository/checked_source.h"
#include "core/repository/layout.h"
#include "core/repository/s3_multipart.h"
#include "core/repository/s3_probe.h"

namespace station::repository {
namespace {

constexpr qint64 partsFrom = 16LL * 1024 * 1024;
constexpr qint64 mostInMemory = 512LL * 1024 * 1024;
constexpr int readsBeforeBelief = 3;  // of bytes that are not the expected ones
constexpr int writesBeforeDamaged = 3;

const QLatin1String controlArea("ctl/");
const QLatin1String documentArea("doc/");

QByteArray typeOf(const QString &key)
{
    if (key.endsWith(QLatin1String(".json")))
        return "application/json";
    return key.startsWith(QLatin1String("doc/v1/")) ? "application/pdf"
                                                    : "application/octet-stream";
}

tl::unexpected<Error> notAKey()
{
    return fail(Fault::InvalidInput, QStringLiteral("repository key"));
}

/// Absence matters only to who asked for this object; here it means that the server is not ready.
tl::unexpected<Error> notThereYet(Error error)
{
    if (error.fault == Fault::FileMissing)
        error = {
            Fault::RepositoryDown, QStringLiteral("stored, but not there: ") + error.detail, {}};
    return fail(std::move(error));
}

bool isTaken(const net::TransferAnswer &answer)
{
    return answer.status == 412 ||
           (answer.status == 409 && codeOf(answer) == "ConditionalRequestConflict");
}

}  // namespace

Expected<std::unique_ptr<S3Repository>> S3Repository::open(const S3Options &options,
                                                           const Clock &clock)
{
    auto session = S3Session::open(options, clock);
    if (!session)
        return fail(session.error());
    return std::unique_ptr<S3Repository>(new S3Repository(options, std::move(*session)));
}

S3Repository::S3Repository(const S3Options &options, std::unique_ptr<S3Session> session)
    : m_documentBucket(options.documentBucket), m_controlBucket(options.controlBucket),
      m_session(std::move(session))
{
}

QString S3Repository::bucketOf(const QString &key) const
{
    return key.startsWith(controlArea) ? m_controlBucket : m_documentBucket;
}

Expected<bool> S3Repository::isThere(const QString &key, const std::stop_token &stop)
{
    const auto answer =
        m_session->send({.method = "HEAD", .bucket = bucketOf(key), .key = key}, stop);
    if (!answer)
        return fail(answer.error());
    if (answer->status == 404)
        return false;
    if (!answer->isGood())
        return fail(errorOf(*answer));
    if (!answer->headers.contains("etag"))
        return fail(notS3(*answer));
    return true;
}

/// SHA-256 of what is there now.
Expected<QString> S3Repository::hashOf(const QString &key, const std::stop_token &stop)
{
    Digest digest;
    const auto answer = m_session->need(
        {.bucket = bucketOf(key),
         .key = key,
         .receive = [&](const char *bytes, qint64 size) { digest.add(bytes, size); }},
        stop);
    if (!answer)
        return fail(answer.error());
    if (!answer->headers.contains("etag"))
        return fail(notS3(*answer));
    return digest.hex();
}

/// RepositoryDamaged only after several looks: bytes may be corrupted on their way to us, too.
Expected<> S3Repository::readBack(const QString &key, const QString &sha256,
                                  const std::stop_token &stop)
{
    for (int look = 0; look < readsBeforeBelief; ++look) {
        const auto stored = hashOf(key, stop);
        if (!stored)
            return fail(stored.error());
        if (*stored == sha256)
            return {};
    }
    return fail(Fault::RepositoryDamaged, key);
}

Expected<Repository::Put> S3Repository::compare(const QString &key, const QString &sha256,
                                                const std::stop_token &stop)
{
    QString before;
    for (int look = 0; look < readsBeforeBelief; ++look) {
        const auto stored = hashOf(key, stop);
        if (!stored)
            return notThereYet(stored.error());
        if (*stored == sha256)
            return Put::AlreadyThere;
        if (*stored == before)
            return fail(Fault::Conflict, key);
        before = *stored;
    }
    return fail(Fault::RepositoryDamaged, key);
}

Expected<net::TransferAnswer> S3Repository::sendWhole(const QString &key, const ByteSource &content,
                                                      const QString &sha256, bool onlyIfAbsent,
                                                      const std::stop_token &stop)
{
    const CheckedSource checked(content, sha256, stop);
    if (const auto empty = checked.checkEmpty(); !empty)
        return fail(empty.error());
    S3Request request{.method = "PUT",
                      .bucket = bucketOf(key),
                      .key = key,
                      .headers = {{"Content-Type", typeOf(key)}},
                      .body = &checked,
                      .bodySize = content.size(),
                      .bodySha256 = sha256};
    if (onlyIfAbsent)
        request.headers.emplace_back("If-None-Match", "*");
    auto answer = m_session->send(request, stop);
    if (answer && answer->isGood() && !answer->headers.contains("etag"))
        return fail(notS3(*answer));
    return answer;
}

/// Whatever is there is replaced.
Expected<> S3Repository::store(const QString &key, const ByteSource &content, const QString &sha256,
                               const std::stop_token &stop)
{
    if (content.size() >= partsFrom && !key.startsWith(controlArea)) {
        if (!m_droppedStale.exchange(true))
            dropStaleUploads(*m_session, m_documentBucket);
        return putInParts(*m_session, {.bucket = bucketOf(key), .key = key, .type = typeOf(key)},
                          content, sha256, stop);
    }
    const auto answer = sendWhole(key, content, sha256, false, stop);
    if (!answer)
        return fail(answer.error());
    return answer->isGood() ? Expected<>() : fail(errorOf(*answer));
}

/// A control object counts only where of two that create it one is told so. The key is the same
/// for all, so that in the long run the question is one request and one object.
Expected<> S3Repository::needCreateOnce(const std::stop_token &stop)
{
    const std::lock_guard lock(m_mutex);
    const QString key = QStringLiteral("ctl/probe/once");
    for (int attempt = 0; attempt < 2 && !m_createsOnce; ++attempt) {
        const QByteArray mine = newUuid7().toLatin1();
        const auto answer = sendWhole(key, MemorySource(mine), sha256Hex(mine), true, stop);
        if (!answer)
            return fail(answer.error());
        if (!answer->isGood() && !isTaken(*answer))
            return fail(errorOf(*answer));
        m_createsOnce = isTaken(*answer);
    }
    if (!m_createsOnce)
        return fail(Fault::RepositoryUnfit, QStringLiteral("If-None-Match is ignored"),
                    QStringLiteral("If-None-Match"));
    return {};
}

Expected<Repository::Put> S3Repository::putIfAbsent(const QString &key, const ByteSource &content,
                                                    const QString &sha256,
                                                    const std::stop_token &stop)
{
    if (!layout::isKey(key))
        return notAKey();
    if (key.startsWith(controlArea)) {
        if (const auto can = needCreateOnce(stop); !can)
            return fail(can.error());
    } else {
        // Versioned buckets ignore the condition, and a call that is repeated finds its own object.
        const auto there = isThere(key, stop);
        if (!there)
            return fail(there.error());
        if (*there)
            return compare(key, sha256, stop);
    }
    return putUnseen(key, content, sha256, stop);
}

Expected<Repository::Put> S3Repository::putNew(const QString &key, const ByteSource &content,
                                               const QString &sha256, const std::stop_token &stop)
{
    return layout::isKey(key) && key.startsWith(documentArea)
               ? putUnseen(key, content, sha256, stop)
               : putIfAbsent(key, content, sha256, stop);
}

/// On condition that nothing is there, where the server obeys it.
Expected<Repository::Put> S3Repository::putUnseen(const QString &key, const ByteSource &content,
                                                  const QString &sha256,
                                                  const std::stop_token &stop)
{
    const bool isControl = key.startsWith(controlArea);
    if (!isControl && content.size() >= partsFrom) {
        if (const auto put = store(key, content, sha256, stop); !put)
            return fail(put.error());
    } else {
        auto answer = sendWhole(key, content, sha256, isControl || m_documentsTakeCondition, stop);
        if (answer && answer->status == 501 && !isControl) {
            m_documentsTakeCondition = false;
            answer = sendWhole(key, content, sha256, false, stop);
        }
        if (!answer)
            return fail(answer.error());
        if (isTaken(*answer))
            return compare(key, sha256, stop);
        if (!answer->isGood())
            return fail(errorOf(*answer));
    }

    for (int write = 1;; ++write) {
        const auto proved = readBack(key, sha256, stop);
        if (proved)
            return Put::Created;
        if (proved.error().fault != Fault::RepositoryDamaged || write == writesBeforeDamaged)
            return notThereYet(proved.error());
        // Ours, and wrong: nobody else can have created it.
        if (const auto again = store(key, content, sha256, stop); !again)
            return fail(again.error());
    }
}

Expected<QByteArray> S3Repository::get(const QString &key)
{
    if (!layout::isKey(key))
        return notAKey();
    QByteArray before;
    for (int look = 0;; ++look) {
        QByteArray bytes;
        Digest md5(Digest::Kind::Md5);
        bool tooLong = false;
        const auto answer = m_session->need({.bucket = bucketOf(key),
                                             .key = key,
                                             .receive =
                                                 [&](const char *piece, qint64 size) {
                                                     tooLong = bytes.size() + size > mostInMemory;
                                                     if (tooLong)
                                                         return;
                                                     md5.add(piece, size);
                                                     bytes.append(piece, size);
                                                 }},
                                            {});
        if (!answer)
            return fail(answer.error());
        if (tooLong)
            return fail(Fault::FileTooLarge, key);
        if (!answer->headers.contains("etag"))
            return fail(notS3(*answer));
        // The tag is mostly the MD5: then a bit that flipped on the way is noticed. Where it is
        // none, the same bytes come twice.
        if (answer->headers.value("etag").contains(md5.hex().toLatin1()) ||
            (look > 0 && bytes == before))
            return bytes;
        if (look == readsBeforeBelief)
            return fail(Fault::RepositoryDamaged, key);
        before = std::move(bytes);
    }
}

Expected<> S3Repository::verify(const QString &key, const QString &sha256,
                                const std::stop_token &stop)
{
    if (!layout::isKey(key))
        return notAKey();
    return readBack(key, sha256, stop);
}

Expected<qint64> S3Repository::head(const QString &key)
{
    if (!layout::isKey(key))
        return notAKey();
    const auto answer =
        m_session->send({.method = "HEAD", .bucket = bucketOf(key), .key = key}, {});
    if (!answer)
        return fail(answer.error());
    if (answer->status == 404) {
        // Without a document nobody knows what is missing: the object or the whole bucket.
        const auto asked = m_session->need(
            {.bucket = bucketOf(key), .key = key, .headers = {{"Range", "bytes=0-0"}}}, {});
        return asked ? Expected<qint64>(fail(Fault::FileMissing, key)) : fail(asked.error());
    }
    if (!answer->isGood())
        return fail(errorOf(*answer));
    if (!answer->headers.contains("etag"))
        return fail(notS3(*answer));
    return answer->headers.value("content-length").toLongLong();
}

Expected<QStringList> S3Repository::list(const QString &prefix, const QString &after)
{
    QStringList keys;
    for (const auto &[area, bucket] : {std::pair(QString(controlArea), m_controlBucket),
                                       std::pair(QString(documentArea), m_documentBucket)}) {
        if (!prefix.startsWith(area) && !area.startsWith(prefix))
            continue;
        net::HttpHeaders page{{"start-after", after.toUtf8()}};
        do {
            net::HttpHeaders query{{"list-type", "2"}, {"prefix", std::max(prefix, area).toUtf8()}};
            if (!page.front().second.isEmpty())
                query.push_back(page.front());
            const auto answer = m_session->need({.bucket = bucket, .query = query}, {});
            if (!answer)
                return fail(answer.error());
            const auto listed = readKeys(answer->body);
            if (!listed)
                return fail(notS3(*answer));
            for (const auto &key : listed->keys) {
                if (layout::isKey(key) && key > after)
                    keys << key;
            }
            page = {{"continuation-token", listed->next}};
        } while (!page.front().second.isEmpty());
    }
    return keys;
}

Expected<Capabilities> S3Repository::probe()
{
    return probeS3(*m_session, m_documentBucket, m_controlBucket);
}

}  // namespace station::repository
