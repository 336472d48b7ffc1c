#pragma once

#include "core/base/expected.h"
#include "core/net/http_client.h"

#include <QJsonObject>

namespace station::gateway {

/// Nothing when a service itself took the request. NetworkLogin: a page for people or a redirect
/// came in its place. NetworkDown: overloaded or out of order, try later. PortalLoginRefused: 401
/// or 403. ServiceAnswerInvalid: any other status.
Expected<> accepted(const net::HttpAnswer &answer);

/// The body of an accepted answer. ServiceAnswerInvalid when it is no JSON object.
Expected<QJsonObject> jsonOf(const net::HttpAnswer &answer);

}  // namespace station::gateway
