// The capture side of the scripted desk.

#include "app/gui/counter/next_step.h"
#include "core/base/uuid7.h"
#include "core/pdf/page_composer.h"
#include "tests/app/gui/scripted_desk.h"

#include <thread>

using namespace Qt::StringLiterals;

namespace station::gui::test {

using dossier::EditKind;
using workflow::PauseAnswer;

namespace {

/// A page with a code and some lines for each title.
Printout printout(const QStringList &titles, const QString &fileName)
{
    pdf::PageComposer composer(210, 297);
    const pdf::TextColumn column{20, 170};
    for (const QString &title : titles) {
        composer.newPage();
        composer.qr(ScriptedDesk::dossierCode, 20, 15, 26, pdf::PageComposer::Correction::Medium);
        const double below = composer.paragraph({{title, pdf::Typeface::SerifBold}}, 15, column,
                                                pdf::TextAlign::Center, 50);
        composer.paragraph({{u"Tiếp nhận hồ sơ của: "_s, pdf::Typeface::Serif},
                            {u"Trần Thị Thử"_s, pdf::Typeface::SerifBold}},
                           13, column, pdf::TextAlign::Left, below + 8);
        composer.paragraph({{u"(Ký và ghi rõ họ tên)"_s, pdf::Typeface::SerifItalic}}, 13, column,
                           pdf::TextAlign::Right, below + 30);
    }
    return {.pages = composer.finish().value(), .fileName = fileName};
}

}  // namespace

/// A run of the scanner, or of files, as far as it has come.
struct ScriptedDesk::Run {
    const CaptureCalls &calls;
    QString component{};
    store::SidePlace place{};
    std::vector<ChecklistPaper> before{};
    QString lastFront{};
    int sheet = 0;
    bool separated = false;
    bool added = false;
};

std::vector<ScanWish> ScriptedDesk::wishes() const
{
    const std::lock_guard lock(m_mutex);
    return m_wishes;
}

std::vector<PauseAnswer> ScriptedDesk::answers() const
{
    const std::lock_guard lock(m_mutex);
    return m_answers;
}

QStringList ScriptedDesk::imported() const
{
    const std::lock_guard lock(m_mutex);
    return m_imported;
}

bool ScriptedDesk::waitForPermit(const std::stop_token &stop) const
{
    while (holdScan && !holdScan->tryAcquire(1, 10)) {
        if (stop.stop_requested())
            return false;
    }
    return !stop.stop_requested();
}

void ScriptedDesk::addSide(Run &run, const FeederSide &taken)
{
    using Content = FeederSide::Content;
    const QString file = taken.content == Content::Certificate ? u"certificate.jpg"_s
                         : taken.content == Content::Form      ? u"form.jpg"_s
                                                               : u"blank.jpg"_s;
    dossier::Side side{.id = newUuid7(),
                       .face = taken.face,
                       .widthPx = 1240,
                       .heightPx = 1754,
                       .dpi = 150,
                       .damaged = taken.damaged,
                       .twoSided = taken.twoSided};
    const QString before = run.place.replaces.isEmpty() ? run.place.before : run.place.replaces;
    {
        const std::lock_guard lock(m_mutex);
        m_pictures[side.id] = m_folder.filePath(file);
        const dossier::Side *replaced = m_edits.side(run.place.replaces);
        if (taken.face == dossier::Face::Front)
            run.sheet = replaced ? replaced->sheet
                                 : tallyOf({component(run.component), {}, true, {}, {}}).sheets + 1;
        side.sheet = run.sheet;
        m_edits.put(run.component, side, before);
    }
    if (taken.face == dossier::Face::Front)
        run.lastFront = side.id;
    run.added = true;
    run.calls.events.onSide(run.component, side);
    std::this_thread::sleep_for(std::chrono::milliseconds(cleansAfterMs));
    side.cleaned = true;
    side.blank = taken.content == Content::Blank;
    side.attention = taken.attention;
    side.items = taken.items;
    {
        const std::lock_guard lock(m_mutex);
        m_edits.put(run.component, side, {});
    }
    run.calls.events.onSide(run.component, side);
}

void ScriptedDesk::separate(Run &run, const QString &component, bool withLast)
{
    run.component = component;
    run.place = {};
    run.separated = true;
    if (withLast) {
        dossier::Side moved;
        {
            const std::lock_guard lock(m_mutex);
            moved = *m_edits.side(run.lastFront);
            moved.sheet = 1;
            m_edits.takeOut(moved.id);
            m_edits.put(component, moved, {});
        }
        run.calls.events.onSide(component, moved);
    }
    run.calls.events.onNextComponent(component);
}

workflow::Pause ScriptedDesk::pauseFor(const Run &run, Fault fault)
{
    const std::lock_guard lock(m_mutex);
    const auto tally = tallyOf({component(run.component), {}, true, {}, {}});
    return {.error = {fault},
            .lastSheet = run.sheet,
            .lastSide = run.lastFront,
            .putBackFrom = run.sheet + 1,
            .sheets = tally.sheets,
            .expected = tally.expected};
}

void ScriptedDesk::endRun(const Run &run)
{
    const std::lock_guard lock(m_mutex);
    if (!run.added)
        return;
    if (dossier::Side *replaced = m_edits.side(run.place.replaces))
        replaced->out = true;
    if (!run.place.replaces.isEmpty())
        m_edits.push(EditKind::Replace, run.before);
    else if (!run.place.before.isEmpty())
        m_edits.push(EditKind::Insert, run.before);
    else if (run.separated)
        m_edits.push(EditKind::Separate, run.before);
}

Expected<DossierView> ScriptedDesk::scan(const QString &, const ScanWish &wish,
                                         const CaptureCalls &calls, std::stop_token stop)
{
    Run run{.calls = calls, .component = wish.component, .place = wish.place};
    {
        const std::lock_guard lock(m_mutex);
        m_wishes.push_back(wish);
        run.before = m_view.papers;
    }
    if (feeder.empty())
        return fail(Fault::FeederEmpty);
    const auto pile = feeder.front();
    feeder.pop_front();
    QString late;
    for (const FeederSide &taken : pile) {
        if (taken.notice)
            calls.onNotice(*taken.notice);
        if (!waitForPermit(stop)) {
            endRun(run);
            return fail(Fault::Cancelled);
        }
        if (taken.trouble) {
            const PauseAnswer answer = calls.events.onPause(pauseFor(run, *taken.trouble));
            const std::lock_guard lock(m_mutex);
            m_answers.push_back(answer);
            if (answer == PauseAnswer::EndHere)
                break;
        }
        if (!taken.leadsTo.isEmpty() && taken.known) {
            separate(run, taken.leadsTo, false);
            continue;
        }
        if (!taken.leadsTo.isEmpty()) {
            late = taken.leadsTo;
            continue;
        }
        addSide(run, taken);
        if (!late.isEmpty())
            separate(run, std::exchange(late, QString()), true);
    }
    endRun(run);
    if (scanEndsWith)
        return fail(*std::exchange(scanEndsWith, std::nullopt));
    return view();
}

bool ScriptedDesk::scanButtonPressed()
{
    ++m_buttonPolls;
    return buttonIsPressed.exchange(false);
}

void ScriptedDesk::watchScanners(std::function<void()> onChange)
{
    const std::lock_guard lock(m_mutex);
    m_onScanners = std::move(onChange);
}

bool ScriptedDesk::isWatched() const
{
    const std::lock_guard lock(m_mutex);
    return static_cast<bool>(m_onScanners);
}

void ScriptedDesk::plugScanner()
{
    std::function<void()> tell;
    {
        const std::lock_guard lock(m_mutex);
        tell = m_onScanners;
    }
    std::thread([tell] { tell(); }).join();
}

Expected<ImportOutcome> ScriptedDesk::importFiles(const QString &, const QString &component,
                                                  const QStringList &files,
                                                  const CaptureCalls &calls, std::stop_token stop)
{
    if (importEndsWith)
        return fail(*importEndsWith);
    if (!signedVerdict.isEmpty()) {
        const std::lock_guard lock(m_mutex);
        m_imported += files;
        state(component) = dossier::SignedCopy{.pdf = {QString(64, u'd'), 1}, .received = true};
        return ImportOutcome{shown(), 0, signedVerdict};
    }
    Run run{.calls = calls, .component = component};
    for (const QString &file : files) {
        if (!waitForPermit(stop))
            return fail(Fault::Cancelled);
        addSide(run, {FeederSide::Content::Form});
        const std::lock_guard lock(m_mutex);
        m_imported << file;
    }
    return ImportOutcome{view(), static_cast<int>(files.size()), {}};
}

Expected<DossierView> ScriptedDesk::setBlank(const QString &, const QString &side, bool blank)
{
    const std::lock_guard lock(m_mutex);
    return shown(m_edits.setBlank(side, blank));
}

Expected<DossierView> ScriptedDesk::setOut(const QString &, const QString &side, bool out)
{
    const std::lock_guard lock(m_mutex);
    return shown(m_edits.setOut(side, out));
}

Expected<DossierView> ScriptedDesk::turn(const QString &, const QString &side, int byDeg)
{
    const std::lock_guard lock(m_mutex);
    return shown(m_edits.turn(side, byDeg));
}

Expected<DossierView> ScriptedDesk::move(const QString &, const QString &side,
                                         const QString &component, const QString &before)
{
    const std::lock_guard lock(m_mutex);
    return shown(m_edits.move(side, component, before));
}

Expected<DossierView> ScriptedDesk::split(const QString &, const QString &side,
                                          const QString &component)
{
    const std::lock_guard lock(m_mutex);
    return shown(m_edits.split(side, component));
}

Expected<DossierView> ScriptedDesk::setCleanup(const QString &, const QString &side,
                                               const dossier::SideCleanup &cleanup)
{
    const std::lock_guard lock(m_mutex);
    return shown(m_edits.setCleanup(side, cleanup));
}

Expected<DossierView> ScriptedDesk::divide(const QString &, const QString &side)
{
    const std::lock_guard lock(m_mutex);
    const auto whole = m_pictures.find(side);
    auto divided = m_edits.divide(side);
    if (divided && whole != m_pictures.end()) {
        for (const ChecklistPaper &paper : m_view.papers) {
            for (const dossier::Side &part : dossier::sidesOf(paper.component.state))
                m_pictures.try_emplace(part.id, whole->second);
        }
    }
    return shown(divided);
}

Expected<DossierView> ScriptedDesk::undoEdit(const QString &)
{
    const std::lock_guard lock(m_mutex);
    return shown(m_edits.undo());
}

Expected<DossierView> ScriptedDesk::redoEdit(const QString &)
{
    const std::lock_guard lock(m_mutex);
    return shown(m_edits.redo());
}

Expected<DossierView> ScriptedDesk::expectSheets(const QString &, const QString &code, int sheets)
{
    const std::lock_guard lock(m_mutex);
    component(code).count.expected = sheets;
    return shown();
}

Expected<DossierView> ScriptedDesk::explainCount(const QString &, const QString &code,
                                                 const QString &explanation)
{
    const std::lock_guard lock(m_mutex);
    if (explanation.size() < 5)
        return fail(Fault::InvalidInput);
    dossier::Component &explained = component(code);
    explained.count.explanation = explanation;
    explained.count.explainedTally = tallyOf({explained, {}, true, {}, {}}).text();
    return shown();
}

Expected<Printout> ScriptedDesk::separatorSheets(const QString &)
{
    return printout({u"GT01. Đơn đề nghị"_s, u"GT02. Giấy khám sức khỏe"_s}, u"separators.pdf"_s);
}

Expected<Printout> ScriptedDesk::receipt(const QString &)
{
    const QString title = u"GIẤY TIẾP NHẬN HỒ SƠ VÀ HẸN TRẢ KẾT QUẢ"_s;
    auto made = printout({title, title}, u"receipt.pdf"_s);
    made.dueOpen = dueOpen;
    return made;
}

}  // namespace station::gui::test
