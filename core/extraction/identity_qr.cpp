#include "core/extraction/identity_qr.h"

#include "core/codes/identity_payload.h"
#include "core/text/dates.h"
#include "core/text/vietnamese.h"

namespace station::extraction {

using namespace Qt::StringLiterals;
namespace key = dossier::field_key;

namespace {

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
            const auto card = codes::identityPayload(text::nfc(barcode.text));
            if (!card)
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
                if (const auto date = text::parsedDate(value))
                    offer(name, text::shortDate(*date));
            };
            offer(key::personalId, card->id.text());
            offer(key::ownerName, card->name);
            offerDate(key::birthDate, card->birthDate);
            offer(key::sex, card->sex);
            offer(key::address, card->address);
            offerDate(key::documentDate, card->issuedOn);
            return readings;
        }
    }
    return {};
}

}  // namespace station::extraction
