#pragma once

#include <QString>

namespace station {

/// Why an operation did not succeed: one value for each different reaction of
/// the clerk or the program, not one for each place that can fail. The words
/// for a person are in `app/errors/error_text.cpp`, which has no `default`: a
/// new value here makes the compiler ask for its sentence there.
enum class Fault {
    // The clerk can correct it.
    InvalidInput,         ///< Breaks a written rule; the subject names the part.
    CheckDigitWrong,      ///< A number whose own check digit disagrees.
    UnknownProcedure,     ///< Not in the catalogue on that day.
    UnknownDossier,       ///< No dossier with that code or id on this station.
    UnknownComponent,     ///< The procedure has no such component.
    DuplicateDossier,     ///< The dossier code is already taken on this station.
    ForbiddenByDecision,  ///< The component was decided as reuse, shown, refused …
    WrongOrder,           ///< A step before the one that the law puts first.
    NothingToDo,          ///< No paper is in the state that the step needs.
    FieldMissing,         ///< A required field is empty or not confirmed.
    CountMismatch,        ///< The sheets of a paper do not fit its count; explain or scan.
    NotReviewed,          ///< A page of the paper was never on the screen as it is now.
    NoReusableCopy,       ///< The repository has no valid copy to reuse.
    CopyExpired,     ///< The stored copy may no longer be reused; the subject has its last day.
    CopySuperseded,  ///< A newer copy took its place; the subject has the code of that.
    CopyWithdrawn,   ///< Whoever stored the copy took it back.
    PicturesPurged,  ///< The paper's pages left the station; its signed copy is the record.
    // A file from outside.
    FileMissing,     ///< Does not exist or may not be read.
    FileEmpty,       ///< 0 bytes.
    FileUnreadable,  ///< Not the kind of file it claims, or damaged.
    FileTooLarge,    ///< More pixels, pages or bytes than a paper can have.
    FileTooSmall,    ///< Fewer pixels than the smallest paper has.
    FileEncrypted,   ///< Opens only with a password.
    TextDamaged,     ///< Vietnamese letters were lost on the way, from a hand scanner for example.
    ResolutionTooLow,  ///< Below what the rule profile demands.
    SignatureBroken,   ///< A file that came in signed was changed afterwards.
    // Scanner.
    DeviceNotFound,  ///< Not connected, not switched on, no access.
    DeviceBusy,      ///< Another program holds it.
    DeviceLost,      ///< Unplugged or gone while in use.
    DeviceFailed,    ///< Reports a fault of its own.
    DeviceStalled,   ///< No progress within its deadline; it was stopped.
    FeederEmpty,     ///< No paper in the feeder.
    PaperJam,        ///< Sheets before it are safe.
    DoubleFeed,      ///< Two sheets went in together; sheets before them are safe.
    CoverOpen,       ///< Cover of the scanner is open.
    // Token.
    TokenNotFound,        ///< No token, or none with that label.
    TokenAmbiguous,       ///< Several tokens or certificates fit; the clerk has to choose.
    TokenRemoved,         ///< Pulled while in use.
    TokenFailed,          ///< The token or its module reports a fault or died.
    PinIncorrect,         ///< Wrong PIN; never tried again unasked.
    PinLocked,            ///< Only the issuer of the token can help.
    PinInvalid,           ///< Too short, too long or bad characters; not tried.
    PinMustChange,        ///< The token wants a new PIN first; its maker's tool sets it.
    CertificateUnusable,  ///< Expired, not yet valid, wrong purpose, no key, not this clerk's.
    CertificateRevoked,   ///< Its authority has withdrawn it; nothing is signed with it.
    SignatureInvalid,     ///< Own check after writing failed; nothing was kept.
    GlyphMissing,         ///< The stamp's font lacks a letter of the text.
    NoRoomForMark,        ///< Page 1 has no free place for the visible mark.
    ClockWrong,           ///< The station's clock is too far off to sign by.
    ProofPending,         ///< The copy still lacks the time stamp or proof that its kind needs.
    // Services of the signature: time stamps, revocation.
    NetworkDown,           ///< No connection: name, route, time-out, closed early.
    ProxyRefused,          ///< The proxy wants another login or forbids the address.
    ServiceNotSet,         ///< This station knows no such service; IT sets it up.
    ServiceRefused,        ///< Answered with a refusal: too many requests, forbidden, out of order.
    ServiceAnswerInvalid,  ///< Not what was asked for, forged, or signed by nobody we trust.
    // Store and repository.
    StorageFull,        ///< No room on the station's disk.
    StorageLow,         ///< So little room that no more paper is taken in; nothing is lost.
    StorageFailed,      ///< Disk or database fault.
    StorageNewer,       ///< Written by a newer version of the program.
    StorageInUse,       ///< Another program works with this station's data.
    KeyUnavailable,     ///< What opens the station's sealed data is not at hand.
    RepositoryDown,     ///< Not reachable; the work stays queued.
    RepositoryRefused,  ///< Does not accept this station's login, certificate or right.
    RepositoryFull,     ///< Its quota or disk is used up; the work stays queued.
    RepositoryUnfit,    ///< Cannot guarantee what a repository must; the subject says what.
    RepositoryDamaged,  ///< Read back something other than was written.
    NetworkLogin,       ///< Something between here and there answers in its place: a login page.
    Conflict,           ///< The repository holds something else there.
    AuditBroken,        ///< The audit chain does not fit together.
    // Who else is told of a hand-over: a portal, a department's own system.
    PortalRefused,       ///< Does not take this record; the subject has its own words.
    PortalLoginRefused,  ///< Refuses this station's login or right; never tried again unasked.
    // Program.
    PlaceTaken,       ///< What is to be written would replace something; the subject is its path.
    PlaceNotSet,      ///< Nobody said where to write, nor do the settings; the subject is what.
    SettingsInvalid,  ///< A settings or law file; the subject is file:line.
    WorkerDied,       ///< A helper process crashed; its work is repeated.
    TimedOut,         ///< A helper process did not answer in time.
    Cancelled,        ///< The clerk stopped it; say nothing.
    Internal,         ///< A defect in this program.
};

struct Error {
    Fault fault = Fault::Internal;
    QString detail{};   ///< For the log only: codes and vendor text, no personal data.
    QString subject{};  ///< For the screen only: which paper, file, sheet or part of the
                        ///< input. May name a person's file; never goes to a log.
};

}  // namespace station
