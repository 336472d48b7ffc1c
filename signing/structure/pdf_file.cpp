#include "signing/structure/pdf_file.h"

#include <algorithm>
#include <utility>

namespace station::signing {
namespace {

constexpr std::size_t mostRevisions = 1000;
constexpr qint64 mostObjects = 2'000'000;
constexpr std::size_t mostPages = 100'000;

tl::unexpected<Error> unreadable(const char *what, qsizetype position)
{
    return fail(Fault::FileUnreadable,
                QStringLiteral("%1 at byte %2").arg(QLatin1String(what)).arg(position));
}

bool isBlank(const QByteArray &bytes, qsizetype from, qsizetype to)
{
    PdfLexer lexer(bytes, from);
    lexer.skipSpace();
    return lexer.position() >= to;
}

}  // namespace

Expected<PdfFile> PdfFile::read(const QByteArray &bytes)
{
    PdfFile file;
    file.m_bytes = bytes;
    if (!bytes.startsWith("%PDF-1.") && !bytes.startsWith("%PDF-2."))
        return unreadable("header", 0);
    if (const auto done = file.readRevisions(); !done)
        return fail(done.error());
    for (std::size_t i = 0; i < file.m_revisions.size(); ++i) {
        if (const auto done = file.readObjects(i); !done)
            return fail(done.error());
    }
    return file;
}

Expected<> PdfFile::readRevisions()
{
    const qsizetype mark = m_bytes.lastIndexOf("startxref");
    if (mark < 0)
        return unreadable("no startxref", m_bytes.size());
    PdfLexer lexer(m_bytes, mark + 9);
    lexer.skipSpace();
    auto offset = lexer.takeInteger();
    if (!offset)
        return fail(offset.error());

    // Newest to oldest. Each table lies before the one that names it: no loops.
    for (qint64 next = *offset, limit = mark;;) {
        if (next >= limit || m_revisions.size() >= mostRevisions)
            return unreadable("order of tables", next);
        auto revision = readTable(next);
        if (!revision)
            return fail(revision.error());
        const PdfObject *previous = revision->trailer.value("Prev");
        m_revisions.push_back(std::move(*revision));
        limit = next;
        if (previous == nullptr)
            break;
        if (!previous->isInteger())
            return unreadable("/Prev", previous->begin);
        next = previous->integer;
    }
    std::reverse(m_revisions.begin(), m_revisions.end());
    std::reverse(m_places.begin(), m_places.end());
    for (std::size_t i = 1; i < m_revisions.size(); ++i) {
        m_revisions[i].begin = m_revisions[i - 1].end;
        if (m_revisions[i].begin > m_revisions[i].xref)
            return unreadable("revisions overlap", m_revisions[i].xref);
    }
    if (m_revisions.back().eof < mark)
        return unreadable("startxref outside a revision", mark);
    return {};
}

Expected<PdfRevision> PdfFile::readTable(qsizetype offset)
{
    PdfRevision revision{.xref = offset};
    std::map<int, Place> places;
    PdfLexer lexer(m_bytes, offset);
    if (!lexer.take("xref"))
        return unreadable("cross-reference table", offset);
    for (;;) {
        lexer.skipSpace();
        if (lexer.take("trailer"))
            break;
        const auto first = lexer.takeInteger();
        lexer.skipSpace();
        const auto count = lexer.takeInteger();
        if (!first || !count || *first + *count > mostObjects)
            return unreadable("section of the table", lexer.position());
        lexer.skipSpace();
        for (qint64 i = 0; i < *count; ++i) {
            // ISO 32000-1 7.5.4: exactly 20 bytes each.
            const qsizetype at = lexer.position();
            const auto place = lexer.takeInteger();
            const bool space = lexer.take(" ");
            const auto generation = lexer.takeInteger();
            const bool inUse = lexer.take(" n");
            if (!place || !space || !generation || !(inUse || lexer.take(" f")) ||
                !(lexer.take(" \n") || lexer.take("\r\n") || lexer.take(" \r")) ||
                lexer.position() != at + 20)
                return unreadable("entry of the table", at);
            const int number = static_cast<int>(*first + i);
            if (places.contains(number) || revision.freed.contains(number))
                return unreadable("object listed twice", at);
            if (inUse)
                places[number] = {static_cast<qsizetype>(*place), static_cast<int>(*generation)};
            else if (number != 0)
                revision.freed.insert(number);
        }
    }
    auto trailer = lexer.takeObject();
    if (!trailer || !trailer->isDictionary())
        return unreadable("trailer", lexer.position());
    if (trailer->value("XRefStm") != nullptr)
        return unreadable("hybrid file", trailer->begin);
    if (trailer->value("Encrypt") != nullptr)
        return unreadable("encrypted file", trailer->begin);
    revision.trailer = std::move(*trailer);

    lexer.skipSpace();
    const bool word = lexer.take("startxref");
    lexer.skipSpace();
    const auto own = lexer.takeInteger();
    lexer.skipSpace();
    if (!word || !own || *own != offset || !lexer.take("%%EOF"))
        return unreadable("end of revision", lexer.position());
    revision.eof = lexer.position();
    if (!lexer.take("\r\n") && !lexer.take("\n"))
        lexer.take("\r");
    revision.end = lexer.position();
    m_places.push_back(std::move(places));
    return revision;
}

Expected<> PdfFile::readObjects(std::size_t revision)
{
    PdfRevision &part = m_revisions[revision];
    std::vector<std::pair<qsizetype, int>> order;
    for (const auto &[number, place] : m_places[revision])
        order.emplace_back(place.offset, number);
    std::sort(order.begin(), order.end());

    PdfLexer header(m_bytes, part.begin);
    if (revision == 0)
        header.skipSpaceComments();
    qsizetype position = header.position();
    for (const auto &[offset, number] : order) {
        if (offset < position || offset >= part.xref || !isBlank(m_bytes, position, offset))
            return unreadable("objects overlap or leave a gap", offset);
        position = offset;
        auto object = readObject(position, number, revision);
        if (!object)
            return fail(object.error());
        part.objects.emplace(number, std::move(*object));
    }
    if (position > part.xref || !isBlank(m_bytes, position, part.xref))
        return unreadable("gap before the table", position);
    return {};
}

Expected<PdfIndirectObject> PdfFile::readObject(qsizetype &position, int number,
                                                std::size_t revision)
{
    PdfLexer lexer(m_bytes, position);
    const auto writtenNumber = lexer.takeInteger();
    lexer.skipSpace();
    const auto generation = lexer.takeInteger();
    lexer.skipSpace();
    if (!writtenNumber || *writtenNumber != number || !generation ||
        *generation != m_places[revision].at(number).generation || !lexer.take("obj"))
        return unreadable("start of object", position);
    auto value = lexer.takeObject();
    if (!value)
        return fail(value.error());
    PdfIndirectObject object{.number = number, .value = std::move(*value)};

    lexer.skipSpaceComments();
    if (lexer.take("stream")) {
        const PdfObject *length = object.value.value("Length");
        if (length == nullptr || !(lexer.take("\r\n") || lexer.take("\n")))
            return unreadable("stream", lexer.position());
        const auto size = streamLength(*length, revision);
        const qsizetype begin = lexer.position();
        if (!size || *size > m_revisions[revision].xref - begin)
            return unreadable("length of stream", begin);
        object.isStream = true;
        object.data = QByteArray::fromRawData(m_bytes.constData() + begin, *size);
        lexer.moveTo(begin + *size);
        lexer.skipSpace();
        if (!lexer.take("endstream"))
            return unreadable("end of stream", lexer.position());
        lexer.skipSpace();
    }
    if (!lexer.take("endobj"))
        return unreadable("end of object", lexer.position());
    position = lexer.position();
    return object;
}

Expected<qint64> PdfFile::streamLength(const PdfObject &length, std::size_t revision) const
{
    if (length.isInteger())
        return length.integer;
    // The length may stand in an object that is read later: look at its place.
    for (std::size_t i = revision + 1; length.isReference() && i-- > 0;) {
        const auto place = m_places[i].find(static_cast<int>(length.integer));
        if (place == m_places[i].end())
            continue;
        PdfLexer lexer(m_bytes, qBound<qsizetype>(0, place->second.offset, m_bytes.size()));
        const auto number = lexer.takeInteger();
        lexer.skipSpace();
        const auto generation = lexer.takeInteger();
        lexer.skipSpace();
        if (!number || *number != length.integer || !generation || !lexer.take("obj"))
            break;
        lexer.skipSpace();
        return lexer.takeInteger();
    }
    return unreadable("length of stream", length.begin);
}

const PdfIndirectObject *PdfFile::object(qint64 number, std::size_t revision) const
{
    for (std::size_t i = revision + 1; i-- > 0;) {
        const auto &objects = m_revisions[i].objects;
        if (const auto found = objects.find(static_cast<int>(number)); found != objects.end())
            return &found->second;
        if (m_revisions[i].freed.contains(static_cast<int>(number)))
            return nullptr;
    }
    return nullptr;
}

const PdfObject *PdfFile::resolved(const PdfObject *object, std::size_t revision) const
{
    if (object != nullptr && object->isReference()) {
        const PdfIndirectObject *target = this->object(object->integer, revision);
        object = target != nullptr ? &target->value : nullptr;
    }
    return object != nullptr && object->kind != PdfObject::Kind::Null ? object : nullptr;
}

const PdfObject *PdfFile::catalog(std::size_t revision) const
{
    return resolved(m_revisions[revision].trailer.value("Root"), revision);
}

Expected<std::vector<int>> PdfFile::pages(std::size_t revision) const
{
    std::vector<int> found;
    std::set<qint64> seen;
    const PdfObject *root = catalog(revision);
    const PdfObject *tree = root != nullptr ? root->value("Pages") : nullptr;
    std::vector<const PdfObject *> open{tree};
    while (!open.empty()) {
        const PdfObject *reference = open.back();
        open.pop_back();
        const PdfObject *node = resolved(reference, revision);
        if (node == nullptr || !reference->isReference() || !seen.insert(reference->integer).second)
            return unreadable("page tree", reference != nullptr ? reference->begin : 0);
        if (const PdfObject *kids = resolved(node->value("Kids"), revision)) {
            for (auto kid = kids->items.rbegin(); kid != kids->items.rend(); ++kid)
                open.push_back(&*kid);
        } else {
            found.push_back(static_cast<int>(reference->integer));
        }
        if (open.size() + found.size() > mostPages)
            return unreadable("page tree", node->begin);
    }
    return found;
}

}  // namespace station::signing
