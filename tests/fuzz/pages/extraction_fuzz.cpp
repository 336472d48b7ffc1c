#include "core/extraction/extraction_rules.h"
#include "core/extraction/propose.h"
#include "core/recognition/recognized_page.h"
#include "core/text/vietnamese.h"
#include "tests/fuzz/mutation.h"
#include "tests/fuzz/pages/rounds.h"
#include "tests/support/catch.h"

#include <QDirIterator>
#include <QFile>
#include <QFileInfo>
#include <QJsonDocument>
#include <QSet>
#include <QTemporaryDir>

#include <limits>

namespace station::extraction {
namespace {

using namespace Qt::StringLiterals;
using recognition::RecognizedPage;
using testing::Mutation;
using testing::Rounds;

const QString shippedFolder = QStringLiteral(STATION_SHARE_DIR "/extraction");

const ExtractionRules &shippedRules()
{
    static const auto rules = loadExtractionRules(shippedFolder);
    REQUIRE(rules);
    return *rules;
}

QByteArray contentOf(const QString &path)
{
    QFile file(path);
    REQUIRE(file.open(QIODevice::ReadOnly));
    return file.readAll();
}

QByteArrayList sampleFiles()
{
    const QDir folder(QStringLiteral(STATION_FIXTURES_DIR "/extraction"));
    QByteArrayList pages;
    for (const auto &name : folder.entryList({u"*.json"_s}, QDir::Files))
        pages << contentOf(folder.filePath(name));
    return pages;
}

const std::vector<RecognizedPage> &samplePages()
{
    static const std::vector<RecognizedPage> pages = [] {
        std::vector<RecognizedPage> read;
        for (const auto &file : sampleFiles())
            read.push_back(
                *recognition::recognizedPageFromJson(QJsonDocument::fromJson(file).object()));
        return read;
    }();
    return pages;
}

/// Whatever was read: keys are known, values are clean, the ink is on a page that exists.
void checkProposal(const PaperProposal &proposal, std::size_t pages)
{
    REQUIRE((proposal.type.confidence >= 0 && proposal.type.confidence <= 1));
    QSet<QString> seen;
    for (const auto &field : proposal.fields) {
        REQUIRE(dossier::field_key::isKnown(field.key));
        REQUIRE_FALSE(seen.contains(field.key));
        seen.insert(field.key);
        REQUIRE_FALSE(field.value.isEmpty());
        REQUIRE(field.value == text::nfc(field.value));
        REQUIRE((field.confidence >= 0 && field.confidence <= 1));
        if (field.evidence)
            REQUIRE((field.evidence->side >= 0 &&
                     static_cast<std::size_t>(field.evidence->side) < pages));
    }
}

/// How many fields were proposed.
std::size_t tryOut(const ExtractionRules &rules, const std::vector<RecognizedPage> &pages,
                   const QString &type)
{
    const PaperProposal proposal =
        readPaper(rules, pages, type, {.today = QDate(2026, 1, 2), .ownerId = u"026185001234"_s});
    checkProposal(proposal, pages.size());
    (void)proposeType(rules, pages);
    return proposal.fields.size();
}

const QStringList &types()
{
    static const QStringList keys{{},
                                  u"cccd"_s,
                                  u"gplx"_s,
                                  u"don_doi_gplx"_s,
                                  u"giay_de_nghi"_s,
                                  u"giay_kham_suc_khoe"_s,
                                  u"quyet_dinh"_s,
                                  u"dang_ky_xe"_s,
                                  u"hop_dong"_s,
                                  u"giay_phep_kdvt"_s,
                                  u"no such paper"_s};
    return keys;
}

/// Words and boxes that no engine should give and one may.
class OddPages {
public:
    explicit OddPages(unsigned seed) : m_dice(seed, {"-"}) {}

    std::vector<RecognizedPage> pages()
    {
        std::vector<RecognizedPage> result(static_cast<std::size_t>(m_dice.below(4)));
        for (auto &page : result)
            page = this->page();
        return result;
    }

