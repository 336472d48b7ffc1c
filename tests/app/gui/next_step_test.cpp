#include "app/gui/counter/next_step.h"

#include "app/gui/counter/counter_actions.h"
#include "app/gui/counter/step_words.h"
#include "core/codes/digitization_code.h"
#include "tests/support/catch.h"

using namespace station;
using namespace station::gui;
using namespace Qt::StringLiterals;
using dossier::Decision;

namespace {

const dossier::Sides oneSide{{.id = u"s1"_s}};
const dossier::PaperState open = dossier::OpenSlot{};
const dossier::PaperState decided = dossier::DigitizeSlot{};
const dossier::PaperState captured = dossier::CapturedPaper{oneSide};
const dossier::PaperState signedCopy = dossier::SignedCopy{.sides = oneSide};
const dossier::PaperState extracted = dossier::ExtractedCopy{};
const dossier::PaperState shown = dossier::ShownPaper{};
const dossier::PaperState attachedEmpty = dossier::AttachedPaper{};
const dossier::PaperState attached = dossier::AttachedPaper{oneSide};

dossier::PaperState handedOver()
{
    auto code = codes::DigitizationCode::parse(u"056191004823.KQ.GT01.1.01"_s).value();
    return dossier::HandedOverCopy{{{{}, code}, {}}, {}};
}

/// Papers A, B … with these states.
CounterSituation aDossier(const std::vector<dossier::PaperState> &states)
{
    DossierView view{
        {.uuid = u"d"_s, .procedure = codes::ProcedureCode::parse(u"1.002809"_s).value()}};
    for (const auto &state : states) {
        const QString code(QChar(u'A' + static_cast<char16_t>(view.papers.size())));
        view.papers.push_back({{code, state}, code, true, Decision::Digitize, {}});
    }
    return {.dossier = view, .current = u"A"_s};
}

QString keyOf(const NextStep &step)
{
    QWidget window;
    const CounterActions actions(&window);
    return StepWords::key(step, actions);
}

}  // namespace

TEST_CASE("the primary step follows the order of the law", "[step]")
{
    const auto [states, step, component] =
        GENERATE(table<std::vector<dossier::PaperState>, Step, QString>({
            {{open, open}, Step::Scan, u"A"_s},
            {{captured, open}, Step::Scan, u"B"_s},
            {{decided, captured}, Step::Scan, u"A"_s},
            {{attachedEmpty, captured}, Step::Scan, u"A"_s},
            {{signedCopy, decided}, Step::Scan, u"B"_s},
            {{captured, captured}, Step::Sign, {}},
            {{captured, attached}, Step::Sign, {}},
            {{captured, signedCopy}, Step::Sign, {}},
            {{signedCopy, signedCopy}, Step::CheckFields, u"A"_s},
            {{extracted, signedCopy}, Step::CheckFields, u"B"_s},
            {{extracted, extracted}, Step::HandOver, {}},
            {{extracted, shown}, Step::HandOver, {}},
            {{shown, shown}, Step::HandOver, {}},
            {{handedOver(), shown}, Step::NextDossier, {}},
            {{handedOver(), extracted}, Step::HandOver, {}},
        }));
    const NextStep next = nextStep(aDossier(states));
    CHECK(next.step == step);
    CHECK(next.component == component);
}

TEST_CASE("without a dossier the step is to open one", "[step]")
{
    CHECK(nextStep({}).step == Step::OpenDossier);
    CHECK(nextStep({.asking = Asking::NewDossier}).step == Step::CreateDossier);
}

TEST_CASE("what runs comes before what could be done", "[step]")
{
    auto situation = aDossier({captured});
    situation.busy = true;
    CHECK(nextStep(situation).step == Step::Wait);
    situation.scanning = true;
    CHECK(nextStep(situation).step == Step::StopScan);
}

TEST_CASE("a scan that waits for a hand asks for it before all else", "[step]")
{
    auto situation = aDossier({captured});
    situation.scanning = true;
    situation.importing = true;
    CHECK(nextStep(situation).step == Step::StopImport);
    situation.paused = true;
    CHECK(nextStep(situation).step == Step::ScanOn);
    CHECK(keyOf(nextStep(situation)) == u"Enter"_s);
}

TEST_CASE("sheets that do not fit their count are settled before pages are looked at", "[step]")
{
    auto situation = aDossier({captured, captured});
    situation.dossier->papers[1].component.count.expected = 4;
    situation.unseenFlags = {u"A"_s};
    const NextStep next = nextStep(situation);
    CHECK(next.step == Step::SettleCount);
    CHECK(next.component == u"B"_s);
    CHECK(StepWords::text(next, situation.dossier) == u"Paper 2: 1 of 4 sheet(s)"_s);

    // Explained as it stands, it is settled; one more sheet, and it is not.
    auto &component = situation.dossier->papers[1].component;
    component.count.explanation = u"three sheets are empty covers"_s;
    component.count.explainedTally = tallyOf(situation.dossier->papers[1]).text();
    CHECK(nextStep(situation).step == Step::LookAtPage);
    component.state = dossier::CapturedPaper{{{.id = u"s1"_s}, {.id = u"s2"_s, .sheet = 2}}};
    CHECK(nextStep(situation).step == Step::SettleCount);
}

