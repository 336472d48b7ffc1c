#pragma once

#include "core/extraction/reading.h"
#include "core/extraction/rule_data.h"

#include <vector>

namespace station::extraction {

/// A title of a document with the lines that go on with it ("QUYẾT ĐỊNH", "ĐƠN ĐỀ NGHỊ ĐỔI /
/// GIẤY PHÉP LÁI XE").
struct Title {
    Line words{};              ///< Of all its lines.
    Reading reading{};         ///< The whole title.
    std::size_t endPiece = 0;  ///< First piece of the paper after it.
};

/// All titles, top down. Lines in capitals that begin like one and are no agency's name.
std::vector<Title> titlesOf(const RuleData &rules, const PaperText &paper);

/// What the paper is about (trích yếu): after "V/v", below the title, or the title itself.
void readSubject(const RuleData &rules, const PaperRule &rule, const PaperText &paper,
                 Readings &readings);

/// What is asked for or agreed, where the title names just one of the possible kinds.
void readTitleKinds(const RuleData &rules, const PaperRule &rule, const PaperText &paper,
                    Readings &readings);

/// To whom the paper is addressed ("Kính gửi: …"), when it is one addressee.
void readRecipient(const RuleData &rules, const PaperText &paper, Readings &readings);

}  // namespace station::extraction
