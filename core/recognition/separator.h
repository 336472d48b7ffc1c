#pragma once

#include <QString>

#include <optional>

namespace station::recognition {

/// What a separator sheet in a pile says. Three things are understood:
///
///     QR        TSH1:GIAY:<component code>   our own, names the component
///     bars      Kodak patch T (A-61599)      next open paper
///     barcode   PATCHT, Code 39 or 128       the same, as other programs print it
struct SeparatorMark {
    QString component{};  ///< Empty: none is named.
    bool operator==(const SeparatorMark &) const = default;
};

/// The text of the QR on a component's sheet.
QString separatorPayload(const QString &component);

/// Reads the text of any barcode; nothing when it is not a separator's.
std::optional<SeparatorMark> separatorOf(const QString &payload);

}  // namespace station::recognition
