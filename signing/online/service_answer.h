#pragma once

#include "core/base/expected.h"
#include "core/net/http_client.h"

#include <QByteArray>

namespace station::signing {

/// The body of an answer with status 200 and the type that the protocol
/// demands (empty: any but a web page). ServiceRefused for every other status,
/// ServiceAnswerInvalid for another type, which is how a captive portal shows.
Expected<QByteArray> bodyOf(const net::HttpAnswer &answer, const QByteArray &contentType = {});

}  // namespace station::signing
