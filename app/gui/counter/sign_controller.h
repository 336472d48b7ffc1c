#pragma once

#include "app/gui/counter/counter_desk.h"
#include "app/gui/counter/pin_gate.h"

#include <QObject>
#include <QThreadPool>

#include <memory>
#include <stop_token>

namespace station::gui {

class CounterPage;
class OpenDossier;

/// Signs all captured papers of the dossier: looks at token and clock, asks for the
/// PIN when the token is locked, and follows the batch. After a wrong PIN it asks
/// only when the clerk starts again; a token that is pulled halts the batch until it
/// is back.
class SignController final : public QObject {
    Q_OBJECT

public:
    SignController(CounterDesk &desk, QThreadPool &lane, OpenDossier &open, CounterPage &page,
                   QObject *parent = nullptr);
    ~SignController() override;

    bool isSigning() const { return m_signing; }
    bool isPaused() const { return m_signing && m_control->isPaused(); }
    bool isAskingNext() const { return m_askingNext; }  ///< One more PIN, in the middle.
    bool isHalted() const { return m_halted; }          ///< The token is gone, copies are left.
    const TokenNews &token() const { return m_news; }

    void start();  ///< Also goes on after a halt.
    void pause();  ///< Before the next paper.
    void resume();
    /// Ends what is under way before the next paper, or the halt. False: nothing was.
    bool cancel();
    void windowClosing();  ///< Like cancel, but nothing is told.
    void lock();

signals:
    void asked();    ///< The panel waits for the clerk.
    void changed();  ///< How far the batch is, or the token.
    /// All are signed, or the result stays in the panel.
    void ended(bool allSigned);
    void failed(const station::Error &error);

private:
    void watchToken();
    void takeNews(const TokenNews &news);
    void takeOutlook(const Expected<SigningOutlook> &outlook);
    void showRefused();
    void takePin();
    void sign(SignWish wish);
    SignCalls calls();
    void askNext();
    void takePaper(const PaperProgress &paper);
    void end(const Expected<SignResult> &result);
    void endBatch(const SignResult &result);
    void halt(const Error &error);
    void leaveHalt();
    void showBatch();

    CounterDesk &m_desk;
    QThreadPool &m_lane;
    OpenDossier &m_open;
    CounterPage &m_page;
    std::shared_ptr<workflow::BatchControl> m_control =
        std::make_shared<workflow::BatchControl>();  ///< Of one batch.
    PinGate m_gate{};
    TokenNews m_news{};
    QString m_uuid{};     ///< Of the batch.
    QString m_waiting{};  ///< Uuid of the dossier to sign when the token is ready; empty: none.
    bool m_isReady = false;
    bool m_looking = false;
    bool m_signing = false;
    bool m_askingNext = false;
    bool m_halted = false;
    bool m_refused = false;  ///< The last PIN was wrong.
    std::stop_source m_ending{};
    QThreadPool m_tokenLane{};  ///< The training token may have to be made first.
};

}  // namespace station::gui
