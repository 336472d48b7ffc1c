#include "signing/structure/xref_section.h"

namespace station::signing {
namespace {

tl::unexpected<Error> unreadable(const char *what, qsizetype position)
{
    return fail(Fault::FileUnreadable,
                QStringLiteral("%1 at byte %2").arg(QLatin1String(what)).arg(position));
}

/// ISO 32000-1 7.5.4: exactly 20 bytes.
Expected<> readEntry(PdfLexer &lexer, int number, XrefSection &section)
{
    const qsizetype at = lexer.position();
    const auto offset = lexer.takeInteger();
    const bool space = lexer.take(" ");
    const auto generation = lexer.takeInteger();
    const bool inUse = lexer.take(" n");
    if (!offset || !space || !generation || *generation > 65535 || !(inUse || lexer.take(" f")) ||
        !(lexer.take(" \n") || lexer.take("\r\n") || lexer.take(" \r")) ||
        lexer.position() != at + 20)
        return unreadable("entry of the table", at);
    const bool isNew = inUse ? addPlace(section, number,
                                        {.offset = static_cast<qsizetype>(*offset),
                                         .generation = static_cast<int>(*generation)})
                             : addFree(section, number);
    if (!isNew || (inUse && number == 0))
        return unreadable("object listed twice", at);
    return {};
}

}  // namespace

Expected<> readXrefTable(PdfLexer &lexer, XrefSection &section, ReadBudget &budget)
{
    for (;;) {
        lexer.skipSpace();
        if (lexer.takeWord("trailer"))
            break;
        const auto first = lexer.takeInteger();
        lexer.skipSpace();
        const auto count = lexer.takeInteger();
        lexer.skipSpace();
        if (!first || !count || *first + *count > mostObjectNumber || *count > budget.entries)
            return unreadable("section of the table", lexer.position());
        budget.entries -= *count;
        for (qint64 i = 0; i < *count; ++i) {
            if (const auto done = readEntry(lexer, static_cast<int>(*first + i), section); !done)
                return done;
        }
    }
    auto trailer = lexer.takeObject();
    if (!trailer || !trailer->isDictionary())
        return unreadable("trailer", lexer.position());
    section.trailer = std::move(*trailer);
    return {};
}

}  // namespace station::signing
