#include "tests/bench/papers/invented.h"

#include <array>

namespace station::papers {

using namespace Qt::StringLiterals;

namespace {

const std::vector<Province> &provinces()
{
    static const std::vector<Province> all{
        {u"Vĩnh Phúc"_s,
         false,
         26,
         {u"88"_s},
         u"H62"_s,
         {u"Vĩnh Yên"_s, u"Phúc Yên"_s, u"Tam Dương"_s, u"Bình Xuyên"_s, u"Lập Thạch"_s}},
        {u"Phú Thọ"_s,
         false,
         25,
         {u"19"_s},
         u"H44"_s,
         {u"Việt Trì"_s, u"Lâm Thao"_s, u"Thanh Ba"_s, u"Đoan Hùng"_s}},
        {u"Thái Nguyên"_s,
         false,
         19,
         {u"20"_s},
         u"H55"_s,
         {u"Sông Công"_s, u"Phổ Yên"_s, u"Đại Từ"_s, u"Phú Bình"_s}},
        {u"Hải Dương"_s,
         false,
         30,
         {u"34"_s},
         u"H23"_s,
         {u"Chí Linh"_s, u"Kinh Môn"_s, u"Ninh Giang"_s, u"Cẩm Giàng"_s}},
        {u"Hải Phòng"_s,
         true,
         31,
         {u"15"_s, u"16"_s},
         u"H24"_s,
         {u"Ngô Quyền"_s, u"Kiến An"_s, u"Thủy Nguyên"_s, u"Lê Chân"_s}},
        {u"Hà Nội"_s,
         true,
         1,
         {u"29"_s, u"30"_s, u"33"_s},
         u"H26"_s,
         {u"Cầu Giấy"_s, u"Hoàng Mai"_s, u"Sóc Sơn"_s, u"Long Biên"_s, u"Đống Đa"_s}},
        {u"Nam Định"_s,
         false,
         36,
         {u"18"_s},
         u"H40"_s,
         {u"Hải Hậu"_s, u"Ý Yên"_s, u"Xuân Trường"_s, u"Vụ Bản"_s}},
        {u"Thanh Hóa"_s,
         false,
         38,
         {u"36"_s},
         u"H56"_s,
         {u"Sầm Sơn"_s, u"Bỉm Sơn"_s, u"Thọ Xuân"_s, u"Hoằng Hóa"_s}},
        {u"Nghệ An"_s,
         false,
         40,
         {u"37"_s},
         u"H41"_s,
         {u"Cửa Lò"_s, u"Diễn Châu"_s, u"Nghi Lộc"_s, u"Yên Thành"_s}},
        {u"Quảng Trị"_s,
         false,
         45,
         {u"74"_s},
         u"H50"_s,
         {u"Đông Hà"_s, u"Vĩnh Linh"_s, u"Gio Linh"_s}},
        {u"Đà Nẵng"_s,
         true,
         48,
         {u"43"_s},
         u"H17"_s,
         {u"Thanh Khê"_s, u"Liên Chiểu"_s, u"Sơn Trà"_s, u"Cẩm Lệ"_s}},
        {u"Bình Định"_s,
         false,
         52,
         {u"77"_s},
         u"H08"_s,
         {u"Quy Nhơn"_s, u"An Nhơn"_s, u"Tuy Phước"_s}},
        {u"Gia Lai"_s, false, 64, {u"81"_s}, u"H21"_s, {u"Pleiku"_s, u"An Khê"_s, u"Chư Sê"_s}},
        {u"Lâm Đồng"_s,
         false,
         68,
         {u"49"_s},
         u"H36"_s,
         {u"Đà Lạt"_s, u"Bảo Lộc"_s, u"Đức Trọng"_s}},
        {u"Tây Ninh"_s,
         false,
         72,
         {u"70"_s},
         u"H53"_s,
         {u"Trảng Bàng"_s, u"Hòa Thành"_s, u"Gò Dầu"_s}},
        {u"Hồ Chí Minh"_s,
         true,
         79,
         {u"50"_s, u"51"_s, u"59"_s},
         u"H29"_s,
         {u"Quận 3"_s, u"Bình Thạnh"_s, u"Gò Vấp"_s, u"Thủ Đức"_s, u"Tân Phú"_s}},
        {u"Tiền Giang"_s,
         false,
         82,
         {u"63"_s},
         u"H58"_s,
         {u"Mỹ Tho"_s, u"Cai Lậy"_s, u"Chợ Gạo"_s}},
        {u"Cần Thơ"_s, true, 92, {u"65"_s}, u"H13"_s, {u"Bình Thủy"_s, u"Ô Môn"_s, u"Cái Răng"_s}},
        {u"Kiên Giang"_s,
         false,
         91,
         {u"68"_s},
         u"H33"_s,
         {u"Rạch Giá"_s, u"Hà Tiên"_s, u"Châu Thành"_s}},
        {u"Cà Mau"_s, false, 96, {u"69"_s}, u"H12"_s, {u"Năm Căn"_s, u"Cái Nước"_s, u"Đầm Dơi"_s}},
    };
    return all;
}

QString clean(const QString &text)
{
    return text.simplified();
}

}  // namespace

QString Province::full() const
{
    return (isCity ? u"thành phố "_s : u"tỉnh "_s) + name;
}

QString Person::sex() const
{
    return woman ? u"Nữ"_s : u"Nam"_s;
}

Province someProvince(Random &random)
{
    return random.pick(provinces());
}

QString someName(Random &random, bool woman)
{
    static const QStringList family{
        u"Nguyễn"_s, u"Nguyễn"_s, u"Trần"_s,  u"Lê"_s,    u"Phạm"_s,  u"Hoàng"_s, u"Phan"_s,
        u"Vũ"_s,     u"Võ"_s,     u"Đặng"_s,  u"Bùi"_s,   u"Đỗ"_s,    u"Hồ"_s,    u"Ngô"_s,
        u"Dương"_s,  u"Lý"_s,     u"Phùng"_s, u"Tạ"_s,    u"Chu"_s,   u"Lương"_s, u"Trịnh"_s,
        u"Đào"_s,    u"Mai"_s,    u"Kiều"_s,  u"Khổng"_s, u"Quách"_s, u"Nông"_s,  u"Triệu"_s,
        u"Lưu"_s,    u"Đoàn"_s,   u"Huỳnh"_s, u"Cao"_s,   u"Hà"_s};
    static const QStringList menMiddle{
        u"Văn"_s,  u"Văn"_s,  u"Đức"_s,   u"Quang"_s, u"Xuân"_s, u"Hữu"_s, u"Minh"_s, u"Thanh"_s,
        u"Tiến"_s, u"Ngọc"_s, u"Trung"_s, u"Đình"_s,  u"Mạnh"_s, u"Anh"_s, u"Gia"_s,  u"Viết"_s};
    static const QStringList men{u"Hùng"_s,  u"Cường"_s, u"Dũng"_s, u"Tuấn"_s,  u"Sơn"_s,
                                 u"Hải"_s,   u"Long"_s,  u"Nam"_s,  u"Thắng"_s, u"Bình"_s,
                                 u"Quyền"_s, u"Kiên"_s,  u"Huy"_s,  u"Khải"_s,  u"Lâm"_s,
                                 u"Tú"_s,    u"Phong"_s, u"Đạt"_s,  u"Việt"_s,  u"Hậu"_s,
                                 u"Thịnh"_s, u"Khoa"_s,  u"Tùng"_s, u"Giang"_s};
    static const QStringList womenMiddle{u"Thị"_s,       u"Thị"_s,     u"Thị Thu"_s,  u"Thị Hồng"_s,
                                         u"Thị Thanh"_s, u"Ngọc"_s,    u"Thị Minh"_s, u"Phương"_s,
                                         u"Thùy"_s,      u"Thị Kim"_s, u"Thị Bích"_s};
    static const QStringList women{u"Hương"_s, u"Lan"_s,   u"Hằng"_s,  u"Nga"_s,  u"Thủy"_s,
                                   u"Huyền"_s, u"Trang"_s, u"Yến"_s,   u"Dung"_s, u"Hiền"_s,
                                   u"Loan"_s,  u"Mai"_s,   u"Ngân"_s,  u"Oanh"_s, u"Phượng"_s,
                                   u"Quỳnh"_s, u"Thảo"_s,  u"Tuyết"_s, u"Vân"_s,  u"Xuân"_s,
                                   u"Ánh"_s,   u"Diệp"_s};
    return random.pick(family) + u' ' + random.pick(woman ? womenMiddle : menMiddle) + u' ' +
           random.pick(woman ? women : men);
}

QString someAddress(Random &random, const Province &province)
{
    const QString district = random.pick(province.districts);
    const QString ward = random.pick(
        {u"Đồng Tâm", u"Tích Sơn", u"Khai Quang", u"Hội Hợp", u"Liên Bảo", u"Tân Lập",
         u"Quang Minh", u"Hòa Bình", u"Xuân Hòa", u"An Phú", u"Bình Dương", u"Phú Xuân",
         u"Đại Đồng", u"Thạnh Lộc", u"Yên Bình", u"Trung Mỹ", u"Mỹ Hưng", u"Hùng Vương"});
    const QString street =
        random.pick({u"Trần Phú", u"Nguyễn Tất Thành", u"Lê Lợi", u"Mê Linh", u"Hai Bà Trưng",
                     u"Ngô Gia Tự", u"Kim Ngọc", u"Lý Thường Kiệt", u"Phan Bội Châu",
                     u"Điện Biên Phủ", u"Tôn Đức Thắng", u"Hoàng Văn Thụ", u"Trường Chinh"});
    const QString unit = random.pick({u"thành phố ", u"huyện ", u"thị xã "});
    const QString upper = province.isCity ? u"thành phố "_s : u"tỉnh "_s;
    switch (random.between(0, 5)) {
    case 0:
        return u"Số %1, đường %2, phường %3, %4%5, %6%7"_s.arg(random.between(1, 480))
            .arg(street, ward, unit, district, upper, province.name);
    case 1:
        return u"Thôn %1, xã %2, huyện %3, tỉnh %4"_s.arg(
            random.pick(
                {u"Đông", u"Thượng", u"Trại Giao", u"Vân Tập", u"2", u"Đồng Ý", u"Phú Hậu"}),
            ward, district, province.name);
    case 2:
        return u"Tổ dân phố %1, phường %2, %3, %4"_s.arg(random.between(1, 18))
            .arg(ward, district, province.name);
    case 3:
        return u"%1 %2, phường %3, %4, %5"_s.arg(random.between(2, 300))
            .arg(street, ward, district, province.name);
    case 4:
        return u"Ngõ %1, phố %2, P. %3, TP. %4, %5"_s.arg(random.between(2, 99))
            .arg(street, ward, district, province.name);
    default:
        return u"Khu %1, xã %2, %3"_s.arg(random.between(1, 14)).arg(ward, province.full());
    }
}

QString phoneNumber(Random &random)
{
    return random.pick({u"09", u"03", u"08", u"07"}) + random.digits(8);
}

QDate someDate(Random &random, int fromYear, int toYear)
{
    return QDate(random.between(fromYear, toYear), 1, 1).addDays(random.between(0, 364));
}

Person somePerson(Random &random, const Province &province)
{
    Person person;
    person.woman = random.chance(0.4);
    person.name = someName(random, person.woman);
    person.born = someDate(random, 1958, 2005);
    const int century = person.born.year() >= 2000 ? 2 : 0;
    const Province origin = random.chance(0.7) ? province : someProvince(random);
    person.id = u"%1%2%3"_s.arg(origin.idCode, 3, 10, QChar(u'0'))
                    .arg(century + (person.woman ? 1 : 0))
                    .arg(person.born.year() % 100, 2, 10, QChar(u'0')) +
                random.digits(6);
    person.oldId = random.chance(0.6) ? random.digits(9) : QString();
    person.idIssued = someDate(random, 2021, 2024);
    person.address = someAddress(random, province);
    person.origin = u"%1, %2"_s.arg(random.pick(origin.districts), origin.name);
    person.phone = phoneNumber(random);
    return person;
}

QString taxCode(Random &random)
{
    constexpr std::array weights{31, 29, 23, 19, 17, 13, 7, 5, 3};
    while (true) {
        const QString digits =
            u"%1"_s.arg(random.between(1, 96), 2, 10, QChar(u'0')) + random.digits(7);
        int sum = 0;
        for (std::size_t i = 0; i < weights.size(); ++i)
            sum += weights[i] * digits[qsizetype(i)].digitValue();
        if (const int check = 10 - sum % 11; check < 10 && !digits.endsWith(u"0000000"))
            return digits + QString::number(check);
    }
}

QString carPlate(Random &random, const Province &province)
{
    const QString series = random.chance(0.08) ? u"LD"_s : QString(random.pick(u"ABCDEFGH"_s));
    return random.pick(province.plates) + series + u'-' + random.digits(3) + u'.' +
           random.digits(2);
}

Company someCompany(Random &random, const Province &province)
{
    const QString name =
        random.pick({u"Hưng Thịnh", u"An Bình", u"Sông Hồng", u"Tân Phát", u"Minh Quân",
                     u"Thành Đạt", u"Đại An", u"Bảo Yến", u"Phú Cường", u"Hải Vân", u"Toàn Thắng",
                     u"Trường Sơn", u"Nhật Minh", u"Việt Hùng", u"Tam Đảo", u"Ngọc Khánh"});
    const QString trade = random.pick({u"Vận tải", u"Thương mại và Vận tải", u"Vận tải hành khách",
                                       u"Dịch vụ Vận tải", u"Vận tải và Du lịch", u"Logistics",
                                       u"Đầu tư Xây dựng và Vận tải"});
    Company company;
    switch (random.between(0, 3)) {
    case 0:
        company = {u"Công ty TNHH %1 %2"_s.arg(trade, name),
                   u"Công ty TNHH"_s,
                   {},
                   {},
                   {},
                   {},
                   {},
                   u"GIÁM ĐỐC"_s};
        break;
    case 1:
        company = {u"Công ty Cổ phần %1 %2"_s.arg(trade, name),
                   u"Công ty cổ phần"_s,
                   {},
                   {},
                   {},
                   {},
                   {},
                   u"TỔNG GIÁM ĐỐC"_s};
        break;
    case 2:
        company = {u"Hợp tác xã %1 %2"_s.arg(trade, name), u"Hợp tác xã"_s, {}, {}, {}, {}, {},
                   u"CHỦ TỊCH HỘI ĐỒNG QUẢN TRỊ"_s};
        break;
    default:
        company = {u"Doanh nghiệp tư nhân %1"_s.arg(name),
                   u"Doanh nghiệp tư nhân"_s,
                   {},
                   {},
                   {},
                   {},
                   {},
                   u"CHỦ DOANH NGHIỆP"_s};
    }
    for (const QString &word : name.split(u' '))
        company.abbreviation += word.at(0);
    company.taxCode = taxCode(random);
    company.address = someAddress(random, province);
    company.phone = random.chance(0.5) ? phoneNumber(random) : u"02"_s + random.digits(9);
    company.leader = someName(random, random.chance(0.3));
    return company;
}

Agency transportAgency(Random &random, const Province &province)
{
    const bool building = random.chance(0.25);
    const QString name = building ? u"Sở Xây dựng"_s : u"Sở Giao thông vận tải"_s;
    const QString upper =
        random.chance(0.75)
            ? (province.isCity ? u"UBND THÀNH PHỐ "_s : u"UBND TỈNH "_s) + province.name.toUpper()
            : (province.isCity ? u"ỦY BAN NHÂN DÂN THÀNH PHỐ "_s : u"ỦY BAN NHÂN DÂN TỈNH "_s) +
                  province.name.toUpper();
    return {upper,
            name.toUpper(),
            name + u' ' + province.full(),
            building ? u"SXD"_s : u"SGTVT"_s,
            u"GIÁM ĐỐC"_s,
            random.chance(0.6) ? province.name : random.pick(province.districts)};
}

Agency someAgency(Random &random, const Province &province)
{
    if (random.chance(0.4))
        return transportAgency(random, province);
    Agency agency = transportAgency(random, province);
    struct Department {
        const char16_t *name;
        const char16_t *abbreviation;
    };
    static const std::vector<Department> departments{
        {u"Sở Y tế", u"SYT"},
        {u"Sở Công Thương", u"SCT"},
        {u"Sở Tư pháp", u"STP"},
        {u"Sở Khoa học và Công nghệ", u"SKHCN"},
        {u"Sở Giáo dục và Đào tạo", u"SGDĐT"},
        {u"Sở Lao động - Thương binh và Xã hội", u"SLĐTBXH"},
        {u"Sở Nông nghiệp và Phát triển nông thôn", u"SNNPTNT"},
        {u"Sở Văn hóa, Thể thao và Du lịch", u"SVHTTDL"},
        {u"Thanh tra tỉnh", u"TTr"},
        {u"Ban Quản lý các khu công nghiệp", u"BQLKCN"}};
    switch (random.between(0, 4)) {
    case 0: {
        const QString district = random.pick(province.districts);
        return {{},
                u"ỦY BAN NHÂN DÂN\nHUYỆN "_s + district.toUpper(),
                u"Ủy ban nhân dân huyện "_s + district,
                u"UBND"_s,
                u"CHỦ TỊCH"_s,
                district};
    }
    case 1:
        return {{},
                (province.isCity ? u"ỦY BAN NHÂN DÂN\nTHÀNH PHỐ "_s : u"ỦY BAN NHÂN DÂN\nTỈNH "_s) +
                    province.name.toUpper(),
                u"Ủy ban nhân dân "_s + province.full(),
                u"UBND"_s,
                u"CHỦ TỊCH"_s,
                province.name};
    case 2:
        return {u"SỞ GIAO THÔNG VẬN TẢI"_s,
                u"TRUNG TÂM ĐĂNG KIỂM XE CƠ GIỚI"_s,
                u"Trung tâm Đăng kiểm xe cơ giới"_s,
                u"TTĐK"_s,
                u"GIÁM ĐỐC"_s,
                province.name};
    default: {
        const Department department = random.pick(departments);
        const QString name = QString::fromUtf16(department.name);
        agency.name = name.toUpper();
        agency.spoken = name + u' ' + province.full();
        agency.abbreviation = QString::fromUtf16(department.abbreviation);
        if (name.startsWith(u"Thanh tra"))
            agency.chief = u"CHÁNH THANH TRA"_s;
        if (name.startsWith(u"Ban"))
            agency.chief = u"TRƯỞNG BAN"_s;
        return agency;
    }
    }
}

Vehicle someVehicle(Random &random, const Province &province)
{
    struct Model {
        const char16_t *brand;
        const char16_t *kind;
        int seats;
        int loadKg;
        const char16_t *country;
    };
    static const std::vector<Model> models{{u"TOYOTA", u"Ô tô con", 7, 0, u"Việt Nam"},
                                           {u"HYUNDAI", u"Ô tô khách", 29, 0, u"Việt Nam"},
                                           {u"THACO", u"Ô tô khách", 45, 0, u"Việt Nam"},
                                           {u"HINO", u"Ô tô tải", 3, 8150, u"Nhật Bản"},
                                           {u"ISUZU", u"Ô tô tải", 3, 4990, u"Việt Nam"},
                                           {u"KIA", u"Ô tô con", 5, 0, u"Việt Nam"},
                                           {u"FORD", u"Ô tô khách", 16, 0, u"Việt Nam"},
                                           {u"HOWO", u"Ô tô đầu kéo", 2, 24500, u"Trung Quốc"},
                                           {u"MITSUBISHI", u"Ô tô con", 7, 0, u"Indonesia"},
                                           {u"DAEWOO", u"Ô tô tải", 2, 13500, u"Hàn Quốc"}};
    const Model model = random.pick(models);
    static const QString letters = u"ABCDEFGHJKLMNPRSTUVWXYZ"_s;
    const auto code = [&](int length, double share) {
        QString text;
        for (int i = 0; i < length; ++i)
            text +=
                random.chance(share) ? random.pick(letters) : QChar(u'0' + random.between(0, 9));
        return text;
    };
    Vehicle vehicle;
    vehicle.plate = carPlate(random, province);
    vehicle.brand = QString::fromUtf16(model.brand);
    vehicle.kind = QString::fromUtf16(model.kind);
    vehicle.chassis = u"RL"_s + code(9, 0.4) + random.digits(6);
    vehicle.engine = code(5, 0.5) + random.digits(random.between(5, 7));
    vehicle.colour =
        random.pick({u"Trắng", u"Đen", u"Bạc", u"Đỏ", u"Xanh", u"Xám", u"Ghi", u"Nâu"});
    vehicle.seats = QString::number(model.seats);
    vehicle.load = model.loadKg > 0 ? QString::number(model.loadKg) : QString();
    vehicle.year = QString::number(random.between(2009, 2023));
    vehicle.country = QString::fromUtf16(model.country);
    return vehicle;
}

QString dossierCode(Random &random, const Province &province, const QDate &day)
{
    const QString end =
        u"-%1-%2"_s.arg(day.toString(u"yyMMdd"_s)).arg(random.between(1, 900), 4, 10, QChar(u'0'));
    const QString unit = u"%1"_s.arg(random.between(3, 22), 2, 10, QChar(u'0'));
    return random.chance(0.7) ? u"000.00.%1.%2"_s.arg(unit, province.code) + end
                              : u"%1.%2"_s.arg(province.code, unit) + end;
}

QString licenceNumber(Random &random, const Province &province, const Person &person, int year)
{
    return u"%1%2%3"_s.arg(random.pick(province.plates))
               .arg((year >= 2000 ? 2 : 0) + (person.woman ? 1 : 0))
               .arg(year % 100, 2, 10, QChar(u'0')) +
           random.digits(7);
}

QString someSubject(Random &random)
{
    return clean(
        random.pick({u"tăng cường quản lý hoạt động vận tải hành khách theo hợp đồng",
                     u"hướng dẫn nộp hồ sơ trực tuyến đối với thủ tục cấp phù hiệu",
                     u"rà soát phương tiện hết niên hạn sử dụng",
                     u"báo cáo tình hình thực hiện cơ chế một cửa, một cửa liên thông quý III",
                     u"phối hợp kiểm tra tải trọng phương tiện trên các tuyến đường tỉnh",
                     u"đính chính thông tin trong giấy phép lái xe đã cấp",
                     u"mời họp triển khai kế hoạch số hóa kết quả giải quyết thủ tục hành chính",
                     u"cung cấp thông tin về tuyến vận tải cố định liên tỉnh",
                     u"chấp thuận phương án tổ chức giao thông phục vụ thi công nút giao",
                     u"xử lý phản ánh về xe dừng đỗ không đúng nơi quy định",
                     u"thu hồi giấy phép kinh doanh vận tải bằng xe ô tô do chấm dứt hoạt động",
                     u"công bố danh mục thủ tục hành chính lĩnh vực đường bộ",
                     u"trả lời kiến nghị của doanh nghiệp về cấp giấy phép lưu hành xe quá khổ",
                     u"cử cán bộ tham gia đoàn kiểm tra an toàn kỹ thuật phương tiện thủy nội địa",
                     u"bổ sung xe tập lái cho cơ sở đào tạo"}));
}

QString someSentence(Random &random)
{
    return clean(random.pick(
        {u"Thực hiện Kế hoạch số 131/KH-UBND ngày 25 tháng 5 năm 2021 của Ủy ban nhân dân tỉnh về "
         u"số "
         u"hóa hồ sơ, giấy tờ, cơ quan đã chỉ đạo các phòng chuyên môn triển khai đồng bộ các "
         u"nhiệm vụ "
         u"được giao.",
         u"Qua kiểm tra hồ sơ của đơn vị, cơ quan nhận thấy thành phần hồ sơ đã đầy đủ theo quy "
         u"định "
         u"tại Điều 17 Nghị định số 10/2020/NĐ-CP ngày 17 tháng 01 năm 2020 của Chính phủ.",
         u"Đề nghị các đơn vị nghiêm túc thực hiện; trong quá trình thực hiện nếu có vướng mắc, "
         u"phản "
         u"ánh về cơ quan để được hướng dẫn (điện thoại: 0211.3861.508).",
         u"Trong 6 tháng đầu năm đã tiếp nhận 14.237 hồ sơ, trong đó nộp trực tuyến 9.865 hồ sơ, "
         u"đạt "
         u"69,29%; giải quyết trước và đúng hạn 14.198 hồ sơ.",
         u"Các tổ chức, cá nhân có liên quan chịu trách nhiệm về tính chính xác của thông tin đã "
         u"kê "
         u"khai và lưu giữ bản chính để đối chiếu khi có yêu cầu.",
         u"Thời gian thực hiện: Bắt đầu từ 08 giờ 00 phút ngày 15 tháng 10, dự kiến kết thúc trước "
         u"ngày 31 tháng 12; địa điểm tại trụ sở cơ quan.",
         u"Đơn vị vận tải phải duy trì các điều kiện về phương tiện, người lái xe, người điều hành "
         u"và "
         u"nơi đỗ xe trong suốt quá trình kinh doanh.",
         u"Giao Văn phòng theo dõi, đôn đốc, tổng hợp kết quả và báo cáo lãnh đạo trước ngày 20 "
         u"hằng "
         u"tháng."}));
}

QString slashed(const QDate &date)
{
    return date.toString(u"dd/MM/yyyy"_s);
}

QString spokenDate(const QDate &date)
{
    return u"ngày %1 tháng %2 năm %3"_s.arg(date.day(), 2, 10, QChar(u'0'))
        .arg(date.month(), date.month() < 3 ? 2 : 1, 10, QChar(u'0'))
        .arg(date.year());
}

}  // namespace station::papers
