#include "core/extraction/paper_kind.h"

#include "core/extraction/identity_qr.h"
#include "core/extraction/letterhead.h"
#include "core/extraction/phrases.h"
#include "core/extraction/titles.h"

#include <algorithm>

namespace station::extraction {

namespace {

constexpr double titleBase = 0.78;
constexpr double perTitleWord = 0.02;
constexpr double perWord = 0.04;
constexpr double laterTitle = 0.15;  // a title further down may be of an attachment
constexpr double untitledBase = 0.66;
constexpr double byWordsAlone = 0.2;
constexpr double mostByPrint = 0.97;

double titleScore(const PaperRule &rule, const std::vector<Title> &titles)
{
    double best = 0.0;
    for (std::size_t i = 0; i < titles.size(); ++i) {
        for (const Phrase &phrase : rule.titles) {
            const auto length = double(phrase.size());
            if (beginsWith(titles[i].words, {phrase}))
                best = std::max(best, titleBase + perTitleWord * length -
                                          laterTitle * double(std::min<std::size_t>(i, 2)));
        }
    }
    return best;
}

double wordScore(const PaperRule &rule, const PaperText &paper)
{
    double score = 0.0;
    for (const Phrase &phrase : rule.words) {
        const auto &rows = paper.rows();
        if (std::any_of(rows.begin(), rows.end(),
                        [&](const Line &row) { return findPhrase(row, {phrase}).has_value(); }))
            score += perWord;
    }
    return score;
}

}  // namespace

TypeProposal kindOf(const RuleData &rules, const std::vector<recognition::RecognizedPage> &pages,
                    const PaperText &paper)
{
    const bool identityQr = readIdentityQr(pages).has_value();
    const auto titles = titlesOf(rules, paper);
    const bool numbered = !paper.isEmpty() && hasNumberLine(rules, paper);
    TypeProposal best;
    for (const PaperRule &rule : rules.papers) {
        const double words = wordScore(rule, paper);
        double score = titleScore(rule, titles);
        if (score == 0.0 && rule.untitled && numbered && titles.empty())
            score = untitledBase;
        if (score == 0.0 && words > 1.5 * perWord)
            score = byWordsAlone;
        score = score > 0.0 ? std::min(score + words, mostByPrint) : 0.0;
        if (rule.identityQr && identityQr)
            score = 0.99;
        if (score > best.confidence)
            best = {rule.key, score};
    }
    return best;
}

}  // namespace station::extraction
