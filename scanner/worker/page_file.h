#pragma once

#include "core/base/expected.h"
#include "core/dossier/side_note.h"

#include <QByteArray>
#include <QString>

#include <cstdint>
#include <vector>

namespace station::scanner {

/// The spool file of one side: it grows as `<id>.part` while the side is read
/// and becomes the durable `<id>.pnm` when complete. What is not finished is
/// removed. The header has room to put the real height and the note's last word in at
/// the end.
class PageFile {
public:
    enum class Pixels { Bitmap = 4, Gray = 5, Colour = 6 };  // the number after the P

    /// StorageFull or StorageFailed, here and below. A note without a run is not written.
    static Expected<PageFile> create(const QString &folder, Pixels pixels, int width,
                                     const dossier::SideNote &note);
    ~PageFile();
    PageFile(PageFile &&other) noexcept;
    PageFile &operator=(PageFile &&) = delete;

    Expected<> append(const std::vector<std::uint8_t> &line);
    /// Returns the full path after fdatasync, rename and fsync of the folder.
    Expected<QString> finish(int height, bool damaged);

private:
    PageFile(QString path, int file);

    QByteArray header(int height) const;
    Expected<> flush();

    QString m_path;  // without ending
    int m_file = -1;
    QByteArray m_buffer;
    Pixels m_pixels = Pixels::Colour;
    int m_width = 0;
    dossier::SideNote m_note{};
};

}  // namespace station::scanner
