#include "core/workflow/receipt.h"

#include "core/pdf/page_composer.h"
#include "core/text/dates.h"

#include <algorithm>
#include <array>

namespace station::workflow {
namespace {

using namespace Qt::StringLiterals;
using pdf::TextAlign;
using pdf::TextColumn;
using pdf::TextRuns;
using pdf::Typeface;
using rules::FormValues;

// What the form's language says, not the window's.
const QString trainingWords = u"TẬP HUẤN - KHÔNG CÓ GIÁ TRỊ"_s;
const QString openPlace = u"…………………………"_s;  // for the pen
const QString systemName = u"Trạm Số hóa"_s;

/// Measures of a sheet, mm and pt.
struct Measures {
    double widthMm;
    double heightMm;
    double leftMm;
    double marginMm;  // the other three
    double sizePt;
    double qrMm;
    double nationMm;                  // width of the right part of the head
    std::array<double, 5> columnsMm;  // of the list of papers; the second takes what is left
    double signatureMm;

    double contentMm() const { return widthMm - leftMm - marginMm; }
};

constexpr Measures a4{210, 297, 20, 15, 12.5, 26, 88, {12, 0, 17, 17, 42}, 24};
constexpr Measures a5{148, 210, 12, 10, 9.0, 21, 63, {9, 0, 13, 13, 31}, 16};
constexpr double gapMm = 2.0;
constexpr double trainingMm = 5.5;  // above the form
constexpr double ruleMm = 0.2;
constexpr double cellMm = 1.2;  // around a cell's words

QString timeText(const QString &form, const QDateTime &time)
{
    const FormValues values{{u"hour"_s, time.toString(u"HH"_s)},
                            {u"minute"_s, time.toString(u"mm"_s)},
                            {u"date"_s, text::longDate(time.date())}};
    return rules::filledPieces(form, values, {}).join(QString());
}

QString daysText(double days)
{
    return days > 0 ? QString::number(days).replace(u'.', u',') : QString();
}

/// How it was taken in; empty: it was not.
QString takenIn(const rules::ReceiptForm &form, const dossier::PaperState &state)
{
    if (std::holds_alternative<dossier::OpenSlot>(state) ||
        std::holds_alternative<dossier::RefusedPaper>(state))
        return {};
    if (std::holds_alternative<dossier::ReusedCopy>(state))
        return form.reused;
    if (std::holds_alternative<dossier::AttachedPaper>(state))
        return form.attached;
    if (std::holds_alternative<dossier::ShownPaper>(state))
        return form.shown;
    return form.digitized;
}

class Slip {
public:
    Slip(const rules::ReceiptForm &form, FormValues values, const ReceiptWish &wish)
        : m_form(form), m_values(std::move(values)), m_wish(wish),
          m(wish.paper == ReceiptPaper::A4 ? a4 : a5), m_composer(m.widthMm, m.heightMm)
    {
    }

    void add(const QString &copy, const std::vector<QStringList> &papers, const QString &qr);
    Expected<pdf::PrintedPages> finish() { return m_composer.finish(); }

private:
    TextRuns filled(const QString &line) const;
    void head(const QString &qr);
    void centered(const TextRuns &runs, double sizePt);
    void line(const TextRuns &runs, double sizePt);
    void row(const QStringList &cells, Typeface typeface);
    void signatures();
    void makeRoom(double heightMm);
    void newPage();

