#pragma once

#include "core/base/expected.h"
#include "signing/structure/indirect_object.h"
#include "signing/structure/read_budget.h"

#include <QByteArray>

#include <map>
#include <optional>
#include <set>

namespace station::signing {

/// ISO 32000-1 Annex C.
inline constexpr qint64 mostObjectNumber = 8'388'607;

/// Where an object is: at a byte of the file, or in an object stream.
struct XrefPlace {
    qsizetype offset = 0;
    int generation = 0;
    int container = 0;  ///< Number of the object stream; 0: in the file itself.
    int index = 0;      ///< In the object stream.
};

/// A cross-reference table or stream with its trailer, up to its %%EOF.
struct XrefSection {
    qsizetype begin = 0;
    qsizetype eof = 0;  ///< After %%EOF, without an end of line.
    qsizetype end = 0;  ///< After that end of line.
    /// The number that stands before %%EOF; -1: neither is there, as behind the first
    /// cross-reference stream of a linearised file.
    qint64 startxref = -1;
    PdfObject trailer{};
    std::map<int, XrefPlace> places{};
    std::set<int> freed{};
    std::optional<PdfIndirectObject> stream{};  ///< The cross-reference stream itself.
};

/// Reads what stands at `offset`. Fails with FileUnreadable for everything that is
/// not exactly in the form of ISO 32000, for hybrid and for encrypted files.
Expected<XrefSection> readXrefSection(const QByteArray &bytes, qsizetype offset,
                                      ReadBudget &budget);

/// The two forms; `lexer` stands behind trailer or stream afterwards.
Expected<> readXrefTable(PdfLexer &lexer, XrefSection &section, ReadBudget &budget);
Expected<> readXrefStream(const QByteArray &bytes, PdfLexer &lexer, XrefSection &section,
                          ReadBudget &budget);

/// Notes one object of a section; false when it was already there.
bool addPlace(XrefSection &section, int number, const XrefPlace &place);
bool addFree(XrefSection &section, int number);

}  // namespace station::signing
