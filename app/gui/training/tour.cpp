#include "app/gui/training/tour.h"

#include "app/gui/base/theme.h"

#include <QHBoxLayout>
#include <QLabel>

namespace station::gui {

Tour::Tour(const QString &key, QWidget *parent) : QWidget(parent), m_text(new QLabel)
{
    setObjectName(QStringLiteral("tour"));
    m_text->setObjectName(QStringLiteral("tourText"));
    m_text->setWordWrap(true);
    auto *fold = new QLabel(tr("%1 folds the tour away").arg(key));
    fold->setForegroundRole(QPalette::PlaceholderText);
    auto *layout = new QHBoxLayout(this);
    layout->setContentsMargins(16, 7, 16, 7);
    layout->setSpacing(20);
    layout->addWidget(m_text, 1);
    layout->addWidget(fold);
}

void Tour::showStep(const NextStep &step)
{
    const QString text = words(step.step);
    if (!text.isEmpty())
        m_text->setText(text);
}

QString Tour::text() const
{
    return m_text->text();
}

/// Empty for steps that pass by themselves: the words of the step before stay.
QString Tour::words(Step step)
{
    switch (step) {
    case Step::OpenDossier:
        return tr("Welcome. A training dossier lies ready: press Enter to open it. At the counter "
                  "you scan the barcode of the slip here, type the code, or hold the citizen's "
                  "card under the hand scanner.");
    case Step::CreateDossier:
        return tr("Choose the procedure, then scan the card's QR code: number and name fill "
                  "themselves. Enter goes from field to field.");
    case Step::Decide:
        return tr("Not every paper is scanned. What the repository has already is reused, what "
                  "only has to be seen is shown and given back, and a secret paper is refused. "
                  "The button below says what the rules advise.");
    case Step::Scan:
        return tr("Put the paper into the feeder (F12 lays training papers there) and scan it. A "
                  "side that you see is safe, whatever happens to the computer.");
    case Step::StopScan:
    case Step::StopImport:
        return tr("Sides appear while the scanner still runs. Esc stops it; what is there stays.");
    case Step::ScanOn:
        return tr("The scanner stands still. The card tells which sheet to put back; Enter goes on "
                  "from there, nothing is scanned twice.");
    case Step::SettleCount:
    case Step::EnterCount:
    case Step::ExplainCount:
        return tr("The sheets differ from what was counted. Scan what is missing, or say why it "
                  "is right: the reason is kept with the paper.");
    case Step::LookAtPage:
    case Step::Looking:
        return tr("You sign that the copy is true, so every page has to stand on the screen once. "
                  "Hold M for the magnifying glass, V for the page as scanned.");
    case Step::Sign:
        return tr("All pages are there. Now the copies get your personal digital signature, before "
                  "anything is read from them: that is the order of the law.");
    case Step::ChooseCertificate:
    case Step::EnterPin:
        return tr("Type the PIN of the training token; it stands in the yellow bar. It is kept "
                  "nowhere, and the token locks itself after some idle minutes.");
    case Step::CheckFields:
    case Step::ConfirmField:
        return tr("Doubtful values come first. The page shows the ink that each was read from: "
                  "compare, correct if needed, and press Enter.");
    case Step::AcceptCode:
        return tr("The digitization code is proposed from what you confirmed. Enter accepts it; "
                  "it is claimed when the dossier is handed over.");
    case Step::HandOver:
        return tr("F10 stores the copies and tells the department at once. When the line is dead "
                  "the station sends them later by itself.");
    case Step::NextDossier:
        return tr("Done: the department has the dossier. F10 takes you to the next one. Try a jam "
                  "or an open cover with F12, too: nothing can be broken here.");
    case Step::ChooseCopy:
        return tr("The repository has this paper already. Enter uses the copy: nobody has to bring "
                  "it again, and nothing is scanned.");
    case Step::GiveReason:
    case Step::PutAside:
    case Step::KnowLastTry:
    case Step::LeavePanel:
    case Step::SignOn:
    case Step::LeaveResult:
    case Step::Wait:
        return {};
    }
    Q_UNREACHABLE();
}

}  // namespace station::gui
