#pragma once

#include <QByteArray>
#include <QImage>
#include <QSize>
#include <QString>

namespace station::gui {

/// A picture of a side in small: twice the shown size, which is sharp on dense screens. From a
/// side's JPEG, or from what the scanner spooled before it is cleaned. Null where there is none.
/// On any thread.
QImage smallPicture(const QString &file, QSize shown);

/// Such a picture for keeping: a thousand sides may be shown, and coded it takes a tenth.
class Thumbnail {
public:
    Thumbnail() = default;
    explicit Thumbnail(const QImage &picture);

    bool isNull() const { return m_jpeg.isEmpty(); }
    QImage picture() const { return QImage::fromData(m_jpeg, "JPG"); }

private:
    QByteArray m_jpeg{};
};

}  // namespace station::gui
