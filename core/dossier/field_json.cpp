#include "core/dossier/field_json.h"

#include "core/base/box_json.h"

#include <QJsonObject>

#include <algorithm>
#include <array>
#include <iterator>

using namespace Qt::StringLiterals;

namespace station::dossier {
namespace {

// In the order of the enumeration.
constexpr std::array sources{"ocr"_L1, "qr"_L1, "typed"_L1, "store"_L1};

FieldSource sourceFrom(const QString &name)
{
    const auto found = std::ranges::find(sources, name);
    return found == sources.end() ? FieldSource::Ocr
                                  : static_cast<FieldSource>(found - sources.begin());
}

QJsonObject toJson(const Field &field)
{
    QJsonObject json{{u"key"_s, field.key},
                     {u"value"_s, field.value},
                     {u"source"_s, sources.at(static_cast<std::size_t>(field.source))},
                     {u"confidence"_s, field.confidence},
                     {u"confirmed_by"_s, field.confirmedBy},
                     {u"confirmed_at_ms"_s, field.confirmedAtMs}};
    if (field.evidence) {
        json.insert(u"side"_s, field.evidence->side);
        json.insert(u"box"_s, boxJson(field.evidence->box));
    }
    return json;
}

Field fieldFrom(const QJsonObject &json)
{
    Field field{.key = json[u"key"_s].toString(),
                .value = json[u"value"_s].toString(),
                .source = sourceFrom(json[u"source"_s].toString()),
                .confidence = json[u"confidence"_s].toDouble(),
                .confirmedBy = json[u"confirmed_by"_s].toString(),
                .confirmedAtMs = json[u"confirmed_at_ms"_s].toInteger()};
    if (json.contains(u"side"_s))
        field.evidence = {json[u"side"_s].toInt(), boxFrom(json[u"box"_s])};
    return field;
}

}  // namespace

QJsonArray fieldsJson(const Fields &fields)
{
    QJsonArray array;
    for (const auto &field : fields)
        array.append(toJson(field));
    return array;
}

Fields fieldsFrom(const QJsonArray &json)
{
    Fields fields;
    for (const auto &field : json)
        fields.push_back(fieldFrom(field.toObject()));
    return fields;
}

}  // namespace station::dossier
