#include "core/codes/province_codes.h"

#include <QHash>

using namespace Qt::StringLiterals;

namespace station::codes {

QString provinceOfBirth(const QString &provinceCode)
{
    static const QHash<QString, QString> provinces{
        {u"001"_s, u"Hà Nội"_s},          {u"002"_s, u"Hà Giang"_s},
        {u"004"_s, u"Cao Bằng"_s},        {u"006"_s, u"Bắc Kạn"_s},
        {u"008"_s, u"Tuyên Quang"_s},     {u"010"_s, u"Lào Cai"_s},
        {u"011"_s, u"Điện Biên"_s},       {u"012"_s, u"Lai Châu"_s},
        {u"014"_s, u"Sơn La"_s},          {u"015"_s, u"Yên Bái"_s},
        {u"017"_s, u"Hòa Bình"_s},        {u"019"_s, u"Thái Nguyên"_s},
        {u"020"_s, u"Lạng Sơn"_s},        {u"022"_s, u"Quảng Ninh"_s},
        {u"024"_s, u"Bắc Giang"_s},       {u"025"_s, u"Phú Thọ"_s},
        {u"026"_s, u"Vĩnh Phúc"_s},       {u"027"_s, u"Bắc Ninh"_s},
        {u"030"_s, u"Hải Dương"_s},       {u"031"_s, u"Hải Phòng"_s},
        {u"033"_s, u"Hưng Yên"_s},        {u"034"_s, u"Thái Bình"_s},
        {u"035"_s, u"Hà Nam"_s},          {u"036"_s, u"Nam Định"_s},
        {u"037"_s, u"Ninh Bình"_s},       {u"038"_s, u"Thanh Hóa"_s},
        {u"040"_s, u"Nghệ An"_s},         {u"042"_s, u"Hà Tĩnh"_s},
        {u"044"_s, u"Quảng Bình"_s},      {u"045"_s, u"Quảng Trị"_s},
        {u"046"_s, u"Thừa Thiên Huế"_s},  {u"048"_s, u"Đà Nẵng"_s},
        {u"049"_s, u"Quảng Nam"_s},       {u"051"_s, u"Quảng Ngãi"_s},
        {u"052"_s, u"Bình Định"_s},       {u"054"_s, u"Phú Yên"_s},
        {u"056"_s, u"Khánh Hòa"_s},       {u"058"_s, u"Ninh Thuận"_s},
        {u"060"_s, u"Bình Thuận"_s},      {u"062"_s, u"Kon Tum"_s},
        {u"064"_s, u"Gia Lai"_s},         {u"066"_s, u"Đắk Lắk"_s},
        {u"067"_s, u"Đắk Nông"_s},        {u"068"_s, u"Lâm Đồng"_s},
        {u"070"_s, u"Bình Phước"_s},      {u"072"_s, u"Tây Ninh"_s},
        {u"074"_s, u"Bình Dương"_s},      {u"075"_s, u"Đồng Nai"_s},
        {u"077"_s, u"Bà Rịa–Vũng Tàu"_s}, {u"079"_s, u"TP. Hồ Chí Minh"_s},
        {u"080"_s, u"Long An"_s},         {u"082"_s, u"Tiền Giang"_s},
        {u"083"_s, u"Bến Tre"_s},         {u"084"_s, u"Trà Vinh"_s},
        {u"086"_s, u"Vĩnh Long"_s},       {u"087"_s, u"Đồng Tháp"_s},
        {u"089"_s, u"An Giang"_s},        {u"091"_s, u"Kiên Giang"_s},
        {u"092"_s, u"Cần Thơ"_s},         {u"093"_s, u"Hậu Giang"_s},
        {u"094"_s, u"Sóc Trăng"_s},       {u"095"_s, u"Bạc Liêu"_s},
        {u"096"_s, u"Cà Mau"_s},
    };
    return provinces.value(provinceCode);
}

}  // namespace station::codes
