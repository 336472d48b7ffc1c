#pragma once

#include "core/extraction/paper_text.h"
#include "core/extraction/rule_data.h"

#include <QString>

#include <optional>

namespace station::extraction {

/// "Số CMND/CCCD" → so, cmnd, cccd: as a page's words are cut and compared.
Phrase phraseOf(const QString &text);

/// Equal, or one misread letter in a word of five letters and more.
bool sameWord(const QString &read, const QString &wanted);

/// The first token after `phrase` when it stands at token `at`; punctuation between its words
/// does not count.
std::optional<std::size_t> phraseAt(const Line &line, std::size_t at, const Phrase &phrase);

/// Where one of `phrases` begins in the line, and where it ends.
struct PhrasePlace {
    std::size_t from = 0;
    std::size_t to = 0;
};
std::optional<PhrasePlace> findPhrase(const Line &line, const Phrases &phrases);

/// The line begins with one of `phrases`; numbering ("1.", "a)", "-") is skipped.
std::optional<std::size_t> beginsWith(const Line &line, const Phrases &phrases);

/// The longest label that stands at token `at`, with the first token after it and its colon.
/// A label counts without a colon only where nothing else can be meant: on its own at the
/// start of a row or behind a gap, two words and more.
struct LabelPlace {
    const Label *label = nullptr;
    std::size_t end = 0;
    bool colon = false;
};
std::optional<LabelPlace> labelAt(const Line &line, std::size_t at, const Labels &labels);

}  // namespace station::extraction
