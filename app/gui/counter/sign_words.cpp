#include "app/gui/counter/sign_words.h"

#include "app/errors/error_text.h"
#include "core/base/clock.h"

#include <QStringList>

#include <algorithm>
#include <optional>

namespace station::gui {
namespace {

QString withReason(const QStringList &parts, const std::optional<Fault> &trouble)
{
    const QString text = parts.join(QStringLiteral(", "));
    return trouble ? QStringLiteral("%1 (%2)").arg(text, errorText({*trouble}).what) : text;
}

}  // namespace

using State = PaperProgress::State;

QString SignWords::pin(PinState state)
{
    switch (state) {
    case PinState::Good:
        return {};
    case PinState::WrongBefore:
        return tr("A wrong PIN was entered on this token. Type it with care: it locks after a few "
                  "wrong tries.");
    case PinState::LastTry:
        return tr("Last try: one more wrong PIN locks this token, and only its issuer can unlock "
                  "it.");
    case PinState::Locked:
        return tr("The PIN of this token is locked. Only its issuer can unlock it: call the "
                  "certificate authority.");
    case PinState::MustChange:
        return tr("The token wants a new PIN first. Change it with the tool of the token's maker, "
                  "or ask IT.");
    case PinState::NeverSet:
        return tr("The PIN of this token was never set. Set it with the tool of the token's "
                  "maker, or ask IT.");
    }
    Q_UNREACHABLE();
}

std::vector<SignNote> SignWords::notes(const SigningCertificate &certificate)
{
    std::vector<SignNote> notes;
    if (certificate.pin != PinState::Good) {
        const bool warns = certificate.pin == PinState::WrongBefore;
        notes.push_back(
            {Mark::Attention, warns ? Tone::Attention : Tone::Danger, pin(certificate.pin)});
    }
    if (certificate.warnDays > 1)
        notes.push_back({Mark::Attention, Tone::Attention,
                         tr("The certificate ends in less than %n day(s). Ask your authority for "
                            "a new one now.",
                            nullptr, certificate.warnDays)});
    else if (certificate.warnDays == 1)
        notes.push_back({Mark::Attention, Tone::Danger,
                         tr("The certificate ends within a day. Tomorrow you cannot sign with it: "
                            "ask your authority for a new one now.")});
    if (certificate.algorithmOutgoing)
        notes.push_back({Mark::Attention, Tone::Attention,
                         tr("Its kind of key will soon be refused. Ask your authority for a new "
                            "certificate.")});
    if (certificate.revocationUnknown)
        notes.push_back({Mark::Attention, Tone::Quiet,
                         tr("Its authority could not be asked whether it still holds. You can "
                            "sign.")});
    return notes;
}

QString SignWords::span(qint64 ms)
{
    const qint64 seconds = qAbs(ms) / 1000;
    return seconds < 120 ? tr("%n second(s)", nullptr, static_cast<int>(seconds))
                         : tr("%n minute(s)", nullptr, static_cast<int>(seconds / 60));
}

std::vector<SignNote> SignWords::clock(const signing::ClockState &state)
{
    if (state.verdict == signing::ClockVerdict::Good)
        return {};
    QString text = tr("Nobody has checked the clock of this station: look whether it is right.");
    if (state.offsetMs)
        text =
            *state.offsetMs > 0
                ? tr("The clock of this station is %1 fast. Tell IT.").arg(span(*state.offsetMs))
                : tr("The clock of this station is %1 slow. Tell IT.").arg(span(*state.offsetMs));
    return {{Mark::Clock, Tone::Quiet, text}};
}

QString SignWords::date(qint64 ms)
{
    return inVietnam(ms).toString(QStringLiteral("dd/MM/yyyy"));
}

QString SignWords::time(qint64 ms)
{
    return inVietnam(ms).toString(QStringLiteral("HH:mm"));
}

QString SignWords::state(State state)
{
    switch (state) {
    case State::Waiting:
        return tr("waiting");
    case State::Running:
        return tr("being signed …");
    case State::Signed:
        return tr("signed");
    case State::Failed:
        return tr("failed");
    case State::NotReached:
        return tr("not reached");
    }
    Q_UNREACHABLE();
}

QString SignWords::summary(const std::vector<PaperProgress> &papers)
{
    const auto count = [&](State state) {
        return static_cast<int>(
            std::count_if(papers.begin(), papers.end(),
                          [state](const PaperProgress &paper) { return paper.state == state; }));
    };
    QStringList parts{tr("%n signed", nullptr, count(State::Signed))};
    if (const int failed = count(State::Failed); failed > 0)
        parts << tr("%n failed", nullptr, failed);
    if (const int left = count(State::NotReached); left > 0)
        parts << tr("%n not reached", nullptr, left);
    return parts.join(QStringLiteral(", "));
}

QString SignWords::safe(const std::vector<PaperProgress> &papers)
{
    const auto done = std::ranges::count(papers, State::Signed, &PaperProgress::state);
    //: %1 of %n copies.
    return tr("%1 of %n copy(s) are signed", nullptr, static_cast<int>(papers.size())).arg(done);
}

QString SignWords::proof(const ProofState &state)
{
    QString text = tr("%n copy(s) wait for their time stamp", nullptr, state.waiting);
    QStringList why;
    if (state.trouble)
        why << errorText({*state.trouble}).what;
    if (state.nextAtMs > 0)
        why << tr("next try %1").arg(time(state.nextAtMs));
    if (!why.isEmpty())
        text += QStringLiteral(" (%1)").arg(why.join(QStringLiteral("; ")));
    return text;
}

QString SignWords::others(const OutboxState &state)
{
    QStringList parts;
    //: A notice about a dossier that the department already has, to the portal (Cổng dịch vụ công)
    //: or to the department's own system.
    if (state.untold > 0)
        parts << tr("%n notice(s) were not taken and need help", nullptr, state.untold);
    if (state.toTell > 0)
        parts << tr("%n notice(s) are still to be sent", nullptr, state.toTell);
    return withReason(parts, state.tellTrouble);
}

QString SignWords::outbox(const OutboxState &state)
{
    QStringList parts;
    if (state.lost > 0)
        parts << tr("the repository has lost %n object(s): call IT", nullptr, state.lost);
    if (state.dead > 0)
        parts << tr("%n dossier(s) could not be stored and need help", nullptr, state.dead);
    if (state.waiting > 0)
        parts << tr("%n dossier(s) are on their way to the repository", nullptr, state.waiting);
    QStringList all{withReason(parts, state.trouble), others(state)};
    if (state.unanswered > 0)
        all << tr("%n dossier(s) without an answer of the department", nullptr, state.unanswered);
    all.removeAll(QString());
    return all.join(QStringLiteral(" · "));
}

}  // namespace station::gui