TEST_CASE("the panels about sheets are answered by Enter", "[step]")
{
    auto situation = aDossier({captured});
    situation.asking = Asking::Count;
    CHECK(nextStep(situation).step == Step::EnterCount);
    situation.asking = Asking::Explanation;
    CHECK(nextStep(situation).step == Step::ExplainCount);
    CHECK(keyOf(nextStep(situation)) == u"Enter"_s);
}

TEST_CASE("of papers with the same step the current one comes first", "[step]")
{
    auto situation = aDossier({open, open, open});
    situation.current = u"C"_s;
    CHECK(nextStep(situation).component == u"C"_s);
}

TEST_CASE("an advised reuse is offered instead of a scan", "[step]")
{
    auto situation = aDossier({open});
    situation.dossier->papers[0].advised = Decision::Reuse;
    const NextStep next = nextStep(situation);
    CHECK(next.step == Step::Decide);
    CHECK(next.decision == Decision::Reuse);
}

TEST_CASE("an optional paper is asked for only while the clerk looks at it", "[step]")
{
    auto situation = aDossier({captured, open});
    situation.dossier->papers[1].required = false;
    CHECK(nextStep(situation).step == Step::Sign);
    situation.current = u"B"_s;
    CHECK(nextStep(situation).step == Step::Scan);
}

TEST_CASE("flagged pages are looked at before anything is signed", "[step]")
{
    auto situation = aDossier({captured, captured});
    situation.unseenFlags = {u"B"_s};
    const NextStep next = nextStep(situation);
    CHECK(next.step == Step::LookAtPage);
    CHECK(next.component == u"B"_s);
}

TEST_CASE("signing counts the copies that wait", "[step]")
{
    CHECK(nextStep(aDossier({captured, shown, captured})).copies == 2);
}

TEST_CASE("the code is offered only for the paper whose fields are all confirmed", "[step]")
{
    auto situation = aDossier({signedCopy, signedCopy});
    situation.currentFieldsConfirmed = true;
    CHECK(nextStep(situation).step == Step::AcceptCode);
    situation.current = u"none"_s;
    CHECK(nextStep(situation).step == Step::CheckFields);
}

TEST_CASE("in a field the next step is Enter, because Space is a letter there", "[step]")
{
    auto situation = aDossier({signedCopy, signedCopy});
    situation.inField = true;
    CHECK(nextStep(situation).step == Step::ConfirmField);
    CHECK(keyOf(nextStep(situation)) == u"Enter"_s);
    // The field belongs to a paper whose turn it is not.
    situation.current = u"none"_s;
    CHECK(nextStep(situation).step == Step::CheckFields);
}

TEST_CASE("no copy is signed while a page was not looked at", "[step]")
{
    auto situation = aDossier({captured, captured});
    situation.current = u"B"_s;
    situation.unseen = {{u"A"_s, {u"s1"_s, 3}}, {u"B"_s, {u"s2"_s, 2}}};
    situation.unseenFlags = {u"A"_s};
    const NextStep next = nextStep(situation);
    CHECK(next.step == Step::LookAtPage);
    CHECK(next.component == u"B"_s);
    CHECK(next.side == u"s2"_s);
    CHECK(StepWords::text(next, situation.dossier) == u"Look at page 2 of paper 2"_s);
    CHECK(keyOf(next) == u"Space"_s);

    // On the screen it counts in a moment: there is nothing to press.
    situation.lookingAt = u"s2"_s;
    CHECK(nextStep(situation).step == Step::Looking);
    CHECK(keyOf(nextStep(situation)).isEmpty());

    situation.unseen.erase(u"B"_s);
    CHECK(nextStep(situation).component == u"A"_s);
    situation.unseen.clear();
    CHECK(StepWords::text(nextStep(situation), situation.dossier) == u"Look at the flagged page"_s);
}

TEST_CASE("what token and batch wait for comes before the dossier's own steps", "[step]")
{
    auto situation = aDossier({captured});
    const auto [asking, step, key] = GENERATE(table<Asking, Step, QString>({
        {Asking::Certificate, Step::ChooseCertificate, u"Enter"_s},
        {Asking::LastTry, Step::KnowLastTry, u"F9"_s},
        {Asking::Pin, Step::EnterPin, u"Enter"_s},
        {Asking::NoToken, Step::LeavePanel, u"Esc"_s},
        {Asking::Result, Step::LeaveResult, u"Enter"_s},
    }));
    situation.asking = asking;
    CHECK(nextStep(situation).step == step);
    CHECK(keyOf(nextStep(situation)) == key);
}

TEST_CASE("a batch that stands still goes on with Enter", "[step]")
{
    auto situation = aDossier({captured});
    situation.busy = true;
    situation.signingStands = true;
    CHECK(nextStep(situation).step == Step::SignOn);
    CHECK(keyOf(nextStep(situation)) == u"Enter"_s);
}
