#include "tests/bench/papers/kinds.h"
#include "tests/bench/papers/pieces.h"

#include "core/dossier/field.h"

namespace station::papers {

using namespace Qt::StringLiterals;
namespace key = dossier::field_key;

namespace {

QString number(Random &random)
{
    const int n = random.chance(0.2) ? random.between(1, 99) : random.between(100, 5200);
    return u"%1"_s.arg(n, 2, 10, QChar(u'0'));
}

double drawBody(Draft &draft, Page &page, double y, int paragraphs)
{
    const double indent = draft.random.chance(0.8) ? 10.0 : 0.0;
    for (int i = 0; i < paragraphs; ++i)
        y = page.paragraph(draft.style.left, y, draft.style.width,
                           {{someSentence(draft.random), draft.style.ink}},
                           {.align = Align::Justify, .indent = indent}) +
            1.5;
    return y;
}

void drawEnd(Draft &draft, Page &page, double y, const Agency &agency, const QStringList &receivers)
{
    drawReceivers(draft, page, y, receivers);
    drawSigning(draft, page, 210 - 12 - 46, y, someSigning(draft, agency));
}

/// "QUYẾT ĐỊNH" and what it is about, centred; returns the next baseline.
double drawTitle(Draft &draft, Page &page, double y, const QString &title, const QString &about,
                 const QString &subject)
{
    const Ink ink = draft.style.ink;
    const double middle = draft.style.left + draft.style.width / 2;
    y = page.centred(middle, y, 150, title, ink.sized(14).strong());
    draft.know(key::subject, subject);
    y = page.centred(middle, y, draft.random.between(120.0, 155.0), about + subject,
                     ink.sized(std::min(13.5, ink.pt)).strong());
    drawRule(page, middle, y, std::min(13.5, ink.pt), 16);
    return y + 5;
}

QString capitalised(const QString &text)
{
    return text.left(1).toUpper() + text.mid(1);
}

}  // namespace

void drawLetter(Draft &draft)
{
    draft.paperType = u"van_ban_hanh_chinh"_s;
    Random &random = draft.random;
    Page &page = draft.newSide();
    const Agency agency = someAgency(random, draft.province);
    const QString sign =
        agency.abbreviation + u'-' +
        random.pick({u"QLVT", u"VP", u"TTr", u"KHTC", u"QLĐT", u"NC", u"TCHC", u"KT"});
    double y =
        drawHead(draft, page, random.between(20.0, 26.0),
                 {agency, number(random), sign, someDate(random, 2019, 2024), someSubject(random)});
    y += random.between(3.0, 8.0);
    const Ink ink = draft.style.ink;
    QStringList recipients;
    const int count = random.chance(0.7) ? 1 : random.between(2, 3);
    for (int i = 0; i < count; ++i) {
        QString to =
            random.pick({u"Sở Tài chính", u"Công an tỉnh", u"Cục Đường bộ Việt Nam",
                         u"Các đơn vị kinh doanh vận tải", u"Ủy ban nhân dân các huyện, thành phố",
                         u"Thanh tra Sở", u"Văn phòng Ủy ban nhân dân tỉnh"});
        if (random.chance(0.2))
            to = someCompany(random, draft.province).name;
        if (!recipients.contains(to))
            recipients << to;
    }
    if (recipients.size() == 1) {
        draft.know(key::recipient, recipients.first());
        const QString end = random.chance(0.5) ? u"."_s : QString();
        y = page.centred(draft.style.left + draft.style.width / 2, y, 140,
                         u"Kính gửi: "_s + recipients.first() + end, ink.sized(ink.pt + 0.5));
    } else {
        draft.leaveOpen(key::recipient);
        page.text(draft.style.left + 34, y, u"Kính gửi:"_s, ink);
        for (const QString &recipient : recipients)
            y = page.paragraph(draft.style.left + 56, recipient == recipients.first() ? y : y, 100,
                               {{u"- "_s + recipient + u';', ink}});
    }
    y = drawBody(draft, page, y + 4, random.between(3, 5));
    drawEnd(draft, page, y + 6, agency,
            {u"Như trên;"_s, u"Lãnh đạo cơ quan;"_s, u"Lưu: VT, QLVT."_s});
    if (random.chance(0.12))
        drawReceivedStamp(draft, page, random.between(24.0, 34.0), 62);
}

void drawDecision(Draft &draft)
{
    draft.paperType = u"quyet_dinh"_s;
    Random &random = draft.random;
    Page &page = draft.newSide();
    const Agency agency = someAgency(random, draft.province);
    double y = drawHead(
        draft, page, random.between(20.0, 26.0),
        {agency, number(random), u"QĐ-"_s + agency.abbreviation, someDate(random, 2019, 2024)});
    y = drawTitle(draft, page, y + random.between(3.0, 7.0), u"QUYẾT ĐỊNH"_s,
                  random.pick({u"Về việc ", u"V/v ", u"Về việc "}), someSubject(random));
    const Ink ink = draft.style.ink;
    const double middle = draft.style.left + draft.style.width / 2;
    const QString issuer = QString(agency.name).replace(u'\n', u' ');
    y = page.centred(middle, y, 150,
                     agency.abbreviation == u"UBND" ? issuer : agency.chief + u' ' + issuer,
                     ink.strong()) +
        2;
    const bool slanted = random.chance(0.7);
    for (const QString &basis :
         {u"Căn cứ Luật Tổ chức chính quyền địa phương ngày 19 tháng 6 năm 2015;"_s,
          u"Căn cứ Nghị định số 10/2020/NĐ-CP ngày 17 tháng 01 năm 2020 của Chính phủ quy định về "
          u"kinh "
          "doanh và điều kiện kinh doanh vận tải bằng xe ô tô;"_s,
          u"Theo đề nghị của Trưởng phòng chuyên môn tại Tờ trình số %1/TTr-QLVT ngày %2."_s
              .arg(random.between(10, 400))
              .arg(slashed(someDate(random, 2019, 2024)))})
        y = page.paragraph(draft.style.left, y, draft.style.width,
                           {{basis, slanted ? ink.slanted() : ink}},
                           {.align = Align::Justify, .indent = 10}) +
            1.2;
    y = page.centred(middle, y + 3, 100, u"QUYẾT ĐỊNH:"_s, ink.strong()) + 2;
    for (int i = 1; i <= 3; ++i)
        y = page.paragraph(draft.style.left, y, draft.style.width,
                           {{u"Điều %1. "_s.arg(i), ink.strong()}, {someSentence(random), ink}},
                           {.align = Align::Justify, .indent = 10}) +
            1.2;
    drawEnd(draft, page, y + 5, agency, {u"Như Điều 3;"_s, u"UBND tỉnh (b/c);"_s, u"Lưu: VT."_s});
}

void drawReport(Draft &draft)
{
    draft.paperType = u"van_ban_hanh_chinh"_s;
    Random &random = draft.random;
    Page &page = draft.newSide();
    const Agency agency = someAgency(random, draft.province);
    double y = drawHead(
        draft, page, random.between(20.0, 26.0),
        {agency, number(random), u"BC-"_s + agency.abbreviation, someDate(random, 2019, 2024)});
    const QString subject =
        random.chance(0.5)
            ? u"Kết quả "_s +
                  random
                      .pick({u"thực hiện cải cách hành chính quý %1 năm %2",
                             u"tiếp nhận, giải quyết thủ tục hành chính tháng %1 năm %2",
                             u"bảo đảm trật tự, an toàn giao thông tháng %1 năm %2"})
                      .arg(random.between(1, 4))
                      .arg(random.between(2019, 2024))
            : capitalised(someSubject(random));
    y = drawTitle(draft, page, y + 4, u"BÁO CÁO"_s, {}, subject);
    y = drawBody(draft, page, y, random.between(1, 2));
    const double width = draft.style.width;
    Page::Table table{
        .widths = {width * 0.08, width * 0.40, width * 0.18, width * 0.18, width * 0.16},
        .rows = {{u"TT"_s, u"Lĩnh vực"_s, u"Tiếp nhận"_s, u"Đã giải quyết"_s, u"Tỷ lệ (%)"_s}},
        .aligns = {Align::Centre, Align::Left, Align::Centre, Align::Centre, Align::Centre},
        .ink = draft.style.ink.sized(draft.style.ink.pt - 1)};
    for (int i = 1; i <= random.between(3, 6); ++i)
        table.rows.push_back({QString::number(i),
                              random.pick({u"Đường bộ", u"Đường thủy nội địa", u"Đăng kiểm",
                                           u"Vận tải quốc tế", u"Đào tạo, sát hạch lái xe"}),
                              u"1.%1"_s.arg(random.digits(3)), random.digits(3),
                              u"9%1,%2"_s.arg(random.between(0, 9)).arg(random.digits(2))});
    y = page.table(draft.style.left, y, table) + 8;
    y = drawBody(draft, page, y, 1);
    drawEnd(draft, page, y + 5, agency, {u"UBND tỉnh;"_s, u"Lưu: VT, VP."_s});
}

void drawNotice(Draft &draft)
{
    draft.paperType = u"van_ban_hanh_chinh"_s;
    Random &random = draft.random;
    Page &page = draft.newSide();
    const Agency agency = someAgency(random, draft.province);
    const int kind = random.between(0, 3);
    const QString title =
        QStringList{u"THÔNG BÁO"_s, u"KẾ HOẠCH"_s, u"TỜ TRÌNH"_s, u"GIẤY MỜI"_s}[kind];
    const QString sign = QStringList{u"TB-"_s, u"KH-"_s, u"TTr-"_s, u"GM-"_s}[kind];
    double y = drawHead(
        draft, page, random.between(20.0, 26.0),
        {agency, number(random), sign + agency.abbreviation, someDate(random, 2019, 2024)});
    const bool about = random.chance(0.6);
    y = drawTitle(draft, page, y + 4, title, about ? random.pick({u"Về việc ", u"Về "}) : QString(),
                  about ? someSubject(random) : capitalised(someSubject(random)));
    if (kind == 2) {
        const QString to =
            draft.know(key::recipient, u"Ủy ban nhân dân "_s + draft.province.full());
        y = page.centred(draft.style.left + draft.style.width / 2, y, 150,
                         u"Kính gửi: "_s + to + u'.', draft.style.ink) +
            2;
    }
    y = drawBody(draft, page, y, random.between(3, 5));
    drawEnd(draft, page, y + 6, agency, {u"Các đơn vị có liên quan;"_s, u"Lưu: VT."_s});
}

void drawBlank(Draft &draft)
{
    draft.paperType = {};
    draft.newSide();
}

}  // namespace station::papers
