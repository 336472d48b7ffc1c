#pragma once

#include <QByteArray>

namespace station::pdf {

enum class SampleKind { Gray, Colour, Progressive, FourColours };

/// A real JPEG with a soft gradient.
QByteArray sampleJpeg(int width, int height, SampleKind kind);

}  // namespace station::pdf
