#include "app/gui/counter/sign_controller.h"

#include "app/errors/error_text.h"
#include "app/gui/base/in_background.h"
#include "app/gui/counter/batch_panel.h"
#include "app/gui/counter/counter_page.h"
#include "app/gui/counter/message_bar.h"
#include "app/gui/counter/next_step.h"
#include "app/gui/counter/open_dossier.h"
#include "app/gui/counter/pages_area.h"
#include "app/gui/counter/pin_panel.h"
#include "app/gui/counter/scanner_line.h"
#include "app/gui/counter/sign_words.h"
#include "app/gui/counter/token_sign.h"
#include "app/gui/counter/trouble_card.h"
#include "app/gui/counter/trouble_words.h"

#include <QGuiApplication>

#include <algorithm>
#include <utility>

namespace station::gui {

namespace {

/// Signing goes on as soon as the token is plugged in anew.
bool isOutOfReach(Fault fault)
{
    return fault == Fault::TokenRemoved || fault == Fault::TokenFailed;
}

}  // namespace

using State = PaperProgress::State;

SignController::SignController(CounterDesk &desk, QThreadPool &lane, OpenDossier &open,
                               CounterPage &page, QObject *parent)
    : QObject(parent), m_desk(desk), m_lane(lane), m_open(open), m_page(page)
{
    connect(&page.pin(), &PinPanel::signRequested, this, &SignController::takePin);
    connect(&page.pin(), &PinPanel::stageChanged, this, &SignController::changed);
    connect(qGuiApp, &QGuiApplication::applicationStateChanged, this,
            [&desk](Qt::ApplicationState state) {
                if (state == Qt::ApplicationActive)
                    desk.lookForTokens();
            });
    watchToken();
}

SignController::~SignController()
{
    m_ending.request_stop();
    m_tokenLane.waitForDone();
    m_desk.watchTokens({});
}

void SignController::watchToken()
{
    inBackground(
        this, m_tokenLane,
        [this, &desk = m_desk, stop = m_ending.get_token()] {
            desk.watchTokens(
                [this](const TokenNews &news) {
                    QMetaObject::invokeMethod(this, [this, news] { takeNews(news); });
                },
                stop);
            return true;
        },
        [this](bool) {
            m_isReady = true;
            if (!m_waiting.isEmpty() && std::exchange(m_waiting, {}) == m_open.uuid())
                start();
        });
}

void SignController::takeNews(const TokenNews &news)
{
    const bool cameBack = news.present && !m_news.present;
    m_news = news;
    m_page.tokenSign().showUnlocked(news.unlocked);
    emit changed();
    if (m_halted && cameBack)
        start();
}

void SignController::start()
{
    if (m_signing || m_looking || !m_open.view())
        return;
    if (capturedPapers(*m_open.view()) == 0) {
        emit failed({Fault::NothingToDo});
        return;
    }
    if (!m_isReady) {
        m_waiting = m_open.uuid();
        m_page.scanner().showProgress(
            tr("The token is still being prepared; signing begins by itself …"), 0, 0);
        return;
    }
    m_looking = true;
    m_page.message().clear();
    m_page.scanner().showProgress(tr("Looking at the token …"), 0, 0);
    inBackground(
        this, m_lane, [&desk = m_desk] { return desk.signingOutlook(); },
        [this](const Expected<SigningOutlook> &outlook) { takeOutlook(outlook); });
}

void SignController::takeOutlook(const Expected<SigningOutlook> &outlook)
{
    m_looking = false;
    if (!m_open.view())
        return;
    Error error = outlook ? Error() : outlook.error();
    if (outlook && outlook->clock.verdict == signing::ClockVerdict::Wrong)
        error = {Fault::ClockWrong};
    if (!outlook || error.fault == Fault::ClockWrong) {
        m_page.scanner().showState(Mark::Attention, Tone::Attention, errorText(error).what);
        emit failed(error);
        return;
    }
    if (m_halted)
        leaveHalt();
    if (!outlook->pinNeeded)
        return sign({});
    m_page.scanner().showState(Mark::Pen, Tone::Accent, tr("The token waits for its PIN"));
    m_page.showPanel(CounterPage::Panel::Pin);
    m_page.pin().ask(*outlook);
    if (std::exchange(m_refused, false))
        showRefused();
    emit asked();
}

/// "Type it again" is no advice where the token says that nothing, or one last PIN, is left.
void SignController::showRefused()
{
    const auto stage = m_page.pin().stage();
    if (stage == PinPanel::Stage::LastTry || stage == PinPanel::Stage::Helpless)
        m_page.message().showMessage(Tone::Danger,
                                     errorText({Fault::PinIncorrect}).what + QLatin1Char('.'), {});
}

void SignController::takePin()
{
    if (m_askingNext) {
        m_askingNext = false;
        m_gate.answer(m_page.pin().takePin());
        showBatch();
        emit changed();
        return;
    }
    if (!m_signing)
        sign({.unlock = true,
              .pin = m_page.pin().takePin(),
              .certificateSha256 = m_page.pin().chosen()});
}

void SignController::sign(SignWish wish)
{
    if (!m_open.view())
        return;
    m_signing = true;
    m_uuid = m_open.uuid();
    m_control = std::make_shared<workflow::BatchControl>();
    m_page.message().clear();
    m_page.batch().model().begin(*m_open.view());
    m_page.batch().model().startNext();
    m_page.scanner().showProgress(tr("Signing …"), 0, m_page.batch().model().rowCount());
    showBatch();
    emit changed();
    inBackground(
        this, m_lane,
        [&desk = m_desk, uuid = m_uuid, wish = std::move(wish), calls = calls(),
         control = m_control]() mutable {
            return desk.sign(uuid, std::move(wish), calls, *control);
        },
        [this](const Expected<SignResult> &result) { end(result); });
}

/// Told on the thread that signs; the lane is waited for before this object goes.
SignCalls SignController::calls()
{
    return {.onPaper =
                [this](const PaperProgress &paper) {
                    QMetaObject::invokeMethod(this, [this, paper] { takePaper(paper); });
                },
            .onPin =
                [this, control = m_control] {
                    return m_gate.ask(
                        [this] { QMetaObject::invokeMethod(this, [this] { askNext(); }); },
                        control->stopToken());
                }};
}

void SignController::askNext()
{
    if (!m_signing)
        return;
    m_askingNext = true;
    m_page.showPanel(CounterPage::Panel::Pin);
    m_page.pin().askForNext();
    emit changed();
}

void SignController::takePaper(const PaperProgress &paper)
{
    if (!m_signing)
        return;
    BatchModel &model = m_page.batch().model();
    model.put(paper);
    if (!m_control->isPaused() && !m_control->stopToken().stop_requested())
        model.startNext();
    if (!m_askingNext)
        showBatch();
    m_page.scanner().showProgress(
        tr("Signing: %1 of %2").arg(model.settled()).arg(model.rowCount()), model.settled(),
        model.rowCount());
}

void SignController::showBatch()
{
    using Stage = BatchPanel::Stage;
    m_page.batch().showStage(!m_signing                                ? Stage::Done
                             : m_control->stopToken().stop_requested() ? Stage::Ending
                             : m_control->isPaused()                   ? Stage::Paused
                                                                       : Stage::Running);
    if (m_page.panel() == CounterPage::Panel::Batch)
        return;
    m_page.showPanel(CounterPage::Panel::Batch);
    m_page.batch().focusList();
}

void SignController::pause()
{
    if (!m_signing || m_control->stopToken().stop_requested())
        return;
    m_control->pause();
    showBatch();
    emit changed();
}

void SignController::resume()
{
    if (!m_signing)
        return;
    m_control->resume();
    m_page.batch().model().startNext();
    showBatch();
    emit changed();
}

bool SignController::cancel()
{
    if (m_signing) {
        m_control->cancel();
        if (m_askingNext) {
            m_askingNext = false;
            m_gate.answer({});
        }
        showBatch();
        emit changed();
        return true;
    }
    if (!m_waiting.isEmpty()) {
        m_waiting.clear();
        m_page.scanner().showState(Mark::Attention, Tone::Attention, tr("Nothing was signed"));
        return true;
    }
    if (!m_halted)
        return false;
    leaveHalt();
    m_page.scanner().showState(Mark::Attention, Tone::Attention, tr("Signing did not finish"));
    emit changed();
    return true;
}

void SignController::windowClosing()
{
    m_control->cancel();
}

void SignController::lock()
{
    inBackground(
        this, m_lane, [&desk = m_desk] { return desk.lockToken(); },
        [this](const Expected<> &locked) {
            if (!locked)
                emit failed(locked.error());
            else
                m_page.scanner().showState(Mark::Check, Tone::Good, tr("The token is locked"));
        });
}

void SignController::end(const Expected<SignResult> &result)
{
    m_signing = false;
    m_askingNext = false;
    if (result)
        return endBatch(*result);
    m_page.scanner().showState(Mark::Attention, Tone::Attention, tr("Nothing was signed"));
    m_page.showPanel(CounterPage::Panel::Fields);
    m_page.focusChecklist();
    m_refused = result.error().fault == Fault::PinIncorrect;
    if (isOutOfReach(result.error().fault))
        halt(result.error());
    emit changed();
    if (!m_halted)
        emit failed(result.error());
}

void SignController::endBatch(const SignResult &result)
{
    BatchModel &model = m_page.batch().model();
    model.end(result.papers);
    m_open.update(result.view);
    const auto has = [&](State state) {
        return std::any_of(result.papers.begin(), result.papers.end(),
                           [state](const PaperProgress &paper) { return paper.state == state; });
    };
    const bool all = !has(State::Failed) && !has(State::NotReached);
    if (all) {
        m_page.scanner().showState(Mark::Check, Tone::Good, tr("All copies are signed"));
        m_page.showPanel(CounterPage::Panel::Fields);
        m_page.focusChecklist();
        emit ended(true);
        return;
    }
    m_page.scanner().showState(Mark::Attention, Tone::Attention,
                               SignWords::summary(model.papers()));
    showBatch();
    if (result.ended && isOutOfReach(result.ended->fault))
        halt(*result.ended);
    emit ended(false);
    if (result.ended && !m_halted)
        emit failed(*result.ended);
}

/// The same shape as a trouble of the scanner: what is safe, what to do, Enter goes on.
void SignController::halt(const Error &error)
{
    m_halted = true;
    m_page.pages().trouble().showText({.picture = error.fault,
                                       .what = errorText({error.fault}).what + QLatin1Char('.'),
                                       .paper = tr("What is signed stays signed."),
                                       .safe = SignWords::safe(m_page.batch().model().papers()),
                                       .steps = TroubleWords::tokenSteps(error.fault),
                                       .goOn = tr("Sign on")});
    m_page.pages().showTrouble(true);
    m_page.pages().trouble().setFocus(Qt::OtherFocusReason);
}

void SignController::leaveHalt()
{
    m_halted = false;
    m_page.pages().showTrouble(false);
    m_page.showPanel(CounterPage::Panel::Fields);
    m_page.focusChecklist();
}

}  // namespace station::gui
