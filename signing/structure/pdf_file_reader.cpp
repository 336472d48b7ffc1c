#include "signing/structure/object_stream.h"
#include "signing/structure/pdf_file.h"
#include "signing/structure/xref_section.h"

#include <algorithm>
#include <utility>

namespace station::signing {
namespace {

constexpr std::size_t mostRevisions = 100;

tl::unexpected<Error> unreadable(const char *what, qsizetype position)
{
    return fail(Fault::FileUnreadable,
                QStringLiteral("%1 at byte %2").arg(QLatin1String(what)).arg(position));
}

/// A revision has one section; a linearised one has two, the newer one first in the file
/// (ISO 32000-1 Annex F).
using Sections = std::vector<XrefSection>;

}  // namespace

/// Builds a PdfFile: first the sections from newest to oldest, then each revision's objects.
class PdfFileReader {
public:
    explicit PdfFileReader(const QByteArray &bytes) { m_file.m_bytes = bytes; }

    Expected<PdfFile> run();

private:
    Expected<> readRevisions();
    /// The second half of a linearised file, which `section` names.
    Expected<> addLinearised(Sections &sections);
    Expected<> readContainers(std::size_t revision);
    Expected<> readObjects(std::size_t revision);
    Expected<> checkLinearised(std::size_t revision) const;
    Expected<PdfIndirectObject> objectAt(qsizetype &position, int number, const XrefPlace &place,
                                         std::size_t revision);
    qint64 lengthOf(const PdfObject &reference, std::size_t revision) const;
    bool isHarmless(qsizetype from, qsizetype to) const;
    const XrefPlace *place(int number, std::size_t revision) const;

