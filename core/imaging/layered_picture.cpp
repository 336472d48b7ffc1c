#include "core/imaging/layered_picture.h"

#include <QDataStream>
#include <QIODevice>

namespace station::imaging {
namespace {

const QByteArray magic = "station-layers 2\n";
constexpr int largestSide = 65'500;  // what JPEG can say, too
constexpr quint32 mostPatches = 10'000;

void write(QDataStream &out, const std::array<quint8, 3> &color)
{
    for (const quint8 part : color)
        out << part;
}

void read(QDataStream &in, std::array<quint8, 3> &color)
{
    for (quint8 &part : color)
        in >> part;
}

bool isWithin(int value, int largest)
{
    return value >= 1 && value <= largest;
}

}  // namespace

QByteArray toBytes(const LayeredPicture &picture)
{
    QByteArray bytes = magic;
    QDataStream out(&bytes, QIODevice::WriteOnly | QIODevice::Append);
    out.setVersion(QDataStream::Qt_6_4);
    out << picture.size << picture.dpi << picture.mask;
    write(out, picture.ink);
    write(out, picture.paper);
    out << static_cast<quint32>(picture.patches.size());
    for (const auto &patch : picture.patches)
        out << patch.at << patch.jpeg;
    return bytes;
}

std::optional<LayeredPicture> layeredPictureFrom(const QByteArray &bytes)
{
    if (!bytes.startsWith(magic))
        return {};
    QDataStream in(bytes);
    in.setVersion(QDataStream::Qt_6_4);
    in.skipRawData(static_cast<int>(magic.size()));
    LayeredPicture picture;
    in >> picture.size >> picture.dpi >> picture.mask;
    read(in, picture.ink);
    read(in, picture.paper);
    quint32 count = 0;
    in >> count;
    if (in.status() != QDataStream::Ok || count > mostPatches ||
        !isWithin(picture.size.width(), largestSide) ||
        !isWithin(picture.size.height(), largestSide) || picture.dpi < 1 || picture.mask.isEmpty())
        return {};
    const QRect page(QPoint(0, 0), picture.size);
    for (quint32 i = 0; i < count; ++i) {
        LayeredPicture::Patch patch;
        in >> patch.at >> patch.jpeg;
        if (in.status() != QDataStream::Ok || !patch.at.isValid() || !page.contains(patch.at) ||
            patch.jpeg.isEmpty())
            return {};
        picture.patches.push_back(std::move(patch));
    }
    if (!in.atEnd())
        return {};
    return picture;
}

}  // namespace station::imaging
