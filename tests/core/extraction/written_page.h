#pragma once

#include "core/extraction/propose.h"
#include "core/recognition/recognized_page.h"

#include <QString>

#include <optional>

namespace station::extraction {

/// Puts words on a page: at (x, y) in pixels of an A4 side at 100 dpi, letters
/// 8 wide and 16 high. Words that stand together are one recognized line.
class WrittenPage {
public:
    WrittenPage &line(int x, int y, const QString &text, double confidence = 0.96);
    WrittenPage &qr(const QString &text);
    recognition::RecognizedPage page() const { return m_page; }

private:
    recognition::RecognizedPage m_page{.size = {827, 1169}, .dpi = 100};
    int m_lines = 0;
};

/// A page of tests/fixtures/extraction.
recognition::RecognizedPage fixturePage(const QString &name);

/// The rules that are shipped.
const ExtractionRules &shippedRules();

/// What readPaper proposes with them.
dossier::FieldProposals propose(const std::vector<recognition::RecognizedPage> &pages,
                                const QString &paperType, const ExtractionContext &context = {});

std::optional<dossier::FieldProposal> proposalFor(const dossier::FieldProposals &proposals,
                                                  const QString &key);
/// Empty when it is not proposed.
QString valueOf(const dossier::FieldProposals &proposals, const QString &key);

}  // namespace station::extraction
