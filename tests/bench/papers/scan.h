#pragma once

#include "tests/bench/papers/random.h"

#include <QColor>
#include <QImage>
#include <QJsonObject>
#include <QString>

namespace station::papers {

/// What the paper went through and what the scanner makes of it.
struct Scan {
    QString name = QStringLiteral("clean");  ///< clean, office or photocopy
    int dpi = 300;
    double skewDeg = 0.0;
    int turnDeg = 0;  ///< 90, 180, 270 clockwise.
    QColor paper{252, 251, 247};
    QColor bed{};  ///< Seen beside the paper; invalid: the picture ends with the paper.
    double offsetXMm = 0.0;
    double offsetYMm = 0.0;
    double noise = 1.6;
    double blur = 0.2;  ///< Share of a pixel that its neighbours get.
    double lamp = 1.5;  ///< Uneven light, gray levels.
    int jpeg = 92;
    int dust = 0;
    bool gray = false;
    double contrast = 0.0;  ///< 0: none; 1: nearly black and white, as a copier does.
    double faint = 0.0;     ///< Share of the ink that the copier lost.
    double bleed = 0.0;     ///< How much of the other side shines through.
    int stains = 0;
    int folds = 0;
    int streaks = 0;
    int punchHoles = 0;
    bool darkEdge = false;
    std::uint64_t seed = 1;

    QJsonObject toJson() const;
};

/// One of the conditions of an office, `card` papers without holes and folds.
Scan someScan(Random &random, bool card);

/// What lies on the paper before it is printed on.
void drawBelow(QPainter &painter, const Scan &scan, double widthPx, double heightPx);
/// What came upon the paper later.
void drawAbove(QPainter &painter, const Scan &scan, double widthPx, double heightPx);
/// Light, lens, sensor and copier.
void expose(QImage &image, const Scan &scan);

}  // namespace station::papers
