#pragma once

#include "core/base/expected.h"
#include "signing/structure/pdf_object.h"
#include "signing/structure/read_budget.h"

#include <QByteArray>

#include <functional>

namespace station::signing {

struct PdfIndirectObject {
    int number = 0;
    int generation = 0;
    PdfObject value{};
    bool isStream = false;
    QByteArray data{};  ///< Of a stream, still encoded; shares the file's bytes.
    /// It lives in an object stream: the places of its value (begin, end) are in that
    /// stream's inflated bytes, so nothing of it has a place in the file.
    bool inObjectStream = false;
    int container = 0;  ///< Number of that object stream.

    /// The same thing, wherever it is written.
    bool operator==(const PdfIndirectObject &other) const
    {
        return generation == other.generation && value == other.value &&
               isStream == other.isStream && data == other.data;
    }
};

/// The whole number that an indirect /Length names; below 0: none.
using LengthLookup = std::function<qint64(const PdfObject &reference)>;

/// Reads "12 0 obj … endobj" at `position` and moves it behind; the object may not
/// reach `limit`. A stream's body is jumped over by its /Length.
Expected<PdfIndirectObject> readIndirectObject(const QByteArray &bytes, qsizetype &position,
                                               qsizetype limit, const LengthLookup &lengthOf,
                                               ReadBudget &budget);

}  // namespace station::signing
