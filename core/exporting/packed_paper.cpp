#include "core/exporting/packed_paper.h"

namespace station::exporting {
namespace {

QString fileStemOf(QString code)
{
    for (QChar &letter : code) {
        const bool plain = letter.isLetterOrNumber() && letter.unicode() < 0x80;
        if (!plain && letter != QLatin1Char('-') && letter != QLatin1Char('.'))
            letter = QLatin1Char('_');
    }
    return code;
}

}  // namespace

PackedPapers papersOf(const dossier::Dossier &dossier, const QHash<QString, QString> &names)
{
    PackedPapers papers;
    for (const auto &component : dossier.components) {
        PackedPaper paper{.component = component.code,
                          .name = names.value(component.code, component.code),
                          .fileStem = fileStemOf(component.code),
                          .code = dossier::finalCodeOf(component.state)};
        if (const auto *copy = dossier::signedCopyOf(component.state)) {
            paper.pdf = copy->pdf;
            paper.signer = copy->signer;
        } else if (const auto *reused = std::get_if<dossier::ReusedCopy>(&component.state)) {
            paper.pdf = reused->pdf;
        } else {
            continue;
        }
        if (const auto *extracted = dossier::extractedCopyOf(component.state))
            paper.fields = extracted->fields;
        papers.push_back(std::move(paper));
    }
    return papers;
}

}  // namespace station::exporting
