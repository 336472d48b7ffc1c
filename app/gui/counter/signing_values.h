#pragma once

#include "core/base/error.h"
#include "core/base/secret.h"
#include "signing/online/clock_check.h"

#include <QString>
#include <QStringList>

#include <functional>
#include <optional>
#include <vector>

namespace station::gui {

/// What the token says of its PIN.
enum class PinState {
    Good,
    WrongBefore,  ///< A wrong PIN was entered since the last right one.
    LastTry,      ///< The next wrong PIN locks the token.
    Locked,
    MustChange,
    NeverSet,
};

/// A certificate on a token that is plugged in, and how that token is unlocked.
struct SigningCertificate {
    QString sha256{};  ///< Hexadecimal, lower case.
    QString name{};    ///< Of the person.
    QString token{};   ///< Its label.
    qint64 endsAtMs = 0;
    int warnDays = 0;  ///< 30, 14, 7 or 1: it ends within so many days; 0: later.
    bool algorithmOutgoing = false;
    bool revocationUnknown = false;  ///< Its authority was not asked or did not answer.
    QStringList flaws{};             ///< Sentences; empty: it can sign.

    PinState pin = PinState::Good;
    bool ownKeypad = false;  ///< The PIN is typed on the token.
    bool pinEachTime = false;
    int shortestPin = 0;  ///< In bytes; 0: not stated.
    int longestPin = 0;

    bool isUsable() const { return flaws.isEmpty(); }
    bool operator==(const SigningCertificate &) const = default;
};

/// What is known before anything is signed.
struct SigningOutlook {
    bool pinNeeded = true;                           ///< No token is unlocked.
    std::vector<SigningCertificate> certificates{};  ///< Usable ones first.
    QString chosen{};  ///< SHA-256 of the one that signs; empty: the clerk has to choose.
    signing::ClockState clock{};
    int idleLockMinutes = 5;  ///< After the last signature the token locks.
};

struct SignWish {
    bool unlock = false;  ///< Log in first, with the PIN or at the token's own keypad.
    Secret pin{};
    QString certificateSha256{};  ///< Empty: the one whose token is unlocked.
};

/// How far one paper of a batch is.
struct PaperProgress {
    enum class State { Waiting, Running, Signed, Failed, NotReached };

    QString component{};
    State state = State::Waiting;
    std::optional<Error> error{};  ///< Of Failed.

    bool operator==(const PaperProgress &) const = default;
};

/// How a batch is followed. On the thread that signs.
struct SignCalls {
    std::function<void(const PaperProgress &)> onPaper{};  ///< Its outcome is known.
    /// One more PIN, for a key that asks for each signature; empty: the clerk gave up.
    std::function<Secret()> onPin{};
};

/// What is known of the token while nothing is asked for.
struct TokenNews {
    bool present = false;   ///< Some token is plugged in.
    bool unlocked = false;  ///< This program holds one unlocked.

    bool operator==(const TokenNews &) const = default;
};

/// Signed copies whose time stamp or proof is still to come.
struct ProofState {
    int waiting = 0;
    std::optional<Fault> trouble{};  ///< Of the last attempt.
    qint64 nextAtMs = 0;             ///< When it is tried again; 0: not known.

    bool operator==(const ProofState &) const = default;
};

/// Hand-overs that are not complete, and what is to be known of those that are.
struct OutboxState {
    int waiting = 0;                 ///< Go on by themselves.
    int dead = 0;                    ///< Wait for a person.
    std::optional<Fault> trouble{};  ///< What keeps them.
    // Of dossiers that the department has: a portal or a department's own system is told, too.
    int toTell = 0;                      ///< Notices that go on by themselves.
    int untold = 0;                      ///< Notices that wait for a person.
    std::optional<Fault> tellTrouble{};  ///< What keeps them.
    int unanswered = 0;  ///< Handed over, and no word of the department for too long.
    int lost = 0;        ///< Proven once, and no longer right in the repository.

    bool operator==(const OutboxState &) const = default;
};

}  // namespace station::gui
