#pragma once

#include "core/base/expected.h"

#include <QJsonObject>
#include <QRect>
#include <QSize>
#include <QString>

#include <vector>

namespace station::recognition {

struct Word {
    QString text{};           ///< NFC.
    QRect box{};              ///< Pixels of the cleaned side.
    double confidence = 0.0;  ///< 0 to 1, as the engine reports it.
    int line = 0;             ///< Words of one line share it; lines run in reading order.
    int block = 0;

    bool operator==(const Word &) const = default;
};

struct Barcode {
    QString text{};
    QString format{};  ///< "QRCode", "Code128" …
    QRect box{};       ///< Pixels of the cleaned side.

    bool operator==(const Barcode &) const = default;
};

/// What one side says. Kept as JSON beside the side, never inside the signed
/// PDF (extraction comes after signing: TT 01/2023 Art. 7).
struct RecognizedPage {
    QSize size{};  ///< Pixels of the cleaned side.
    int dpi = 0;
    std::vector<Word> words{};
    std::vector<Barcode> barcodes{};

    QString text() const;  ///< Lines joined by '\n', words by a blank.

    bool operator==(const RecognizedPage &) const = default;
};

QJsonObject toJson(const RecognizedPage &page);
/// Fails with FileUnreadable when a part is missing or of the wrong type.
Expected<RecognizedPage> recognizedPageFromJson(const QJsonObject &json);

}  // namespace station::recognition
