#include "core/repository/s3_multipart.h"

#include "core/base/digest.h"
#include "core/base/sha256.h"

#include <algorithm>
#include <map>

namespace station::repository {
namespace {

constexpr qint64 partSize = 8LL * 1024 * 1024;
constexpr qint64 pieceSize = 256LL * 1024;
constexpr qint64 staleMs = 3LL * 24 * 3600 * 1000;

/// Best effort: what stays is thrown away another time.
void abandon(S3Session &session, const QString &bucket, const QString &key, const QByteArray &id)
{
    (void)session.send(
        {.method = "DELETE", .bucket = bucket, .key = key, .query = {{"uploadId", id}}}, {});
}

class Upload {
public:
    Upload(S3Session &session, const S3Target &target, const ByteSource &content,
           const std::stop_token &stop)
        : m_session(session), m_target(target), m_content(content), m_stop(stop)
    {
    }

    Expected<> run(const QString &sha256);

private:
    struct Hashes {
        QString sha256{};
        QString md5{};
    };

    S3Request request(const char *method, net::HttpHeaders query) const
    {
        return {.method = method,
                .bucket = m_target.bucket,
                .key = m_target.key,
                .query = std::move(query)};
    }
    Expected<> resume();
    Expected<> begin();
    Expected<> readParts();
    Expected<Hashes> hash(qint64 offset, qint64 size, Digest &whole) const;
    Expected<> sendPart(int number, qint64 offset, qint64 size, const Hashes &hashes);
    Expected<> complete();

