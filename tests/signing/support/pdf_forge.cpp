#include "tests/signing/support/pdf_forge.h"

#include "signing/structure/pdf_file.h"
#include "tests/support/catch.h"

#include <algorithm>

namespace station::signing {
namespace {

QByteArray bigEndian(qint64 value, int width)
{
    QByteArray bytes(width, '\0');
    for (int i = width - 1; i >= 0; --i, value >>= 8)
        bytes[i] = static_cast<char>(value & 0xff);
    return bytes;
}

QByteArray deflated(const QByteArray &data)
{
    return qCompress(data, 9).mid(4);  // Qt puts the length before zlib's bytes
}

/// What stays the same from revision to revision.
struct Ground {
    qint64 size = 1;
    int root = 1;
    int info = 0;
    qint64 previous = -1;
};

class Writer {
public:
    Writer(QByteArray bytes, const RawObjects &objects, const ForgeOptions &options,
           const Ground &ground)
        : m_bytes(std::move(bytes)), m_objects(objects), m_options(options), m_ground(ground)
    {
        m_next = std::max(
            {static_cast<int>(ground.size), options.container + 1, options.xrefNumber + 1});
        for (const auto &[number, text] : objects)
            m_next = std::max(m_next, number + 1);
        for (const auto &[number, generation] : options.freed)
            m_next = std::max(m_next, number + 1);
    }

    QByteArray run()
    {
        for (const auto &[number, text] : m_objects) {
            if (!m_options.packed.contains(number))
                add(number, text);
        }
        if (!m_options.packed.empty())
            addContainer();
        return m_options.xrefStream ? withStream() : withTable();
    }

private:
    struct Row {
        int kind = 1;
        qint64 place = 0;
        int more = 0;
    };

    int generationOf(int number) const
    {
        const auto found = m_options.generation.find(number);
        return found != m_options.generation.end() ? found->second : 0;
    }

    void add(int number, const QByteArray &text)
    {
        const auto lie = m_options.offsets.find(number);
        m_rows[number] = {1, lie != m_options.offsets.end() ? lie->second : m_bytes.size(),
                          generationOf(number)};
        m_bytes += QByteArray::number(number) + ' ' + QByteArray::number(generationOf(number)) +
                   " obj\n" + text + "\nendobj\n";
    }

    void addContainer()
    {
        const int container = m_options.container != 0 ? m_options.container : m_next++;
        QByteArray head;
        QByteArray body;
        int index = 0;
        for (const int number : m_options.packed) {
            head += QByteArray::number(number) + ' ' + QByteArray::number(body.size()) + ' ';
            body += m_objects.at(number) + '\n';
            m_rows[number] = {2, container, index++};
        }
        add(container,
            deflatedStream(head + body, "/Type /ObjStm /N " + QByteArray::number(index) +
                                            " /First " + QByteArray::number(head.size())));
    }

    QByteArray trailer() const
    {
        QByteArray text = "/Size " + QByteArray::number(m_options.size.value_or(m_next)) +
                          " /Root " + QByteArray::number(m_options.root.value_or(m_ground.root)) +
                          " 0 R ";
        if (m_ground.info != 0)
            text += "/Info " + QByteArray::number(m_ground.info) + " 0 R ";
        const qint64 previous = m_options.previous.value_or(m_ground.previous);
        if (previous >= 0)
            text += "/Prev " + QByteArray::number(previous) + ' ';
        return text + m_options.trailer;
    }

    QByteArray tail(qint64 offset) const
    {
        return m_options.comment + "startxref\n" + QByteArray::number(offset) + "\n%%EOF\n";
    }

    QByteArray withTable()
    {
        const qint64 offset = m_bytes.size();
        QByteArray table = "xref\n";
        if (m_ground.previous < 0)
            table += "0 1\n0000000000 65535 f \n";
        const auto entry = [&table](int number, qint64 place, int generation, const char *kind) {
            table += QByteArray::number(number) + " 1\n" +
                     QByteArray::number(place).rightJustified(10, '0') + ' ' +
                     QByteArray::number(generation).rightJustified(5, '0') + kind;
        };
        for (const auto &[number, row] : m_rows)
            entry(number, row.place, row.more, " n \n");
        for (const auto &[number, generation] : m_options.freed)
            entry(number, 0, generation, " f \n");
        return m_bytes + table + "trailer\n<< " + trailer() + " >>\n" + tail(offset);
    }

    QByteArray withStream()
    {
        const int number = m_options.xrefNumber != 0 ? m_options.xrefNumber : m_next++;
        const qint64 offset = m_bytes.size();
        m_rows[number] = {1, offset, 0};
        for (const auto &[freed, generation] : m_options.freed)
            m_rows[freed] = {0, 0, generation};
        QByteArray index;
        QByteArray data;
        QByteArray above(7, '\0');
        for (const auto &[named, row] : m_rows) {
            index += QByteArray::number(named) + " 1 ";
            const QByteArray bytes =
                bigEndian(row.kind, 1) + bigEndian(row.place, 4) + bigEndian(row.more, 2);
            if (!m_options.predictor) {
                data += bytes;
                continue;
            }
            data += '\2';
            for (qsizetype i = 0; i < bytes.size(); ++i)
                data += static_cast<char>(bytes[i] - above[i]);
            above = bytes;
        }
        QByteArray entries = "/Type /XRef /W [1 4 2] /Index [" + index + "] " + trailer();
        if (m_options.predictor)
            entries += " /DecodeParms << /Predictor 12 /Columns 7 >>";
        return m_bytes + QByteArray::number(number) + " 0 obj\n" + deflatedStream(data, entries) +
               "\nendobj\n" + tail(offset);
    }

    QByteArray m_bytes;
    const RawObjects &m_objects;
    const ForgeOptions &m_options;
    const Ground m_ground;
    std::map<int, Row> m_rows{};
    int m_next = 1;
};

}  // namespace

QByteArray forgedPdf(const RawObjects &objects, const ForgeOptions &options)
{
    Ground ground;
    for (const auto &[number, text] : objects) {
        if (text.contains("/Producer"))
            ground.info = number;
    }
    return Writer("%PDF-1.7\n%\xE2\xE3\xCF\xD3\n", objects, options, ground).run();
}

QByteArray withRevision(const QByteArray &bytes, const RawObjects &objects,
                        const ForgeOptions &options)
{
    const auto file = PdfFile::read(bytes);
    if (!file)
        FAIL(file.error().detail.toStdString());
    const PdfRevision &newest = file->revisions().back();
    const PdfObject *info = newest.trailer.value("Info");
    return Writer(bytes, objects, options,
                  {.size = newest.trailer.value("Size")->integer,
                   .root = static_cast<int>(newest.trailer.value("Root")->integer),
                   .info = info != nullptr ? static_cast<int>(info->integer) : 0,
                   .previous = newest.xref})
        .run();
}

QByteArray rawStream(const QByteArray &data, const QByteArray &entries)
{
    return "<< " + entries + " /Length " + QByteArray::number(data.size()) + " >>\nstream\n" +
           data + "\nendstream";
}

QByteArray deflatedStream(const QByteArray &data, const QByteArray &entries)
{
    return rawStream(deflated(data), entries + " /Filter /FlateDecode");
}

QByteArray objectText(const QByteArray &bytes, int number)
{
    const auto file = PdfFile::read(bytes);
    REQUIRE(file);
    const PdfIndirectObject *object = file->object(number, file->last());
    REQUIRE(object != nullptr);
    REQUIRE_FALSE(object->inObjectStream);
    return bytes.mid(object->value.begin, object->value.end - object->value.begin);
}

}  // namespace station::signing
