#include "core/extraction/anchors.h"

#include "core/dossier/field.h"
#include "core/text/similarity.h"
#include "core/text/vietnamese.h"

#include <QSet>

#include <algorithm>

namespace station::extraction {

using namespace Qt::StringLiterals;
namespace key = dossier::field_key;

namespace {

std::vector<Anchor> madeAnchors()
{
    struct Entry {
        QString key;
        ValueKind kind;
        QString labels;  // '|' between labels
    };
    const Entry entries[] = {
        {key::ownerName, ValueKind::Name,
         u"ho va ten full name|ho ten full name|ho va ten chu in hoa|ho va ten|ho ten|"
         "ho chu dem va ten khai sinh|ho chu dem va ten|toi la|toi ten la|ten toi la|ong ba|"
         "tiep nhan ho so cua|ho ten nguoi nop tien|nguoi nop tien|ten chu xe|chu xe"_s},
        {key::ownerName, ValueKind::Organisation,
         u"ten don vi kinh doanh|ten don vi|ten doanh nghiep"_s},
        {key::birthDate, ValueKind::Date,
         u"ngay sinh date of birth|ngay thang nam sinh|sinh ngay|ngay sinh"_s},
        {key::documentDate, ValueKind::Date, u"ngay thang nam date month year"_s},
        {key::personalId, ValueKind::PersonalId,
         u"so can cuoc cong dan|can cuoc cong dan so|the can cuoc so|so can cuoc|so the can cuoc|"
         "so cccd|cccd so|so cmnd|cmnd|cccd|so dinh danh ca nhan|so dinh danh|ma dinh danh|"
         "cccd ho chieu"_s},
        {key::sex, ValueKind::Sex, u"gioi tinh sex|gioi tinh|nam nu|gioi"_s},
        {key::address, ValueKind::Text,
         u"noi thuong tru place of residence|noi cu tru address|noi cu tru|noi thuong tru|"
         "noi dang ky thuong tru|dia chi thuong tru|dia chi|noi o hien tai|cho o hien tai|"
         "cho o hien nay"_s},
        {key::expiryDate, ValueKind::Date,
         u"co gia tri den expires|co gia tri den date of expiry|co gia tri den|gia tri den|"
         "co gia tri den ngay|het han ngay"_s},
        {key::subject, ValueKind::Text, u"noi dung yeu cau giai quyet|trich yeu"_s},
        {{},
         ValueKind::Stop,
         u"quoc tich|nationality|cap ngay|ngay cap|noi cap|so dien thoai|dien thoai|nghe nghiep|"
         "dan toc|tuoi|que quan|place of origin|email|ma so thue|kinh gui|hang|class|ly do|"
         "don vi cong tac|tai|ngay date|dac diem nhan dang|ho chieu|hien da co|da hoc lai xe|"
         "thanh phan ho so|so luong ho so|chieu cao|can nang"_s},
    };
    std::vector<Anchor> made;
    for (const Entry &entry : entries) {
        for (const QString &label : entry.labels.split(u'|'))
            made.push_back({entry.key, entry.kind, label.split(u' ')});
    }
    std::stable_sort(made.begin(), made.end(), [](const Anchor &a, const Anchor &b) {
        return a.words.size() > b.words.size();
    });
    return made;
}

bool sameWord(const QString &read, const QString &label)
{
    if (read == label)
        return true;
    constexpr qsizetype shortestFuzzy = 5;  // "Vinh" is a town, "sinh" a birth
    return label.size() >= shortestFuzzy && std::abs(read.size() - label.size()) <= 1 &&
           text::similarity(read, label) >= 0.75;
}

bool beginsWithAny(const Line &line, const QStringList &heads)
{
    return std::any_of(heads.begin(), heads.end(),
                       [&](const QString &head) { return line.beginsWith(head); });
}

}  // namespace

const std::vector<Anchor> &anchors()
{
    static const std::vector<Anchor> all = madeAnchors();
    return all;
}

std::optional<AnchorMatch> anchorAt(const Line &line, std::size_t at)
{
    const auto &tokens = line.tokens;
    for (const Anchor &anchor : anchors()) {
        std::size_t i = at;
        qsizetype matched = 0;
        bool colon = false;
        while (i < tokens.size() && matched < anchor.words.size() && !colon) {
            if (!tokens[i].bare.isEmpty()) {
                if (!sameWord(tokens[i].bare, anchor.words[matched]))
                    break;
                ++matched;
                colon = tokens[i].text.endsWith(u':');
            } else if (matched == 0) {
                break;
            }
            ++i;
        }
        if (matched < anchor.words.size())
            continue;
        while (i < tokens.size() && tokens[i].bare.isEmpty()) {
            colon = colon || tokens[i].text.contains(u':');
            ++i;
        }
        // A lone short word is a label only with its colon: "hạng", "tại", "Giới:".
        if (anchor.words.size() == 1 && !colon)
            continue;
        return AnchorMatch{&anchor, i};
    }
    return {};
}

bool isDocumentTitle(const Line &line)
{
    static const QStringList heads =
        u"quyet dinh|thong bao|bao cao|ke hoach|to trinh|chi thi|nghi quyet|cong dien|bien ban|"
        "bien lai|hop dong|giay|don|to khai|ban cam ket|ban khai|cam ket|phieu|chung chi|bang|"
        "huong dan|quy che|quy dinh|xac nhan|ban cam doan|van ban"_s.split(u'|');
    return line.isCapitals() && beginsWithAny(line, heads);
}

bool isAgencyHead(const Line &line)
{
    static const QStringList heads =
        u"so|ubnd|uy ban|bo|cuc|tong cuc|chi cuc|trung tam|benh vien|phong|van phong|cong an|"
        "ban|cong ty|truong|vien|toa an|kho bac|thanh tra|hoi dong|hop tac xa|tong cong ty|"
        "bao hiem|thue|quan doi|tram y te|hoi"_s.split(u'|');
    return beginsWithAny(line, heads);
}

bool isSignerTitle(const Line &line)
{
    static const QStringList titles =
        u"giam doc|chu tich|truong phong|cuc truong|chi cuc truong|vien truong|hieu truong|"
        "bo truong|thu truong|chanh van phong|chanh thanh tra|truong ban|nguoi lam don|"
        "nguoi de nghi|nguoi ket luan|nguoi cam ket|nguoi khai|nguoi tiep nhan|nguoi thu tien|"
        "nguoi viet|pho phong|truong cong an"_s.split(u'|');
    const QString folded = line.foldedText();
    return line.isCapitals() &&
           std::any_of(titles.begin(), titles.end(),
                       [&](const QString &title) { return folded.contains(title); });
}

const QStringList &commonAgencies()
{
    static const QStringList names =
        u"SỞ CÔNG THƯƠNG|SỞ DU LỊCH|SỞ GIAO THÔNG VẬN TẢI|SỞ GIÁO DỤC VÀ ĐÀO TẠO|"
        "SỞ KẾ HOẠCH VÀ ĐẦU TƯ|SỞ KHOA HỌC VÀ CÔNG NGHỆ|SỞ LAO ĐỘNG - THƯƠNG BINH VÀ XÃ HỘI|"
        "SỞ NGOẠI VỤ|SỞ NỘI VỤ|SỞ NÔNG NGHIỆP VÀ MÔI TRƯỜNG|SỞ NÔNG NGHIỆP VÀ PHÁT TRIỂN NÔNG THÔN|"
        "SỞ TÀI CHÍNH|SỞ TÀI NGUYÊN VÀ MÔI TRƯỜNG|SỞ THÔNG TIN VÀ TRUYỀN THÔNG|SỞ TƯ PHÁP|"
        "SỞ VĂN HÓA, THỂ THAO VÀ DU LỊCH|SỞ VĂN HÓA VÀ THỂ THAO|SỞ XÂY DỰNG|SỞ Y TẾ|"
        "BỘ GIAO THÔNG VẬN TẢI|BỘ CÔNG AN|CỤC ĐƯỜNG BỘ VIỆT NAM"_s.split(u'|');
    return names;
}

bool isFamilyName(const QString &word)
{
    static const QSet<QString> names = [] {
        const QStringList list =
            u"Nguyễn Trần Lê Phạm Hoàng Huỳnh Phan Vũ Võ Đặng Bùi Đỗ Hồ Ngô Dương Lý Đào Đoàn "
            u"Vương "
            "Trịnh Trương Đinh Lâm Phùng Mai Tô Hà Tạ Cao Lưu Lương Thái Châu Tăng Quách Kiều La "
            "Lã Lục Mạc Nghiêm Ninh Nông Ông Phí Quan Quản Sầm Thạch Thân Thi Thiều Tống Triệu "
            "Từ Văn Viên Vi Xa Chu Cù Cung Diệp Doãn Đàm Đậu Điêu Đồng Đổng Đường Giang Giáp Hứa "
            "Khổng Khuất Kim Khương Lại Ma Mã Mạnh Âu Bạch Bành Bế Cấn Chử Chung Hán Hàn Hầu Hoa "
            "Lò Lường Quàng Cầm Giàng Thào Sùng Vàng Tòng Y H'"_s.split(u' ');
        QSet<QString> lower;
        for (const QString &name : list)
            lower += name.toLower();
        return lower;
    }();
    return names.contains(word.toLower());
}

}  // namespace station::extraction
