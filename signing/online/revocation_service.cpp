#include "signing/online/revocation_service.h"

#include "core/base/durable_file.h"
#include "core/base/sha256.h"
#include "signing/evidence/chain.h"
#include "signing/evidence/der_reading.h"
#include "signing/online/service_answer.h"

#include <openssl/err.h>
#include <openssl/ocsp.h>
#include <openssl/rand.h>

#include <QDateTime>
#include <QDir>
#include <QFile>
#include <QStringList>
#include <QUrl>

#include <chrono>
#include <map>
#include <mutex>
#include <optional>

using namespace Qt::StringLiterals;

namespace station::signing {
namespace {

constexpr qint64 clockSlackMs = 5 * 60'000;
/// RFC 6960 says of an answer without nextUpdate only that newer ones are always
/// there; this old, it tells nothing about now.
constexpr qint64 longestWithoutNextUpdateMs = 24LL * 3'600'000;
constexpr qint64 mostKeptBytes = 8 * 1024 * 1024;
constexpr qsizetype mostAddresses = 3;
constexpr int nonceBytes = 16;
constexpr int daysKept = 60;
constexpr std::chrono::minutes restOfResponder{1};

using OcspRequestHandle = std::unique_ptr<OCSP_REQUEST, Releaser<OCSP_REQUEST_free>>;
using AccessHandle = std::unique_ptr<AUTHORITY_INFO_ACCESS, Releaser<AUTHORITY_INFO_ACCESS_free>>;
using PointsHandle = std::unique_ptr<CRL_DIST_POINTS, Releaser<CRL_DIST_POINTS_free>>;

void addWebAddress(QStringList &addresses, const GENERAL_NAME *name)
{
    if (name == nullptr || name->type != GEN_URI)
        return;
    const QString address =
        QString::fromLatin1(bytesOf(name->d.uniformResourceIdentifier)).trimmed();
    const bool web = address.startsWith(QLatin1String("http://"), Qt::CaseInsensitive) ||
                     address.startsWith(QLatin1String("https://"), Qt::CaseInsensitive);
    if (web && addresses.size() < mostAddresses && !addresses.contains(address))
        addresses.append(address);
}

/// NID_ad_OCSP or NID_ad_ca_issuers of the authority information access.
QStringList accessAddresses(const Certificate &certificate, int method)
{
    QStringList addresses;
    const AccessHandle places(static_cast<AUTHORITY_INFO_ACCESS *>(
        X509_get_ext_d2i(certificate.get(), NID_info_access, nullptr, nullptr)));
    for (int i = 0; i < sk_ACCESS_DESCRIPTION_num(places.get()); ++i) {
        const ACCESS_DESCRIPTION *place = sk_ACCESS_DESCRIPTION_value(places.get(), i);
        if (OBJ_obj2nid(place->method) == method)
            addWebAddress(addresses, place->location);
    }
    return addresses;
}

QStringList crlAddresses(const Certificate &certificate)
{
    QStringList addresses;
    const PointsHandle points(static_cast<CRL_DIST_POINTS *>(
        X509_get_ext_d2i(certificate.get(), NID_crl_distribution_points, nullptr, nullptr)));
    for (int i = 0; i < sk_DIST_POINT_num(points.get()); ++i) {
        const DIST_POINT *point = sk_DIST_POINT_value(points.get(), i);
        // Only complete CRLs of the issuer itself.
        if (point->reasons != nullptr || point->CRLissuer != nullptr ||
            point->distpoint == nullptr || point->distpoint->type != 0)
            continue;
        for (int j = 0; j < sk_GENERAL_NAME_num(point->distpoint->name.fullname); ++j)
            addWebAddress(addresses, sk_GENERAL_NAME_value(point->distpoint->name.fullname, j));
    }
    return addresses;
}

struct Question {
    QByteArray der{};
    QByteArray nonce{};
};

Expected<Question> questionFor(const Certificate &certificate, const Certificate &issuer)
{
    Question question{.nonce = QByteArray(nonceBytes, '\0')};
    auto *nonce = reinterpret_cast<unsigned char *>(question.nonce.data());
    const OcspRequestHandle request(OCSP_REQUEST_new());
    // SHA-1 only names the issuer here; RFC 5019 responders know nothing else.
    OCSP_CERTID *id = OCSP_cert_to_id(EVP_sha1(), certificate.get(), issuer.get());
    if (id == nullptr || OCSP_request_add0_id(request.get(), id) == nullptr) {
        OCSP_CERTID_free(id);
        return fail(Fault::Internal, QStringLiteral("OCSPRequest"));
    }
    const bool built = RAND_bytes(nonce, nonceBytes) == 1 &&
                       OCSP_request_add1_nonce(request.get(), nonce, nonceBytes) == 1;
    question.der = built ? derOf<i2d_OCSP_REQUEST>(request.get()) : QByteArray();
    if (question.der.isEmpty())
        return fail(Fault::Internal, QStringLiteral("OCSPRequest"));
    return question;
}

/// Why an answer tells nothing about now (or about the time asked for); empty: it does.
QString staleOf(const RevocationAnswer &answer, qint64 nowMs, qint64 newerThanMs)
{
    if (answer.thisUpdateMs > nowMs + clockSlackMs)
        return QStringLiteral("answer from the future, %1").arg(isoVietnam(answer.thisUpdateMs));
    const qint64 endsMs = answer.nextUpdateMs > 0
                              ? answer.nextUpdateMs
                              : answer.thisUpdateMs + longestWithoutNextUpdateMs;
    if (nowMs > endsMs + clockSlackMs)
        return QStringLiteral("stale answer, ended %1").arg(isoVietnam(endsMs));
    // Answers count in seconds.
    if (newerThanMs > 0 && answer.thisUpdateMs / 1000 < newerThanMs / 1000)
        return QStringLiteral("answer of %1 is older than asked for")
            .arg(isoVietnam(answer.thisUpdateMs));
    return {};
}

/// All certificates that a caIssuers address gives: one in DER, or PKCS#7 certs-only.
std::vector<Certificate> certificatesIn(const QByteArray &body)
{
    std::vector<Certificate> certificates;
    if (auto single = Certificate::fromDer(body); !single.isNull()) {
        certificates.push_back(std::move(single));
    } else if (const auto bundle = exactly<d2i_CMS_ContentInfo, CMS_ContentInfo_free>(body);
               bundle) {
        STACK_OF(X509) *all = CMS_get1_certs(bundle.get());
        while (sk_X509_num(all) > 0)
            certificates.emplace_back(X509Handle(sk_X509_shift(all)));
        sk_X509_free(all);
    }
    ERR_clear_error();
    return certificates;
}

Expected<Certificate> issuerIn(const QByteArray &body, const Certificate &certificate)
{
    for (auto &candidate : certificatesIn(body)) {
        if (hasIssued(candidate, certificate))
            return std::move(candidate);
    }
    return fail(Fault::ServiceAnswerInvalid, QStringLiteral("no certificate that signed this one"));
}

/// Forgets what nobody asked about for long; the folder would only grow.
void prune(const QString &folder)
{
    const QDateTime oldest = QDateTime::currentDateTimeUtc().addDays(-daysKept);
    const QDir cache(folder);
    for (const auto &entry : cache.entryInfoList({QStringLiteral("*.der")}, QDir::Files)) {
        if (entry.lastModified() < oldest)
            QFile::remove(entry.filePath());
    }
}

}  // namespace

/// Responders that failed while a CRL answered: a batch does not wait for each of
/// them again and again.
struct RevocationService::Resting {
    std::mutex mutex{};
    std::map<QString, std::chrono::steady_clock::time_point> until{};
};

RevocationService::RevocationService(RevocationOptions options, const Clock &clock)
    : m_options(std::move(options)), m_clock(clock), m_resting(std::make_shared<Resting>())
{
}

QString RevocationService::cacheFile(const QByteArray &about) const
{
    // Hashes only: a certificate's name or serial in a file name would name a person.
    return m_options.cacheFolder.isEmpty()
               ? QString()
               : m_options.cacheFolder + '/'_L1 + sha256Hex(about) + ".der"_L1;
}

QByteArray RevocationService::cached(const QString &file) const
{
    return file.isEmpty() ? QByteArray() : readWhole(file, mostKeptBytes).value_or(QByteArray());
}

void RevocationService::keep(const QString &file, const QByteArray &body) const
{
    if (file.isEmpty())
        return;
    prune(m_options.cacheFolder);
    // A full disk costs a question more, nothing else.
    static_cast<void>(writeDurably(file, body));
}

Expected<QByteArray> RevocationService::fetch(const QString &url, const QByteArray &question,
                                              const std::stop_token &stop) const
{
    const bool ocsp = !question.isEmpty();
    net::HttpRequest request{.url = url, .body = question};
    if (ocsp)
        request.contentType = "application/ocsp-request";
    return net::HttpClient(m_options.http)
        .send(request, stop)
        .and_then([ocsp](const net::HttpAnswer &answer) {
            return bodyOf(answer, ocsp ? "application/ocsp-response" : "");
        });
}

Expected<RevocationAnswer> RevocationService::fresh(Expected<RevocationAnswer> answer,
                                                    qint64 newerThanMs) const
{
    if (!answer)
        return answer;
    const QString stale = staleOf(*answer, m_clock.nowMs(), newerThanMs);
    return stale.isEmpty() ? answer : fail(Fault::ServiceAnswerInvalid, stale);
}

Expected<RevocationAnswer> RevocationService::askOcsp(const QString &url,
                                                      const Certificate &certificate,
                                                      const Certificate &issuer, qint64 newerThanMs,
                                                      const std::stop_token &stop) const
{
    const auto question = questionFor(certificate, issuer);
    if (!question)
        return fail(question.error());
    const auto body = fetch(url, question->der, stop);
    if (!body)
        return fail(body.error());
    return fresh(readOcsp(*body, certificate, issuer, question->nonce), newerThanMs);
}

Expected<RevocationAnswer> RevocationService::askCrl(const QString &url,
                                                     const Certificate &certificate,
                                                     const Certificate &issuer, qint64 newerThanMs,
                                                     const std::stop_token &stop) const
{
    // One list serves all certificates of its issuer.
    const QString file = cacheFile("crl" + url.toUtf8() + issuer.der());
    if (const auto answer = fresh(readCrl(cached(file), certificate, issuer), newerThanMs); answer)
        return answer;
    const auto body = fetch(url, {}, stop);
    if (!body)
        return fail(body.error());
    auto answer = fresh(readCrl(*body, certificate, issuer), newerThanMs);
    if (answer)
        keep(file, *body);
    return answer;
}

Expected<RevocationAnswer> RevocationService::ask(const Certificate &certificate,
                                                  const Certificate &issuer, qint64 newerThanMs,
                                                  std::stop_token stop)
{
    if (!isAskable(certificate))
        return fail(Fault::NothingToDo, QStringLiteral("the certificate names no OCSP and no CRL"));
    const QString file = cacheFile("ocsp" + issuer.der() + certificate.der());
    if (auto answer = fresh(readOcsp(cached(file), certificate, issuer), newerThanMs); answer)
        return answer;

    std::optional<Error> first;
    QStringList causes;
    const auto note = [&](const char *what, const QString &url, const Error &error) {
        const QString host = QUrl(url).host();
        if (!first)
            first = Error{error.fault, {}, host};
        causes.append(QStringLiteral("%1 %2: %3").arg(QLatin1String(what), host, error.detail));
    };

    std::optional<RevocationAnswer> unknown;
    QStringList failed;
    for (const auto &url : accessAddresses(certificate, NID_ad_OCSP)) {
        if (rests(url)) {
            note("OCSP", url, {Fault::NetworkDown, QStringLiteral("failed a moment ago")});
            continue;
        }
        auto answer = askOcsp(url, certificate, issuer, newerThanMs, stop);
        if (answer && answer->state != RevocationState::Unknown) {
            keep(file, answer->der);
            return answer;
        }
        if (answer) {
            unknown = std::move(*answer);
            continue;
        }
        if (answer.error().fault == Fault::Cancelled)
            return answer;
        note("OCSP", url, answer.error());
        failed.append(url);
    }
    for (const auto &url : crlAddresses(certificate)) {
        auto answer = askCrl(url, certificate, issuer, newerThanMs, stop);
        if (answer)
            letRest(failed);
        if (answer || answer.error().fault == Fault::Cancelled)
            return answer;
        note("CRL", url, answer.error());
    }
    if (unknown)
        return *std::move(unknown);
    if (!first)  // addresses that only a CRL of other issuers or reasons stands behind
        return fail(Fault::NothingToDo, QStringLiteral("no complete CRL is named"));
    first->detail = causes.join(QStringLiteral("; "));
    return fail(*first);
}

bool RevocationService::rests(const QString &url) const
{
    const std::lock_guard lock(m_resting->mutex);
    const auto found = m_resting->until.find(url);
    return found != m_resting->until.end() && std::chrono::steady_clock::now() < found->second;
}

void RevocationService::letRest(const QStringList &urls) const
{
    const std::lock_guard lock(m_resting->mutex);
    for (const auto &url : urls)
        m_resting->until[url] = std::chrono::steady_clock::now() + restOfResponder;
}

Expected<Certificate> RevocationService::issuerOf(const Certificate &certificate,
                                                  std::stop_token stop)
{
    const QStringList addresses =
        certificate.isNull() ? QStringList() : accessAddresses(certificate, NID_ad_ca_issuers);
    Error last{
        Fault::NothingToDo, QStringLiteral("the certificate names no place of its issuer"), {}};
    for (const auto &url : addresses) {
        const QString file = cacheFile("issuer" + url.toUtf8());
        if (auto issuer = issuerIn(cached(file), certificate); issuer)
            return issuer;
        const auto body = fetch(url, {}, stop);
        auto issuer = body ? issuerIn(*body, certificate) : fail(body.error());
        if (issuer)
            keep(file, *body);
        if (issuer || issuer.error().fault == Fault::Cancelled)
            return issuer;
        last = issuer.error();
        last.subject = QUrl(url).host();
    }
    return fail(last);
}

}  // namespace station::signing
