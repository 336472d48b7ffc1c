// What the desk does with signatures: review, token, batch, proof.

#include "app/desk/station_desk.h"

#include "app/compose/repository_care.h"
#include "app/errors/flaw_text.h"

#include <algorithm>

namespace station::desk {
namespace {

gui::PinState pinStateOf(const signing::TokenInfo &token)
{
    if (token.locked)
        return gui::PinState::Locked;
    if (token.pinMissing)
        return gui::PinState::NeverSet;
    if (token.pinMustChange)
        return gui::PinState::MustChange;
    if (token.finalTry)
        return gui::PinState::LastTry;
    return token.pinCountLow ? gui::PinState::WrongBefore : gui::PinState::Good;
}

gui::SigningCertificate shownFor(const signing::CertificateCandidate &candidate,
                                 const signing::TokenInfo &token, qint64 nowMs)
{
    gui::SigningCertificate shown{.sha256 = candidate.sha256,
                                  .name = candidate.commonName,
                                  .token = token.label,
                                  .endsAtMs = candidate.notAfterMs,
                                  .warnDays = candidate.warnDays(nowMs),
                                  .algorithmOutgoing = candidate.algorithmOutgoing,
                                  .revocationUnknown = candidate.revocationUnknown,
                                  .pin = pinStateOf(token),
                                  .ownKeypad = token.protectedAuth,
                                  .pinEachTime = candidate.asksPinEachTime,
                                  .shortestPin = token.shortestPin,
                                  .longestPin = token.longestPin};
    for (const auto flaw : candidate.flaws)
        shown.flaws << flawText(flaw);
    return shown;
}

gui::PaperProgress progressOf(const workflow::SignedPaper &paper)
{
    using State = gui::PaperProgress::State;
    using Outcome = workflow::SignedPaper::Outcome;
    const State state = paper.outcome == Outcome::Signed   ? State::Signed
                        : paper.outcome == Outcome::Failed ? State::Failed
                                                           : State::NotReached;
    return {paper.component, state, paper.error};
}

}  // namespace

Expected<> StationDesk::seen(const QString &uuid, const QStringList &sides)
{
    return m_station.reviewing().seen(uuid, sides, dossier::ViewKind::Displayed);
}

Expected<std::set<QString>> StationDesk::awaitingProof(const dossier::Dossier &dossier)
{
    std::set<QString> components;
    const bool isSigned =
        std::any_of(dossier.components.begin(), dossier.components.end(),
                    [](const auto &one) { return dossier::signedCopyOf(one.state) != nullptr; });
    if (!isSigned)
        return components;
    const auto upgrading = m_station.upgrading();
    if (!upgrading)
        return fail(upgrading.error());
    const auto pending = upgrading->pending();
    if (!pending)
        return fail(pending.error());
    for (const auto &copy : *pending) {
        if (copy.dossierUuid == dossier.uuid && copy.level < copy.required)
            components.insert(copy.component);
    }
    return components;
}

Expected<std::vector<signing::CertificateCandidate>>
StationDesk::certificates(std::vector<gui::SigningCertificate> &shown)
{
    const auto environment = m_station.tokenEnvironment();
    if (!environment)
        return fail(environment.error());
    const auto tokens = signing::listTokens(*environment);
    if (!tokens)
        return fail(tokens.error());
    const QString office = m_station.settings().token.label;
    const qint64 nowMs = m_station.context().clock.nowMs();
    std::vector<signing::CertificateCandidate> candidates;
    bool anyToken = false;
    for (const auto &token : *tokens) {
        if (!office.isEmpty() && token.label != office)
            continue;
        anyToken = true;
        for (auto &candidate :
             signing::candidatesOn(token, token.certificates, environment->rules, nowMs, false)) {
            shown.push_back(shownFor(candidate, token, nowMs));
            candidates.push_back(std::move(candidate));
        }
    }
    if (!anyToken)
        return fail(Fault::TokenNotFound, QStringLiteral("%1 token(s)").arg(tokens->size()));
    std::stable_partition(shown.begin(), shown.end(),
                          [](const auto &one) { return one.isUsable(); });
    return candidates;
}

Expected<gui::SigningOutlook> StationDesk::signingOutlook()
{
    gui::SigningOutlook outlook{.pinNeeded = !m_token.isUnlocked(),
                                .clock = m_station.clockState(),
                                .idleLockMinutes = m_station.settings().signing.idleLockMinutes};
    if (!outlook.pinNeeded)
        return outlook;
    auto candidates = certificates(outlook.certificates);
    if (!candidates)
        return fail(candidates.error());
    const auto usable = std::count_if(outlook.certificates.begin(), outlook.certificates.end(),
                                      [](const auto &one) { return one.isUsable(); });
    if (usable == 1)
        outlook.chosen = outlook.certificates.front().sha256;
    const std::lock_guard lock(m_mutex);
    m_candidates = *std::move(candidates);
    return outlook;
}

Expected<> StationDesk::unlock(gui::SignWish wish)
{
    m_token.lock();
    const auto pinPrompt = [this] {
        std::function<Secret()> ask;
        {
            const std::lock_guard lock(m_mutex);
            ask = m_askPin;
        }
        return ask ? ask() : Secret();
    };
    signing::TokenChoice choice{.certificateSha256 = wish.certificateSha256};
    {
        const std::lock_guard lock(m_mutex);
        for (const auto &candidate : m_candidates) {
            if (candidate.sha256 == wish.certificateSha256)
                choice = {candidate.tokenLabel, candidate.tokenSerial, candidate.sha256};
        }
    }
    auto opened = m_station.openToken(choice, std::move(wish.pin), pinPrompt);
    if (!opened)
        return fail(opened.error());
    m_token.keep(*std::move(opened), choice.serial);
    return {};
}

Expected<gui::SignResult> StationDesk::sign(const QString &uuid, gui::SignWish wish,
                                            const gui::SignCalls &calls,
                                            workflow::BatchControl &control)
{
    if (const auto clock = m_station.checkClock(); !clock)
        return fail(clock.error());
    if (wish.unlock) {
        if (const auto unlocked = unlock(std::move(wish)); !unlocked)
            return fail(unlocked.error());
    }
    workflow::CopySigner *signer = m_token.borrow();
    if (!signer)
        return fail(Fault::PinInvalid, QStringLiteral("no PIN"));
    {
        const std::lock_guard lock(m_mutex);
        m_askPin = calls.onPin;
    }
    const auto report = m_station.signing().run(
        uuid, *signer,
        {.onPaper =
             [&calls](const workflow::SignedPaper &paper) { calls.onPaper(progressOf(paper)); },
         .control = &control});
    {
        const std::lock_guard lock(m_mutex);
        m_askPin = {};
    }
    const bool cancelled = report && report->ended && report->ended->fault == Fault::Cancelled;
    m_token.giveBack(report && (!report->ended || cancelled));
    if (!report)
        return fail(report.error());
    if (m_proof)
        m_proof->lookAgain();
    auto view = dossierNow(uuid);
    if (!view)
        return fail(view.error());
    gui::SignResult result{.view = *std::move(view), .ended = report->ended};
    for (const auto &paper : report->papers)
        result.papers.push_back(progressOf(paper));
    return result;
}

Expected<> StationDesk::lockToken()
{
    m_token.lock();
    return {};
}

void StationDesk::tellTokens()
{
    std::function<void(const gui::TokenNews &)> tell;
    gui::TokenNews news;
    {
        const std::lock_guard lock(m_mutex);
        tell = m_onTokens;
        news.present = m_tokenPresent;
    }
    news.unlocked = m_token.isUnlocked();
    if (tell)
        tell(news);
}

void StationDesk::tokenTurned(bool unlocked)
{
    {
        const std::lock_guard lock(m_mutex);
        if (m_tokenWatch)
            m_tokenWatch->lookClosely(unlocked);
    }
    tellTokens();
}

Expected<QString> StationDesk::trainingPin(const std::stop_token &stop)
{
    if (!m_station.isTraining())
        return fail(Fault::TokenNotFound, QStringLiteral("no training"));
    const auto pin = m_station.trainingPin(stop);
    if (!pin)
        return fail(pin.error());
    return QString::fromLatin1(pin->view().data(), static_cast<qsizetype>(pin->size()));
}

void StationDesk::lookForTokens()
{
    const std::lock_guard lock(m_mutex);
    if (m_tokenWatch)
        m_tokenWatch->look();
}

void StationDesk::watchTokens(std::function<void(const gui::TokenNews &)> onChange,
                              const std::stop_token &stop)
{
    std::unique_ptr<signing::TokenWatch> watch;
    const auto change = [this, &watch] {
        const std::lock_guard lock(m_mutex);
        std::swap(m_tokenWatch, watch);
    };
    change();
    watch.reset();
    const bool listens = static_cast<bool>(onChange);
    {
        const std::lock_guard lock(m_mutex);
        m_onTokens = std::move(onChange);
    }
    if (!listens)
        return;
    const auto environment = m_station.tokenEnvironment(stop);
    if (!environment)
        return;
    watch = std::make_unique<signing::TokenWatch>(*environment, [this](const QStringList &present) {
        QStringList serials;
        for (const QString &token : present)
            serials << token.section(QLatin1Char('\t'), 1);
        {
            const std::lock_guard lock(m_mutex);
            m_tokenPresent = !serials.isEmpty();
        }
        m_token.tokensPresent(serials);
        tellTokens();
    });
    change();
    // A window that is made anew, in another language for example, finds the token as it is.
    const std::lock_guard lock(m_mutex);
    if (m_tokenWatch)
        m_tokenWatch->lookClosely(m_token.isUnlocked());
}

void StationDesk::watchProof(std::function<void(const gui::ProofState &)> onChange)
{
    m_proof.reset();
    if (onChange)
        m_proof = std::make_unique<ProofKeeper>(m_station, std::move(onChange));
}

void StationDesk::retryProof()
{
    if (m_proof)
        m_proof->tryNow();
}

void StationDesk::watchOutbox(std::function<void(const gui::OutboxState &)> onChange)
{
    m_outbox.reset();
    m_upkeep.reset();
    m_outboxNews.reset();
    if (!onChange)
        return;
    m_outboxNews = std::make_shared<OutboxNews>(std::move(onChange));
    const auto onRound = [news = m_outboxNews](const Expected<sync::SendReport> &report) {
        if (!report)
            return;  // another program is sending; what it leaves is ours in a moment
        news->change([&](gui::OutboxState &state) {
            state.waiting = report->waiting;
            state.dead = report->dead;
            state.trouble.reset();
            if (report->halt)
                state.trouble = report->halt->fault;
            else if (!report->failed.empty())
                state.trouble = report->failed.back().fault;
        });
    };
    const auto onTold = [news = m_outboxNews](const Expected<sync::TellReport> &report) {
        if (!report)
            return;
        news->change([&](gui::OutboxState &state) {
            state.toTell = report->waiting;
            state.untold = report->dead;
            if (!report->failed.empty())
                state.tellTrouble = report->failed.back().fault;
            else if (report->waiting + report->dead == 0)
                state.tellTrouble.reset();
        });
    };
    m_outbox = m_station.outboxRunner(onRound, onTold);
    m_outbox->start();
    m_upkeep = m_station.upkeep([news = m_outboxNews](const compose::RepositoryNews &found) {
        news->change([&](gui::OutboxState &state) {
            state.unanswered = found.unacknowledged;
            state.lost = static_cast<int>(found.lost.size());
        });
    });
}

/// At once: a link that is silent keeps the sender's next round for long.
void StationDesk::tellWaiting(Fault why)
{
    const auto store = m_station.context().openStore();
    const auto open = store ? store->openHandovers() : fail(store.error());
    if (!open || !m_outboxNews)
        return;
    m_outboxNews->change([&](gui::OutboxState &state) {
        state.waiting = static_cast<int>(std::ranges::count_if(
            *open, [](const store::HandoverRow &row) { return !row.wait.dead; }));
        state.trouble = why;
    });
}

void StationDesk::retryOutbox()
{
    (void)m_station.retryHandovers();
    if (m_outbox)
        m_outbox->wake();
}

}  // namespace station::desk
