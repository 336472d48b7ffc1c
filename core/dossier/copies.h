#pragma once

#include "core/base/expected.h"
#include "core/base/signature_level.h"
#include "core/codes/digitization_code.h"
#include "core/dossier/component_decision.h"
#include "core/dossier/field.h"
#include "core/dossier/owner.h"
#include "core/dossier/side.h"

#include <QString>

#include <variant>

namespace station::dossier {

/// A file on disk or in the repository, named after its content.
struct Blob {
    QString sha256{};
    qint64 size = 0;

    bool operator==(const Blob &) const = default;
};

// The journey of one paper. Each step takes what the step before made, so the
// order of the law (copy → sign → extract → code → store, TT 01/2023 Art. 7)
// cannot be broken by a program that compiles.

struct OpenSlot {  ///< Nothing decided yet.
    bool operator==(const OpenSlot &) const = default;
};
struct DigitizeSlot {  ///< Decided to digitize; no side yet.
    bool operator==(const DigitizeSlot &) const = default;
};
struct CapturedPaper {  ///< At least one durable side; not signed.
    Sides sides{};
    bool operator==(const CapturedPaper &) const = default;
};
struct SignedCopy {  ///< Bytes are final; a later signature or proof only appends.
    Blob pdf{};
    Sides sides{};
    Clerk signer{};
    qint64 signedAtMs = 0;
    bool received = false;  ///< Came in signed (an electronic original); kept byte for byte.
    SignatureLevel level = SignatureLevel::B;
    qint64 provenAtMs = 0;  ///< Oldest trusted proof that the signature existed; 0: none.
    bool operator==(const SignedCopy &) const = default;
};
struct ExtractedCopy {  ///< Every required field confirmed by a clerk.
    SignedCopy copy{};
    Fields fields{};
    bool operator==(const ExtractedCopy &) const = default;
};
struct CodedCopy {  ///< The code is claimed in the repository: final.
    ExtractedCopy copy{};
    codes::DigitizationCode code;
    bool operator==(const CodedCopy &) const = default;
};
struct StoredCopy {  ///< Blob and manifest read back from the repository.
    CodedCopy copy;
    QString manifestSha256{};
    bool operator==(const StoredCopy &) const = default;
};
struct HandedOverCopy {  ///< The department's event is in its inbox.
    StoredCopy copy;
    QString eventId{};
    bool operator==(const HandedOverCopy &) const = default;
};

// Side ways of the journey.

/// Where the copy was found. The national store has no look-up for stations: a clerk says it.
enum class ReuseSource { Repository, NationalStore };

struct ReusedCopy {  ///< Linked to a copy that the repository already holds.
    Blob pdf{};
    codes::DigitizationCode code;
    ReuseSource source = ReuseSource::Repository;
    bool operator==(const ReusedCopy &) const = default;
};
struct AttachedPaper {  ///< Plain scan, no signature and no code; may have no side yet.
    Sides sides{};
    bool operator==(const AttachedPaper &) const = default;
};
struct ShownPaper {
    bool operator==(const ShownPaper &) const = default;
};
struct RefusedPaper {
    bool operator==(const RefusedPaper &) const = default;
};

using PaperState =
    std::variant<OpenSlot, DigitizeSlot, CapturedPaper, SignedCopy, ExtractedCopy, CodedCopy,
                 StoredCopy, HandedOverCopy, ReusedCopy, AttachedPaper, ShownPaper, RefusedPaper>;

CapturedPaper capture(DigitizeSlot slot, Side firstSide);
CapturedPaper capture(CapturedPaper paper, Side nextSide);
AttachedPaper attach(AttachedPaper paper, Side nextSide);
SignedCopy sign(CapturedPaper paper, Blob pdf, Clerk signer, qint64 signedAtMs);
/// A file that its issuer signed takes the slot as it is; `sides` show its pages.
SignedCopy receive(DigitizeSlot slot, Blob pdf, Sides sides, Clerk signer, qint64 signedAtMs);
ExtractedCopy extract(SignedCopy copy, Fields confirmed);
CodedCopy assignCode(ExtractedCopy copy, codes::DigitizationCode claimed);
/// The same step with the file that carries more proof. WrongOrder unless the paper is signed,
/// extracted or coded: before there is no signature, afterwards the copy has left the station.
Expected<PaperState> upgraded(const PaperState &state, Blob pdf, SignatureLevel level,
                              qint64 provenAtMs);
StoredCopy store(CodedCopy copy, QString manifestSha256);
HandedOverCopy handOver(StoredCopy copy, QString eventId);

/// What a decision makes of a slot. A decision may change while no copy is
/// signed and nothing is linked for good; sides already captured make the
/// change from Digitize or Attach fail with WrongOrder (they would be lost).
/// Reuse is not decided here: it needs the copy to link (ReusedCopy).
Expected<PaperState> decided(const PaperState &current, Decision decision);

/// The state's word in the command line's JSON and in the store:
/// open, decided, captured, signed, extracted, coded, stored, handed_over,
/// reused, attached, shown, refused.
QString stateName(const PaperState &state);

/// "repository" or "national_store", wherever it is written; any other word is the repository.
QString reuseSourceName(ReuseSource source);
ReuseSource reuseSourceFrom(const QString &name);

/// The signed or extracted copy in the state or in any later one; else null.
const SignedCopy *signedCopyOf(const PaperState &state);
const ExtractedCopy *extractedCopyOf(const PaperState &state);

/// The digitization code once it is final, also of a reused copy; else empty.
QString finalCodeOf(const PaperState &state);

/// Sides of whatever state holds some, else an empty list.
Sides sidesOf(const PaperState &state);

}  // namespace station::dossier
