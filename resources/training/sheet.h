#pragma once

#include <QColor>
#include <QImage>
#include <QPainter>
#include <QString>

#include <memory>

namespace station::training {

struct Ink {
    double pt = 13.0;
    bool bold = false;
    bool italic = false;
    QColor color{25, 25, 28};
    QString family = QStringLiteral("Liberation Serif");
};

/// What a scanner does to a side.
struct ScanConditions {
    double skewDeg = 0.0;
    bool upsideDown = false;
    quint32 seed = 1;  ///< Of the noise; the same seed gives the same side.
    QColor paper{252, 250, 244};
};

/// One side of an A4 sheet at 300 dpi. All lengths are millimetres from the top
/// left corner; a text stands on its baseline.
class Sheet {
public:
    explicit Sheet(const ScanConditions &conditions);

    QPainter &painter() { return *m_painter; }
    static double px(double mm) { return mm * 300.0 / 25.4; }

    /// Returns the width in mm.
    double text(double x, double y, const QString &text, const Ink &ink = {});
    void centred(double x, double y, const QString &text, const Ink &ink = {});
    /// Wraps to the width; the first line may be indented. Returns the next baseline.
    double paragraph(double x, double y, double width, const QString &text, const Ink &ink = {},
                     double indent = 0.0);
    void line(double x1, double y1, double x2, double y2, double widthMm = 0.2);
    void box(double x, double y, double width, double height, double lineMm = 0.2);

    /// Small words in the bottom margin.
    void markAsTraining();

    /// Adds noise and rotation and writes a JPEG of 300 dpi.
    bool save(const QString &path);

private:
    ScanConditions m_conditions;
    QImage m_image;
    std::unique_ptr<QPainter> m_painter;
};

}  // namespace station::training
