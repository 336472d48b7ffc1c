#pragma once

#include "core/base/clock.h"

#include <QMap>
#include <QString>
#include <QStringList>

namespace station::signing {

/// How long the token agent may be silent before it is stopped. A login is
/// long because some tokens open a dialog or a keypad of their own.
struct TokenDeadlines {
    int listMs = 10'000;
    int loginMs = 60'000;
    int signMs = 30'000;
};

/// What is needed to start a token agent; settings data, never typed by a clerk.
struct TokenEnvironment {
    QString agentProgram{};  ///< Empty: helperProgram("tramsohoa-token-agent").
    QStringList modules{};   ///< Full paths of PKCS#11 modules; empty: those p11-kit knows.
    QMap<QString, QString> variables{};  ///< For the agent's process only, e.g. SOFTHSM2_CONF.
    TokenDeadlines deadlines{};
    QString stampFont{};           ///< TrueType file of the mark; empty: Liberation Serif 2.
    const Clock *clock = nullptr;  ///< Null: the system's; outlives the session.
};

}  // namespace station::signing
