#pragma once

#include "app/gui/base/theme.h"
#include "app/gui/counter/signing_values.h"
#include "app/gui/widgets/mark.h"

#include <QCoreApplication>
#include <QString>

#include <vector>

namespace station::gui {

/// A sentence with its mark; never by colour alone.
struct SignNote {
    Mark mark = Mark::Attention;
    Tone tone = Tone::Attention;
    QString text{};
};

/// What has to be known of token, clock and batch, in words.
class SignWords {
    Q_DECLARE_TR_FUNCTIONS(SignWords)

public:
    /// What the clerk should know of this certificate before the PIN, gravest first.
    static std::vector<SignNote> notes(const SigningCertificate &certificate);
    static std::vector<SignNote> clock(const signing::ClockState &state);
    static QString date(qint64 ms);  ///< 25/11/2026
    static QString time(qint64 ms);  ///< 10:42

    static QString state(PaperProgress::State state);
    static QString summary(const std::vector<PaperProgress> &papers);  ///< "3 signed, 1 failed"
    /// "1 of 3 copies are signed"
    static QString safe(const std::vector<PaperProgress> &papers);
    static QString proof(const ProofState &state);
    static QString outbox(const OutboxState &state);

private:
    /// What a portal is still to be told.
    static QString others(const OutboxState &state);
    static QString pin(PinState state);
    static QString span(qint64 ms);  ///< "2 minutes"
};

}  // namespace station::gui
