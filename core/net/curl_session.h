#pragma once

#include "core/base/expected.h"
#include "core/base/releaser.h"
#include "core/base/secret.h"
#include "core/net/http_options.h"
#include "core/net/obstacle.h"

#include <QByteArray>
#include <QString>

#include <curl/curl.h>

#include <memory>

/// What every use of libcurl in this room shares.
namespace station::net {

using EasyHandle = std::unique_ptr<CURL, Releaser<curl_easy_cleanup>>;
using MultiHandle = std::unique_ptr<CURLM, Releaser<curl_multi_cleanup>>;
using ListHandle = std::unique_ptr<curl_slist, Releaser<curl_slist_free_all>>;

/// False when libcurl does not start.
bool isCurlReady();

/// The host of an http or https address; empty for anything else.
QString hostOf(const QString &address);

/// The proxy's address with its login, zero-ended; empty: none. InvalidInput when the proxy or its
/// login file cannot be used.
Expected<Secret> proxyAddress(const HttpOptions &options);

/// What does not depend on the request: TLS, proxy, connection, no redirects.
void setOptions(CURL *easy, const HttpOptions &options, const Secret &proxy);

/// `words` is libcurl's error buffer.
Obstacle obstacleOf(CURL *easy, CURLcode code, const char *words);
/// libcurl's words, which name hosts and causes, no bodies and no logins.
QString wordsOf(CURLcode code, const char *words);

long statusOf(CURL *easy);
int retryAfterSecondsOf(CURL *easy);
/// Of the last answer; empty when it has none.
QByteArray headerOf(CURL *easy, const char *name);
qint64 dateMsOf(CURL *easy);

}  // namespace station::net
