#include "core/imaging/raw_pnm.h"

#include <cctype>

namespace station::imaging {
namespace {

/// The next number of the header; comments run from '#' to the end of the line.
std::optional<int> numberAt(const QByteArray &header, qsizetype &at)
{
    while (at < header.size() && std::isdigit(static_cast<unsigned char>(header[at])) == 0) {
        if (header[at] == '#')
            at = header.indexOf('\n', at);
        else if (std::isspace(static_cast<unsigned char>(header[at])) == 0)
            return {};
        if (at < 0)
            return {};
        ++at;
    }
    qint64 value = 0;
    const auto start = at;
    while (at < header.size() && std::isdigit(static_cast<unsigned char>(header[at])) != 0 &&
           value < 1'000'000)
        value = value * 10 + (header[at++] - '0');
    return at > start ? std::optional(static_cast<int>(value)) : std::nullopt;
}

}  // namespace

std::optional<RawPnm> RawPnm::open(const QString &path)
{
    RawPnm pnm;
    pnm.m_file = std::make_unique<QFile>(path);
    if (!pnm.m_file->open(QIODevice::ReadOnly))
        return {};
    const QByteArray header = pnm.m_file->peek(1024);
    pnm.m_colour = header.startsWith("P6");
    if (!pnm.m_colour && !header.startsWith("P5"))
        return {};
    qsizetype at = 2;
    const auto width = numberAt(header, at);
    const auto height = width ? numberAt(header, at) : std::nullopt;
    const auto brightest = height ? numberAt(header, at) : std::nullopt;
    if (!brightest || *brightest != 255)
        return {};
    pnm.m_width = *width;
    pnm.m_height = *height;
    const qint64 start = at + 1;  // one white space stands before the samples
    if (pnm.m_file->size() < start + qint64{*width} * *height * pnm.samplesPerPixel())
        return {};
    const uchar *bytes = pnm.m_file->map(0, pnm.m_file->size());
    if (bytes == nullptr)
        return {};
    pnm.m_samples = bytes + start;
    return pnm;
}

}  // namespace station::imaging
