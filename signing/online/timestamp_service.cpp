#include "signing/online/timestamp_service.h"

#include "signing/evidence/chain.h"
#include "signing/evidence/der_reading.h"
#include "signing/online/authority_rest.h"
#include "signing/online/clock_check.h"
#include "signing/online/service_answer.h"

#include <openssl/err.h>
#include <openssl/rand.h>
#include <openssl/ts.h>

#include <QElapsedTimer>

#include <algorithm>
#include <cstdlib>

namespace station::signing {
namespace {

constexpr int nonceBytes = 8;
constexpr qint64 mostOffsetMs = 5 * 60'000;
constexpr qint64 mostAnswerBytes = 1024 * 1024;
/// With less time than this no exchange is begun.
constexpr qint64 leastTryMs = 100;
constexpr qsizetype longestStatusText = 200;

using RequestHandle = std::unique_ptr<TS_REQ, Releaser<TS_REQ_free>>;
using ImprintHandle = std::unique_ptr<TS_MSG_IMPRINT, Releaser<TS_MSG_IMPRINT_free>>;
using AlgorithmHandle = std::unique_ptr<X509_ALGOR, Releaser<X509_ALGOR_free>>;
using IntegerHandle = std::unique_ptr<ASN1_INTEGER, Releaser<ASN1_INTEGER_free>>;

struct Question {
    QByteArray der{};
    QByteArray nonce{};
};

/// A TimeStampReq (RFC 3161 2.4.1).
Expected<Question> questionFor(const QByteArray &sha256)
{
    unsigned char random[nonceBytes];
    if (RAND_bytes(random, nonceBytes) != 1)
        return fail(Fault::Internal, QStringLiteral("RAND_bytes"));
    random[0] = static_cast<unsigned char>((random[0] & 0x3f) | 0x40);  // positive, full length
    BIGNUM *number = BN_bin2bn(random, nonceBytes, nullptr);
    const IntegerHandle nonce(BN_to_ASN1_INTEGER(number, nullptr));
    BN_free(number);
    const RequestHandle request(TS_REQ_new());
    const ImprintHandle imprint(TS_MSG_IMPRINT_new());
    const AlgorithmHandle algorithm(X509_ALGOR_new());
    QByteArray digest = sha256;
    X509_ALGOR_set_md(algorithm.get(), EVP_sha256());
    const bool built =
        nonce && TS_MSG_IMPRINT_set_algo(imprint.get(), algorithm.get()) == 1 &&
        TS_MSG_IMPRINT_set_msg(imprint.get(), reinterpret_cast<unsigned char *>(digest.data()),
                               static_cast<int>(digest.size())) == 1 &&
        TS_REQ_set_version(request.get(), 1) == 1 &&
        TS_REQ_set_msg_imprint(request.get(), imprint.get()) == 1 &&
        TS_REQ_set_nonce(request.get(), nonce.get()) == 1 &&
        TS_REQ_set_cert_req(request.get(), 1) == 1;
    const Question question{.der = built ? derOf<i2d_TS_REQ>(request.get()) : QByteArray(),
                            .nonce = contentOf(nonce.get())};
    if (question.der.isEmpty())
        return fail(Fault::Internal, QStringLiteral("TimeStampReq"));
    return question;
}

tl::unexpected<Error> invalid(const QString &rule)
{
    return fail(Fault::ServiceAnswerInvalid, rule);
}

/// What the authority says about its refusal, for the log.
QString wordsOf(const TS_STATUS_INFO *info)
{
    QString words = QStringLiteral("time stamp refused, status %1")
                        .arg(ASN1_INTEGER_get(TS_STATUS_INFO_get0_status(info)));
    const STACK_OF(ASN1_UTF8STRING) *texts = TS_STATUS_INFO_get0_text(info);
    for (int i = 0; i < sk_ASN1_UTF8STRING_num(texts); ++i)
        words +=
            QStringLiteral(", ") + QString::fromUtf8(bytesOf(sk_ASN1_UTF8STRING_value(texts, i)));
    const ASN1_BIT_STRING *failure = TS_STATUS_INFO_get0_failure_info(info);
    constexpr std::pair<int, const char *> reasons[] = {
        {TS_INFO_BAD_ALG, "badAlg"},
        {TS_INFO_BAD_REQUEST, "badRequest"},
        {TS_INFO_BAD_DATA_FORMAT, "badDataFormat"},
        {TS_INFO_TIME_NOT_AVAILABLE, "timeNotAvailable"},
        {TS_INFO_UNACCEPTED_POLICY, "unacceptedPolicy"},
        {TS_INFO_UNACCEPTED_EXTENSION, "unacceptedExtension"},
        {TS_INFO_ADD_INFO_NOT_AVAILABLE, "addInfoNotAvailable"},
        {TS_INFO_SYSTEM_FAILURE, "systemFailure"},
    };
    for (const auto &[bit, name] : reasons) {
        if (failure != nullptr && ASN1_BIT_STRING_get_bit(failure, bit) == 1)
            words += QStringLiteral(", ") + QLatin1String(name);
    }
    return words.left(longestStatusText);
}

/// The token of a TimeStampResp (RFC 3161 2.4.2), as it came: never encoded anew.
Expected<QByteArray> tokenOf(const QByteArray &response)
{
    const auto [whole, behind] = splitFirst(response);
    const auto [status, token] = splitFirst(contentOf(response));
    const auto info = exactly<d2i_TS_STATUS_INFO, TS_STATUS_INFO_free>(status);
    ERR_clear_error();
    if (!whole.startsWith(V_ASN1_SEQUENCE | V_ASN1_CONSTRUCTED) || !behind.isEmpty() || !info)
        return invalid(QStringLiteral("not a whole TimeStampResp (%1 bytes)").arg(response.size()));
    const long word = ASN1_INTEGER_get(TS_STATUS_INFO_get0_status(info.get()));
    if (word != TS_STATUS_GRANTED && word != TS_STATUS_GRANTED_WITH_MODS)
        return fail(Fault::ServiceRefused, wordsOf(info.get()));
    return token;
}

/// What makes a token an answer to our question that we believe.
Expected<TimestampToken> believed(const QByteArray &response, const QByteArray &sha256,
                                  const QByteArray &nonce, const TimestampOptions &options)
{
    const auto der = tokenOf(response);
    if (!der)
        return fail(der.error());
    auto token = readTimestamp(*der);
    if (!token)
        return token;
    if (token->der != *der)
        return invalid(QStringLiteral("bytes after the token"));
    if (token->digest != NID_sha256 || token->imprint != sha256)
        return invalid(QStringLiteral("imprint is not ours"));
    if (token->nonce != nonce)
        return invalid(QStringLiteral("nonce is not ours"));
    if (token->authority.isNull())
        return invalid(QStringLiteral("signer's certificate is missing"));
    const Chain chain = buildChain(token->authority, token->certificates, options.anchors,
                                   token->timeMs, ChainUse::TimeStamping);
    if (!chain.isTrusted())
        return invalid(QStringLiteral("time-stamp authority not trusted: %1").arg(chain.problem));
    if (options.policy.digest(token->digest, token->timeMs) == PolicyWord::Refused)
        return invalid(QStringLiteral("digest of the imprint refused by policy"));
    for (const auto &certificate : chain.certificates) {
        if (options.policy.key(certificate, token->timeMs) == PolicyWord::Refused)
            return invalid(QStringLiteral("a key in the authority's chain refused by policy"));
    }
    return token;
}

}  // namespace

TimestampService::TimestampService(TimestampOptions options, const Clock &clock)
    : m_options(std::move(options)), m_clock(clock),
      m_rest(std::make_shared<AuthorityRest>(m_options.stateFile, clock))
{
}

Expected<TimestampAnswer> TimestampService::ask(const TimestampAuthority &authority,
                                                const QByteArray &sha256, int timeoutMs,
                                                std::stop_token stop)
{
    const auto question = questionFor(sha256);
    if (!question)
        return fail(question.error());
    net::HttpOptions http = m_options.http;
    http.totalTimeoutMs = std::min(http.totalTimeoutMs, timeoutMs);
    http.connectTimeoutMs = std::min(http.connectTimeoutMs, timeoutMs);
    http.mostAnswerBytes = std::min(http.mostAnswerBytes, mostAnswerBytes);

    QElapsedTimer timer;
    timer.start();
    const qint64 sentAtMs = m_clock.nowMs();
    const auto received =
        net::HttpClient(http).send({.url = authority.url,
                                    .body = question->der,
                                    .contentType = "application/timestamp-query",
                                    .headers = {{"Accept", "application/timestamp-reply"}}},
                                   std::move(stop));
    const qint64 receivedAtMs = m_clock.nowMs();
    const qint64 roundTripMs = timer.elapsed();

    auto token = received
                     .and_then([](const net::HttpAnswer &answer) {
                         return bodyOf(answer, "application/timestamp-reply");
                     })
                     .and_then([&](const QByteArray &body) {
                         return believed(body, sha256, question->nonce, m_options);
                     });
    if (!token) {
        if (token.error().fault != Fault::Cancelled)
            m_rest->failed(authority, token.error(), received ? received->retryAfterSeconds : 0);
        return fail(token.error());
    }
    m_rest->succeeded(authority);
    const qint64 offsetMs = (sentAtMs + receivedAtMs) / 2 - token->timeMs;
    if (m_options.clockCheck != nullptr)  // what the disk did not take is compared next time
        static_cast<void>(m_options.clockCheck->compared(offsetMs, roundTripMs));
    if (std::abs(offsetMs) > mostOffsetMs)
        return fail(Fault::ClockWrong,
                    QStringLiteral("our clock is %1 s off the authority's").arg(offsetMs / 1000));
    return TimestampAnswer{.token = std::move(*token),
                           .authority = authority.name,
                           .clockOffsetMs = offsetMs,
                           .roundTripMs = roundTripMs};
}

Expected<TimestampAnswer> TimestampService::stamp(const QByteArray &sha256, int patienceMs,
                                                  std::stop_token stop)
{
    if (sha256.size() != EVP_MD_get_size(EVP_sha256()))
        return fail(Fault::Internal, QStringLiteral("not a SHA-256 digest"));
    if (m_options.authorities.empty())
        return fail(Fault::ServiceNotSet, QStringLiteral("no time-stamp authority"));

    QElapsedTimer timer;
    timer.start();
    QStringList passedOver;
    Error last{.fault = Fault::ServiceRefused};
    for (std::size_t i = 0; i < m_options.authorities.size(); ++i) {
        const auto &authority = m_options.authorities[i];
        if (stop.stop_requested())
            return fail(Fault::Cancelled);
        const qint64 left = patienceMs - timer.elapsed();
        if (left < leastTryMs) {
            passedOver.append(QStringLiteral("%1: no time left").arg(authority.name));
            continue;
        }
        if (const QString reason = m_rest->claim(authority); !reason.isEmpty()) {
            passedOver.append(QStringLiteral("%1: %2").arg(authority.name, reason));
            continue;
        }
        const bool isLast = i + 1 == m_options.authorities.size();
        auto answer = ask(authority, sha256, static_cast<int>(isLast ? left : left * 2 / 3), stop);
        if (answer || answer.error().fault == Fault::Cancelled)
            return answer;
        last = answer.error();
        last.subject = authority.name;
        passedOver.append(QStringLiteral("%1: %2").arg(authority.name, last.detail));
    }
    if (last.subject.isEmpty())
        last.subject = m_options.authorities.back().name;
    last.detail = passedOver.join(QStringLiteral("; "));
    return fail(last);
}

}  // namespace station::signing
