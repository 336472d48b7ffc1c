#include "core/extraction/codes_on_paper.h"

#include "core/codes/dossier_code.h"

namespace station::extraction {

using namespace Qt::StringLiterals;
namespace key = dossier::field_key;

void readDossierCode(const std::vector<recognition::RecognizedPage> &pages, Readings &readings)
{
    for (std::size_t side = 0; side < pages.size(); ++side) {
        for (const recognition::Barcode &barcode : pages[side].barcodes) {
            // Alone or as one of several parts.
            for (const QString &part : barcode.text.split(u'|')) {
                if (const auto code = codes::DossierCode::parse(part.trimmed()))
                    readings.offer(key::dossierCode, Reading{.value = code->text(),
                                                             .side = int(side),
                                                             .box = barcode.box,
                                                             .score = 1.0,
                                                             .source = dossier::FieldSource::Qr});
            }
        }
    }
}

void readMachineLine(const PaperText &paper, Readings &readings)
{
    static const QRegularExpression line(u"DVNM\\d{10}(\\d{12})<"_s);
    for (const Line &row : paper.rows()) {
        const auto match = matchIn(row, line);
        if (!match)
            continue;
        Reading *const printed = readings.find(key::personalId);
        if (!printed)
            readings.offer(key::personalId, match->reading);
        else if (printed->value == match->reading.value)
            confirm(*printed);
        else if (printed->source == dossier::FieldSource::Ocr)
            printed->doubtful = true;
    }
}

}  // namespace station::extraction
