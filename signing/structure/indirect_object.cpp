#include "signing/structure/indirect_object.h"

#include <limits>

namespace station::signing {
namespace {

tl::unexpected<Error> unreadable(const char *what, qsizetype position)
{
    return fail(Fault::FileUnreadable,
                QStringLiteral("%1 at byte %2").arg(QLatin1String(what)).arg(position));
}

}  // namespace

Expected<PdfIndirectObject> readIndirectObject(const QByteArray &bytes, qsizetype &position,
                                               qsizetype limit, const LengthLookup &lengthOf,
                                               ReadBudget &budget)
{
    PdfLexer lexer(bytes, position, &budget.values);
    const auto number = lexer.takeInteger();
    const bool space = lexer.skipSpace();
    const auto generation = lexer.takeInteger();
    if (!number || !space || !generation || !lexer.skipSpace() || !lexer.takeWord("obj") ||
        *number < 1 || *number > std::numeric_limits<int>::max() || *generation > 65535)
        return unreadable("start of object", position);
    auto value = lexer.takeObject();
    if (!value)
        return fail(value.error());
    if (value->isReference())
        return unreadable("object that is a reference", position);
    PdfIndirectObject object{.number = static_cast<int>(*number),
                             .generation = static_cast<int>(*generation),
                             .value = std::move(*value)};

    lexer.skipSpaceComments();
    if (lexer.take("stream")) {
        const PdfObject *length = object.value.value("Length");
        // With /F the content would come from another file.
        if (length == nullptr || object.value.value("F") != nullptr ||
            !(lexer.take("\r\n") || lexer.take("\n")))
            return unreadable("stream", lexer.position());
        const qint64 size = length->isReference() ? lengthOf(*length) : length->integer;
        const qsizetype begin = lexer.position();
        if (size < 0 || size > limit - begin)
            return unreadable("length of stream", begin);
        object.isStream = true;
        object.data = QByteArray::fromRawData(bytes.constData() + begin, size);
        lexer.moveTo(begin + size);
        lexer.skipSpace();
        if (!lexer.takeWord("endstream"))
            return unreadable("end of stream", lexer.position());
        lexer.skipSpaceComments();
    }
    if (!lexer.takeWord("endobj") || lexer.position() > limit)
        return unreadable("end of object", lexer.position());
    position = lexer.position();
    return object;
}

}  // namespace station::signing
