#pragma once

#include <QByteArray>

#include <map>
#include <optional>
#include <set>
#include <string>

namespace station::signing {

/// Objects as text without "obj" and "endobj", by number: "<< /Type /Page >>".
using RawObjects = std::map<int, QByteArray>;

/// How a revision is written, and what is wrong with it.
struct ForgeOptions {
    bool xrefStream = false;           ///< Instead of a table.
    std::set<int> packed{};            ///< These go into an object stream.
    int container = 0;                 ///< Number of the object stream; 0: a new one.
    int xrefNumber = 0;                ///< Number of the cross-reference stream; 0: a new one.
    bool predictor = false;            ///< PNG "up" before Flate.
    std::map<int, int> freed{};        ///< Number → next generation.
    std::map<int, int> generation{};   ///< Of objects; others have 0.
    QByteArray trailer{};              ///< More entries of the trailer.
    QByteArray comment{};              ///< A line before "startxref".
    std::optional<qint64> previous{};  ///< Another /Prev.
    std::optional<qint64> size{};      ///< Another /Size.
    std::optional<int> root{};         ///< Another /Root.
    std::map<int, qint64> offsets{};   ///< Objects that the table has somewhere else.
};

/// A whole file; the catalog is object 1, /Info the highest object that holds /Producer.
QByteArray forgedPdf(const RawObjects &objects, const ForgeOptions &options = {});
/// An update by hand of a file that our reader can read.
QByteArray withRevision(const QByteArray &bytes, const RawObjects &objects,
                        const ForgeOptions &options = {});

/// "<< entries /Length n >> stream … endstream".
QByteArray rawStream(const QByteArray &data, const QByteArray &entries = {});
/// The same through zlib, with its /Filter.
QByteArray deflatedStream(const QByteArray &data, const QByteArray &entries = {});
/// The last value of an object as the file has it.
QByteArray objectText(const QByteArray &bytes, int number);

}  // namespace station::signing
