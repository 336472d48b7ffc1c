#pragma once

#include "core/base/expected.h"
#include "core/net/http_pool.h"

#include <QByteArray>
#include <QString>
#include <QStringList>

#include <optional>
#include <vector>

/// What an answer of an S3 server means for the station.
namespace station::repository {

/// The <Code> of an error document; empty when the answer is none.
QByteArray codeOf(const net::TransferAnswer &answer);

/// A web page in place of an answer: a login page, a filter, a proxy of somebody else.
bool isPage(const net::TransferAnswer &answer);

/// For an answer that is not what was asked for. The detail names status, code and the server's
/// request id, never a body.
Error errorOf(const net::TransferAnswer &answer);
Error errorOf(const net::TransferFailure &failure);

/// A 200 that no S3 server gives: without entity tag, or not the document that was asked for.
Error notS3(const net::TransferAnswer &answer);

/// Seconds that the server asked to wait, from an error of this room; 0: nothing asked.
int retryAfterSeconds(const Error &error);

struct ListedKeys {
    QStringList keys{};
    QByteArray next{};  ///< Token for the next page; empty: the last one.
};
struct ListedUpload {
    QString key{};
    QByteArray id{};
    qint64 begunMs = 0;
};
struct ListedPart {
    int number = 0;
    qint64 size = 0;
    QByteArray tag{};  ///< Without quotes.
};
struct ListedParts {
    std::vector<ListedPart> parts{};
    QByteArray next{};  ///< Number after which the next page begins; empty: the last one.
};

// Nothing when the document is another one.
std::optional<ListedKeys> readKeys(const QByteArray &xml);
std::optional<std::vector<ListedUpload>> readUploads(const QByteArray &xml);
std::optional<ListedParts> readParts(const QByteArray &xml);
/// Text of the first element of that name in a document with that root.
std::optional<QByteArray> readText(const QByteArray &xml, const char *root, const char *name);

}  // namespace station::repository
