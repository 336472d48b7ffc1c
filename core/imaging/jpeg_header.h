#pragma once

#include <QByteArray>

#include <optional>

namespace station::imaging {

/// What has to be known of a JPEG that goes on as it is.
struct JpegHeader {
    int width = 0;
    int height = 0;
    int components = 0;  ///< 1 gray, 3 colour.
};

/// Empty unless `jpeg` is an 8-bit Huffman-coded JPEG (baseline, extended or
/// progressive) of one or three components: the forms every PDF reader decodes.
std::optional<JpegHeader> readJpegHeader(const QByteArray &jpeg);

}  // namespace station::imaging
