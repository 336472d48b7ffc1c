#include "core/pdf/object_file.h"

#include <cerrno>

namespace station::pdf {

namespace {

constexpr qsizetype qtLengthPrefix = 4;  // qCompress puts the length before the zlib data

}  // namespace

QByteArray reference(int number)
{
    return QByteArray::number(number) + " 0 R";
}

QByteArray points(double value)
{
    return QByteArray::number(value, 'f', 2);
}

ObjectFile::ObjectFile(QIODevice &out) : m_out(out)
{
    // Four bytes above 127 mark the file as binary (ISO 19005-2, 6.1.2).
    append("%PDF-1.7\n%\xE2\xE3\xCF\xD3\n");
}

void ObjectFile::append(const QByteArray &bytes)
{
    if (m_errorNumber != 0)
        return;
    errno = 0;
    if (m_out.write(bytes) != bytes.size()) {
        m_errorNumber = errno == 0 ? EIO : errno;
        return;
    }
    m_hash.addData(bytes);
    m_size += bytes.size();
}

int ObjectFile::reserve()
{
    m_offsets.push_back(0);
    return static_cast<int>(m_offsets.size());
}

void ObjectFile::begin(int number)
{
    m_offsets.at(static_cast<std::size_t>(number - 1)) = m_size;
    append(QByteArray::number(number) + " 0 obj\n");
}

void ObjectFile::write(int number, const QByteArray &content)
{
    begin(number);
    append(content + "\nendobj\n");
}

void ObjectFile::writeStream(int number, const QByteArray &dictionaryEntries,
                             const QByteArray &data)
{
    const QByteArray entries =
        dictionaryEntries + (dictionaryEntries.isEmpty() ? "" : " ") + "/Length ";
    begin(number);
    append("<< " + entries + QByteArray::number(data.size()) + " >>\nstream\n");
    append(data);
    append("\nendstream\nendobj\n");
}

void ObjectFile::writeDeflated(int number, const QByteArray &dictionaryEntries,
                               const QByteArray &data)
{
    writeStream(number,
                dictionaryEntries + (dictionaryEntries.isEmpty() ? "" : " ") +
                    "/Filter /FlateDecode",
                qCompress(data, 9).sliced(qtLengthPrefix));
}

void ObjectFile::finish(int catalog, int info)
{
    const QByteArray id = m_hash.result().left(16).toHex().toUpper();
    const qint64 start = m_size;
    const QByteArray count = QByteArray::number(static_cast<qsizetype>(m_offsets.size()) + 1);
    QByteArray table = "xref\n0 " + count + "\n0000000000 65535 f \n";
    for (const qint64 offset : m_offsets)
        table += QByteArray::number(offset).rightJustified(10, '0') + " 00000 n \n";
    append(table + "trailer\n<< /Size " + count + " /Root " + reference(catalog) + " /Info " +
           reference(info) + " /ID [<" + id + "> <" + id + ">] >>\nstartxref\n" +
           QByteArray::number(start) + "\n%%EOF\n");
}

}  // namespace station::pdf
