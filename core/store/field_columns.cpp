#include "core/store/field_columns.h"

namespace station::store {

using dossier::FieldSource;

QString sourceName(FieldSource source)
{
    switch (source) {
    case FieldSource::Ocr:
        return QStringLiteral("ocr");
    case FieldSource::Qr:
        return QStringLiteral("qr");
    case FieldSource::Typed:
        return QStringLiteral("typed");
    case FieldSource::Store:
        return QStringLiteral("store");
    }
    Q_UNREACHABLE();
}

FieldSource sourceFrom(const QString &name)
{
    for (const auto source : {FieldSource::Ocr, FieldSource::Qr, FieldSource::Store}) {
        if (name == sourceName(source))
            return source;
    }
    return FieldSource::Typed;
}

std::optional<dossier::FieldEvidence> evidenceFrom(const Query &row, int first)
{
    if (row.isNull(first))
        return std::nullopt;
    return dossier::FieldEvidence{row.integer(first),
                                  {row.integer(first + 1), row.integer(first + 2),
                                   row.integer(first + 3), row.integer(first + 4)}};
}

EvidenceColumns evidenceColumns(const std::optional<dossier::FieldEvidence> &evidence)
{
    if (!evidence)
        return {};
    const auto &box = evidence->box;
    return {evidence->side, box.x(), box.y(), box.width(), box.height()};
}

}  // namespace station::store
