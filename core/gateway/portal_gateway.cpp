#include "core/gateway/portal_gateway.h"

#include "core/gateway/service_answer.h"

#include <QJsonDocument>

#include <utility>

using namespace Qt::StringLiterals;

namespace station::gateway {
namespace {

/// Codes are the portal's, a handful of characters; its words may name a person.
tl::unexpected<Error> refused(const PortalMapping &mapping, const QJsonObject &answer)
{
    const QString code = answer[mapping.answer.code].toVariant().toString().left(20);
    return fail(Fault::PortalRefused,
                u"%1 %2"_s.arg(mapping.answer.code, code.isEmpty() ? u"missing"_s : code),
                answer[mapping.answer.message].toString().left(300));
}

}  // namespace

Expected<std::unique_ptr<PortalGateway>> PortalGateway::open(GatewayOptions options,
                                                             const Clock &clock)
{
    auto mappings = PortalMappings::load(options.mappingFile);
    if (!mappings)
        return fail(mappings.error());
    return std::unique_ptr<PortalGateway>(
        new PortalGateway(std::move(options), *std::move(mappings), clock));
}

PortalGateway::PortalGateway(GatewayOptions options, PortalMappings mappings, const Clock &clock)
    : m_options(std::move(options)), m_mappings(std::move(mappings)), m_http(m_options.http),
      m_clock(clock), m_login(m_options.login, m_http, clock)
{
}

Expected<GatewayReceipt> PortalGateway::tell(const DossierRecord &record, std::stop_token stop)
{
    if (record.dossierCode.isEmpty())
        return fail(Fault::InvalidInput, u"no dossier code"_s);
    const auto found = m_mappings.inForce(inVietnam(m_clock.nowMs()).date());
    if (!found)
        return fail(found.error());
    const PortalMapping &mapping = **found;

    bool updating = record.known;
    if (!updating && !mapping.lookup.empty()) {
        const auto known = lookUp(mapping, record, stop);
        if (!known)
            return fail(known.error());
        updating = *known;
    }
    for (bool turned = false;; turned = true) {
        const auto answer = ask(
            mapping, record.handoverId,
            [&](const QString &session) { return mapping.tellingOf(record, session, updating); },
            stop);
        if (!answer)
            return fail(answer.error());
        const Verdict verdict = mapping.verdictOn(*answer, updating);
        if (verdict == Verdict::Done)
            return GatewayReceipt{.created = !updating};
        if (turned || (verdict != Verdict::Exists && verdict != Verdict::Missing))
            return refused(mapping, *answer);
        updating = verdict == Verdict::Exists;
    }
}

Expected<bool> PortalGateway::lookUp(const PortalMapping &mapping, const DossierRecord &record,
                                     const std::stop_token &stop)
{
    const auto answer = ask(
        mapping, record.handoverId,
        [&](const QString &session) { return mapping.lookupOf(record, session); }, stop);
    if (!answer)
        return fail(answer.error());
    // A refused look-up says nothing; some portals refuse what they do not find.
    return mapping.verdictOn(*answer, false) == Verdict::Done && mapping.isFound(*answer);
}

Expected<QJsonObject> PortalGateway::ask(const PortalMapping &mapping, const QString &requestId,
                                         const Message &message, const std::stop_token &stop)
{
    for (bool again = false;; again = true) {
        const auto session = m_login.session(mapping, stop);
        if (!session)
            return fail(session.error());
        // A bearer token stands in the head alone.
        const bool inMessage = m_login.kind() == LoginKind::Session;
        const auto answer =
            post(*session, requestId, message(inMessage ? *session : QString()), stop);
        const bool over = answer ? mapping.verdictOn(*answer, false) == Verdict::SessionOver
                                 : answer.error().fault == Fault::PortalLoginRefused;
        if (!over)
            return answer;
        m_login.forget(*session);
        if (again)
            return fail(Fault::PortalLoginRefused,
                        answer ? u"a fresh session is not taken"_s : answer.error().detail);
    }
}

Expected<QJsonObject> PortalGateway::post(const QString &session, const QString &requestId,
                                          const QJsonObject &message,
                                          const std::stop_token &stop) const
{
    net::HttpRequest request{
        .url = m_options.url,
        .body = QJsonDocument(message).toJson(QJsonDocument::Compact),
        .contentType = "application/json; charset=utf-8",
        .headers = {{"Accept", "application/json"}, {"X-Request-ID", requestId.toLatin1()}}};
    if (m_login.kind() == LoginKind::ClientCredentials)
        request.headers.emplace_back("Authorization", "Bearer " + session.toLatin1());
    const auto answer = m_http.send(request, stop);
    if (!answer)
        return fail(answer.error());
    return jsonOf(*answer);
}

}  // namespace station::gateway
