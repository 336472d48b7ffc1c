#include "core/extraction/identity_qr.h"

#include "core/codes/personal_id.h"
#include "core/text/dates.h"
#include "core/text/vietnamese.h"

#include <QStringList>

namespace station::extraction {

using namespace Qt::StringLiterals;
namespace key = dossier::field_key;

namespace {

constexpr qsizetype fewestFields = 6;

/// Bytes read in the wrong code page; the letters that were meant are lost.
bool isDamaged(const QString &text)
{
    return text.contains(QChar::ReplacementCharacter) || text.contains(u'?') ||
           text.contains(u"Ã"_s + QChar(0x00A1)) || text.contains(u"á»"_s) ||
           text.contains(u"Ä‘"_s);
}

}  // namespace

std::optional<Readings> readIdentityQr(const std::vector<recognition::RecognizedPage> &pages)
{
    for (std::size_t side = 0; side < pages.size(); ++side) {
        for (const recognition::Barcode &barcode : pages[side].barcodes) {
            const QStringList fields = text::nfc(barcode.text.trimmed()).split(u'|');
            if (fields.size() < fewestFields || !codes::PersonalId::parse(fields[0]))
                continue;
            Readings readings;
            const auto offer = [&](const QString &name, const QString &value) {
                readings.offer(name, Reading{.value = value.simplified(),
                                             .side = int(side),
                                             .box = barcode.box,
                                             .score = 1.0,
                                             .source = dossier::FieldSource::Qr,
                                             .doubtful = isDamaged(value)});
            };
            const auto offerDate = [&](const QString &name, const QString &value) {
                if (const auto date = text::parsedDate(value.trimmed()))
                    offer(name, text::shortDate(*date));
            };
            offer(key::personalId, fields[0]);
            offer(key::ownerName, fields[2]);
            offerDate(key::birthDate, fields[3]);
            offer(key::sex, fields[4]);
            offer(key::address, fields[5]);
            if (fields.size() > fewestFields)
                offerDate(key::documentDate, fields[6]);
            return readings;
        }
    }
    return {};
}

}  // namespace station::extraction