    const rules::ReceiptForm &m_form;
    FormValues m_values;
    ReceiptWish m_wish;
    const Measures &m;
    pdf::PageComposer m_composer;
    double m_topMm = 0;
};

/// The form's words in its face, what was filled in bold.
TextRuns Slip::filled(const QString &line) const
{
    TextRuns runs;
    const QStringList pieces = rules::filledPieces(line, m_values, openPlace);
    for (qsizetype i = 0; i < pieces.size(); ++i) {
        const bool value = i % 2 == 1 && pieces[i] != openPlace;
        runs.push_back({pieces[i], value ? Typeface::SerifBold : Typeface::Serif});
    }
    return runs;
}

void Slip::makeRoom(double heightMm)
{
    if (m_topMm + heightMm <= m.heightMm - m.marginMm)
        return;
    newPage();
}

void Slip::newPage()
{
    m_composer.newPage();
    m_topMm = m.marginMm;
    if (m_wish.training)  // in the margin: the form stays as it is
        m_composer.paragraph({{trainingWords, Typeface::SerifBold}}, m.sizePt,
                             {m.leftMm, m.contentMm()}, TextAlign::Center, m_topMm - trainingMm);
}

void Slip::head(const QString &qr)
{
    if (!qr.isEmpty())
        m_composer.qr(qr, m.leftMm, m_topMm, m.qrMm, pdf::PageComposer::Correction::Medium);
    const double size = m.sizePt * 0.86;
    const TextColumn nation{m.widthMm - m.marginMm - m.nationMm, m.nationMm};
    const double officeLeft = m.leftMm + m.qrMm + 2 * gapMm;
    const TextColumn office{officeLeft, nation.leftMm - officeLeft - gapMm};
    const auto put = [&](const QString &words, Typeface typeface, TextColumn column, double top) {
        return m_composer.paragraph({{words, typeface}}, size, column, TextAlign::Center, top);
    };
    const auto underline = [&](TextColumn column, double part, double top) {
        const double width = column.widthMm * part;
        m_composer.bar(column.leftMm + (column.widthMm - width) / 2, top + 0.7, width, ruleMm);
        return top + 2 * gapMm;
    };
    double left = put(m_values[u"office"_s].toUpper(), Typeface::Serif, office, m_topMm);
    left = underline(office, 0.35, put(m_form.desk, Typeface::SerifBold, office, left));
    double right = put(m_form.nation, Typeface::SerifBold, nation, m_topMm);
    right = underline(nation, 0.5, put(m_form.motto, Typeface::SerifBold, nation, right));
    const QString placeAndDate =
        rules::filledPieces(m_form.placeAndDate, m_values, openPlace).join(QString());
    right = put(placeAndDate, Typeface::SerifItalic, nation, right);
    m_topMm = std::max({left, right, m_topMm + m.qrMm}) + 2 * gapMm;
}

void Slip::centered(const TextRuns &runs, double sizePt)
{
    m_topMm =
        m_composer.paragraph(runs, sizePt, {m.leftMm, m.contentMm()}, TextAlign::Center, m_topMm);
}

void Slip::line(const TextRuns &runs, double sizePt)
{
    makeRoom(m_composer.heightMm(runs, sizePt, m.contentMm()));
    m_topMm =
        m_composer.paragraph(runs, sizePt, {m.leftMm, m.contentMm()}, TextAlign::Left, m_topMm) +
        0.6;
}

void Slip::row(const QStringList &cells, Typeface typeface)
{
    const double size = m.sizePt * 0.92;
    auto widths = m.columnsMm;
    for (const double width : m.columnsMm)
        widths[1] -= width;
    widths[1] += m.contentMm();
    double height = 0;
    for (std::size_t i = 0; i < widths.size(); ++i)
        height =
            std::max(height, m_composer.heightMm({{cells[static_cast<qsizetype>(i)], typeface}},
                                                 size, widths[i] - 2 * cellMm));
    height += cellMm;
    makeRoom(height + ruleMm);
    double left = m.leftMm;
    for (const double top : {m_topMm, m_topMm + height})
        m_composer.bar(left, top, m.contentMm(), ruleMm);
    for (std::size_t i = 0; i < widths.size(); ++i) {
        m_composer.bar(left, m_topMm, ruleMm, height);
        m_composer.paragraph({{cells[static_cast<qsizetype>(i)], typeface}}, size,
                             {left + cellMm, widths[i] - 2 * cellMm},
                             i == 1 ? TextAlign::Left : TextAlign::Center, m_topMm + cellMm / 2);
        left += widths[i];
    }
    m_composer.bar(left, m_topMm, ruleMm, height + ruleMm);
    m_topMm += height;
}

void Slip::signatures()
{
    const double half = m.contentMm() / 2;
    makeRoom(m.signatureMm + 4 * gapMm);
    m_topMm += gapMm;
    double left = m.leftMm;
    for (const QString &who : {m_form.applicant, m_form.clerk}) {
        const double below = m_composer.paragraph({{who, Typeface::SerifBold}}, m.sizePt,
                                                  {left, half}, TextAlign::Center, m_topMm);
        m_composer.paragraph({{m_form.signHint, Typeface::SerifItalic}}, m.sizePt, {left, half},
                             TextAlign::Center, below);
        left += half;
    }
    m_topMm += m.signatureMm;
}

void Slip::add(const QString &copy, const std::vector<QStringList> &papers, const QString &qr)
{
    newPage();
    head(qr);
    centered({{m_form.title, Typeface::SerifBold}}, m.sizePt * 1.15);
    centered(filled(m_form.code), m.sizePt);
    centered({{copy, Typeface::SerifItalic}}, m.sizePt);
    m_topMm += gapMm;
    for (const QString &words : m_form.head)
        line(filled(words), m.sizePt);
    line({{m_form.papers, Typeface::Serif}}, m.sizePt);
    m_topMm += gapMm / 2;
    row(m_form.columns, Typeface::SerifBold);
    for (const QStringList &paper : papers)
        row(paper, Typeface::Serif);
    m_topMm += gapMm;
    for (const QString &words : m_form.tail)
        line(filled(words), m.sizePt);
    if (!m_form.notes.isEmpty())
        line({{m_form.notesTitle, Typeface::SerifBold}}, m.sizePt * 0.88);
    for (const QString &words : m_form.notes)
        line({{words, Typeface::SerifItalic}}, m.sizePt * 0.88);
    signatures();
}

/// One row for each paper that was taken in; at least one, for the pen.
std::vector<QStringList> papersOf(const rules::ReceiptForm &form, const rules::Procedure &procedure,
                                  const dossier::Dossier &dossier)
{
    std::vector<QStringList> rows;
    for (const auto &component : dossier.components) {
        const QString how = takenIn(form, component.state);
        const auto *rule = procedure.component(component.code);
        if (how.isEmpty() || rule == nullptr)
            continue;
        // Nothing of it stays at the counter.
        const bool nothingKept = std::holds_alternative<dossier::ReusedCopy>(component.state) ||
                                 std::holds_alternative<dossier::ShownPaper>(component.state);
        const auto count = [nothingKept](int papers) {
            return QString::number(nothingKept ? 0 : papers);
        };
        rows.push_back({QString::number(rows.size() + 1), rule->name, count(rule->originals),
                        count(rule->copies), how});
    }
    if (rows.empty())
        rows.push_back({openPlace.left(2), openPlace, {}, {}, {}});
    return rows;
}

}  // namespace

Expected<Receipt> receiptOf(const LawBook &law, const dossier::Dossier &dossier,
                            const ReceiptWish &wish)
{
    const QDateTime received = inVietnam(dossier.receivedAtMs);
    const auto found = law.catalogue.find(dossier.procedure, received.date());
    if (!found)
        return fail(found.error());
    const rules::Procedure &procedure = **found;
    const auto *form = law.receiptForms.find(received.date());
    if (form == nullptr)
        return fail(Fault::SettingsInvalid, u"no receipt form"_s, u"forms/receipt.toml"_s);

    Receipt receipt{.due = rules::DueTime(law.calendar, law.office.hours)
                               .after(received, procedure.processingDays)};
    const auto iso = [](const std::optional<QDateTime> &time) {
        return time ? isoVietnam(time->toMSecsSinceEpoch()) : QString();
    };
    const FormValues values{
        {u"province"_s, law.office.province},
        {u"date"_s, text::longDate(received.date())},
        {u"code"_s, dossier.code ? dossier.code->text() : QString()},
        {u"office"_s, law.office.name},
        {u"office_address"_s, law.office.address},
        {u"office_phone"_s, law.office.phone},
        {u"owner"_s, dossier.owner.name.reveal()},
        {u"owner_id"_s, dossier.owner.id.reveal()},
        {u"procedure"_s, procedure.name},
        {u"procedure_code"_s, dossier.procedure.text()},
        {u"sets"_s, u"01"_s},
        {u"days"_s, daysText(procedure.processingDays)},
        {u"received"_s, timeText(form->moment, received)},
        {u"due"_s, receipt.due ? timeText(form->moment, *receipt.due) : QString()},
        {u"return_place"_s, law.office.name},
        {u"title"_s, form->title},
        {u"system"_s, systemName},
        {u"issued"_s, iso(received)},
        {u"due_at"_s, iso(receipt.due)},
    };
    // Without a code there is nothing that a reader could open.
    const QString qr =
        dossier.code ? rules::filledPieces(form->qr, values, {}).join(QString()) : QString();
    const auto papers = papersOf(*form, procedure, dossier);
    Slip slip(*form, values, wish);
    for (const QString &copy : form->copies)
        slip.add(copy, papers, qr);
    auto pages = slip.finish();
    if (!pages)
        return fail(pages.error());
    receipt.pages = *std::move(pages);
    return receipt;
}

}  // namespace station::workflow
