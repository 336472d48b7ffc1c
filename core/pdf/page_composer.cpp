#include "core/pdf/page_composer.h"

#include "core/pdf/podofo.h"

// The macro chooses the interface of zxing-cpp 1.4 that its successors keep.
#define ZX_USE_UTF8
#include <ZXing/BitMatrix.h>
#include <ZXing/MultiFormatWriter.h>

#include <algorithm>

namespace station::pdf {
namespace {

using namespace Qt::StringLiterals;

constexpr double mmPerPt = 25.4 / 72.0;
constexpr double lineHeight = 1.25;  // of the size
constexpr double ascent = 0.96;      // from the line's top to its baseline

}  // namespace

PageComposer::PageComposer(double widthMm, double heightMm)
    : m_widthMm(widthMm), m_heightMm(heightMm),
      m_document(std::make_unique<PoDoFo::PdfMemDocument>()), m_fonts(*m_document)
{
}

PageComposer::~PageComposer() = default;

void PageComposer::refuse(const Error &error)
{
    if (m_state)
        m_state = fail(error);
}

void PageComposer::newPage()
{
    m_pages.push_back({.widthMm = m_widthMm, .heightMm = m_heightMm});
}

void PageComposer::bar(double leftMm, double topMm, double widthMm, double heightMm)
{
    m_pages.back().bars.push_back({leftMm, topMm, widthMm, heightMm});
}

void PageComposer::qr(const QString &payload, double leftMm, double topMm, double sizeMm,
                      Correction correction)
{
    ZXing::BitMatrix modules;
    try {
        modules = ZXing::MultiFormatWriter(ZXing::BarcodeFormat::QRCode)
                      .setEncoding(ZXing::CharacterSet::UTF8)
                      .setEccLevel(correction == Correction::Strongest ? 8 : 4)
                      .setMargin(0)
                      .encode(payload.toStdString(), 0, 0);
    } catch (const std::exception &error) {
        return refuse({Fault::InvalidInput, QString::fromLatin1(error.what())});
    }
    const double module = sizeMm / modules.width();
    for (int y = 0; y < modules.height(); ++y) {
        for (int x = 0; x < modules.width(); ++x) {
            if (!modules.get(x, y))
                continue;
            int end = x;  // one bar for a run leaves no hairlines between its modules
            while (end < modules.width() && modules.get(end, y))
                ++end;
            bar(leftMm + x * module, topMm + y * module, (end - x) * module, module * 1.01);
            x = end;
        }
    }
}

double PageComposer::widthMm(const TextRun &run, double sizePt)
{
    const auto font = m_fonts.font(run.typeface);
    if (!font) {
        refuse(font.error());
        return 0;
    }
    (*font)->SetFontSize(static_cast<float>(sizePt));
    const auto *metrics = (*font)->GetFontMetrics();
    double width = 0;
    for (const QChar letter : run.text) {
        if (letter != u' ' && metrics->GetGlyphId(letter.unicode()) == 0)
            refuse({Fault::GlyphMissing, u"U+%1"_s.arg(letter.unicode(), 4, 16, QChar(u'0'))});
        width += metrics->UnicodeCharWidth(letter.unicode());
    }
    return width * mmPerPt;
}

std::vector<PageComposer::Word> PageComposer::wordsOf(const TextRuns &runs, double sizePt)
{
    std::vector<Word> words;
    bool apart = true;  // what comes next begins a word
    for (const TextRun &run : runs) {
        const QStringList parts =
            run.text.normalized(QString::NormalizationForm_C).replace(u'\n', u' ').split(u' ');
        for (qsizetype i = 0; i < parts.size(); ++i) {
            apart = apart || i > 0;
            if (parts[i].isEmpty())
                continue;
            if (std::exchange(apart, false))
                words.emplace_back();
            const TextRun piece{parts[i], run.typeface};
            words.back().widthMm += widthMm(piece, sizePt);
            words.back().pieces.push_back(piece);
        }
    }
    return words;
}

std::vector<PageComposer::Line> PageComposer::linesOf(const TextRuns &runs, double sizePt,
                                                      double widthMm)
{
    std::vector<Line> lines;
    for (Word &word : wordsOf(runs, sizePt)) {
        const double space =
            lines.empty()
                ? 0
                : this->widthMm({u" "_s, lines.back().words.back().pieces.back().typeface}, sizePt);
        if (lines.empty() || lines.back().widthMm + space + word.widthMm > widthMm)
            lines.emplace_back();
        else
            lines.back().widthMm += space;
        lines.back().widthMm += word.widthMm;
        lines.back().words.push_back(std::move(word));
    }
    return lines;
}

void PageComposer::lay(const Line &line, double sizePt, double leftMm, double baselineMm)
{
    auto &texts = m_pages.back().texts;
    const std::size_t first = texts.size();
    double right = leftMm;
    const auto put = [&](const TextRun &run) {
        if (texts.size() == first || texts.back().typeface != run.typeface)
            texts.push_back({.leftMm = right,
                             .baselineMm = baselineMm,
                             .sizePt = sizePt,
                             .typeface = run.typeface});
        texts.back().text += run.text;
        right += widthMm(run, sizePt);
    };
    for (const Word &word : line.words) {
        if (texts.size() > first)
            put({u" "_s, texts.back().typeface});
        for (const TextRun &piece : word.pieces)
            put(piece);
    }
}

double PageComposer::paragraph(const TextRuns &runs, double sizePt, TextColumn column,
                               TextAlign align, double topMm)
{
    const double size = sizePt * mmPerPt;
    for (const Line &line : linesOf(runs, sizePt, column.widthMm)) {
        const double room = std::max(column.widthMm - line.widthMm, 0.0);
        const double before = align == TextAlign::Left     ? 0
                              : align == TextAlign::Center ? room / 2
                                                           : room;
        lay(line, sizePt, column.leftMm + before, topMm + size * ascent);
        topMm += size * lineHeight;
    }
    return topMm;
}

double PageComposer::heightMm(const TextRuns &runs, double sizePt, double widthMm)
{
    return static_cast<double>(linesOf(runs, sizePt, widthMm).size()) * sizePt * mmPerPt *
           lineHeight;
}

Expected<PrintedPages> PageComposer::finish()
{
    if (!m_state)
        return fail(m_state.error());
    if (m_pages.empty())
        return fail(Fault::InvalidInput, u"no page"_s);
    return std::move(m_pages);
}

}  // namespace station::pdf
