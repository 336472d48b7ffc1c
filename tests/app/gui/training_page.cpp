#include "tests/app/gui/training_page.h"

#include "core/dossier/field.h"

#include <QPainter>

using namespace Qt::StringLiterals;

namespace station::gui::test {
namespace {

constexpr QSize a4{1240, 1754};  // 150 dpi

class Sheet {
public:
    Sheet() : m_image(a4, QImage::Format_RGB32)
    {
        m_image.fill(QColor(0xfd, 0xfc, 0xf9));
        m_painter.begin(&m_image);
        m_painter.setRenderHint(QPainter::Antialiasing);
        m_painter.setPen(QColor(0x20, 0x20, 0x24));
    }

    QRect line(const QRect &box, const QString &text, int px, bool bold = false,
               Qt::Alignment alignment = Qt::AlignLeft)
    {
        QFont font(u"Liberation Serif"_s);
        font.setPixelSize(px);
        font.setBold(bold);
        m_painter.setFont(font);
        QRect ink;
        m_painter.drawText(box, static_cast<int>(alignment) | Qt::TextWordWrap, text, &ink);
        return ink;
    }

    QPainter &painter() { return m_painter; }
    QImage finished()
    {
        m_painter.end();
        return m_image;
    }

private:
    QImage m_image;
    QPainter m_painter{};
};

void letterhead(Sheet &sheet)
{
    sheet.line({650, 110, 500, 40}, u"CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM"_s, 24, true,
               Qt::AlignHCenter);
    sheet.line({650, 146, 500, 40}, u"Độc lập - Tự do - Hạnh phúc"_s, 25, true, Qt::AlignHCenter);
    sheet.painter().drawLine(770, 184, 1030, 184);
}

}  // namespace

TrainingPage healthCertificate()
{
    namespace keys = dossier::field_key;
    TrainingPage page;
    Sheet sheet;
    letterhead(sheet);
    sheet.line({110, 110, 480, 40}, u"SỞ Y TẾ TỈNH KHÁNH NGUYÊN"_s, 24, false, Qt::AlignHCenter);
    page.ink[keys::issuingAgency] = sheet.line({110, 146, 480, 40}, u"BỆNH VIỆN ĐA KHOA ĐÔNG SƠN"_s,
                                               24, true, Qt::AlignHCenter);
    page.ink[keys::documentNumber] =
        sheet.line({110, 206, 480, 40}, u"Số: 0457/GKSKLX-BVĐS"_s, 25, false, Qt::AlignHCenter);
    page.ink[keys::documentDate] = sheet.line(
        {650, 206, 500, 40}, u"Đông Sơn, ngày 05 tháng 7 năm 2026"_s, 25, false, Qt::AlignHCenter);
    page.ink[keys::subject] = sheet.line(
        {200, 330, 840, 60}, u"GIẤY KHÁM SỨC KHỎE CỦA NGƯỜI LÁI XE"_s, 34, true, Qt::AlignHCenter);
    const int left = 150;
    sheet.line({left, 470, 200, 40}, u"Họ và tên:"_s, 29);
    page.ink[keys::ownerName] =
        sheet.line({left + 160, 470, 600, 40}, u"NGUYỄN THỊ HỒNG NHƯỠNG"_s, 29, true);
    sheet.line({left, 530, 200, 40}, u"Ngày sinh:"_s, 29);
    page.ink[keys::birthDate] = sheet.line({left + 160, 530, 300, 40}, u"14/02/1991"_s, 29);
    sheet.line({left + 420, 530, 200, 40}, u"Giới tính: Nữ"_s, 29);
    sheet.line({left, 590, 400, 40}, u"Số định danh cá nhân:"_s, 29);
    page.ink[keys::personalId] = sheet.line({left + 320, 590, 400, 40}, u"056191004823"_s, 29);
    sheet.line({left, 650, 300, 40}, u"Nơi thường trú:"_s, 29);
    page.ink[keys::address] = sheet.line(
        {left + 220, 650, 760, 90}, u"Tổ dân phố Ẫn Sữa, phường Đông Sơn, tỉnh Khánh Nguyên"_s, 29);
    for (int i = 0; i < 9; ++i)
        sheet.line({left, 790 + i * 58, 940, 50},
                   u"Mục %1. Kết quả khám lâm sàng và cận lâm sàng trong giới hạn bình thường, "
                   "không có bệnh lý."_s.arg(i + 1),
                   24);
    sheet.line({left, 1370, 940, 80},
               u"Kết luận: Đủ điều kiện sức khỏe lái xe hạng B. Giấy có giá trị 12 tháng."_s, 28,
               true);
    sheet.line({680, 1470, 400, 40}, u"GIÁM ĐỐC"_s, 27, true, Qt::AlignHCenter);
    page.ink[keys::signer] =
        sheet.line({680, 1620, 400, 40}, u"Bs. Trần Quốc Khải"_s, 28, true, Qt::AlignHCenter);
    QPainter &painter = sheet.painter();
    painter.setPen(QPen(QColor(0xc0, 0x2a, 0x2a, 170), 5));
    painter.drawEllipse(QPoint(760, 1560), 100, 100);
    painter.drawEllipse(QPoint(760, 1560), 78, 78);
    painter.setPen(QPen(QColor(0x24, 0x3f, 0x9c), 4));
    painter.drawPolyline(QPolygon{{800, 1590}, {830, 1530}, {850, 1600}, {880, 1540}, {960, 1570}});
    page.image = sheet.finished();
    return page;
}

QImage applicationForm()
{
    Sheet sheet;
    letterhead(sheet);
    sheet.line({200, 300, 840, 60}, u"ĐƠN ĐỀ NGHỊ ĐỔI GIẤY PHÉP LÁI XE"_s, 34, true,
               Qt::AlignHCenter);
    for (int i = 0; i < 16; ++i)
        sheet.line(
            {150, 440 + i * 62, 940, 50},
            u"%1. Tôi xin cam đoan những điều ghi trên đây là đúng sự thật ............"_s.arg(i +
                                                                                               1),
            27);
    return sheet.finished();
}

QImage onTheGlass(const QImage &page)
{
    QImage glass(page.size() + QSize(160, 160), QImage::Format_RGB32);
    glass.fill(QColor(0x4a, 0x4c, 0x50));
    QPainter painter(&glass);
    painter.setRenderHint(QPainter::SmoothPixmapTransform);
    painter.translate(glass.rect().center());
    painter.rotate(3);
    painter.drawImage(-page.rect().center(), page);
    return glass;
}

QImage backOfSheet()
{
    Sheet sheet;
    sheet.painter().setPen(QColor(0xea, 0xe8, 0xe2));
    sheet.painter().drawLine(0, 880, 1240, 884);
    return sheet.finished();
}

}  // namespace station::gui::test
