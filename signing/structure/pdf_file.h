#pragma once

#include "core/base/expected.h"
#include "signing/structure/pdf_object.h"

#include <QByteArray>

#include <map>
#include <set>
#include <vector>

namespace station::signing {

struct PdfIndirectObject {
    int number = 0;
    PdfObject value{};
    bool isStream = false;
    QByteArray data{};  ///< Of a stream, still encoded; shares the file's bytes.
    bool operator==(const PdfIndirectObject &other) const
    {
        return value == other.value && isStream == other.isStream && data == other.data;
    }
};

/// What one saving of the file has added: objects, cross-reference table, trailer.
struct PdfRevision {
    qsizetype begin = 0;  ///< Where the revision before it ends.
    qsizetype xref = 0;   ///< Of its cross-reference table.
    qsizetype eof = 0;    ///< After its %%EOF, without an end of line.
    qsizetype end = 0;    ///< After that end of line.
    PdfObject trailer{};
    std::map<int, PdfIndirectObject> objects{};
    std::set<int> freed{};
};

/// A PDF with classic cross-reference tables, read strictly and completely: the
/// objects that the tables name tile the file without gap or overlap, each
/// inside its own revision, so nothing can hide between them and no reader can
/// see other objects than this one. Everything else (cross-reference streams,
/// hybrid or linearised files, encryption, damage) fails with FileUnreadable.
class PdfFile {
public:
    /// `bytes` stay shared with the result.
    static Expected<PdfFile> read(const QByteArray &bytes);

    const QByteArray &bytes() const { return m_bytes; }
    const std::vector<PdfRevision> &revisions() const { return m_revisions; }  ///< Oldest first.
    std::size_t last() const { return m_revisions.size() - 1; }

    /// As somebody sees it who has the file up to that revision; null: none.
    const PdfIndirectObject *object(qint64 number, std::size_t revision) const;
    /// Follows a reference (once); null for a null object or nothing.
    const PdfObject *resolved(const PdfObject *object, std::size_t revision) const;
    const PdfObject *catalog(std::size_t revision) const;
    /// Page dictionaries' object numbers in order.
    Expected<std::vector<int>> pages(std::size_t revision) const;

private:
    Expected<> readRevisions();
    Expected<PdfRevision> readTable(qsizetype offset);
    Expected<> readObjects(std::size_t revision);
    Expected<PdfIndirectObject> readObject(qsizetype &position, int number, std::size_t revision);
    Expected<qint64> streamLength(const PdfObject &length, std::size_t revision) const;

    struct Place {
        qsizetype offset = 0;
        int generation = 0;
    };

    QByteArray m_bytes{};
    std::vector<PdfRevision> m_revisions{};
    std::vector<std::map<int, Place>> m_places{};  // of each revision
};

}  // namespace station::signing