    template <typename List>
    auto oneOf(const List &list)
    {
        return list[m_dice.below(list.size())];
    }

private:
    int number()
    {
        constexpr int most = std::numeric_limits<int>::max();
        constexpr int least = std::numeric_limits<int>::min();
        static const std::vector<int> odd{0,        -1,  1,         most,  least,
                                          most - 1, 300, 1'000'000, 65535, -300};
        return m_dice.below(20) == 0 ? oneOf(odd) : m_dice.below(2'600);
    }

    double confidence()
    {
        static const std::vector<double> odd{0.0,
                                             1.0,
                                             -3.0,
                                             1e308,
                                             std::numeric_limits<double>::quiet_NaN(),
                                             std::numeric_limits<double>::infinity()};
        return m_dice.below(30) == 0 ? oneOf(odd) : m_dice.below(100) / 100.0;
    }

    QString text()
    {
        static const QStringList words{u"Số:"_s,
                                       u"Số/No:"_s,
                                       u"/QĐ-SGTVT"_s,
                                       u"924/SKHĐT-TTra"_s,
                                       u"ngày"_s,
                                       u"tháng"_s,
                                       u"năm"_s,
                                       u"05"_s,
                                       u"13"_s,
                                       u"2024"_s,
                                       u"99999"_s,
                                       u"05/07/2022"_s,
                                       u"31/02/2023"_s,
                                       u"UBND"_s,
                                       u"SỞ"_s,
                                       u"GIAO"_s,
                                       u"THÔNG"_s,
                                       u"VẬN"_s,
                                       u"TẢI"_s,
                                       u"CỘNG"_s,
                                       u"HÒA"_s,
                                       u"XÃ"_s,
                                       u"HỘI"_s,
                                       u"V/v"_s,
                                       u"Kính"_s,
                                       u"gửi:"_s,
                                       u"Họ"_s,
                                       u"và"_s,
                                       u"tên:"_s,
                                       u"Ngày"_s,
                                       u"sinh:"_s,
                                       u"CCCD:"_s,
                                       u"026185001234"_s,
                                       u"GIÁM"_s,
                                       u"ĐỐC"_s,
                                       u"KT."_s,
                                       u"Nguyễn"_s,
                                       u"Văn"_s,
                                       u"Thử"_s,
                                       u"Biển"_s,
                                       u"29A-123.45"_s,
                                       u"Mã"_s,
                                       u"thuế:"_s,
                                       u"0316965702"_s,
                                       u"H62.16-250704-0001"_s,
                                       u"IDVNM1585946840001158594684<<2"_s,
                                       u"."_s,
                                       u"-"_s,
                                       u":"_s,
                                       u"…………"_s,
                                       u"STT"_s,
                                       u"TT"_s};
        static const QStringList odd{u""_s,
                                     u" "_s,
                                     u"\u0301\u0302\u0323"_s,
                                     u"Nguye\u0302\u0303n"_s,
                                     QString(QChar(0xd800)),
                                     QString(QChar(0xdfff)) + QChar(0xd800),
                                     QString(QChar(0)),
                                     u"\u202e123\u202c"_s,
                                     u"\u200b\ufeff"_s,
                                     u"\U0001f600\U0001f468\u200d\U0001f469"_s,
                                     QString(5'000, u'9'),
                                     QString(3'000, u'.'),
                                     QString(2'000, u'\u0323'),
                                     u"ﬁ①Ⅷ％"_s,
                                     u"0١2٣/٠٧/٢٠٢٤"_s,
                                     QString(u"1 "_s).repeated(2'000),
                                     QString(u"a/"_s).repeated(1'000)};
        if (m_dice.below(12) == 0)
            return oneOf(odd);
        if (m_dice.below(12) == 0)
            return oneOf(words) + oneOf(words);
        return oneOf(words);
    }

    RecognizedPage page()
    {
        RecognizedPage page = m_dice.below(2) == 0 ? invented() : oneOf(samplePages());
        if (m_dice.below(6) == 0)
            page.size = {number(), number()};
        if (m_dice.below(6) == 0)
            page.dpi = number();
        for (auto &word : page.words) {
            switch (m_dice.below(120)) {
            case 0:
                word.box = box();
                break;
            case 1:
                word.text = text();
                break;
            case 2:
                word.confidence = confidence();
                break;
            case 3:
                word.line = number();
                break;
            case 4:
                std::swap(word, page.words[m_dice.below(page.words.size())]);
                break;
            default:
                break;
            }
        }
        for (int codes = m_dice.below(3); codes > 0; --codes)
            page.barcodes.push_back({.text = text() + u'|' + text() + u"|Võ An|21061966|Nam|Huế"_s,
                                     .format = u"QRCode"_s,
                                     .box = box()});
        return page;
    }

    RecognizedPage invented()
    {
        RecognizedPage page{.size = {2480, 3508}, .dpi = 300};
        int line = 0;
        int x = 100;
        for (int words = m_dice.below(120); words > 0; --words) {
            if (m_dice.below(6) == 0) {
                ++line;
                x = 100 + m_dice.below(1'200);
            }
            const QRect place(x, 100 + line * 60, 60 + m_dice.below(200), 40);
            x += place.width() + 20;
            page.words.push_back({.text = text(), .box = place, .confidence = 0.9, .line = line});
        }
        return page;
    }

    QRect box() { return {QPoint(number(), number()), QPoint(number(), number())}; }

    Mutation m_dice;
};

}  // namespace

TEST_CASE("words of any kind at any place are read or left, never more", "[fuzz]")
{
    OddPages odd(31);
    Rounds rounds(250);
    std::size_t fields = 0;
    while (rounds.next()) {
        const auto pages = odd.pages();
        fields += tryOut(shippedRules(), pages, odd.oneOf(types()));
    }
    CHECK(fields > 200);
    CHECK(rounds.slowestMs() < 2'000);
    if (Rounds::minutes() > 0)
        WARN(rounds.done() << " papers, " << fields << " fields, slowest " << rounds.slowestMs()
                           << " ms");
}

TEST_CASE("a damaged text file of a side is refused or read, never more", "[fuzz]")
{
    const QByteArrayList seeds = sampleFiles();
    REQUIRE(seeds.size() > 3);
    Mutation mutate(37, {"null", "-1", "{}", "[]", "\"\"", "1e308", "-2147483648", "2147483647",
                         "0.5", "\"box\":[]", "\"text\":7", "\\ud800", "\\u0000", "\\u0323", "|",
                         "\"words\":[{}]", "\"dpi\":0"});
    Rounds rounds(1'000);
    int readable = 0;
    while (rounds.next()) {
        const auto json =
            QJsonDocument::fromJson(mutate(seeds[mutate.below(seeds.size())])).object();
        const auto page = recognition::recognizedPageFromJson(json);
        if (!page) {
            REQUIRE(page.error().fault == Fault::FileUnreadable);
            continue;
        }
        ++readable;
        tryOut(shippedRules(), {*page}, types()[mutate.below(types().size())]);
    }
    CHECK(readable > 20);
    CHECK(readable < rounds.done());
    CHECK(rounds.slowestMs() < 2'000);
    if (Rounds::minutes() > 0)
        WARN(rounds.done() << " files, " << readable << " readable, slowest " << rounds.slowestMs()
                           << " ms");
}

TEST_CASE("a damaged rule file is refused with its name or still reads papers", "[fuzz]")
{
    const QTemporaryDir dir;
    QStringList names;
    for (QDirIterator files(shippedFolder, {u"*.toml"_s}, QDir::Files,
                            QDirIterator::Subdirectories);
         files.hasNext();)
        names << QDir(shippedFolder).relativeFilePath(files.next());
    names.sort();
    REQUIRE_FALSE(names.isEmpty());
    for (const auto &name : names) {
        REQUIRE(QDir(dir.path()).mkpath(QFileInfo(name).path()));
        REQUIRE(QFile::copy(shippedFolder + u'/' + name, dir.filePath(name)));
    }
    Mutation mutate(41,
                    {"\"",          "\"\"",      "[",          "]",        "[[",
                     "=",           "-1",        "1e400",      "true",     "'''",
                     "\"(\"",       "\"[\"",     "\"(a+)+$\"", "\"\\\\\"", "{",
                     "}",           "# ",        "\n",         "nan",      "99999999999999999999",
                     "\"\\u0000\"", "\"(?<x>)\""});
    Rounds rounds(60);
    int loaded = 0;
    while (rounds.next()) {
        const QString name = names[mutate.below(names.size())];
        QFile::remove(dir.filePath(name));
        QFile damaged(dir.filePath(name));
        REQUIRE(damaged.open(QIODevice::WriteOnly));
        const QByteArray whole = contentOf(shippedFolder + u'/' + name);
        damaged.write(mutate(whole));
        damaged.close();
        const auto rules = loadExtractionRules(dir.path());
        if (rules) {
            ++loaded;
            tryOut(*rules, {samplePages()[mutate.below(samplePages().size())]}, {});
        } else {
            REQUIRE(rules.error().fault == Fault::SettingsInvalid);
            INFO(name.toStdString());
            REQUIRE(rules.error().subject.contains(QFileInfo(name).fileName()));
        }
        QFile::remove(dir.filePath(name));
        REQUIRE(QFile::copy(shippedFolder + u'/' + name, dir.filePath(name)));
    }
    CHECK(loaded > 0);
    CHECK(loaded < rounds.done());
    if (Rounds::minutes() > 0)
        WARN(rounds.done() << " rule files, " << loaded << " loaded, slowest " << rounds.slowestMs()
                           << " ms");
}

}  // namespace station::extraction
