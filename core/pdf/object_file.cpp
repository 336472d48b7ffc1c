#include "core/pdf/object_file.h"

#include "core/base/sha256.h"

namespace station::pdf {

namespace {

constexpr qsizetype qtLengthPrefix = 4;  // qCompress puts the length before the zlib data

}  // namespace

QByteArray reference(int number)
{
    return QByteArray::number(number) + " 0 R";
}

ObjectFile::ObjectFile()
{
    // Four bytes above 127 mark the file as binary (ISO 19005-2, 6.1.2).
    m_bytes = "%PDF-1.7\n%\xE2\xE3\xCF\xD3\n";
}

int ObjectFile::reserve()
{
    m_offsets.push_back(0);
    return static_cast<int>(m_offsets.size());
}

void ObjectFile::write(int number, const QByteArray &content)
{
    m_offsets.at(static_cast<std::size_t>(number - 1)) = m_bytes.size();
    m_bytes += QByteArray::number(number) + " 0 obj\n" + content + "\nendobj\n";
}

void ObjectFile::writeStream(int number, const QByteArray &dictionaryEntries,
                             const QByteArray &data)
{
    const QByteArray entries =
        dictionaryEntries + (dictionaryEntries.isEmpty() ? "" : " ") + "/Length ";
    write(number, "<< " + entries + QByteArray::number(data.size()) + " >>\nstream\n" + data +
                      "\nendstream");
}

void ObjectFile::writeDeflated(int number, const QByteArray &dictionaryEntries,
                               const QByteArray &data)
{
    writeStream(number,
                dictionaryEntries + (dictionaryEntries.isEmpty() ? "" : " ") +
                    "/Filter /FlateDecode",
                qCompress(data, 9).sliced(qtLengthPrefix));
}

QByteArray ObjectFile::finish(int catalog, int info)
{
    const QByteArray id = sha256Hex(m_bytes).left(32).toUpper().toLatin1();
    const qsizetype start = m_bytes.size();
    const QByteArray count = QByteArray::number(static_cast<qsizetype>(m_offsets.size()) + 1);
    m_bytes += "xref\n0 " + count + "\n0000000000 65535 f \n";
    for (const qsizetype offset : m_offsets)
        m_bytes += QByteArray::number(offset).rightJustified(10, '0') + " 00000 n \n";
    m_bytes += "trailer\n<< /Size " + count + " /Root " + reference(catalog) + " /Info " +
               reference(info) + " /ID [<" + id + "> <" + id + ">] >>\nstartxref\n" +
               QByteArray::number(start) + "\n%%EOF\n";
    return std::move(m_bytes);
}

}  // namespace station::pdf
