#include "core/imaging/jpeg_header.h"

namespace station::imaging {

namespace {

constexpr int startOfScan = 0xDA;

bool isFrame(int marker)
{
    return marker >= 0xC0 && marker <= 0xC2;  // baseline, extended, progressive
}

int byteAt(const QByteArray &bytes, qsizetype at)
{
    return static_cast<unsigned char>(bytes.at(at));
}

int wordAt(const QByteArray &bytes, qsizetype at)
{
    return byteAt(bytes, at) << 8 | byteAt(bytes, at + 1);
}

}  // namespace

std::optional<JpegHeader> readJpegHeader(const QByteArray &jpeg)
{
    if (!jpeg.startsWith("\xFF\xD8"))
        return {};
    qsizetype at = 2;
    while (at + 4 <= jpeg.size()) {
        if (byteAt(jpeg, at) != 0xFF)
            return {};
        const int marker = byteAt(jpeg, at + 1);
        if (marker == 0xFF) {  // fill byte before a marker
            ++at;
            continue;
        }
        if (marker == startOfScan)
            return {};
        if (!isFrame(marker)) {
            at += 2 + wordAt(jpeg, at + 2);
            continue;
        }
        if (at + 10 > jpeg.size() || byteAt(jpeg, at + 4) != 8)
            return {};
        const JpegHeader header{.width = wordAt(jpeg, at + 7),
                                .height = wordAt(jpeg, at + 5),
                                .components = byteAt(jpeg, at + 9)};
        if (header.width < 1 || header.height < 1 ||
            (header.components != 1 && header.components != 3))
            return {};
        return header;
    }
    return {};
}

}  // namespace station::imaging
