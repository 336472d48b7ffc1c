#include "app/compose/signature_services.h"

#include "app/compose/http_options.h"
#include "signing/evidence/chain.h"

#include <pwd.h>
#include <unistd.h>

namespace station::compose {
namespace {

signing::TimestampOptions timestampOptions(const config::Settings &settings,
                                           const signing::VerifyContext &trust,
                                           const QString &folder, signing::ClockCheck &clockCheck)
{
    signing::TimestampOptions options{.http = httpOptions(settings.network),
                                      .anchors = trust.anchors,
                                      .policy = trust.policy,
                                      .stateFile = folder + QStringLiteral("/authorities.json"),
                                      .clockCheck = &clockCheck};
    for (const auto &authority : settings.signing.timestamps)
        options.authorities.push_back({.name = authority.name,
                                       .url = authority.url,
                                       .requests = authority.requests,
                                       .minutes = authority.minutes});
    return options;
}

QString account()
{
    const passwd *entry = ::getpwuid(::geteuid());
    return entry != nullptr ? QString::fromLocal8Bit(entry->pw_name) : QString();
}

}  // namespace

SignatureServices::SignatureServices(const config::Settings &settings,
                                     const signing::VerifyContext &trust, const QString &folder,
                                     const Clock &clock)
    : m_settings(settings.signing), m_trust(trust),
      m_clockCheck(folder + QStringLiteral("/clock.json"), clock),
      m_timestamps(timestampOptions(settings, trust, folder, m_clockCheck), clock),
      m_revocation({.http = httpOptions(settings.network),
                    .cacheFolder = folder + QStringLiteral("/revocation")},
                   clock),
      m_raiser({.anchors = trust.anchors, .policy = trust.policy}, m_timestamps, m_revocation,
               clock)
{
}

QStringList SignatureServices::ownCertificates() const
{
    QStringList own;
    for (const auto &clerk : m_settings.clerks) {
        if (clerk.account == account())
            own += clerk.certificates;
    }
    // Where clerks are named, one who is not may sign with none.
    if (own.isEmpty() && !m_settings.clerks.empty())
        own << QStringLiteral("none");
    return own;
}

signing::CertificateRules SignatureServices::certificateRules()
{
    return {.anchors = m_trust.anchors,
            .policy = m_trust.policy,
            .ownCertificates = ownCertificates(),
            .revocation =
                [this](const signing::Certificate &certificate,
                       const signing::Certificate &issuer) -> Expected<signing::RevocationState> {
                // Names no place to ask: nothing can be held against it.
                if (!signing::isAskable(certificate))
                    return signing::RevocationState::Good;
                const auto answer = m_revocation.ask(certificate, issuer);
                if (!answer)
                    return fail(answer.error());
                return answer->state;
            },
            .offlineAllowed = m_settings.offlineAllowed};
}

int SignatureServices::answerQuestions(const signing::VerifyReport &report,
                                       signing::VerifyContext &context, const std::stop_token &stop)
{
    int answered = 0;
    for (const auto &question : report.openQuestions) {
        const auto answer =
            m_revocation.ask(signing::Certificate::fromDer(question.certificate),
                             signing::Certificate::fromDer(question.issuer), 0, stop);
        if (!answer)
            continue;
        (answer->isOcsp ? context.ocspResponses : context.crls).append(answer->der);
        ++answered;
    }
    return answered;
}

}  // namespace station::compose
