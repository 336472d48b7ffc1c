#include "signing/client/token_session.h"

#include "signing/client/certificate_catalog.h"
#include "signing/client/certificate_choice.h"
#include "signing/client/token_lock.h"

#include <QStringList>

#include <utility>

namespace station::signing {
namespace {

Expected<TokenInfo> choose(const std::vector<TokenInfo> &tokens, const TokenChoice &wanted,
                           const QStringList &refusedModules)
{
    std::vector<TokenInfo> fitting;
    for (const auto &token : tokens) {
        if ((wanted.label.isEmpty() || token.label == wanted.label) &&
            (wanted.serial.isEmpty() || token.serial == wanted.serial))
            fitting.push_back(token);
    }
    if (fitting.size() == 1)
        return fitting.front();
    QString detail = QStringLiteral("%1 of %2 tokens fit").arg(fitting.size()).arg(tokens.size());
    for (const auto &refused : refusedModules)
        detail += QStringLiteral("; module refused: ") + refused;
    return fail(fitting.empty() ? Fault::TokenNotFound : Fault::TokenAmbiguous, detail);
}

}  // namespace

TokenSession::TokenSession(TokenAgent agent, TokenInfo token, SigningIdentity identity,
                           dossier::Clerk clerk, const TokenEnvironment &environment)
    : m_agent(std::move(agent)), m_token(std::move(token)), m_identity(std::move(identity)),
      m_clerk(std::move(clerk)), m_deadlines(environment.deadlines),
      m_pinPrompt(environment.pinPrompt)
{
    m_identity.raw = [this](const QByteArray &digest) { return signRaw(digest); };
}

TokenSession::~TokenSession()
{
    m_agent.logout();
}

qint64 TokenSession::certificateEndsMs() const
{
    return m_identity.certificate.notAfterMs();
}

bool TokenSession::asksPinEachTime() const
{
    return m_asksPin;
}

Expected<std::unique_ptr<TokenSession>> TokenSession::open(const TokenEnvironment &environment,
                                                           const TokenChoice &wanted, Secret pin)
{
    auto agent = TokenAgent::start(environment);
    if (!agent)
        return fail(agent.error());
    const auto tokens = agent->list();
    if (!tokens)
        return fail(tokens.error());
    const auto token = choose(*tokens, wanted, agent->refusedModules());
    if (!token)
        return fail(token.error());
    const auto certificates = [&]() -> Expected<std::vector<TokenCertificate>> {
        const auto lock = TokenLock::take(token->serial, environment.deadlines.signMs);
        if (!lock)
            return fail(lock.error());
        return agent->login(*token, pin);
    }();
    if (!certificates)
        return fail(certificates.error());

    const auto chosen = chosenCertificate(
        candidatesOn(*token, *certificates, environment.rules, timeIn(environment), true),
        wanted.certificateSha256);
    if (!chosen)
        return fail(chosen.error());
    // On its own keypad a token asks by itself.
    const bool asksPin = chosen->asksPinEachTime && !token->protectedAuth;
    if (asksPin && !environment.pinPrompt)
        return fail(Fault::CertificateUnusable,
                    QStringLiteral("wants a PIN for each signature, and nobody can be asked"));
    std::unique_ptr<TokenSession> session(
        new TokenSession(std::move(*agent), *token, identityOf(*chosen, *certificates, environment),
                         clerkOf(*chosen), environment));
    session->m_asksPin = asksPin;
    return session;
}

Expected<QByteArray> TokenSession::signRaw(const QByteArray &digest)
{
    Secret pin;
    if (m_asksPin) {
        pin = m_pinPrompt();
        if (pin.isEmpty())
            return fail(Fault::Cancelled, QStringLiteral("no PIN for this signature"));
    }
    const auto lock = TokenLock::take(m_token.serial, m_deadlines.signMs);
    if (!lock)
        return fail(lock.error());
    return m_agent.sign(m_identity.certificate.der(), digest, m_asksPin ? &pin : nullptr);
}

Expected<workflow::SignedFile> TokenSession::sign(const workflow::SignRequest &request)
{
    const std::lock_guard oneAtATime(m_oneAtATime);
    if (!m_agent.isRunning())
        return fail(Fault::TokenFailed, QStringLiteral("the session has ended"));
    auto copy = signCopy(request, m_identity);
    // A token that signed wrongly once is not asked again.
    if (!copy && copy.error().fault == Fault::SignatureInvalid)
        m_agent.stop();
    return copy;
}

}  // namespace station::signing
