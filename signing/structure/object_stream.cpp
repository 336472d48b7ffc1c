#include "signing/structure/object_stream.h"

#include "signing/structure/inflate.h"

#include <limits>
#include <utility>

namespace station::signing {
namespace {

tl::unexpected<Error> unreadable(const char *what, int number)
{
    return fail(Fault::FileUnreadable,
                QStringLiteral("object stream %1: %2").arg(number).arg(QLatin1String(what)));
}

}  // namespace

Expected<std::vector<PdfIndirectObject>> unpackedObjects(const PdfIndirectObject &stream,
                                                         ReadBudget &budget)
{
    const PdfObject *type = stream.value.value("Type");
    const PdfObject *count = stream.value.value("N");
    const PdfObject *first = stream.value.value("First");
    if (type == nullptr || !type->isName("ObjStm") || count == nullptr || !count->isInteger() ||
        first == nullptr || !first->isInteger())
        return unreadable("dictionary", stream.number);
    const auto data = decodedStream(stream, budget);
    if (!data)
        return fail(data.error());
    if (first->integer > data->size() || count->integer > first->integer)
        return unreadable("/First", stream.number);

    std::vector<std::pair<int, qsizetype>> heads;
    PdfLexer header(*data);
    for (qint64 i = 0; i < count->integer; ++i) {
        header.skipSpace();
        const auto number = header.takeInteger();
        const bool space = header.skipSpace();
        const auto offset = header.takeInteger();
        if (!number || !space || !offset || *number < 1 ||
            *number > std::numeric_limits<int>::max() || *offset >= data->size() - first->integer)
            return unreadable("head", stream.number);
        heads.emplace_back(static_cast<int>(*number),
                           static_cast<qsizetype>(first->integer + *offset));
    }
    const qsizetype behind = header.position();
    header.skipSpace();
    if (behind > first->integer || header.position() < first->integer)
        return unreadable("gap behind the head", stream.number);

    std::vector<PdfIndirectObject> objects;
    qsizetype end = first->integer;  // of the object before
    PdfLexer lexer(*data, first->integer, &budget.values);
    for (const auto &[number, offset] : heads) {
        lexer.skipSpace();
        if (offset > lexer.position() || offset < end)
            return unreadable("gap", stream.number);
        auto value = lexer.takeObject();
        if (!value)
            return fail(value.error());
        if (value->isReference())
            return unreadable("object that is a reference", stream.number);
        end = value->end;
        objects.push_back({.number = number,
                           .value = std::move(*value),
                           .inObjectStream = true,
                           .container = stream.number});
    }
    lexer.skipSpace();
    if (lexer.position() != data->size())
        return unreadable("gap at the end", stream.number);
    return objects;
}

}  // namespace station::signing
