#pragma once

#include "core/workflow/scan_source.h"
#include "scanner/client/sane_scan_source.h"
#include "scanner/client/scanner_environment.h"

#include <QByteArray>
#include <QString>
#include <QTemporaryDir>

#include <vector>

namespace station::scanner::testing {

/// A small page that no other page equals: 50 × 70 mm at 75 dpi.
inline constexpr int pageDpi = 75;
inline constexpr int pageWidth = 148;
inline constexpr int pageHeight = 207;
inline constexpr double pageWidthMm = 50;
inline constexpr double pageHeightMm = 70;

QByteArray pagePixels(int number);  ///< RGB of page `number`.
QByteArray grayOf(const QByteArray &rgb);
void writePng(const QString &file, const QByteArray &rgb, int width, int height, int dpi);

struct Pnm {
    int kind = 0;  ///< 4, 5 or 6.
    int width = 0;
    int height = 0;
    QByteArray pixels{};
};
Pnm readPnm(const QString &file);
int pageOf(const QString &pnm);  ///< Which page it shows, pixel by pixel; 0: none of 1 to 9.

void writeText(const QString &file, const QString &text);
QStringList filesIn(const QString &folder, const QString &pattern);

/// The training scanner in a folder of its own, and one scan of it.
class Bench {
public:
    Bench();

    QString dir() const { return m_dir.path(); }
    QString spool() const { return dir() + QStringLiteral("/spool"); }
    QString device(const QString &name) const;
    const ScannerEnvironment &environment() const { return m_environment; }

    /// Pages `first` … `last` behind the paper in the feeder.
    void load(int first, int last) const;
    void setIni(const QString &lines) const;  ///< Of adf1, besides its type.
    void mark(const QString &marker) const;
    void unmark(const QString &marker) const;

    workflow::ScanRequest request() const;

private:
    QTemporaryDir m_dir;
    ScannerEnvironment m_environment;
};

/// Collects what a scan delivers.
struct Sides {
    std::vector<workflow::ScannedSide> sides{};
    workflow::ScanSource::OnSide onSide();
    std::vector<int> pages() const;
};

/// Deadlines that make a hang a matter of moments.
ScanDeadlines shortDeadlines();

/// Processes that this test program has started and that still run.
std::vector<qint64> childrenOf(qint64 pid);

}  // namespace station::scanner::testing
