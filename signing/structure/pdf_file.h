#pragma once

#include "core/base/expected.h"
#include "signing/structure/indirect_object.h"

#include <QByteArray>

#include <map>
#include <set>
#include <vector>

namespace station::signing {

/// What one saving of the file has added: objects, cross-references, trailer.
struct PdfRevision {
    qsizetype begin = 0;  ///< Where the revision before it ends.
    qsizetype xref = 0;   ///< Of its cross-reference table or stream: what startxref names.
    qsizetype eof = 0;    ///< After its %%EOF, without an end of line.
    qsizetype end = 0;    ///< After that end of line.
    PdfObject trailer{};  ///< Of a cross-reference stream: its dictionary.
    std::map<int, PdfIndirectObject> objects{};
    std::set<int> freed{};
    std::set<int> containers{};  ///< Object streams whose objects are in `objects`.
    bool isClassic = true;       ///< A table in text, no object streams, not linearised.
};

/// A PDF, read strictly and completely: the objects that its cross-reference tables
/// or streams name tile the file without gap or overlap, each inside its own
/// revision, so nothing can hide between them and no reader can see other objects
/// than this one. Object streams are unpacked. Everything else (hybrid files,
/// encryption, damage, what costs too much) fails with FileUnreadable. What it costs is
/// bounded (ReadBudget); streams' bodies are not touched but for object streams.
class PdfFile {
public:
    /// `bytes` stay shared with the result; they may be raw data that outlives it.
    static Expected<PdfFile> read(const QByteArray &bytes);

    const QByteArray &bytes() const { return m_bytes; }
    const std::vector<PdfRevision> &revisions() const { return m_revisions; }  ///< Oldest first.
    std::size_t last() const { return m_revisions.size() - 1; }
    /// Every revision has a table in text and no object streams: what our signer may extend.
    bool isClassic() const;

    /// As somebody sees it who has the file up to that revision; null: none.
    const PdfIndirectObject *object(qint64 number, std::size_t revision) const;
    /// Follows a reference (once); null for a null object or nothing.
    const PdfObject *resolved(const PdfObject *object, std::size_t revision) const;
    const PdfObject *catalog(std::size_t revision) const;
    /// Page dictionaries' object numbers in order. Fails with FileUnreadable for a tree
    /// that loops or that two readers could understand differently.
    Expected<std::vector<int>> pages(std::size_t revision) const;

private:
    friend class PdfFileReader;

    QByteArray m_bytes{};
    std::vector<PdfRevision> m_revisions{};
};

}  // namespace station::signing
