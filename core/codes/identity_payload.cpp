#include "core/codes/identity_payload.h"

#include <QStringList>

namespace station::codes {
namespace {

constexpr qsizetype fewestFields = 6;

}  // namespace

std::optional<IdentityPayload> identityPayload(const QString &text)
{
    const QStringList fields = text.trimmed().split(u'|');
    if (fields.size() < fewestFields)
        return {};
    const auto id = PersonalId::parse(fields[0]);
    if (!id)
        return {};
    return IdentityPayload{.id = *id,
                           .oldId = fields[1].trimmed(),
                           .name = fields[2].simplified(),
                           .birthDate = fields[3].trimmed(),
                           .sex = fields[4].trimmed(),
                           .address = fields[5].simplified(),
                           .issuedOn = fields.value(6).trimmed()};
}

}  // namespace station::codes
