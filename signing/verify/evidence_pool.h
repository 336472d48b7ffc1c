#pragma once

#include "signing/cms/certificate.h"
#include "signing/structure/pdf_file.h"

#include <QByteArray>
#include <QByteArrayList>

#include <limits>
#include <map>
#include <vector>

namespace station::signing {

/// Certificates and revocation answers at hand, each once, wherever they come
/// from: they prove themselves. It is only noted since which revision the file itself
/// holds them, because that makes the levels LT and LTA.
class EvidencePool {
public:
    /// Not in the file, or all of it: as "up to which revision".
    static constexpr std::size_t outside = std::numeric_limits<std::size_t>::max();

    struct Answer {
        QByteArray der{};
        bool isOcsp = false;
        std::size_t since = outside;
    };

    void addCertificate(const QByteArray &der, std::size_t since = outside);
    void addOcsp(const QByteArray &der, std::size_t since = outside);
    void addCrl(const QByteArray &der, std::size_t since = outside);
    /// Everything of the /DSS of each revision (EN 319 142-1 5.4.2), also below /VRI,
    /// whose keys are only hints.
    void addStores(const PdfFile &file);

    /// What the file holds up to that revision; readable ones only.
    std::vector<Certificate> readCertificates(std::size_t upTo) const;
    QByteArrayList certificates(std::size_t upTo) const;  ///< The same as DER.
    const std::vector<Answer> &answers() const { return m_answers; }
    bool hasStore(std::size_t upTo) const
    {
        return m_firstStore <= upTo && m_firstStore != outside;
    }

private:
    void addAnswer(const QByteArray &der, bool isOcsp, std::size_t since);

    struct Known {
        Certificate certificate{};
        std::size_t since = outside;
    };
    std::map<QByteArray, Known> m_certificates{};  // by DER
    std::vector<Answer> m_answers{};
    std::map<QByteArray, std::size_t> m_places{};  // in m_answers
    std::size_t m_firstStore = outside;
};

}  // namespace station::signing