    PdfFile m_file{};
    std::vector<Sections> m_sections{};  // of each revision
    ReadBudget m_budget{};
};

Expected<PdfFile> PdfFileReader::run()
{
    if (!m_file.m_bytes.startsWith("%PDF-1.") && !m_file.m_bytes.startsWith("%PDF-2."))
        return unreadable("header", 0);
    if (const auto done = readRevisions(); !done)
        return fail(done.error());
    for (std::size_t i = 0; i < m_sections.size(); ++i) {
        auto done = readContainers(i);
        if (done)
            done = readObjects(i);
        if (!done)
            return fail(done.error());
    }
    if (const auto done = checkLinearised(0); !done)
        return fail(done.error());
    return std::move(m_file);
}

Expected<> PdfFileReader::readRevisions()
{
    const QByteArray &bytes = m_file.m_bytes;
    const qsizetype mark = bytes.lastIndexOf("startxref");
    if (mark < 0)
        return unreadable("no startxref", bytes.size());
    PdfLexer lexer(bytes, mark + 9);
    lexer.skipSpace();
    const auto offset = lexer.takeInteger();
    if (!offset)
        return fail(offset.error());

    // Newest to oldest. Each lies before the one that names it: no loops.
    for (qint64 next = *offset, limit = mark;;) {
        if (next >= limit || m_sections.size() >= mostRevisions)
            return unreadable("order of revisions", next);
        auto section = readXrefSection(bytes, next, m_budget);
        if (!section)
            return fail(section.error());
        Sections sections;
        sections.push_back(std::move(*section));
        const PdfObject *previous = sections.front().trailer.value("Prev");
        if (previous != nullptr && !previous->isInteger())
            return unreadable("/Prev", next);
        const bool isLinearised = previous != nullptr && previous->integer > next;
        if (isLinearised) {
            if (const auto done = addLinearised(sections); !done)
                return done;
        } else if (sections.front().startxref != next) {
            return unreadable("startxref", next);
        }
        const qint64 from = previous != nullptr ? previous->integer : 0;
        m_sections.push_back(std::move(sections));
        limit = next;
        if (previous == nullptr || isLinearised)
            break;
        next = from;
    }
    std::reverse(m_sections.begin(), m_sections.end());
    qsizetype begin = 0;
    for (const auto &sections : m_sections) {
        const XrefSection &newer = sections.front();
        const XrefSection &closing = sections.back();
        if (begin > newer.begin)
            return unreadable("revisions overlap", newer.begin);
        m_file.m_revisions.push_back({.begin = begin,
                                      .xref = newer.begin,
                                      .eof = closing.eof,
                                      .end = closing.end,
                                      .trailer = newer.trailer,
                                      .isClassic = !newer.stream && sections.size() == 1});
        begin = closing.end;
    }
    if (m_file.m_revisions.back().eof < mark)
        return unreadable("startxref outside a revision", mark);
    return {};
}

Expected<> PdfFileReader::addLinearised(Sections &sections)
{
    const XrefSection &newer = sections.front();
    auto older = readXrefSection(m_file.m_bytes, newer.trailer.value("Prev")->integer, m_budget);
    if (!older)
        return fail(older.error());
    if (newer.startxref > 0 || older->startxref != newer.begin || older->begin < newer.end ||
        older->trailer.value("Prev") != nullptr ||
        older->stream.has_value() != newer.stream.has_value())
        return unreadable("linearised file", newer.begin);
    for (const auto &[number, place] : older->places) {
        if (newer.places.contains(number) || newer.freed.contains(number))
            return unreadable("linearised file", newer.begin);
    }
    for (const int number : older->freed) {
        if (newer.places.contains(number))
            return unreadable("linearised file", newer.begin);
    }
    sections.push_back(std::move(*older));
    return {};
}

Expected<> PdfFileReader::checkLinearised(std::size_t revision) const
{
    if (m_sections[revision].size() == 1)
        return {};
    // The length in the first object says what the file was when it was linearised.
    const PdfRevision &whole = m_file.m_revisions[revision];
    const PdfIndirectObject *first = nullptr;
    for (const auto &[number, object] : whole.objects) {
        if (!object.inObjectStream && (first == nullptr || object.value.begin < first->value.begin))
            first = &object;
    }
    const PdfObject *mark = first != nullptr ? first->value.value("Linearized") : nullptr;
    const PdfObject *length = first != nullptr ? first->value.value("L") : nullptr;
    if (mark == nullptr || length == nullptr || length->integer < whole.eof ||
        length->integer > whole.end || first->value.begin > whole.xref)
        return unreadable("linearised file", whole.xref);
    return {};
}

const XrefPlace *PdfFileReader::place(int number, std::size_t revision) const
{
    for (const auto &section : m_sections[revision]) {
        if (const auto found = section.places.find(number); found != section.places.end())
            return &found->second;
    }
    return nullptr;
}

Expected<> PdfFileReader::readContainers(std::size_t revision)
{
    PdfRevision &part = m_file.m_revisions[revision];
    std::map<int, std::map<int, int>> wanted;  // container → index → number
    for (const auto &section : m_sections[revision]) {
        for (const auto &[number, place] : section.places) {
            if (place.container != 0 &&
                !wanted[place.container].emplace(place.index, number).second)
                return unreadable("two objects at one place", section.begin);
        }
    }
    for (const auto &[container, numbers] : wanted) {
        const XrefPlace *at = place(container, revision);
        if (at == nullptr || at->container != 0)
            return unreadable("object stream of another revision", part.xref);
        qsizetype position = at->offset;
        const auto stream = objectAt(position, container, *at, revision);
        if (!stream)
            return fail(stream.error());
        auto objects = unpackedObjects(*stream, m_budget);
        if (!objects)
            return fail(objects.error());
        if (objects->size() != numbers.size())
            return unreadable("object stream with more than is named", at->offset);
        for (std::size_t i = 0; i < objects->size(); ++i) {
            const auto named = numbers.find(static_cast<int>(i));
            if (named == numbers.end() || named->second != (*objects)[i].number)
                return unreadable("object stream with other objects", at->offset);
            part.objects.emplace(named->second, std::move((*objects)[i]));
        }
        part.containers.insert(container);
        part.isClassic = false;
    }
    return {};
}

Expected<> PdfFileReader::readObjects(std::size_t revision)
{
    PdfRevision &part = m_file.m_revisions[revision];
    Sections &sections = m_sections[revision];
    struct Island {
        qsizetype begin = 0;
        qsizetype end = 0;  // of a section; 0: an object
        int number = 0;
    };
    std::vector<Island> islands;
    for (auto &section : sections) {
        islands.push_back({section.begin, section.end});
        for (const auto &[number, place] : section.places) {
            const bool isOwnEntry = section.stream && section.stream->number == number;
            if (place.container == 0 && !isOwnEntry)
                islands.push_back({place.offset, 0, number});
            if (isOwnEntry)
                part.objects.emplace(number, std::move(*section.stream));
        }
        part.freed.merge(section.freed);
    }
    part.freed.erase(0);
    std::sort(islands.begin(), islands.end(),
              [](const Island &a, const Island &b) { return a.begin < b.begin; });

    qsizetype position = part.begin;
    if (revision == 0) {
        PdfLexer header(m_file.m_bytes);
        header.skipSpaceComments();
        position = header.position();
    }
    for (const auto &[begin, end, number] : islands) {
        if (begin < position || begin >= part.end || !isHarmless(position, begin))
            return unreadable("objects overlap or leave a gap", begin);
        position = begin;
        if (end != 0) {
            position = end;
            continue;
        }
        auto object = objectAt(position, number, *place(number, revision), revision);
        if (!object)
            return fail(object.error());
        part.objects.emplace(number, std::move(*object));
    }
    if (position != part.end)
        return unreadable("object behind the cross-references", position);
    return {};
}

Expected<PdfIndirectObject> PdfFileReader::objectAt(qsizetype &position, int number,
                                                    const XrefPlace &place, std::size_t revision)
{
    const PdfRevision &part = m_file.m_revisions[revision];
    const qsizetype begin = position;
    if (begin < part.begin || begin >= part.end)
        return unreadable("object outside its revision", begin);
    auto object = readIndirectObject(
        m_file.m_bytes, position, part.end,
        [this, revision](const PdfObject &reference) { return lengthOf(reference, revision); },
        m_budget);
    if (object && (object->number != number || object->generation != place.generation))
        return unreadable("other object than named", begin);
    return object;
}

qint64 PdfFileReader::lengthOf(const PdfObject &reference, std::size_t revision) const
{
    const int number = static_cast<int>(reference.integer);
    const XrefPlace *at = place(number, revision);
    if (at == nullptr || at->container != 0) {
        const PdfObject *length = m_file.resolved(&reference, revision);
        return length != nullptr && length->isInteger() ? length->integer : -1;
    }
    // It stands in an object that is read later: look at its place.
    qsizetype position = at->offset;
    ReadBudget one{.values = 4};
    const auto object = readIndirectObject(
        m_file.m_bytes, position, m_file.m_revisions[revision].end,
        [](const PdfObject &) { return -1; }, one);
    return object && object->number == number && object->value.isInteger() ? object->value.integer
                                                                           : -1;
}

bool PdfFileReader::isHarmless(qsizetype from, qsizetype to) const
{
    PdfLexer lexer(m_file.m_bytes, from);
    return from == to || (lexer.skipHarmless() && lexer.position() == to);
}

Expected<PdfFile> PdfFile::read(const QByteArray &bytes)
{
    return PdfFileReader(bytes).run();
}

}  // namespace station::signing
