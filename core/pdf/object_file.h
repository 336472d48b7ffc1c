#pragma once

#include <QByteArray>

#include <vector>

namespace station::pdf {

/// Collects numbered PDF objects and lays them out with a classic
/// cross-reference table: `N 0 obj` and `endobj` on lines of their own,
/// 20-byte entries, one subsection from 0 (ISO 19005-2, 6.1.4 and 6.1.9).
class ObjectFile {
public:
    ObjectFile();

    /// A number to refer to before the object is written.
    int reserve();
    void write(int number, const QByteArray &content);
    void writeStream(int number, const QByteArray &dictionaryEntries, const QByteArray &data);
    void writeDeflated(int number, const QByteArray &dictionaryEntries, const QByteArray &data);

    /// Cross-reference table and trailer; every reserved number is written by then.
    QByteArray finish(int catalog, int info);

private:
    QByteArray m_bytes{};
    std::vector<qsizetype> m_offsets{};
};

/// "7 0 R"
QByteArray reference(int number);

}  // namespace station::pdf