    S3Session &m_session;
    const S3Target &m_target;
    const ByteSource &m_content;
    const std::stop_token &m_stop;
    QByteArray m_id;
    std::map<int, ListedPart> m_parts;  // there
};

/// Looks for what an earlier attempt left.
Expected<> Upload::resume()
{
    S3Request ask{.bucket = m_target.bucket,
                  .query = {{"uploads", ""}, {"prefix", m_target.key.toUtf8()}}};
    const auto answer = m_session.need(ask, m_stop);
    if (!answer)
        return fail(answer.error());
    const auto uploads = readUploads(answer->body);
    if (!uploads)
        return fail(notS3(*answer));
    qint64 newestMs = m_session.nowMs() - staleMs;
    for (const auto &upload : *uploads) {
        if (upload.key == m_target.key && upload.begunMs > newestMs) {
            newestMs = upload.begunMs;
            m_id = upload.id;
        }
    }
    return m_id.isEmpty() ? Expected<>() : readParts();
}

Expected<> Upload::readParts()
{
    QByteArray after = "0";
    while (!after.isEmpty()) {
        const auto answer = m_session.need(
            request("GET", {{"uploadId", m_id}, {"part-number-marker", after}}), m_stop);
        if (!answer)
            return fail(answer.error());
        const auto listed = repository::readParts(answer->body);
        if (!listed)
            return fail(notS3(*answer));
        for (const auto &part : listed->parts)
            m_parts[part.number] = part;
        after = listed->next;
    }
    return {};
}

Expected<> Upload::begin()
{
    S3Request ask = request("POST", {{"uploads", ""}});
    ask.headers = {{"Content-Type", m_target.type}};
    const MemorySource nothing{{}};
    ask.body = &nothing;
    ask.bodySha256 = sha256Hex({});
    const auto answer = m_session.need(ask, m_stop);
    if (!answer)
        return fail(answer.error());
    const auto id = readText(answer->body, "InitiateMultipartUploadResult", "UploadId");
    if (!id || id->isEmpty())
        return fail(notS3(*answer));
    m_id = *id;
    return {};
}

Expected<Upload::Hashes> Upload::hash(qint64 offset, qint64 size, Digest &whole) const
{
    Digest sha256;
    Digest md5(Digest::Kind::Md5);
    for (qint64 done = 0; done < size;) {
        if (m_stop.stop_requested())
            return fail(Fault::Cancelled);
        const auto piece = m_content.read(offset + done, std::min(pieceSize, size - done));
        if (!piece)
            return fail(piece.error());
        if (piece->isEmpty())
            return fail(Fault::StorageFailed, QStringLiteral("the content became shorter"));
        sha256.add(*piece);
        md5.add(*piece);
        whole.add(*piece);
        done += piece->size();
    }
    return Hashes{.sha256 = sha256.hex(), .md5 = md5.hex()};
}

Expected<> Upload::sendPart(int number, qint64 offset, qint64 size, const Hashes &hashes)
{
    S3Request part =
        request("PUT", {{"partNumber", QByteArray::number(number)}, {"uploadId", m_id}});
    part.body = &m_content;
    part.bodyOffset = offset;
    part.bodySize = size;
    part.bodySha256 = hashes.sha256;
    const auto answer = m_session.need(part, m_stop);
    if (!answer)
        return fail(answer.error());
    QByteArray tag = answer->headers.value("etag");
    if (tag.isEmpty())
        return fail(notS3(*answer));
    m_parts[number] = {.number = number, .size = size, .tag = tag.replace('"', "")};
    return {};
}

Expected<> Upload::complete()
{
    QByteArray parts = "<CompleteMultipartUpload>";
    for (const auto &[number, part] : m_parts)
        parts += "<Part><PartNumber>" + QByteArray::number(number) + "</PartNumber><ETag>\"" +
                 part.tag + "\"</ETag></Part>";
    parts += "</CompleteMultipartUpload>";
    const MemorySource body(parts);
    S3Request ask = request("POST", {{"uploadId", m_id}});
    ask.headers = {{"Content-Type", "application/xml"}};
    ask.body = &body;
    ask.bodySize = body.size();
    ask.bodySha256 = sha256Hex(parts);
    const auto answer = m_session.send(ask, m_stop);
    if (!answer)
        return fail(answer.error());
    const QByteArray code = codeOf(*answer);
    // What the server has of it cannot be used: the next attempt begins anew.
    if (code == "InvalidPart" || code == "InvalidPartOrder" || code == "EntityTooSmall") {
        abandon(m_session, m_target.bucket, m_target.key, m_id);
        return fail(Fault::RepositoryDown, errorOf(*answer).detail);
    }
    if (!answer->isGood())
        return fail(errorOf(*answer));
    // 200 comes before the work is done; how it ended is in the document.
    if (readText(answer->body, "CompleteMultipartUploadResult", "ETag"))
        return {};
    if (!code.isEmpty())
        return fail(Fault::RepositoryDown, errorOf(*answer).detail);
    return fail(notS3(*answer));
}

Expected<> Upload::run(const QString &sha256)
{
    if (const auto found = resume(); !found)
        return found;
    if (m_id.isEmpty()) {
        if (const auto begun = begin(); !begun)
            return begun;
    }
    Digest whole;
    int number = 1;
    for (qint64 offset = 0; offset < m_content.size(); offset += partSize, ++number) {
        const qint64 size = std::min(partSize, m_content.size() - offset);
        const auto hashes = hash(offset, size, whole);
        if (!hashes)
            return fail(hashes.error());
        const bool isLast = offset + size == m_content.size();
        if (isLast && whole.hex() != sha256) {
            abandon(m_session, m_target.bucket, m_target.key, m_id);
            return fail(Fault::RepositoryDamaged, QStringLiteral("bytes do not fit their hash"));
        }
        const auto there = m_parts.find(number);
        const bool isThere = there != m_parts.end() && there->second.size == size &&
                             QString::fromLatin1(there->second.tag) == hashes->md5;
        if (isThere)
            continue;
        if (const auto sent = sendPart(number, offset, size, *hashes); !sent)
            return sent;
    }
    m_parts.erase(m_parts.lower_bound(number), m_parts.end());  // of a longer attempt
    return complete();
}

}  // namespace

Expected<> putInParts(S3Session &session, const S3Target &target, const ByteSource &content,
                      const QString &sha256, const std::stop_token &stop)
{
    return Upload(session, target, content, stop).run(sha256);
}

void dropStaleUploads(S3Session &session, const QString &bucket)
{
    const auto answer =
        session.need({.bucket = bucket, .query = {{"uploads", ""}, {"prefix", "doc/"}}}, {});
    const auto uploads = answer ? readUploads(answer->body) : std::nullopt;
    if (!uploads)
        return;
    for (const auto &upload : *uploads) {
        if (upload.begunMs < session.nowMs() - staleMs)
            abandon(session, bucket, upload.key, upload.id);
    }
}

}  // namespace station::repository
