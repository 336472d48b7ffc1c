#pragma once

#include <QByteArray>
#include <QCryptographicHash>
#include <QIODevice>

#include <vector>

namespace station::pdf {

/// Lays out numbered PDF objects with a classic cross-reference table: `N 0 obj`
/// and `endobj` on lines of their own, 20-byte entries, one subsection from 0
/// (ISO 19005-2, 6.1.4 and 6.1.9). Every object goes to the device at once, so
/// that a file of any length needs no memory.
class ObjectFile {
public:
    /// `out` is open, empty and unbuffered or in memory; it outlives this object.
    explicit ObjectFile(QIODevice &out);

    /// A number to refer to before the object is written.
    int reserve();
    void write(int number, const QByteArray &content);
    void writeStream(int number, const QByteArray &dictionaryEntries, const QByteArray &data);
    void writeDeflated(int number, const QByteArray &dictionaryEntries, const QByteArray &data);

    /// Cross-reference table and trailer; every reserved number is written by then.
    void finish(int catalog, int info);

    /// The system's number of the first write that failed; nothing is written after it. 0: none.
    int errorNumber() const { return m_errorNumber; }

private:
    void append(const QByteArray &bytes);
    void begin(int number);

    QIODevice &m_out;
    QCryptographicHash m_hash{QCryptographicHash::Sha256};
    qint64 m_size = 0;
    int m_errorNumber = 0;
    std::vector<qint64> m_offsets{};
};

/// "7 0 R"
QByteArray reference(int number);

/// In points, with the two decimals that 0.01 mm needs.
QByteArray points(double value);

}  // namespace station::pdf
