#include "tests/bench/papers/draft.h"

#include <QBuffer>
#include <QDir>
#include <QFile>
#include <QJsonDocument>

#include <algorithm>

namespace station::papers {

using namespace Qt::StringLiterals;

namespace {

const QColor penBlue(30, 48, 150);

Style someStyle(Random &random)
{
    Style style;
    style.ink.family = random.chance(0.65)
                           ? u"Liberation Serif"_s
                           : random.pick({u"Liberation Sans", u"Noto Serif", u"Noto Sans",
                                          u"DejaVu Serif", u"DejaVu Sans"});
    const bool wide =
        style.ink.family.startsWith(u"DejaVu") || style.ink.family.startsWith(u"Noto");
    style.ink.pt = random.between(12.0, 14.0) - (wide ? 2.0 : 0.0);
    style.left = random.between(26.0, 32.0);
    style.width = 210.0 - style.left - random.between(15.0, 20.0);
    style.gap = random.between(1.0, 3.4);
    style.boldValues = random.chance(0.3);
    const double dots = random.between(0.0, 1.0);
    style.dotsAfter = dots < 0.3;
    style.dotsBelow = dots > 0.88;
    style.numbered = random.chance(0.3);
    style.upperNames = random.chance(0.7);
    style.penned = random.chance(0.12);
    style.dotsBelow = style.dotsBelow || style.penned;
    style.dotsAfter = style.dotsAfter && !style.penned;
    style.colon = random.chance(0.8) ? u": "_s : u" : "_s;
    return style;
}

/// Qt writes dots per centimetre, which 300 dpi is not a whole number of.
void setDensity(QByteArray &jpeg, int dpi)
{
    constexpr qsizetype densityAt = 13;  // JFIF: unit, then two 16-bit numbers
    QByteArray density(1, char(1));
    for (int i = 0; i < 2; ++i)
        density.append(char(dpi >> 8)).append(char(dpi & 0xFF));
    jpeg.replace(densityAt, density.size(), density);
}

bool write(const QString &path, const QByteArray &bytes)
{
    QFile file(path);
    return file.open(QIODevice::WriteOnly) && file.write(bytes) == bytes.size();
}

}  // namespace

Draft::Draft(std::uint64_t seed, bool card)
    : random(seed), scan(someScan(random, card)), province(someProvince(random)),
      style(someStyle(random)), m_dateForm(random.between(0, 9))
{
}

Page &Draft::newSide(double widthMm, double heightMm)
{
    if (!m_sides.empty()) {
        scan.seed = random.next() | 1U;
        scan.skewDeg = std::clamp(scan.skewDeg + random.between(-0.5, 0.5), -2.6, 2.6);
    }
    m_sides.push_back(std::make_unique<Page>(widthMm, heightMm, scan));
    return *m_sides.back();
}

QString Draft::know(const QString &key, const QString &value, bool byPen)
{
    if (!key.isEmpty() && !value.isEmpty() && !m_fields.contains(key)) {
        m_fields.insert(key, value);
        if (byPen)
            m_penned.append(key);
    }
    return value;
}

QString Draft::written(const QString &name) const
{
    return style.upperNames ? name.toUpper() : name;
}

QString Draft::dated(const QDate &date)
{
    if (m_dateForm < 7)
        return slashed(date);
    if (m_dateForm == 7)
        return date.toString(u"dd-MM-yyyy"_s);
    if (m_dateForm == 8)
        return date.toString(u"d/M/yyyy"_s);
    return spokenDate(date).mid(5);
}

bool Draft::save(const QString &folder, const QString &stem, const QString &kind)
{
    QJsonArray sides;
    for (std::size_t i = 0; i < m_sides.size(); ++i)
        sides.append(i == 0 ? stem + u".jpg"_s : u"%1-%2.jpg"_s.arg(stem).arg(i + 1));
    for (std::size_t i = 0; i < m_sides.size(); ++i) {
        QJsonObject truth = m_sides[i]->truth();
        const QImage picture = m_sides[i]->scanned();
        truth.insert(u"size"_s, QJsonArray{picture.width(), picture.height()});
        truth.insert(u"kind"_s, kind);
        truth.insert(u"paper_type"_s, paperType);
        truth.insert(u"sides"_s, sides);
        truth.insert(u"side"_s, int(i));
        truth.insert(u"layout"_s, QJsonObject{{u"font"_s, style.ink.family},
                                              {u"dots"_s, style.dotsBelow   ? u"below"_s
                                                          : style.dotsAfter ? u"after"_s
                                                                            : u"none"_s}});
        truth.insert(u"fields"_s, m_fields);
        truth.insert(u"handwritten"_s, QJsonArray::fromStringList(m_penned));
        truth.insert(u"open"_s, QJsonArray::fromStringList(m_open));

        QByteArray jpeg;
        QBuffer buffer(&jpeg);
        buffer.open(QIODevice::WriteOnly);
        const QImage stored =
            scan.gray ? picture.convertToFormat(QImage::Format_Grayscale8) : picture;
        if (!stored.save(&buffer, "JPEG", scan.jpeg))
            return false;
        setDensity(jpeg, scan.dpi);
        const QString file = sides[qsizetype(i)].toString();
        if (!write(QDir(folder).filePath(file), jpeg) ||
            !write(QDir(folder).filePath(file.chopped(4) + u".json"_s),
                   QJsonDocument(truth).toJson(QJsonDocument::Compact)))
            return false;
    }
    return true;
}

Runs Form::runs(const Item &item, bool numbered)
{
    const Style &style = m_draft.style;
    const bool byPen = style.penned && !item.key.isEmpty();
    Ink value = style.boldValues ? style.ink.strong() : style.ink;
    if (byPen) {
        value.pen = true;
        value.color = penBlue;
        value.pt = style.ink.pt * 1.15;
    }
    if (!item.key.isEmpty() && byPen)
        m_draft.know(item.key, item.value, true);
    const QString number = numbered ? u"%1. "_s.arg(++m_number) : QString();
    const bool asked = item.label.endsWith(u'?') || item.label.endsWith(u':');
    const QString colon = asked ? u" "_s : style.colon;
    return {{number + item.label + colon, style.ink}, {item.value, value}};
}

void Form::item(const QString &label, const QString &value, const QString &key)
{
    items({{label, value, key}});
}

void Form::items(const std::vector<Item> &items)
{
    const Style &style = m_draft.style;
    double needed = 0.0;
    std::vector<Runs> all;
    for (const Item &item : items) {
        if (!style.penned)
            m_draft.know(item.key, item.value);
        all.push_back(runs(item, style.numbered && all.empty()));
        for (const Run &run : all.back())
            needed += m_page.widthOf(run.text, run.ink);
        needed += 8;
    }
    if (items.size() > 1 && needed < style.width) {
        const double spare = (style.width - needed) / double(items.size());
        double x = style.left;
        double bottom = m_y;
        for (const Runs &part : all) {
            double width = spare + 8;
            for (const Run &run : part)
                width += m_page.widthOf(run.text, run.ink);
            bottom = std::max(bottom, m_page.paragraph(x, m_y, width, part,
                                                       {.dotsAfter = style.dotsAfter,
                                                        .dotsBelow = style.dotsBelow}));
            x += width;
        }
        m_y = bottom + style.gap;
        return;
    }
    for (const Runs &part : all) {
        m_y = m_page.paragraph(style.left, m_y, style.width, part,
                               {.dotsAfter = style.dotsAfter, .dotsBelow = style.dotsBelow}) +
              style.gap;
    }
}

void Form::plain(const QString &text, Align align)
{
    const Style &style = m_draft.style;
    m_y = m_page.paragraph(style.left, m_y, style.width, {{text, style.ink}}, {.align = align}) +
          style.gap;
}

}  // namespace station::papers
