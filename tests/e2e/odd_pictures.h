#pragma once

#include <QByteArray>
#include <QString>
#include <QTemporaryDir>

namespace station::e2e {

/// Makes pictures and files in a folder of its own, as they come from outside: good ones, odd
/// ones and broken ones. Each function gives the path of what it wrote.
class OddPictures {
public:
    QString folder() const { return m_folder.path(); }
    QString path(const QString &name) const { return m_folder.filePath(name); }

    QString bytes(const QString &name, const QByteArray &content) const;
    /// The upper part of a real letter (200 dpi, gray print on colour paper), turned
    /// clockwise by quarters and then by an angle, as the ending of the name says.
    QString letter(const QString &name, int turnDeg = 0, double skewDeg = 0) const;
    QString letter16Bit(const QString &name) const;
    QString letterCmyk(const QString &name) const;
    QString letterSaying(const QString &name, int dpi) const;  ///< Without touching a pixel.
    QString letterCutAfter(const QString &name, double share) const;
    /// Any picture turned in the same way.
    QString turned(const QString &picture, const QString &name, int turnDeg, double skewDeg) const;

    /// One gray everywhere, 0 is black.
    QString plain(const QString &name, int width, int height, int gray) const;
    /// The letter through the grid of a screen, out of step with the pixels.
    QString screenPhoto(const QString &name) const;

    /// Small files that announce far more pixels than a paper has.
    QString pngBomb(const QString &name) const;
    QString tiffBomb(const QString &name) const;

    QString pdf(const QString &name, int pages) const;  ///< Of empty pages.
    QString encryptedPdf(const QString &name) const;

private:
    QTemporaryDir m_folder{};
};

/// Of the words' boxes in a table of words (left, top, width, height in columns 7 to 10): how
/// many there are, how many hold ink, and how much of the picture's ink they hold together.
struct InkUnderWords {
    int words = 0;
    int onInk = 0;
    double shareOfInk = 0;
};
InkUnderWords inkUnderWords(const QString &picture, const QByteArray &table);

}  // namespace station::e2e
