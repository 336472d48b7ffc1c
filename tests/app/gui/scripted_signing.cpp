// The signing side of the scripted desk.

#include "app/gui/counter/next_step.h"
#include "tests/app/gui/scripted_desk.h"

#include <thread>

using namespace Qt::StringLiterals;

namespace station::gui::test {

using State = PaperProgress::State;

QString ScriptedDesk::signedWith() const
{
    const std::lock_guard lock(m_mutex);
    return m_signedWith;
}

QStringList ScriptedDesk::seenSides() const
{
    const std::lock_guard lock(m_mutex);
    return m_seenSides;
}

void ScriptedDesk::forgetLooks()
{
    const std::lock_guard lock(m_mutex);
    m_seen.clear();
}

Expected<> ScriptedDesk::seen(const QString &, const QStringList &sides)
{
    const std::lock_guard lock(m_mutex);
    for (const QString &id : sides) {
        const dossier::Side *side = m_edits.side(id);
        if (!side)
            return fail(Fault::UnknownComponent);
        m_seen[id] = *side;
        m_seenSides << id;
    }
    return {};
}

Expected<SigningOutlook> ScriptedDesk::signingOutlook()
{
    if (outlookEndsWith)
        return fail(*std::exchange(outlookEndsWith, std::nullopt));
    SigningOutlook outlook{.pinNeeded = !m_unlocked, .certificates = certificates, .clock = clock};
    if (certificates.size() == 1)
        outlook.chosen = certificates.front().sha256;
    return outlook;
}

PaperProgress ScriptedDesk::signOne(ChecklistPaper &paper)
{
    const QString code = paper.component.code;
    const auto failing = failingPapers.find(code);
    if (failing != failingPapers.end())
        return {code, State::Failed, Error{failing->second}};
    const auto captured = std::get<dossier::CapturedPaper>(paper.component.state);
    paper.component.state =
        dossier::sign(captured, {QString(64, u'b'), 1}, {u"Phạm Thị Ngọc Ánh"_s, u"01"_s, {}}, 0);
    return {code, State::Signed, std::nullopt};
}

Expected<SignResult> ScriptedDesk::sign(const QString &, SignWish wish, const SignCalls &calls,
                                        workflow::BatchControl &control)
{
    ++m_signCalls;
    if (wish.unlock) {
        ++m_pinsGiven;
        {
            const std::lock_guard lock(m_mutex);
            m_signedWith = wish.certificateSha256;
        }
        const bool keypad = certificates.front().ownKeypad;
        if (!keypad && wish.pin.view() != std::string_view(rightPin.constData()))
            return fail(Fault::PinIncorrect);
        setUnlocked(true);
    }
    if (!m_unlocked)
        return fail(Fault::PinInvalid);
    const DossierView before = view();
    if (!before.unseen.empty())
        return fail(Fault::NotReviewed);
    SignResult result{.view = before};
    for (const ChecklistPaper &paper : before.papers) {
        if (awaitsCount(paper))
            return fail(Fault::CountMismatch);
    }
    bool first = true;
    for (std::size_t i = 0; i < before.papers.size(); ++i) {
        const QString code = before.papers[i].component.code;
        if (!std::holds_alternative<dossier::CapturedPaper>(before.papers[i].component.state))
            continue;
        if (!result.ended && !control.mayGoOn())
            result.ended = Error{Fault::Cancelled};
        if (!result.ended && code == tokenGoneBefore) {
            tokenGoneBefore.clear();
            setUnlocked(false);
            result.ended = Error{Fault::TokenRemoved};
        }
        if (result.ended) {
            result.papers.push_back({code, State::NotReached, std::nullopt});
            continue;
        }
        ++m_papersBegun;
        while (holdSign && !holdSign->tryAcquire(1, 10))
            ;
        if (!first && pinEachTime &&
            calls.onPin().view() != std::string_view(rightPin.constData())) {
            result.papers.push_back({code, State::Failed, Error{Fault::PinIncorrect}});
            calls.onPaper(result.papers.back());
            continue;
        }
        first = false;
        {
            const std::lock_guard lock(m_mutex);
            result.papers.push_back(signOne(m_view.papers[i]));
        }
        calls.onPaper(result.papers.back());
    }
    result.view = view();
    return result;
}

Expected<> ScriptedDesk::lockToken()
{
    ++m_locks;
    setUnlocked(false);
    return {};
}

void ScriptedDesk::setUnlocked(bool unlocked)
{
    m_unlocked = unlocked;
    tellTokens({.present = true, .unlocked = unlocked});
}

Expected<QString> ScriptedDesk::trainingPin(const std::stop_token &stop)
{
    waitForToken(stop);
    return QString::fromLatin1(rightPin);
}

void ScriptedDesk::waitForToken(const std::stop_token &stop) const
{
    while (m_holdToken && !stop.stop_requested() && !m_holdToken->tryAcquire(1, 10)) {
    }
}

void ScriptedDesk::watchTokens(std::function<void(const TokenNews &)> onChange,
                               const std::stop_token &stop)
{
    if (onChange)
        waitForToken(stop);
    const std::lock_guard lock(m_mutex);
    m_onTokens = std::move(onChange);
}

void ScriptedDesk::tellTokens(const TokenNews &news)
{
    std::function<void(const TokenNews &)> tell;
    {
        const std::lock_guard lock(m_mutex);
        tell = m_onTokens;
    }
    if (tell)
        std::thread([tell, news] { tell(news); }).join();
}

void ScriptedDesk::watchProof(std::function<void(const ProofState &)> onChange)
{
    const std::lock_guard lock(m_mutex);
    m_onProof = std::move(onChange);
}

void ScriptedDesk::tellProof(const ProofState &state)
{
    std::function<void(const ProofState &)> tell;
    {
        const std::lock_guard lock(m_mutex);
        tell = m_onProof;
    }
    if (tell)
        std::thread([tell, state] { tell(state); }).join();
}

void ScriptedDesk::retryProof()
{
    ++m_proofRetries;
}

void ScriptedDesk::watchOutbox(std::function<void(const OutboxState &)> onChange)
{
    const std::lock_guard lock(m_mutex);
    m_onOutbox = std::move(onChange);
}

void ScriptedDesk::tellOutbox(const OutboxState &state)
{
    std::function<void(const OutboxState &)> tell;
    {
        const std::lock_guard lock(m_mutex);
        tell = m_onOutbox;
    }
    if (tell)
        std::thread([tell, state] { tell(state); }).join();
}

void ScriptedDesk::retryOutbox()
{
    ++m_outboxRetries;
}

}  // namespace station::gui::test
