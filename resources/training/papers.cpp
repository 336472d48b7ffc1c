#include "resources/training/papers.h"

namespace station::training {

using namespace Qt::StringLiterals;

void drawMotto(Sheet &sheet, double x, double y)
{
    sheet.centred(x, y, u"CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM"_s, {.pt = 12, .bold = true});
    sheet.centred(x, y + 6, u"Độc lập - Tự do - Hạnh phúc"_s, {.pt = 13, .bold = true});
    sheet.line(x - 27, y + 8, x + 27, y + 8);
}

double drawField(Sheet &sheet, double x, double y, const QString &label, const QString &value)
{
    const double labelWidth = sheet.text(x, y, label + u": "_s);
    sheet.text(x + labelWidth, y, value, {.bold = true});
    return y + 8;
}

void drawNothing(Sheet &) {}

std::vector<TrainingPaper> trainingPapers()
{
    const QJsonObject owner{{u"owner_name"_s, person::name}};
    const auto with = [](QJsonObject fields,
                         std::initializer_list<std::pair<QString, QString>> more) {
        for (const auto &[key, value] : more)
            fields.insert(key, value);
        return fields;
    };
    return {
        {u"GT01"_s,
         u"don_doi_gplx"_s,
         u"Đơn đề nghị đổi giấy phép lái xe"_s,
         {{u"01-request-form-front.jpg"_s, drawRequestForm, {.skewDeg = 0.8, .seed = 11}},
          {u"01-request-form-back.jpg"_s, drawNothing, {.skewDeg = 0.8, .seed = 12}}},
         with(owner, {{u"document_date"_s, u"10/06/2024"_s},
                      {u"birth_date"_s, person::birthDate},
                      {u"personal_id"_s, person::id},
                      {u"sex"_s, person::sex},
                      {u"address"_s, person::address},
                      {u"licence_number"_s, person::licence},
                      {u"subject"_s, u"ĐƠN ĐỀ NGHỊ ĐỔI GIẤY PHÉP LÁI XE"_s},
                      {u"signer"_s, person::writtenName}})},
        {u"GT02"_s,
         u"giay_kham_suc_khoe"_s,
         u"Giấy khám sức khỏe của người lái xe"_s,
         {{u"02-health-certificate-front.jpg"_s,
           drawHealthFront,
           {.skewDeg = -0.6, .seed = 21, .paper = QColor(250, 249, 238)}},
          {u"02-health-certificate-back.jpg"_s,
           drawHealthBack,
           {.skewDeg = 0.5, .seed = 22, .paper = QColor(250, 249, 238)}}},
         with(owner, {{u"document_number"_s, u"0412/GKSKLX-TTYT"_s},
                      {u"document_date"_s, u"05/06/2024"_s},
                      {u"issuing_agency"_s, u"TRUNG TÂM Y TẾ THÀNH PHỐ VĨNH YÊN"_s},
                      {u"parent_agency"_s, u"SỞ Y TẾ VĨNH PHÚC"_s},
                      {u"subject"_s, u"GIẤY KHÁM SỨC KHỎE CỦA NGƯỜI LÁI XE"_s},
                      {u"birth_date"_s, person::birthDate},
                      {u"personal_id"_s, person::id},
                      {u"sex"_s, person::sex},
                      {u"address"_s, person::address},
                      {u"signer"_s, u"Trần Đức Long"_s}})},
        {u"GT03"_s,
         u"gplx"_s,
         u"Giấy phép lái xe đã cấp"_s,
         {{u"03-driving-licence-front.jpg"_s, drawDrivingLicence, {.skewDeg = 1.2, .seed = 31}}},
         with(owner, {{u"document_number"_s, person::licence},
                      {u"licence_number"_s, person::licence},
                      {u"document_date"_s, u"12/08/2019"_s},
                      {u"birth_date"_s, person::birthDate},
                      {u"address"_s, person::address},
                      {u"expiry_date"_s, person::licenceExpires},
                      {u"signer"_s, u"Lê Quang Minh"_s}})},
        {u"GT04"_s,
         u"cccd"_s,
         u"Căn cước công dân"_s,
         {{u"04-identity-card-front.jpg"_s, drawIdentityCard, {.skewDeg = -0.4, .seed = 41}}},
         with(owner, {{u"personal_id"_s, person::id},
                      {u"birth_date"_s, person::birthDate},
                      {u"sex"_s, person::sex},
                      {u"address"_s, person::address},
                      {u"document_date"_s, person::idIssued},
                      {u"expiry_date"_s, person::idExpires}})},
        {u"GT06"_s,
         u"quyet_dinh"_s,
         u"Quyết định công nhận trúng tuyển kỳ sát hạch lái xe"_s,
         {{u"05-decision-front.jpg"_s,
           drawDecision,
           {.skewDeg = 0.9, .upsideDown = true, .seed = 51, .paper = QColor(248, 245, 234)}}},
         {{u"document_number"_s, u"1587/QĐ-SGTVT"_s},
          {u"document_date"_s, u"05/08/2019"_s},
          {u"issuing_agency"_s, u"SỞ GIAO THÔNG VẬN TẢI"_s},
          {u"parent_agency"_s, u"UBND TỈNH VĨNH PHÚC"_s},
          {u"subject"_s, u"công nhận thí sinh trúng tuyển kỳ sát hạch lái xe hạng B2 "
                         "ngày 03 tháng 8 năm 2019"_s},
          {u"signer"_s, u"Lê Quang Minh"_s}}},
        {u"GT07"_s,
         u"chung_tu_le_phi"_s,
         u"Biên lai thu lệ phí"_s,
         {{u"06-receipt-front.jpg"_s, drawReceipt, {.skewDeg = -1.3, .seed = 61}}},
         with(owner, {{u"document_number"_s, u"0827/BL-TTPVHCC"_s},
                      {u"document_date"_s, u"10/06/2024"_s},
                      {u"issuing_agency"_s, u"TRUNG TÂM PHỤC VỤ HÀNH CHÍNH CÔNG TỈNH VĨNH PHÚC"_s},
                      {u"subject"_s, u"BIÊN LAI THU LỆ PHÍ CẤP ĐỔI GIẤY PHÉP LÁI XE"_s},
                      {u"address"_s, person::address},
                      {u"signer"_s, u"Phùng Thị Lan"_s}})},
    };
}

}  // namespace station::training
