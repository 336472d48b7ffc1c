#include "core/sync/code_claims.h"

#include "core/base/sha256.h"
#include "core/repository/layout.h"

#include <QJsonDocument>
#include <QJsonObject>

#include <algorithm>
#include <utility>

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

/// A copy that is corrected has other bytes; its code stays with the paper.
Expected<bool> CodeClaims::isClaimedBy(const QString &key, const ClaimedPaper &paper)
{
    const auto bytes = m_repository.get(key);
    if (!bytes)
        return fail(bytes.error());
    const auto json = QJsonDocument::fromJson(*bytes).object();
    return json[u"dossier"_s] == paper.dossierUuid && json[u"component"_s] == paper.component;
}

Expected<bool> CodeClaims::claimUnderEach(const QString &code, const ClaimedPaper &paper)
{
    const QByteArray body = bodyOf(paper);
    const QString sha256 = sha256Hex(body);
    // The oldest decides: stations that have no newer version claim under that one, too.
    auto keys = repository::layout::codeClaims(m_key, code);
    std::ranges::reverse(keys);
    for (const auto &key : std::as_const(keys)) {
        const auto put = m_repository.putIfAbsent(key, body, sha256);
        if (!put && put.error().fault == Fault::Conflict) {
            const auto own = isClaimedBy(key, paper);
            if (!own || !*own)
                return own;
            continue;
        }
        if (!put)
            return fail(put.error());
    }
    return true;
}

Expected<codes::DigitizationCode> CodeClaims::claim(const codes::DigitizationCode &proposed,
                                                    const ClaimedPaper &paper)
{
    for (int step = 0; step < mostSequences; ++step) {
        auto code = proposed.withSequence(proposed.sequence() + step);
        if (!code)
            return code;
        const auto claimed = claimUnderEach(code->text(), paper);
        if (!claimed)
            return fail(claimed.error());
        if (*claimed)
            return code;
    }
    return fail(Fault::Conflict, u"no free sequence"_s);
}

}  // namespace station::sync
