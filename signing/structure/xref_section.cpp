#include "signing/structure/xref_section.h"

namespace station::signing {
namespace {

tl::unexpected<Error> unreadable(const char *what, qsizetype position)
{
    return fail(Fault::FileUnreadable,
                QStringLiteral("%1 at byte %2").arg(QLatin1String(what)).arg(position));
}

Expected<> checkTrailer(const XrefSection &section)
{
    const PdfObject &trailer = section.trailer;
    if (trailer.value("XRefStm") != nullptr)
        return unreadable("hybrid file", trailer.begin);
    if (trailer.value("Encrypt") != nullptr)
        return unreadable("encrypted file", trailer.begin);
    const PdfObject *size = trailer.value("Size");
    if (size == nullptr || !size->isInteger() || size->integer > mostObjectNumber + 1)
        return unreadable("/Size", trailer.begin);
    // A number from /Size on is no object for one reader and one for another.
    if ((!section.places.empty() && section.places.rbegin()->first >= size->integer) ||
        (!section.freed.empty() && *section.freed.rbegin() >= size->integer))
        return unreadable("object beyond /Size", trailer.begin);
    return {};
}

/// "startxref", a number, "%%EOF"; some writers name themselves in a comment before.
Expected<> readTail(PdfLexer &lexer, XrefSection &section)
{
    const qsizetype end = lexer.position();
    if (!lexer.skipHarmless())
        return unreadable("comment", lexer.position());
    const bool word = lexer.takeWord("startxref");
    if (!word && section.stream) {
        lexer.moveTo(end);
        section.eof = section.end = end;
        return {};
    }
    lexer.skipSpace();
    const auto named = lexer.takeInteger();
    lexer.skipSpace();
    if (!word || !named || !lexer.take("%%EOF"))
        return unreadable("end of revision", lexer.position());
    section.startxref = *named;
    section.eof = lexer.position();
    if (!lexer.take("\r\n") && !lexer.take("\n"))
        lexer.take("\r");
    section.end = lexer.position();
    return {};
}

}  // namespace

bool addPlace(XrefSection &section, int number, const XrefPlace &place)
{
    return !section.freed.contains(number) && section.places.emplace(number, place).second;
}

bool addFree(XrefSection &section, int number)
{
    return !section.places.contains(number) && section.freed.insert(number).second;
}

Expected<XrefSection> readXrefSection(const QByteArray &bytes, qsizetype offset, ReadBudget &budget)
{
    XrefSection section{.begin = offset};
    if (offset >= bytes.size())
        return unreadable("cross-reference table", offset);
    PdfLexer lexer(bytes, offset, &budget.values);
    auto done = lexer.takeWord("xref") ? readXrefTable(lexer, section, budget)
                                       : readXrefStream(bytes, lexer, section, budget);
    if (done)
        done = checkTrailer(section);
    if (done)
        done = readTail(lexer, section);
    if (!done)
        return fail(done.error());
    return section;
}

}  // namespace station::signing
