#pragma once

#include "core/dossier/field.h"
#include "core/extraction/extraction_rules.h"
#include "core/recognition/recognized_page.h"

#include <QDate>
#include <QString>
#include <QStringList>

#include <vector>

namespace station::extraction {

/// What is known before a paper is read. Only used to doubt or to trust a
/// reading, never to fill in a value that no ink shows.
struct ExtractionContext {
    QDate today{};           ///< A paper is not dated after it; invalid: not checked.
    QString ownerId{};       ///< Of the dossier's owner; empty when unknown.
    QStringList agencies{};  ///< Known agency names, as written; for trust only.
};

/// What kind of paper the pages look like.
struct TypeProposal {
    QString key{};            ///< Of `resources/papers/paper_types.toml`; empty: nothing fits.
    double confidence = 0.0;  ///< 0 to 1.

    bool operator==(const TypeProposal &) const = default;
};

struct PaperProposal {
    TypeProposal type{};  ///< By the pages' own words, also when a type was given.
    dossier::FieldProposals fields{};
};

/// Reads the paper whose sides are `pages`. `paperType` (a key of paper_types.toml) says how;
/// empty or unknown: the type that the pages propose.
///
/// Fields come in the order of `dossier::field_key::all`, then cells of tables row by row; at
/// most one a key. A field that is not found, covered or written by hand is left out; nothing
/// is guessed. No name of a person or place is corrected from a list, but for the province that
/// ends an address. What was misread by marks or strokes alone and can only be one thing (an
/// official name, a common word, a symbol, a person whose name stands better elsewhere on the
/// paper) is proposed with `asRead` and never as sure.
/// Values are NFC, dates dd/MM/yyyy. Each has its evidence: the side's index and the box of the
/// words (or of the QR code) it was read from.
///
/// `confidence` is calibrated: of all proposals with 0.9, about nine in ten are exactly right.
/// `sure` means that it is above the threshold of its kind of field, which is set so that at
/// least 99.5 % of the sure ones are right, and that no cross-check speaks against it.
PaperProposal readPaper(const ExtractionRules &rules,
                        const std::vector<recognition::RecognizedPage> &pages,
                        const QString &paperType, const ExtractionContext &context = {});

/// The type alone.
TypeProposal proposeType(const ExtractionRules &rules,
                         const std::vector<recognition::RecognizedPage> &pages);

/// What a field's confidence is made from, to measure what it is worth
/// (`resources/extraction/confidence.toml`).
struct RawScore {
    QString key{};
    QString value{};
    double raw = 0.0;  ///< 0 to 1.
    bool doubtful = false;
};
std::vector<RawScore> rawScores(const ExtractionRules &rules,
                                const std::vector<recognition::RecognizedPage> &pages,
                                const QString &paperType, const ExtractionContext &context = {});

}  // namespace station::extraction
