#pragma once

#include "core/extraction/calibration.h"
#include "core/extraction/spelling.h"
#include "core/rules/validity.h"

#include <QMultiHash>
#include <QRegularExpression>
#include <QSet>
#include <QString>
#include <QStringList>

#include <map>
#include <utility>
#include <vector>

namespace station::extraction {

/// The form of what follows a printed label.
enum class ValueKind {
    Name,          ///< Of a person.
    Organisation,  ///< May run on in further rows.
    Text,          ///< May run on in further rows.
    Words,         ///< Ends with its row.
    Date,
    Expiry,  ///< A date or "không thời hạn".
    PersonalId,
    Sex,
    Phone,
    TaxCode,
    Plate,
    Plates,  ///< A list, one row of the vehicles each.
    LicenceNumber,
    LicenceClass,
    DossierCode,
    Count,
    Year,
    Stop,  ///< Not wanted; only ends the value before it.
};

/// Words as they are compared: folded, without punctuation.
using Phrase = QStringList;
using Phrases = std::vector<Phrase>;

/// A label as Vietnamese papers print it. `field` is empty for Stop.
struct Label {
    QString field{};
    ValueKind kind = ValueKind::Stop;
    Phrase words{};
};
using Labels = std::vector<Label>;  ///< Longer ones first.

/// A value that is known by the words around it in its row.
struct RowPattern {
    QString name{};
    QString field{};
    QRegularExpression pattern{};
    bool folded = false;
    bool wholeRow = false;       ///< The value is all of the row.
    QRegularExpression below{};  ///< A line under it that goes on with the value; may be empty.
};

struct KnownAgency {
    QString name{};
    QString sign{};  ///< As in the numbers of its documents; may be empty.
    rules::Validity validity{};
};

struct KnownPlace {
    QString name{};
    QStringList plates{};  ///< First two digits of the plates of its vehicles.
    rules::Validity validity{};
};

enum class SubjectPlace { None, Title, BelowTitle, Label };

/// How one kind of paper is recognised and read: `resources/extraction/papers/`.
struct PaperRule {
    QString key{};
    Phrases titles{};
    QStringList titleTexts{};  ///< `titles` as written, in capitals.
    Phrases words{};           ///< Make the kind likelier.
    bool identityQr = false;   ///< Carries the QR code of an identity card.
    bool untitled = false;     ///< A numbered letter without a title is one.
    bool card = false;         ///< Values may stand below their labels.
    bool letterhead = false;   ///< Has the head of Decree 30/2020.
    bool vehicles = false;     ///< May have a table of vehicles.
    bool signedRight = false;
    bool datesOfOther = false;  ///< Asks about another paper, whose issue and expiry it names.
    SubjectPlace subject = SubjectPlace::None;
    QStringList fields{};
    Labels labels{};
    Phrases labelsAfter{};         ///< Labels count from the row that begins so,
    QStringList labelsAnywhere{};  ///< but those of these fields before it, too.
    std::vector<RowPattern> patterns{};
    std::vector<std::pair<QString, QString>>
        same{};  ///< The first is the second when it is absent.
    /// The first mostly is the second: proposed with doubt when it is absent.
    std::vector<std::pair<QString, QString>> likely{};
    Phrases requestKinds{};
    Phrases contractKinds{};

    bool has(const QString &field) const { return fields.contains(field); }
};

/// Words by which parts of any paper are known.
struct CommonWords {
    Phrases titles{};
    Phrases agencyHeads{};
    Phrases signerTitles{};
    QSet<QString> posts{};  ///< `signerTitles` as written, in capitals.
    QStringList signsFor{};
    Phrases motto{};
    Phrases about{};
    Phrases addressed{};
    Phrases basis{};
    QStringList addressWords{};  ///< As written, in small letters.
};

struct Patterns {
    QRegularExpression documentNumber{};
    QRegularExpression plate{};
    QRegularExpression dossierCode{};
    QRegularExpression taxCode{};
    QRegularExpression phone{};
    QRegularExpression licenceNumber{};
    QRegularExpression licenceClass{};
    QRegularExpression count{};
    QRegularExpression year{};
    QRegularExpression unlimited{};
};

/// Official names by their letters alone, without marks and blanks; see nameByLists.
struct OfficialNames {
    QMultiHash<QString, QString> agencies{};
    QMultiHash<QString, QString> posts{};
};

/// Everything that `loadExtractionRules` reads.
struct RuleData {
    CommonWords words{};
    Patterns patterns{};
    std::vector<PaperRule> papers{};
    PaperRule general{};  ///< For papers of a kind that no rule knows.
    std::vector<KnownAgency> agencies{};
    std::vector<KnownPlace> places{};
    QSet<QString> familyNames{};  ///< In small letters.
    QSet<QString> givenNames{};
    Spelling spelling{};        ///< Of all these lists, labels and titles.
    QSet<QString> signKinds{};  ///< "QĐ": parts of the symbol of a number.
    QSet<QString> signParts{};  ///< All known parts, `signKinds` among them.
    OfficialNames official{};
    Calibrations calibrations{};

    const PaperRule *paper(const QString &key) const;
};

}  // namespace station::extraction
