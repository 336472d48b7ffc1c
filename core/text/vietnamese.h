#pragma once

#include <QString>

namespace station::text {

/// One form for each letter. Every text becomes NFC where it enters the
/// station: macOS, PDF files and some OCR output give the decomposed form.
QString nfc(const QString &text);

/// For search and comparing only, never stored as the value: no diacritics,
/// đ as d, lower case, blanks collapsed. "Hòa", "Hoà" and "HOA" fold alike.
QString folded(const QString &text);

/// Folds like `folded` but keeps upper and lower case.
QString withoutDiacritics(const QString &text);

/// A key whose order by code point lists people as Vietnamese lists do: given
/// name (last word), then family name and middle names; letters a ă â b …, then
/// tones ngang, huyền, hỏi, ngã, sắc, nặng.
QString nameSortKey(const QString &name);

}  // namespace station::text
