#pragma once

#include "tests/bench/papers/random.h"
#include "tests/bench/papers/scan.h"

#include <QColor>
#include <QImage>
#include <QJsonArray>
#include <QPainter>
#include <QString>
#include <QTransform>

#include <memory>
#include <vector>

namespace station::papers {

struct Ink {
    QString family = QStringLiteral("Liberation Serif");
    double pt = 13.0;
    bool bold = false;
    bool italic = false;
    bool pen = false;  ///< Written by hand, in blue; no print and so no line of the truth.
    QColor color{28, 28, 30};

    Ink strong() const;
    Ink slanted() const;
    Ink sized(double points) const;
};

struct Run {
    QString text{};
    Ink ink{};
};
using Runs = std::vector<Run>;

enum class Align { Left, Centre, Justify };

/// How a paragraph is set. Lengths are millimetres.
struct Flow {
    Align align = Align::Left;
    double indent = 0.0;
    double pitch = 1.32;     ///< Of the font size.
    bool dotsAfter = false;  ///< A dotted leader from the end of the last line to the margin.
    bool dotsBelow = false;  ///< Dotted lines below everything from `dotsFrom` on.
    std::size_t dotsFrom = 1;
};

/// One side of a paper and the exact words on it. All lengths are millimetres from the
/// paper's top left corner; text stands on its baseline. What the scanner does to the geometry
/// is in the painter's transformation, so that the truth needs no measuring afterwards.
class Page {
public:
    Page(double widthMm, double heightMm, const Scan &scan);

    static double px(double mm) { return mm * 300.0 / 25.4; }
    QPainter &painter() { return *m_painter; }
    double width() const { return m_widthMm; }
    double height() const { return m_heightMm; }

    /// Returns the baseline of the next line.
    double paragraph(double x, double y, double width, const Runs &runs, const Flow &flow = {});
    /// One line; returns where it ends.
    double text(double x, double y, const QString &text, const Ink &ink = {});
    /// Around x, wrapped to `width`; returns the next baseline.
    double centred(double x, double y, double width, const QString &text, const Ink &ink = {});
    double widthOf(const QString &text, const Ink &ink) const;

    void line(double x1, double y1, double x2, double y2, double widthMm = 0.2);
    void box(double x, double y, double width, double height, double lineMm = 0.2);
    void dots(double x1, double x2, double y, const Ink &ink);
    /// Something whose letters nobody is asked to read: a signature, a seal, a stamp.
    void ignore(double x, double y, double width, double height);

    struct Table {
        std::vector<double> widths{};
        std::vector<std::vector<QString>> rows{};  ///< The first is the head.
        std::vector<Align> aligns{};               ///< Left where missing.
        Ink ink{};
        double padding = 1.6;
        bool ruled = true;
    };
    double table(double x, double y, const Table &table);  ///< Returns its bottom.

    void setQr(int modules, double sizeMm, double x, double y, const QString &payload);

    /// Ends drawing and does the rest of what the scanner does; the picture and its truth.
    QImage scanned();
    QJsonObject truth() const;

private:
    struct Piece;
    QRect placed(const QRectF &box) const;
    void drawPieces(const std::vector<Piece> &pieces, double y);

    double m_widthMm;
    double m_heightMm;
    Scan m_scan;
    QTransform m_toPicture;
    QImage m_image;
    std::unique_ptr<QPainter> m_painter;
    Random m_pen;
    QJsonArray m_lines{};
    QJsonArray m_ignore{};
    QJsonValue m_qr{};
    QString m_qrPayload{};
};

}  // namespace station::papers
