#include "signing/verify/evidence_pool.h"

#include "signing/structure/inflate.h"

#include <algorithm>
#include <set>

namespace station::signing {
namespace {

/// More than any real file holds; a bound for crafted ones.
constexpr std::size_t mostItems = 500;

/// One revision's store.
class StoreReading {
public:
    StoreReading(const PdfFile &file, std::size_t revision, EvidencePool &pool)
        : m_file(file), m_revision(revision), m_pool(pool)
    {
    }

    /// `seen`: streams of earlier revisions that are known.
    void run(const PdfObject &store, std::set<const PdfIndirectObject *> &seen)
    {
        addLists(store, "Certs", "OCSPs", "CRLs", seen);
        const PdfObject *details = m_file.resolved(store.value("VRI"), m_revision);
        if (details == nullptr || details->items.size() > mostItems)
            return;
        for (const auto &item : details->items) {
            if (const PdfObject *one = m_file.resolved(&item, m_revision))
                addLists(*one, "Cert", "OCSP", "CRL", seen);
        }
    }

private:
    template <typename Add>
    void addList(const PdfObject *list, std::set<const PdfIndirectObject *> &seen, Add add)
    {
        list = m_file.resolved(list, m_revision);
        if (list == nullptr || !list->isArray())
            return;
        for (const auto &item : list->items) {
            const PdfIndirectObject *object =
                item.isReference() ? m_file.object(item.integer, m_revision) : nullptr;
            if (object != nullptr && object->isStream && seen.size() <= 4 * mostItems &&
                seen.insert(object).second)
                add(decodedStream(*object, m_budget).value_or(QByteArray()));
        }
    }

    void addLists(const PdfObject &from, const char *certificates, const char *ocsps,
                  const char *crls, std::set<const PdfIndirectObject *> &seen)
    {
        addList(from.value(certificates), seen,
                [&](const QByteArray &der) { m_pool.addCertificate(der, m_revision); });
        addList(from.value(ocsps), seen,
                [&](const QByteArray &der) { m_pool.addOcsp(der, m_revision); });
        addList(from.value(crls), seen,
                [&](const QByteArray &der) { m_pool.addCrl(der, m_revision); });
    }

    const PdfFile &m_file;
    std::size_t m_revision;
    EvidencePool &m_pool;
    ReadBudget m_budget{};
};

}  // namespace

void EvidencePool::addCertificate(const QByteArray &der, std::size_t since)
{
    auto known = m_certificates.find(der);
    if (known == m_certificates.end()) {
        auto certificate = Certificate::fromDer(der);
        if (certificate.isNull() || m_certificates.size() >= mostItems)
            return;
        known = m_certificates.emplace(der, Known{std::move(certificate), since}).first;
    }
    known->second.since = std::min(known->second.since, since);
}

void EvidencePool::addAnswer(const QByteArray &der, bool isOcsp, std::size_t since)
{
    if (der.isEmpty() || m_answers.size() >= mostItems)
        return;
    const auto [place, isNew] = m_places.emplace(der, m_answers.size());
    if (isNew)
        m_answers.push_back({der, isOcsp, since});
    Answer &answer = m_answers[place->second];
    answer.since = std::min(answer.since, since);
}

void EvidencePool::addOcsp(const QByteArray &der, std::size_t since)
{
    addAnswer(der, true, since);
}

void EvidencePool::addCrl(const QByteArray &der, std::size_t since)
{
    addAnswer(der, false, since);
}

void EvidencePool::addStores(const PdfFile &file)
{
    std::set<const PdfIndirectObject *> seen;
    for (std::size_t i = 0; i <= file.last(); ++i) {
        const PdfObject *catalog = file.catalog(i);
        const PdfObject *store =
            catalog != nullptr ? file.resolved(catalog->value("DSS"), i) : nullptr;
        if (store == nullptr || !store->isDictionary())
            continue;
        m_firstStore = std::min(m_firstStore, i);
        StoreReading(file, i, *this).run(*store, seen);
    }
}

QByteArrayList EvidencePool::certificates(std::size_t upTo) const
{
    QByteArrayList found;
    for (const auto &[der, known] : m_certificates) {
        if (known.since <= upTo)
            found.append(der);
    }
    return found;
}

std::vector<Certificate> EvidencePool::readCertificates(std::size_t upTo) const
{
    std::vector<Certificate> found;
    for (const auto &[der, known] : m_certificates) {
        if (known.since <= upTo)
            found.push_back(known.certificate);
    }
    return found;
}

}  // namespace station::signing
