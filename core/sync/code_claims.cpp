#include "core/sync/code_claims.h"

#include "core/base/sha256.h"
#include "core/repository/layout.h"

#include <QJsonDocument>
#include <QJsonObject>

using namespace Qt::StringLiterals;

namespace station::sync {
namespace {

constexpr int mostSequences = 10'000;

/// The same paper always gives the same bytes, so that the repository itself
/// tells a repeated claim from a foreign one.
QByteArray bodyOf(const ClaimedPaper &paper)
{
    return QJsonDocument(QJsonObject{{u"component"_s, paper.component},
                                     {u"dossier"_s, paper.dossierUuid},
                                     {u"schema"_s, 1},
                                     {u"sha256"_s, paper.sha256}})
        .toJson(QJsonDocument::Compact);
}

}  // namespace

CodeClaims::CodeClaims(repository::Repository &repository, const repository::ProvinceKey &key)
    : m_repository(repository), m_key(key)
{
}

Expected<codes::DigitizationCode> CodeClaims::claim(const codes::DigitizationCode &proposed,
                                                    const ClaimedPaper &paper)
{
    const QByteArray body = bodyOf(paper);
    const QString sha256 = sha256Hex(body);
    for (int step = 0; step < mostSequences; ++step) {
        auto code = proposed.withSequence(proposed.sequence() + step);
        if (!code)
            return code;
        const auto put = m_repository.putIfAbsent(
            repository::layout::codeClaim(m_key, code->text()), body, sha256);
        if (put)
            return code;
        if (put.error().fault != Fault::Conflict)
            return fail(put.error());
    }
    return fail(Fault::Conflict, u"no free sequence"_s);
}

}  // namespace station::sync
