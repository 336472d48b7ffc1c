#pragma once

#include "app/gui/counter/counter_desk.h"

#include <QString>

#include <map>
#include <optional>
#include <set>

namespace station::gui {

/// What the one primary button can ask for.
enum class Step {
    OpenDossier,        ///< No dossier is open.
    CreateDossier,      ///< The form for a new one is being filled in.
    ChooseCertificate,  ///< Several could sign.
    KnowLastTry,        ///< One more wrong PIN locks the token.
    EnterPin,           ///< The token waits for it.
    LeavePanel,         ///< No token here can sign, or no stored copy can be reused.
    EnterCount,         ///< How many sheets the paper has.
    ExplainCount,       ///< Why another number of sheets is right.
    GiveReason,         ///< Why a paper is scanned that the repository has.
    PutAside,           ///< The dossier, with the reason that was typed.
    ChooseCopy,         ///< Several copies could be reused.
    StopScan,           ///< The scanner runs.
    StopImport,         ///< Files are being taken in.
    ScanOn,             ///< The scan stands still until paper and device are in order.
    Wait,               ///< Signing or storing runs.
    SignOn,             ///< The batch stands still, or its token is gone.
    LeaveResult,        ///< Not all copies were signed; the result is on the screen.
    Decide,             ///< The rules advise something else than a scan.
    Scan,               ///< A paper that is to be scanned has no side.
    SettleCount,        ///< The sheets of a paper do not fit its count.
    LookAtPage,         ///< A page, or a flagged side, was not looked at.
    Looking,            ///< It is on the screen and counts in a moment.
    Sign,
    CheckFields,
    ConfirmField,  ///< The field that the clerk is in.
    AcceptCode,
    HandOver,
    NextDossier,  ///< All of it is handed over.
};

struct NextStep {
    Step step = Step::OpenDossier;
    QString component{};  ///< The paper it is about; empty: the whole dossier.
    dossier::Decision decision = dossier::Decision::Digitize;  ///< For Decide.
    int copies = 0;                                            ///< For Sign.
    QString side{};                                            ///< For LookAtPage.
    int page = 0;  ///< For LookAtPage, from 1; 0: a flagged side that was only followed.

    bool operator==(const NextStep &) const = default;
};

/// What the window is asking the clerk for beside the dossier's own steps.
enum class Asking {
    Nothing,
    NewDossier,
    Certificate,
    LastTry,
    Pin,
    NoToken,
    Result,
    Copy,
    NoCopy,
    Count,
    Explanation,
    Hold,
    Reason
};

/// A page that nobody has looked at as it is now.
struct UnseenPage {
    QString side{};
    int page = 0;  ///< In the strip, from 1.

    bool operator==(const UnseenPage &) const = default;
};

/// What the next step depends on.
struct CounterSituation {
    std::optional<DossierView> dossier{};
    QString current{};  ///< Component that the clerk looks at.
    Asking asking = Asking::Nothing;
    bool scanning = false;
    bool importing = false;                  ///< Files, not a scanner.
    bool paused = false;                     ///< The scan waits for a hand.
    bool busy = false;                       ///< Signing or storing.
    bool signingStands = false;              ///< Paused, or the token is gone.
    std::map<QString, UnseenPage> unseen{};  ///< By component, the first one of each.
    QString lookingAt{};                     ///< A side that will have been looked at in a moment.
    std::set<QString> unseenFlags{};         ///< Components with flagged sides nobody looked at.
    bool currentFieldsConfirmed = false;     ///< Of the current component.
    bool inField = false;                    ///< A field has the focus; Space is a letter there.
};

/// The order of the law, for the whole dossier: decide and scan every paper,
/// settle what was counted, look at what is flagged, sign all, then fields and code paper by paper,
/// then hand over. Of papers with the same step the current one comes first. A paper that is not
/// required is asked for only while the clerk looks at it.
NextStep nextStep(const CounterSituation &situation);

/// Papers that wait for a signature.
int capturedPapers(const DossierView &dossier);

/// The paper's sheets against those that were counted.
dossier::SheetTally tallyOf(const ChecklistPaper &paper);

/// A paper that may not be signed before its sheets are complete or explained.
bool awaitsCount(const ChecklistPaper &paper);
/// The current one before all others; null: every count is settled.
const ChecklistPaper *paperToSettle(const DossierView &dossier, const QString &current);

}  // namespace station::gui
