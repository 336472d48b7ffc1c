#include "core/codes/wedge_text.h"

#include "core/codes/dossier_code.h"
#include "core/codes/identity_payload.h"
#include "core/codes/refusal.h"
#include "core/text/vietnamese.h"

#include <QHash>
#include <QRegularExpression>
#include <QStringDecoder>

#include <algorithm>
#include <array>
#include <optional>

namespace station::codes {

using namespace Qt::StringLiterals;

namespace {

/// A code page by what differs from Latin-1.
struct CodePage {
    QHash<QChar, char> bytes{};
};

CodePage codePage(const QString &upper80to9F, const std::vector<std::pair<int, int>> &others = {})
{
    CodePage page;
    for (int byte = 0xA0; byte <= 0xFF; ++byte)
        page.bytes.insert(QChar(byte), static_cast<char>(byte));
    // What a page does not define passes as a control character or not at all.
    for (int byte = 0x80; byte <= 0x9F; ++byte)
        page.bytes.insert(QChar(byte), static_cast<char>(byte));
    for (qsizetype n = 0; n < upper80to9F.size(); ++n) {
        if (upper80to9F[n] != u' ')
            page.bytes.insert(upper80to9F[n], static_cast<char>(0x80 + n));
    }
    for (const auto &[byte, unicode] : others) {
        page.bytes.remove(QChar(byte));
        page.bytes.insert(QChar(unicode), static_cast<char>(byte));
    }
    return page;
}

/// Windows-1252 (with Latin-1) and Windows-1258, the one of Vietnamese systems.
const std::array<CodePage, 2> &codePages()
{
    static const std::array<CodePage, 2> pages{
        codePage(u"€ ‚ƒ„…†‡ˆ‰Š‹Œ Ž  ‘’“”•–—˜™š›œ žŸ"_s),
        codePage(u"€ ‚ƒ„…†‡ˆ‰ ‹Œ    ‘’“”•–—˜™ ›œ  Ÿ"_s, {{0xC3, 0x0102},
                                                         {0xCC, 0x0300},
                                                         {0xD0, 0x0110},
                                                         {0xD2, 0x0309},
                                                         {0xD5, 0x01A0},
                                                         {0xDD, 0x01AF},
                                                         {0xDE, 0x0303},
                                                         {0xE3, 0x0103},
                                                         {0xEC, 0x0301},
                                                         {0xF0, 0x0111},
                                                         {0xF2, 0x0323},
                                                         {0xF5, 0x01A1},
                                                         {0xFD, 0x01B0},
                                                         {0xFE, 0x20AB}})};
    return pages;
}

/// The text whose UTF-8 was read in that code page; nothing when it was not.
std::optional<QString> readAnew(const QString &text, const CodePage &page)
{
    QByteArray bytes;
    bool beyondAscii = false;
    for (const QChar c : text) {
        if (c.unicode() < 0x80) {
            bytes.append(static_cast<char>(c.unicode()));
            continue;
        }
        const auto byte = page.bytes.constFind(c);
        if (byte == page.bytes.constEnd())
            return {};
        beyondAscii = true;
        bytes.append(*byte);
    }
    if (!beyondAscii)
        return {};
    QStringDecoder decoder(QStringDecoder::Utf8, QStringDecoder::Flag::Stateless);
    QString decoded = decoder(bytes);
    return decoder.hasError() ? std::nullopt : std::optional(decoded);
}

std::optional<QString> readAnew(const QString &text)
{
    for (const auto &page : codePages()) {
        if (auto decoded = readAnew(text, page))
            return decoded;
    }
    return {};
}

tl::unexpected<Error> damaged(const QString &reason)
{
    return refused(u"hand scanner: "_s + reason, Fault::TextDamaged);
}

bool isVietnameseLetter(QChar c)
{
    // The last ones are of the names of Tây Nguyên.
    static const QString marked = u"àáâãèéêìíòóôõùúýăđĩũơưạảấầẩẫậắằẳẵặẹẻẽếềểễệỉịọỏốồổỗộớờởỡợụủứừửữự"
                                  "ỳỵỷỹĕŏĭŭčƀñ"_s;
    const QChar lower = c.toLower();
    return (lower >= u'a' && lower <= u'z') || marked.contains(lower);
}

bool hasForeignLetter(const QString &text)
{
    return std::ranges::any_of(text,
                               [](QChar c) { return c.isLetter() && !isVietnameseLetter(c); });
}

/// Letters that are gone show in any text.
bool hasLostLetter(const QString &text)
{
    static const QRegularExpression gap(
        u"\\p{L}\\?\\p{L}|(?:^|[\\s|])\\?\\p{L}|\\p{L}\\?(?:[\\s|]|$)|[\\x{0080}-\\x{009f}]"_s);
    // The first byte of a letter and what cannot follow it in Vietnamese.
    static const QRegularExpression half(
        u"[ÃĂÄÅÆ][\\x{00a1}-\\x{00bf}‚ƒ„…†‡ˆ‰‹‘’“”•–—˜™›]|á[º»]"_s);
    const bool isAddress = text.contains(u"://"_s);  // of the web, where a '?' has its place
    return text.contains(QChar::ReplacementCharacter) || text.contains(half) ||
           (!isAddress && text.contains(gap));
}

bool isAscii(const QString &text)
{
    return std::ranges::all_of(text, [](QChar c) { return c.unicode() < 0x80; });
}

/// No family of these writes itself without a mark; with a middle name Thị or Văn, none at all
/// does. Names of peoples that do without marks (Siu, Ksor, Y Tut) are not among them.
bool lacksItsMarks(const QString &name)
{
    static const QStringList families{u"nguyen"_s, u"tran"_s, u"le"_s,    u"pham"_s,  u"huynh"_s,
                                      u"hoang"_s,  u"vu"_s,   u"vo"_s,    u"dang"_s,  u"bui"_s,
                                      u"do"_s,     u"ngo"_s,  u"duong"_s, u"doan"_s,  u"dinh"_s,
                                      u"truong"_s, u"dao"_s,  u"trinh"_s, u"luong"_s, u"phung"_s};
    const QStringList words = name.toLower().split(u' ', Qt::SkipEmptyParts);
    if (words.contains(u"nguyen"_s))
        return true;
    if (words.isEmpty() || !isAscii(name))
        return false;
    const QStringList inner = words.mid(1, words.size() - 2);
    return families.contains(words.front()) || inner.contains(u"thi"_s) || inner.contains(u"van"_s);
}

/// Doubled vowels and letters w, f, j, x where only Telex puts them; digits, as VNI does.
bool isOfInputMethod(const QString &name)
{
    static const QRegularExpression telex(u"aa|ee|dd|[aou]w|[fjx]\\b"_s,
                                          QRegularExpression::CaseInsensitiveOption |
                                              QRegularExpression::UseUnicodePropertiesOption);
    static const QRegularExpression vni(u"\\d"_s);
    return name.contains(telex) || name.contains(vni);
}

Expected<> checkCard(const IdentityPayload &card)
{
    if (card.name.contains(u'?') || card.address.contains(u'?'))
        return damaged(u"letters were lost"_s);
    if (isOfInputMethod(card.name))
        return damaged(u"an input method was switched on"_s);
    if (hasForeignLetter(card.name) || hasForeignLetter(card.address))
        return damaged(u"letters were read in the wrong code page"_s);
    const bool sexIsWhole = card.sex.isEmpty() ||
                            card.sex.compare(u"nam"_s, Qt::CaseInsensitive) == 0 ||
                            card.sex.compare(u"nữ"_s, Qt::CaseInsensitive) == 0;
    if (!sexIsWhole || lacksItsMarks(card.name))
        return damaged(u"the marks of letters were lost"_s);
    return {};
}

QString tidied(const QString &typed)
{
    QString text = typed;
    text.replace(u"\r\n"_s, u"\n"_s).replace(u'\r', u'\n').remove(QChar(u'\0'));
    return text.trimmed();
}

bool isOwnSheet(const QString &text)
{
    return text.startsWith(u"TSH1:"_s) || text == u"PATCHT";
}

}  // namespace

Expected<WedgeText> wedgeText(const QString &typed)
{
    WedgeText wedge{.text = tidied(typed)};
    // Some readers do it twice.
    for (int round = 0; round < 2; ++round) {
        const auto anew = readAnew(wedge.text);
        if (!anew)
            break;
        wedge.text = *anew;
        wedge.repaired = true;
    }
    wedge.text = tidied(text::nfc(wedge.text));
    if (hasLostLetter(wedge.text))
        return damaged(u"letters were lost"_s);
    if (const auto card = identityPayload(wedge.text)) {
        if (const auto whole = checkCard(*card); !whole)
            return fail(whole.error());
        wedge.kind = WedgeKind::IdentityCard;
    } else if (DossierCode::parse(wedge.text)) {
        wedge.kind = WedgeKind::DossierCode;
    } else if (isOwnSheet(wedge.text)) {
        wedge.kind = WedgeKind::OwnSheet;
    }
    return wedge;
}

}  // namespace station::codes
