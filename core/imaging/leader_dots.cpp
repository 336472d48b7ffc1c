#include "core/imaging/leader_dots.h"

#include "core/imaging/connected_boxes.h"

#include <QPointF>
#include <QRect>

#include <algorithm>
#include <cmath>
#include <vector>

namespace station::imaging {
namespace {

constexpr int inkLevel = 180;
constexpr double smallestMm = 0.12;  // a dot of 8 points, worn by the scanner
constexpr double largestMm = 0.8;
constexpr double leastStepMm = 0.4;
constexpr double mostStepMm = 3.0;
constexpr double colonMm = 2.6;    // from dot to dot in large print
constexpr double levelMm = 0.17;   // what a row rises from dot to dot at most
constexpr double likeness = 1.7;   // largest to smallest dot of a row
constexpr double evenness = 0.17;  // of a step
constexpr std::size_t fewest = 6;
constexpr int widestGap = 6;  // steps over which letters that touch dots are bridged

struct Dot {
    QRect box{};
    QPointF at{};
    bool taken = false;

    double size() const { return (box.width() + box.height()) / 2.0; }
};

/// The dots of a page from left to right.
class Dots {
public:
    Dots(Pix *ink, int dpi) : m_pxPerMm(dpi / 25.4)
    {
        for (const QRect &box : connectedBoxes(ink)) {
            const int least = std::min(box.width(), box.height());
            const int most = std::max(box.width(), box.height());
            if (least >= px(smallestMm) && most <= px(largestMm) && most <= 2 * least)
                m_dots.push_back({.box = box, .at = QRectF(box).center()});
        }
        std::ranges::sort(m_dots, {}, [](const Dot &dot) { return dot.at.x(); });
        for (Dot &dot : m_dots)
            dot.taken = isBelowAnother(dot);
    }

    /// Every row of at least six, with what continues it beyond letters that touch it.
    std::vector<QRect> rows()
    {
        std::vector<QRect> found;
        for (Dot &first : m_dots) {
            for (Dot *second : first.taken ? std::vector<Dot *>() : followersOf(first)) {
                std::vector<Dot *> row = rowFrom(first, *second);
                if (row.size() < fewest)
                    continue;
                const double step = (row.back()->at.x() - row.front()->at.x()) /
                                    static_cast<double>(row.size() - 1);
                extend(row, *row.back(), step);
                extend(row, *row.front(), -step);
                for (Dot *dot : row) {
                    dot->taken = true;
                    found.push_back(dot->box);
                }
                break;
            }
        }
        return found;
    }

private:
    double px(double mm) const { return mm * m_pxPerMm; }

    /// Calls `visit` for the dots whose middle is between two places across.
    template <typename Visit>
    void between(double left, double right, Visit visit)
    {
        auto it = std::ranges::lower_bound(m_dots, left, {}, [](const Dot &d) { return d.at.x(); });
        for (; it != m_dots.end() && it->at.x() <= right; ++it)
            visit(*it);
    }

    bool isBelowAnother(const Dot &dot)
    {
        bool colon = false;
        between(dot.at.x() - px(levelMm), dot.at.x() + px(levelMm), [&](const Dot &other) {
            const double height = dot.at.y() - other.at.y();
            colon = colon || (height > dot.size() && height < px(colonMm));
        });
        return colon;
    }

    bool areAlike(const Dot &a, const Dot &b) const
    {
        return std::abs(a.at.y() - b.at.y()) <= std::max(1.0, px(levelMm)) &&
               std::max(a.size(), b.size()) <= likeness * std::min(a.size(), b.size());
    }

    std::vector<Dot *> followersOf(const Dot &first)
    {
        std::vector<Dot *> followers;
        const double nearest = std::max(px(leastStepMm), 1.2 * first.size());
        between(first.at.x() + nearest, first.at.x() + px(mostStepMm), [&](Dot &dot) {
            if (!dot.taken && areAlike(first, dot))
                followers.push_back(&dot);
        });
        return followers;
    }

    Dot *dotNear(const Dot &like, double x, double step)
    {
        const double reach = std::max(1.5, evenness * std::abs(step));
        Dot *nearest = nullptr;
        between(x - reach, x + reach, [&](Dot &dot) {
            if (!dot.taken && areAlike(like, dot) &&
                (nearest == nullptr || std::abs(dot.at.x() - x) < std::abs(nearest->at.x() - x)))
                nearest = &dot;
        });
        return nearest;
    }

    std::vector<Dot *> rowFrom(Dot &first, Dot &second)
    {
        std::vector<Dot *> row{&first, &second};
        while (true) {
            const double step =
                (row.back()->at.x() - first.at.x()) / static_cast<double>(row.size() - 1);
            Dot *next = dotNear(*row.back(), row.back()->at.x() + step, step);
            if (next == nullptr)
                return row;
            row.push_back(next);
        }
    }

    void extend(std::vector<Dot *> &row, const Dot &end, double step)
    {
        const Dot *last = &end;
        for (int steps = 1; steps <= widestGap; ++steps) {
            if (Dot *next = dotNear(*last, last->at.x() + steps * step, step)) {
                row.push_back(next);
                last = next;
                steps = 0;
            }
        }
    }

    double m_pxPerMm;
    std::vector<Dot> m_dots{};
};

}  // namespace

void removeLeaders(Pix *gray, int dpi)
{
    const PixPointer ink(pixThresholdToBinary(gray, inkLevel));
    const int halo = std::max(1, dpi / 120);
    for (const QRect &dot : Dots(ink.get(), dpi).rows()) {
        const QRect at = dot.adjusted(-halo, -halo, halo, halo);
        const PixPointer white(pixCreate(at.width(), at.height(), 8));
        pixSetAllGray(white.get(), 255);
        pixRasterop(gray, at.x(), at.y(), at.width(), at.height(), PIX_SRC, white.get(), 0, 0);
    }
}

}  // namespace station::imaging
