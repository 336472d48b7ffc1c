#pragma once

#include <QFile>
#include <QString>

#include <memory>
#include <optional>

namespace station::imaging {

/// Binary gray (P5) or colour (P6) with 8 bits a sample, the form in which the scanner spools its
/// sides, as it lies on the disk: rows are mapped, not copied. The file must not become shorter
/// meanwhile; a spooled one never does.
class RawPnm {
public:
    /// None for any other or damaged file.
    static std::optional<RawPnm> open(const QString &path);

    int width() const { return m_width; }    ///< Pixels.
    int height() const { return m_height; }  ///< Pixels.
    bool isColour() const { return m_colour; }
    int samplesPerPixel() const { return m_colour ? 3 : 1; }
    /// `width()` times one sample, or red, green and blue.
    const uchar *row(int y) const { return m_samples + qint64{y} * m_width * samplesPerPixel(); }

private:
    RawPnm() = default;

    std::unique_ptr<QFile> m_file{};
    const uchar *m_samples = nullptr;
    int m_width = 0;
    int m_height = 0;
    bool m_colour = false;
};

}  // namespace station::imaging
