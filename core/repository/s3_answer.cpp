#include "core/repository/s3_answer.h"

#include <QDateTime>
#include <QRegularExpression>
#include <QXmlStreamReader>

#include <algorithm>
#include <functional>

namespace station::repository {
namespace {

const QLatin1String retryAfterWords("retry after ");

/// Calls `leaf` for each element that has text, with the name of the element around it. False when
/// it is no XML with that root.
bool readLeaves(const QByteArray &xml, const char *root,
                const std::function<void(const QString &parent, const QString &name,
                                         const QString &text)> &leaf)
{
    QXmlStreamReader reader(xml);
    if (!reader.readNextStartElement() || reader.name() != QLatin1String(root))
        return false;
    QStringList open{reader.name().toString()};
    QString text;
    while (!reader.atEnd() && !open.isEmpty()) {
        switch (reader.readNext()) {
        case QXmlStreamReader::StartElement:
            open << reader.name().toString();
            text.clear();
            break;
        case QXmlStreamReader::Characters:
            text += reader.text();
            break;
        case QXmlStreamReader::EndElement: {
            const QString name = open.takeLast();
            leaf(open.isEmpty() ? QString() : open.constLast(), name, text);
            text.clear();
            break;
        }
        default:
            break;
        }
    }
    return open.isEmpty() && !reader.hasError();
}

QByteArray bare(const QString &tag)
{
    QByteArray text = tag.toLatin1();
    text.replace('"', "");
    return text;
}

/// What may go to the log of words that a server chose.
QString word(const QByteArray &text)
{
    static const QRegularExpression harmless(
        QRegularExpression::anchoredPattern(QStringLiteral("[A-Za-z0-9._-]{1,64}")));
    const QString candidate = QString::fromLatin1(text);
    return harmless.match(candidate).hasMatch() ? candidate : QString();
}

QString described(const net::TransferAnswer &answer, const QByteArray &code)
{
    QString text = QStringLiteral("HTTP %1").arg(answer.status);
    if (!word(code).isEmpty())
        text += QLatin1Char(' ') + word(code);
    if (const QString type = word(answer.headers.value("content-type").split('/').last());
        code.isEmpty() && !type.isEmpty())
        text += QStringLiteral(" (%1)").arg(type.left(20));
    if (const QString id = word(answer.headers.value("x-amz-request-id")); !id.isEmpty())
        text += QStringLiteral(", request ") + id;
    if (answer.retryAfterSeconds > 0)
        text += QStringLiteral(", %1%2 s").arg(retryAfterWords).arg(answer.retryAfterSeconds);
    return text;
}

Fault faultOf(const net::TransferAnswer &answer, const QByteArray &code)
{
    const auto isOneOf = [&](std::initializer_list<const char *> codes) {
        return std::any_of(codes.begin(), codes.end(),
                           [&](const char *one) { return code == one; });
    };
    const int status = answer.status;
    if (isOneOf({"QuotaExceeded", "InsufficientCapacity", "EntityTooLarge"}) || status == 413 ||
        status == 507)
        return Fault::RepositoryFull;
    if (isOneOf({"BadDigest", "XAmzContentSHA256Mismatch", "InvalidDigest"}))
        return Fault::RepositoryDamaged;
    if (code == "RequestTimeTooSkewed")
        return Fault::ClockWrong;
    if (isOneOf({"NoSuchKey", "NoSuchVersion"}))
        return Fault::FileMissing;
    // nginx tells in a page that it wants a certificate.
    if (status == 400 && answer.body.contains("SSL certificate"))
        return Fault::RepositoryRefused;
    if (status >= 500 && status != 501 && status != 511)
        return Fault::RepositoryDown;
    if (status == 429 || status == 408 || status == 409 ||
        isOneOf({"RequestTimeout", "SlowDown", "OperationAborted", "NoSuchUpload"}))
        return Fault::RepositoryDown;
    if (isPage(answer) || status == 511)
        return Fault::NetworkLogin;
    if (status == 501)
        return Fault::RepositoryUnfit;
    // Also a wrong bucket, region or signature: what IT has set up does not fit.
    if (status == 401 || status == 403 || !code.isEmpty())
        return Fault::RepositoryRefused;
    if (status == 404 && answer.body.isEmpty())  // to HEAD
        return Fault::FileMissing;
    // A redirect, or an error that is none of S3's.
    return Fault::NetworkLogin;
}

}  // namespace

QByteArray codeOf(const net::TransferAnswer &answer)
{
    return readText(answer.body, "Error", "Code").value_or(QByteArray());
}

bool isPage(const net::TransferAnswer &answer)
{
    return answer.headers.value("content-type").toLower().startsWith("text/html") ||
           answer.body.left(64).trimmed().toLower().startsWith("<!doctype html");
}

Error errorOf(const net::TransferAnswer &answer)
{
    const QByteArray code = codeOf(answer);
    return {faultOf(answer, code), described(answer, code), {}};
}

Error errorOf(const net::TransferFailure &failure)
{
    if (failure.own)
        return *failure.own;
    switch (failure.obstacle) {
    case net::Obstacle::Unreachable:
        return {Fault::RepositoryDown, failure.words, {}};
    case net::Obstacle::NotTrusted:
        return {Fault::RepositoryRefused, failure.words, {}};
    case net::Obstacle::ProxyRefused:
        return {Fault::ProxyRefused, failure.words, {}};
    case net::Obstacle::NotHttp:
        return {Fault::NetworkLogin, failure.words, {}};
    case net::Obstacle::Input:
        return {Fault::SettingsInvalid, failure.words, {}};
    case net::Obstacle::Internal:
        break;
    }
    return {Fault::Internal, failure.words, {}};
}

Error notS3(const net::TransferAnswer &answer)
{
    return {Fault::NetworkLogin,
            described(answer, {}) + QStringLiteral(", not the answer of an S3 server"),
            {}};
}

int retryAfterSeconds(const Error &error)
{
    const auto at = error.detail.indexOf(retryAfterWords);
    if (at < 0)
        return 0;
    return error.detail.mid(at + retryAfterWords.size()).section(QLatin1Char(' '), 0, 0).toInt();
}

std::optional<ListedKeys> readKeys(const QByteArray &xml)
{
    ListedKeys listed;
    const bool isList =
        readLeaves(xml, "ListBucketResult",
                   [&](const QString &parent, const QString &name, const QString &text) {
                       if (parent == QLatin1String("Contents") && name == QLatin1String("Key"))
                           listed.keys << text;
                       else if (name == QLatin1String("NextContinuationToken"))
                           listed.next = text.toUtf8();
                   });
    return isList ? std::optional(listed) : std::nullopt;
}

std::optional<std::vector<ListedUpload>> readUploads(const QByteArray &xml)
{
    std::vector<ListedUpload> uploads;
    ListedUpload one;
    const bool isList = readLeaves(
        xml, "ListMultipartUploadsResult",
        [&](const QString &parent, const QString &name, const QString &text) {
            if (name == QLatin1String("Upload")) {
                uploads.push_back(std::exchange(one, {}));
            } else if (parent == QLatin1String("Upload")) {
                if (name == QLatin1String("Key"))
                    one.key = text;
                else if (name == QLatin1String("UploadId"))
                    one.id = text.toUtf8();
                else if (name == QLatin1String("Initiated"))
                    one.begunMs =
                        QDateTime::fromString(text, Qt::ISODateWithMs).toMSecsSinceEpoch();
            }
        });
    return isList ? std::optional(uploads) : std::nullopt;
}

std::optional<ListedParts> readParts(const QByteArray &xml)
{
    ListedParts listed;
    ListedPart one;
    bool truncated = false;
    const bool isList =
        readLeaves(xml, "ListPartsResult",
                   [&](const QString &parent, const QString &name, const QString &text) {
                       if (name == QLatin1String("Part")) {
                           listed.parts.push_back(std::exchange(one, {}));
                       } else if (parent == QLatin1String("Part")) {
                           if (name == QLatin1String("PartNumber"))
                               one.number = text.toInt();
                           else if (name == QLatin1String("Size"))
                               one.size = text.toLongLong();
                           else if (name == QLatin1String("ETag"))
                               one.tag = bare(text);
                       } else if (name == QLatin1String("NextPartNumberMarker")) {
                           listed.next = text.toUtf8();
                       } else if (name == QLatin1String("IsTruncated")) {
                           truncated = text == QLatin1String("true");
                       }
                   });
    if (!truncated)
        listed.next.clear();
    return isList ? std::optional(listed) : std::nullopt;
}

std::optional<QByteArray> readText(const QByteArray &xml, const char *root, const char *name)
{
    std::optional<QByteArray> found;
    const bool isIt =
        readLeaves(xml, root, [&](const QString &, const QString &leaf, const QString &text) {
            if (!found && leaf == QLatin1String(name))
                found = text.toUtf8();
        });
    return isIt ? found : std::nullopt;
}

}  // namespace station::repository
