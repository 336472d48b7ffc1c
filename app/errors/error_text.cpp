#include "app/errors/error_text.h"

#include <QCoreApplication>
#include <QStringList>

namespace station {
namespace {

QString what(Fault fault)
{
    switch (fault) {
    case Fault::InvalidInput:
        return QCoreApplication::translate("ErrorText", "This entry does not have the right form");
    case Fault::CheckDigitWrong:
        return QCoreApplication::translate("ErrorText",
                                           "The check digit of this number does not fit");
    case Fault::UnknownProcedure:
        return QCoreApplication::translate("ErrorText",
                                           "The catalogue has no such procedure today");
    case Fault::UnknownDossier:
        return QCoreApplication::translate("ErrorText", "This station has no such dossier");
    case Fault::UnknownComponent:
        return QCoreApplication::translate("ErrorText", "The procedure asks for no such paper");
    case Fault::DuplicateDossier:
        return QCoreApplication::translate("ErrorText",
                                           "This dossier code is already in use on this station");
    case Fault::ForbiddenByDecision:
        return QCoreApplication::translate("ErrorText",
                                           "The decision for this paper does not allow this step");
    case Fault::WrongOrder:
        return QCoreApplication::translate("ErrorText", "An earlier step is still missing");
    case Fault::NothingToDo:
        return QCoreApplication::translate("ErrorText", "No paper is waiting for this step");
    case Fault::FieldMissing:
        return QCoreApplication::translate("ErrorText",
                                           "A required field is empty or not confirmed");
    case Fault::CountMismatch:
        return QCoreApplication::translate("ErrorText",
                                           "The scanned sheets do not fit the counted ones");
    case Fault::NotReviewed:
        return QCoreApplication::translate("ErrorText", "A page of this paper was not looked at");
    case Fault::NoReusableCopy:
        return QCoreApplication::translate("ErrorText",
                                           "The repository holds no valid copy to reuse");
    case Fault::CopyExpired:
        //: Before it stands the paper and its last day of validity.
        return QCoreApplication::translate("ErrorText",
                                           "The stored copy may no longer be reused: its last day "
                                           "has passed");
    case Fault::CopySuperseded:
        //: Before it stands the paper and the code of the newer copy.
        return QCoreApplication::translate("ErrorText",
                                           "A newer copy has taken the place of this stored copy");
    case Fault::CopyWithdrawn:
        return QCoreApplication::translate(
            "ErrorText", "The stored copy was withdrawn by the office that stored it");
    case Fault::PicturesPurged:
        return QCoreApplication::translate("ErrorText",
                                           "The pages of this paper are no longer on this station");
    case Fault::FileMissing:
        return QCoreApplication::translate("ErrorText",
                                           "The file does not exist or may not be read");
    case Fault::FileEmpty:
        return QCoreApplication::translate("ErrorText", "The file is empty");
    case Fault::FileUnreadable:
        return QCoreApplication::translate("ErrorText",
                                           "The file is damaged or is not what its name says");
    case Fault::FileTooLarge:
        return QCoreApplication::translate("ErrorText", "The file is larger than any paper can be");
    case Fault::FileTooSmall:
        return QCoreApplication::translate("ErrorText", "The picture is too small to be a paper");
    case Fault::FileEncrypted:
        return QCoreApplication::translate("ErrorText", "The file is locked with a password");
    case Fault::TextDamaged:
        return QCoreApplication::translate("ErrorText",
                                           "Vietnamese letters were lost in what the reader sent");
    case Fault::ResolutionTooLow:
        return QCoreApplication::translate("ErrorText", "The picture is too coarse for the rules");
    case Fault::SignatureBroken:
        return QCoreApplication::translate("ErrorText",
                                           "The file was signed, and it was changed after that");
    case Fault::DeviceNotFound:
        return QCoreApplication::translate("ErrorText", "The scanner does not answer");
    case Fault::DeviceBusy:
        return QCoreApplication::translate("ErrorText", "Another program is using the scanner");
    case Fault::DeviceLost:
        return QCoreApplication::translate("ErrorText",
                                           "The scanner was disconnected while it was scanning");
    case Fault::DeviceFailed:
        return QCoreApplication::translate("ErrorText", "The scanner reports a fault of its own");
    case Fault::DeviceStalled:
        return QCoreApplication::translate("ErrorText",
                                           "The scanner stopped moving and was halted");
    case Fault::FeederEmpty:
        return QCoreApplication::translate("ErrorText", "No paper is in the feeder");
    case Fault::PaperJam:
        return QCoreApplication::translate("ErrorText", "The paper is jammed");
    case Fault::DoubleFeed:
        return QCoreApplication::translate("ErrorText", "Two sheets went in together");
    case Fault::CoverOpen:
        return QCoreApplication::translate("ErrorText", "The cover of the scanner is open");
    case Fault::TokenNotFound:
        return QCoreApplication::translate("ErrorText", "No signing token was found");
    case Fault::TokenAmbiguous:
        return QCoreApplication::translate("ErrorText",
                                           "Several tokens or certificates could sign");
    case Fault::TokenRemoved:
        return QCoreApplication::translate("ErrorText",
                                           "The token was pulled out, or it has lost its login");
    case Fault::TokenFailed:
        return QCoreApplication::translate("ErrorText",
                                           "The token does not answer or reports a fault");
    case Fault::PinIncorrect:
        return QCoreApplication::translate("ErrorText", "The PIN is wrong");
    case Fault::PinLocked:
        return QCoreApplication::translate("ErrorText", "The PIN is locked");
    case Fault::PinInvalid:
        return QCoreApplication::translate("ErrorText", "A PIN of this form is not possible");
    case Fault::PinMustChange:
        return QCoreApplication::translate("ErrorText",
                                           "The token wants a new PIN before it signs");
    case Fault::CertificateUnusable:
        return QCoreApplication::translate(
            "ErrorText", "The certificate on the token cannot be used for signing");
    case Fault::CertificateRevoked:
        return QCoreApplication::translate("ErrorText",
                                           "This certificate was withdrawn by its authority");
    case Fault::SignatureInvalid:
        return QCoreApplication::translate(
            "ErrorText", "The signature failed its own check and was thrown away");
    case Fault::GlyphMissing:
        return QCoreApplication::translate("ErrorText",
                                           "A letter in the mark is missing from the font");
    case Fault::NoRoomForMark:
        return QCoreApplication::translate("ErrorText", "Page 1 has no free place for the mark");
    case Fault::ClockWrong:
        return QCoreApplication::translate(
            "ErrorText", "The clock of this station is more than 5 minutes wrong");
    case Fault::ProofPending:
        return QCoreApplication::translate("ErrorText",
                                           "The time stamp that this paper needs is still missing");
    case Fault::NetworkDown:
        return QCoreApplication::translate("ErrorText", "The service does not answer");
    case Fault::ProxyRefused:
        return QCoreApplication::translate("ErrorText",
                                           "The proxy does not let this station through");
    case Fault::ServiceNotSet:
        return QCoreApplication::translate("ErrorText",
                                           "No time-stamp authority is set up at this station");
    case Fault::ServiceRefused:
        return QCoreApplication::translate("ErrorText",
                                           "The service refuses to answer this station now");
    case Fault::ServiceAnswerInvalid:
        return QCoreApplication::translate("ErrorText", "The service's answer cannot be trusted");
    case Fault::StorageFull:
        return QCoreApplication::translate("ErrorText", "The disk of this station is full");
    case Fault::StorageLow:
        return QCoreApplication::translate("ErrorText", "The disk of this station is nearly full");
    case Fault::StorageFailed:
        return QCoreApplication::translate(
            "ErrorText", "The disk or the database of this station reports a fault");
    case Fault::StorageNewer:
        return QCoreApplication::translate(
            "ErrorText", "The data was written by a newer version of this program");
    case Fault::StorageInUse:
        return QCoreApplication::translate("ErrorText",
                                           "Another program works with the data of this station");
    case Fault::KeyUnavailable:
        return QCoreApplication::translate(
            "ErrorText", "The key that opens the data of this station is not at hand");
    case Fault::RepositoryRefused:
        return QCoreApplication::translate(
            "ErrorText", "The repository does not accept the login of this station");
    case Fault::RepositoryFull:
        return QCoreApplication::translate("ErrorText", "The repository has no room left");
    case Fault::RepositoryUnfit:
        return QCoreApplication::translate(
            "ErrorText", "This repository cannot guarantee what is required of it");
    case Fault::NetworkLogin:
        return QCoreApplication::translate("ErrorText", "The network asks for a login first");
    case Fault::RepositoryDown:
        return QCoreApplication::translate("ErrorText", "The repository does not answer");
    case Fault::RepositoryDamaged:
        return QCoreApplication::translate(
            "ErrorText", "The repository gave back something else than was written");
    case Fault::Conflict:
        return QCoreApplication::translate(
            "ErrorText", "The repository already holds something else in this place");
    case Fault::AuditBroken:
        return QCoreApplication::translate("ErrorText",
                                           "The record of actions does not fit together");
    case Fault::PortalRefused:
        return QCoreApplication::translate("ErrorText",
                                           "The portal does not take the record of this dossier");
    case Fault::PortalLoginRefused:
        return QCoreApplication::translate(
            "ErrorText",
            "The portal or the department's system does not accept the login of this station");
    case Fault::PlaceTaken:
        return QCoreApplication::translate(
            "ErrorText", "Something lies there already, and nothing is written over it");
    case Fault::PlaceNotSet:
        return QCoreApplication::translate(
            "ErrorText", "No place for this was named or is set up at this station");
    case Fault::SettingsInvalid:
        return QCoreApplication::translate("ErrorText", "A settings file is wrong");
    case Fault::WorkerDied:
        return QCoreApplication::translate("ErrorText",
                                           "A helper program stopped and was started again");
    case Fault::TimedOut:
        return QCoreApplication::translate("ErrorText", "A helper program took too long");
    case Fault::Cancelled:
        return QCoreApplication::translate("ErrorText", "Stopped");
    case Fault::Internal:
        return QCoreApplication::translate("ErrorText", "The program made a mistake");
    }
    Q_UNREACHABLE();
}

QString remedy(Fault fault)
{
    switch (fault) {
    case Fault::InvalidInput:
        return QCoreApplication::translate("ErrorText", "Correct it and try again.");
    case Fault::CheckDigitWrong:
        return QCoreApplication::translate(
            "ErrorText", "Compare the number with the paper and correct the wrong digit.");
    case Fault::UnknownProcedure:
        return QCoreApplication::translate("ErrorText", "Choose a procedure from the list.");
    case Fault::UnknownDossier:
        return QCoreApplication::translate("ErrorText", "Check the code, or open a new dossier.");
    case Fault::UnknownComponent:
        return QCoreApplication::translate("ErrorText", "Choose a paper from the checklist.");
    case Fault::DuplicateDossier:
        return QCoreApplication::translate("ErrorText", "Open the dossier by its code instead.");
    case Fault::ForbiddenByDecision:
        return QCoreApplication::translate("ErrorText",
                                           "Change the decision first if it is wrong.");
    case Fault::WrongOrder:
        return QCoreApplication::translate("ErrorText",
                                           "The order is fixed by law: scan, sign, extract, code, "
                                           "store. Do the earlier step first.");
    case Fault::NothingToDo:
        return QCoreApplication::translate("ErrorText", "Go on with the next step.");
    case Fault::FieldMissing:
        return QCoreApplication::translate("ErrorText",
                                           "Fill it in from the paper and confirm it.");
    case Fault::CountMismatch:
        return QCoreApplication::translate(
            "ErrorText", "Count the sheets again. Scan what is missing, or say why it is right.");
    case Fault::NotReviewed:
        return QCoreApplication::translate("ErrorText", "Look at every page, then sign.");
    case Fault::NoReusableCopy:
        return QCoreApplication::translate("ErrorText", "Scan the paper instead.");
    case Fault::CopyExpired:
        return QCoreApplication::translate("ErrorText", "Scan the paper, or reuse another copy.");
    case Fault::CopySuperseded:
        return QCoreApplication::translate("ErrorText", "Reuse the newer copy.");
    case Fault::CopyWithdrawn:
        return QCoreApplication::translate("ErrorText", "Scan the paper, or reuse another copy.");
    case Fault::PicturesPurged:
        return QCoreApplication::translate(
            "ErrorText", "Its signed copy is in the repository and can be fetched from there.");
    case Fault::FileMissing:
        return QCoreApplication::translate("ErrorText",
                                           "Check the name and the access rights of the file.");
    case Fault::FileEmpty:
        return QCoreApplication::translate("ErrorText",
                                           "Ask for the file again, or scan the paper.");
    case Fault::FileUnreadable:
        return QCoreApplication::translate("ErrorText",
                                           "Ask for the file again, or scan the paper.");
    case Fault::FileTooLarge:
        return QCoreApplication::translate("ErrorText",
                                           "Scan the paper, or ask for a smaller file.");
    case Fault::FileTooSmall:
        return QCoreApplication::translate("ErrorText",
                                           "Ask for the whole picture, or scan the paper.");
    case Fault::FileEncrypted:
        return QCoreApplication::translate(
            "ErrorText", "Ask for the file without a password, or scan the paper.");
    case Fault::TextDamaged:
        return QCoreApplication::translate(
            "ErrorText", "Scan the card on the scanner instead, or type what it says.");
    case Fault::ResolutionTooLow:
        return QCoreApplication::translate("ErrorText",
                                           "Scan it again with at least 200 dpi, better 300.");
    case Fault::SignatureBroken:
        return QCoreApplication::translate(
            "ErrorText", "Do not accept it: ask its sender for the original file.");
    case Fault::DeviceNotFound:
        return QCoreApplication::translate(
            "ErrorText", "Check that it is switched on and plugged in, then scan again.");
    case Fault::DeviceBusy:
        return QCoreApplication::translate("ErrorText",
                                           "Close the other program, then scan again.");
    case Fault::DeviceLost:
        return QCoreApplication::translate(
            "ErrorText",
            "Plug it in again. The pages on the screen are safe; go on from the next sheet.");
    case Fault::DeviceFailed:
        return QCoreApplication::translate(
            "ErrorText", "Switch it off and on again. If it happens again, call IT.");
    case Fault::DeviceStalled:
        return QCoreApplication::translate(
            "ErrorText", "Take out the sheet that is inside, put it back and scan on.");
    case Fault::FeederEmpty:
        return QCoreApplication::translate("ErrorText",
                                           "Put the sheets in and scan again, or use the flatbed.");
    case Fault::PaperJam:
        return QCoreApplication::translate(
            "ErrorText",
            "Free the paper, put that sheet back and scan on. The sheets before it are safe.");
    case Fault::DoubleFeed:
        return QCoreApplication::translate(
            "ErrorText",
            "Part the two sheets, put both back and scan on. The sheets before them are safe.");
    case Fault::CoverOpen:
        return QCoreApplication::translate("ErrorText", "Close the cover and scan again.");
    case Fault::TokenNotFound:
        return QCoreApplication::translate("ErrorText", "Plug in your token and sign again.");
    case Fault::TokenAmbiguous:
        return QCoreApplication::translate(
            "ErrorText", "Choose yours, or pull out the tokens that you do not use.");
    case Fault::TokenRemoved:
        return QCoreApplication::translate(
            "ErrorText", "Plug it in and sign again. Copies that are signed stay signed.");
    case Fault::TokenFailed:
        return QCoreApplication::translate(
            "ErrorText", "Pull it out, plug it in again and repeat. If it happens again, call IT.");
    case Fault::PinIncorrect:
        return QCoreApplication::translate(
            "ErrorText", "Type it again with care: the token locks after a few wrong tries.");
    case Fault::PinLocked:
        return QCoreApplication::translate(
            "ErrorText",
            "Only the issuer of the token can unlock it. Use another token meanwhile.");
    case Fault::PinInvalid:
        return QCoreApplication::translate(
            "ErrorText", "Check its length and type it again. The token was not asked.");
    case Fault::PinMustChange:
        return QCoreApplication::translate(
            "ErrorText", "Change the PIN with the tool of the token's maker, then sign.");
    case Fault::CertificateUnusable:
        return QCoreApplication::translate(
            "ErrorText",
            "It is expired or meant for something else. Use another token, or have it renewed.");
    case Fault::CertificateRevoked:
        return QCoreApplication::translate(
            "ErrorText", "Do not sign with it. Ask your authority for a new one.");
    case Fault::SignatureInvalid:
        return QCoreApplication::translate("ErrorText",
                                           "Sign again. If it happens again, call IT.");
    case Fault::GlyphMissing:
        return QCoreApplication::translate(
            "ErrorText", "Tell IT which name is in the mark; the paper stays unsigned.");
    case Fault::NoRoomForMark:
        return QCoreApplication::translate(
            "ErrorText", "Scan the paper with a margin at the top; the paper stays unsigned.");
    case Fault::ClockWrong:
        return QCoreApplication::translate(
            "ErrorText",
            "Call IT to set the clock; a wrong time of copying cannot be corrected later.");
    case Fault::ProofPending:
        return QCoreApplication::translate("ErrorText",
                                           "Nothing to do: it is fetched as soon as the authority "
                                           "answers. Store the dossier then.");
    case Fault::NetworkDown:
        return QCoreApplication::translate(
            "ErrorText", "Nothing is lost; it is tried again. If it lasts, IT checks the network.");
    case Fault::ProxyRefused:
        return QCoreApplication::translate("ErrorText",
                                           "Call IT: the proxy's login or its rules are wrong.");
    case Fault::ServiceNotSet:
        return QCoreApplication::translate(
            "ErrorText", "IT adds one to the settings. The signature itself is good.");
    case Fault::ServiceRefused:
        return QCoreApplication::translate(
            "ErrorText",
            "Nothing is lost; it is tried again later. If it lasts, IT asks the authority.");
    case Fault::ServiceAnswerInvalid:
        return QCoreApplication::translate(
            "ErrorText", "It was not used. IT checks the address and what stands between.");
    case Fault::StorageFull:
        return QCoreApplication::translate("ErrorText",
                                           "Call IT to make room. What is on the screen is safe.");
    case Fault::StorageLow:
        return QCoreApplication::translate(
            "ErrorText", "No more paper is taken in; all pages so far are safe. Call IT.");
    case Fault::StorageFailed:
        return QCoreApplication::translate("ErrorText", "Stop scanning and call IT.");
    case Fault::StorageNewer:
        return QCoreApplication::translate("ErrorText", "Have the program updated by IT.");
    case Fault::StorageInUse:
        return QCoreApplication::translate("ErrorText", "Close the other program, then try again.");
    case Fault::KeyUnavailable:
        return QCoreApplication::translate(
            "ErrorText", "Unlock the keyring of this account, or call IT to restore the key.");
    case Fault::RepositoryRefused:
        return QCoreApplication::translate(
            "ErrorText", "Call IT to check login and certificate. The work is queued here.");
    case Fault::RepositoryFull:
        return QCoreApplication::translate(
            "ErrorText", "Call IT to make room there. The work is queued here and is not lost.");
    case Fault::RepositoryUnfit:
        return QCoreApplication::translate("ErrorText", "Call IT to choose another repository.");
    case Fault::NetworkLogin:
        return QCoreApplication::translate(
            "ErrorText", "Open the network's login page, or call IT. The work is queued here.");
    case Fault::RepositoryDown:
        return QCoreApplication::translate("ErrorText",
                                           "The work is queued here and will be sent by itself.");
    case Fault::RepositoryDamaged:
        return QCoreApplication::translate("ErrorText",
                                           "Call IT. The copy on this station is kept.");
    case Fault::Conflict:
        return QCoreApplication::translate(
            "ErrorText", "Compare both, then choose another code or ask the supervisor.");
    case Fault::AuditBroken:
        return QCoreApplication::translate("ErrorText",
                                           "Call IT and the supervisor; do not delete anything.");
    case Fault::PortalRefused:
        return QCoreApplication::translate(
            "ErrorText", "The department has the dossier. Have put right what the portal names, "
                         "then try again.");
    case Fault::PortalLoginRefused:
        return QCoreApplication::translate(
            "ErrorText", "The department has the dossier. Call IT to check login and right, then "
                         "try again.");
    case Fault::PlaceTaken:
        return QCoreApplication::translate("ErrorText",
                                           "Choose another folder, or move away what lies there.");
    case Fault::PlaceNotSet:
        return QCoreApplication::translate("ErrorText",
                                           "Name a folder, or have IT add it to the settings.");
    case Fault::SettingsInvalid:
        return QCoreApplication::translate("ErrorText", "Have IT correct it.");
    case Fault::WorkerDied:
        return QCoreApplication::translate("ErrorText",
                                           "Repeat the last step. If it happens again, call IT.");
    case Fault::TimedOut:
        return QCoreApplication::translate("ErrorText",
                                           "Repeat the last step. If it happens again, call IT.");
    case Fault::Cancelled:
        return {};
    case Fault::Internal:
        return QCoreApplication::translate(
            "ErrorText", "We are sorry. Repeat the last step; if it happens again, call IT.");
    }
    Q_UNREACHABLE();
}

// What `core` names as the wrong part, word for word; see core/codes/refusal.h.
// Listed for the translators; anything else (a file, a sheet) stays as it is.
[[maybe_unused]] const char *const subjects[] = {
    QT_TRANSLATE_NOOP("ErrorSubject", "agency id: H62.16 or 000.00.16.H62 expected"),
    QT_TRANSLATE_NOOP("ErrorSubject", "agency id: has no old form"),
    QT_TRANSLATE_NOOP("ErrorSubject", "digitization code: longer than 200 characters"),
    QT_TRANSLATE_NOOP("ErrorSubject", "digitization code: only A-Z, 0-9 and . _ / - are allowed"),
    QT_TRANSLATE_NOOP("ErrorSubject",
                      "dossier code: agency id, date and number joined by '-' expected"),
    QT_TRANSLATE_NOOP("ErrorSubject", "dossier code: the agency id before the first '-' is wrong"),
    QT_TRANSLATE_NOOP("ErrorSubject", "dossier code: the date is not a real day as yymmdd"),
    QT_TRANSLATE_NOOP("ErrorSubject",
                      "dossier code: the number at the end has four or five digits"),
    QT_TRANSLATE_NOOP("ErrorSubject", "paper: the code names the kind of paper after the owner"),
    QT_TRANSLATE_NOOP("ErrorSubject", "personal id: 12 digits expected"),
    QT_TRANSLATE_NOOP("ErrorSubject", "procedure code: one digit, a dot and six digits expected"),
    QT_TRANSLATE_NOOP("ErrorSubject",
                      "tax code: 10 digits, 10 and a branch of 3, or 12 digits expected"),
    QT_TRANSLATE_NOOP("ErrorSubject", "tax code: branches count from 001"),
    QT_TRANSLATE_NOOP("ErrorSubject", "tax code: digits 3 to 9 are all zero"),
    QT_TRANSLATE_NOOP("ErrorSubject", "tax code: the check digit disagrees"),
    QT_TRANSLATE_NOOP("ErrorSubject", "hand scanner: letters were lost"),
    QT_TRANSLATE_NOOP("ErrorSubject", "hand scanner: the marks of letters were lost"),
    QT_TRANSLATE_NOOP("ErrorSubject", "hand scanner: an input method was switched on"),
    QT_TRANSLATE_NOOP("ErrorSubject", "hand scanner: letters were read in the wrong code page"),
    QT_TRANSLATE_NOOP("ErrorSubject", "side: nothing lies apart on it"),
    QT_TRANSLATE_NOOP("ErrorSubject", "no identity card"),
    QT_TRANSLATE_NOOP("ErrorSubject", "blank sides only"),
    QT_TRANSLATE_NOOP("ErrorSubject", "owner name"),
    QT_TRANSLATE_NOOP("ErrorSubject", "document_number"),
    QT_TRANSLATE_NOOP("ErrorSubject", "document_date"),
    QT_TRANSLATE_NOOP("ErrorSubject", "issuing_agency"),
    QT_TRANSLATE_NOOP("ErrorSubject", "subject"),
    QT_TRANSLATE_NOOP("ErrorSubject", "signer"),
    QT_TRANSLATE_NOOP("ErrorSubject", "owner_name"),
    QT_TRANSLATE_NOOP("ErrorSubject", "birth_date"),
    QT_TRANSLATE_NOOP("ErrorSubject", "personal_id"),
    QT_TRANSLATE_NOOP("ErrorSubject", "expiry_date"),
};

QString spoken(const QString &subject)
{
    bool isNumber = false;
    const int sheet = subject.toInt(&isNumber);
    if (isNumber)  //: A sheet of paper, counted in the paper that is scanned.
        return QCoreApplication::translate("ErrorText", "Sheet %1").arg(sheet);
    QStringList parts = subject.split(QStringLiteral(", "));
    const auto translated = [](const QString &text) {
        return QCoreApplication::translate("ErrorSubject", text.toUtf8().constData());
    };
    const QString whole = translated(subject);
    if (whole != subject)
        return whole;
    for (QString &part : parts)
        part = translated(part);
    return parts.join(QStringLiteral(", "));
}

}  // namespace

ErrorText errorText(const Error &error)
{
    const QString happened = what(error.fault);
    if (error.subject.isEmpty())
        return {happened, remedy(error.fault)};
    //: %1 is the paper, file, sheet or part; %2 says what happened to it.
    const QString named = QCoreApplication::translate("ErrorText", "%1: %2");
    return {named.arg(spoken(error.subject), happened), remedy(error.fault)};
}

QString ErrorText::line() const
{
    if (remedy.isEmpty())
        return what + QLatin1Char('.');
    return what + QLatin1String(". ") + remedy;
}

}  // namespace station
