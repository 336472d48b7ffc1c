#include "tests/core/extraction/written_page.h"

#include <QFile>
#include <QJsonDocument>
#include <QStringList>

#include <algorithm>

namespace station::extraction {

WrittenPage &WrittenPage::line(int x, int y, const QString &text, double confidence)
{
    constexpr int letter = 8;
    for (const QString &word : text.split(u' ', Qt::SkipEmptyParts)) {
        const int width = letter * int(word.size());
        m_page.words.push_back({word, {x, y, width, 16}, confidence, m_lines, m_lines});
        x += width + letter;
    }
    ++m_lines;
    return *this;
}

WrittenPage &WrittenPage::qr(const QString &text)
{
    m_page.barcodes.push_back({text, QStringLiteral("QRCode"), {600, 100, 80, 80}});
    return *this;
}

recognition::RecognizedPage fixturePage(const QString &name)
{
    QFile file(QStringLiteral(STATION_FIXTURES_DIR "/extraction/") + name);
    if (!file.open(QIODevice::ReadOnly))
        qFatal("no such fixture");
    const auto json = QJsonDocument::fromJson(file.readAll()).object();
    return recognition::recognizedPageFromJson(json).value();
}

const ExtractionRules &shippedRules()
{
    static const ExtractionRules rules = [] {
        auto loaded = loadExtractionRules(QStringLiteral(STATION_SHARE_DIR "/extraction"));
        if (!loaded)
            qFatal("%s", qPrintable(loaded.error().subject));
        return *loaded;
    }();
    return rules;
}

dossier::FieldProposals propose(const std::vector<recognition::RecognizedPage> &pages,
                                const QString &paperType, const ExtractionContext &context)
{
    return readPaper(shippedRules(), pages, paperType, context).fields;
}

std::optional<dossier::FieldProposal> proposalFor(const dossier::FieldProposals &proposals,
                                                  const QString &key)
{
    const auto found = std::find_if(proposals.begin(), proposals.end(),
                                    [&](const auto &proposal) { return proposal.key == key; });
    return found == proposals.end() ? std::nullopt : std::optional(*found);
}

QString valueOf(const dossier::FieldProposals &proposals, const QString &key)
{
    const auto proposal = proposalFor(proposals, key);
    return proposal ? proposal->value : QString();
}

}  // namespace station::extraction
