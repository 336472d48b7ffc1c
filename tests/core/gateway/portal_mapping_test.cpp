#include "core/gateway/portal_mapping.h"
#include "tests/core/gateway/sample_record.h"
#include "tests/core/rules/law_file.h"
#include "tests/support/catch.h"

#include <QJsonArray>
#include <QJsonDocument>

using namespace station;
using namespace station::gateway;

namespace {

PortalMapping national()
{
    const auto mappings = PortalMappings::load(shared(u"gateway/national-portal.toml"_s));
    REQUIRE(mappings);
    return **mappings->inForce({2024, 7, 15});
}

QByteArray minimal(const QByteArray &fields, const QByteArray &validity = "valid_from = 2024-01-01")
{
    return "[[mapping]]\n" + validity + "\ndates = \"yyyyMMdd\"\n" + fields +
           "\n[mapping.login]\nuser = \"u\"\ncode = \"p\"\nsession = \"s\"\n"
           "[mapping.answer]\ncode = \"c\"\nmessage = \"m\"\ndone = [\"0\"]\n";
}

}  // namespace

TEST_CASE("a record comes back from its JSON", "[gateway]")
{
    auto record = aRecord();
    record.owner.kind = dossier::Owner::Kind::Organisation;
    record.channel = Channel::Post;
    record.known = true;
    CHECK(dossierRecordFrom(toJson(record)).value() == record);
    CHECK(dossierRecordFrom(toJson(aRecord())).value() == aRecord());
}

TEST_CASE("a record of another schema or with unknown words is not read", "[gateway]")
{
    const auto spoiled = [](const char *part, const char *other) {
        const auto record = dossierRecordFrom(toJson(aRecord()).replace(part, other));
        return !record && record.error().fault == Fault::StorageFailed;
    };
    CHECK(spoiled("\"schema\":1", "\"schema\":2"));
    CHECK(spoiled("shared_store", "elsewhere"));
    CHECK(spoiled("\"counter\"", "\"window\""));
    CHECK(dossierRecordFrom("").error().fault == Fault::StorageFailed);
}

TEST_CASE("the national portal is told in its own words", "[gateway]")
{
    const auto message = national().tellingOf(aRecord(), u"phiên-1"_s, false);
    CHECK(message[u"session"_s] == u"phiên-1"_s);
    CHECK(message[u"madonvi"_s] == u"H62.16.1"_s);
    CHECK(message[u"service"_s] == u"DongBoHoSoMC"_s);
    CHECK(message[u"isUpdating"_s] == u"False"_s);
    REQUIRE(message[u"data"_s].toArray().size() == 1);

    const auto expected = QJsonDocument::fromJson(R"({
        "MaHoSo": "000.00.16.H62-240715-0001", "MaTTHC": "1.002809",
        "TenTTHC": "Đổi Giấy phép lái xe", "MaLinhVuc": "G04-GT01", "TenLinhVuc": "Đường bộ",
        "KenhThucHien": "1", "ChuHoSo": "Nguyễn Thị Mẫu", "SoGiayToChuHoSo": "026185001234",
        "LoaiDoiTuong": "1", "MaDoiTuong": "", "SoDienThoai": "", "Email": "",
        "TrichYeuHoSo": "Đổi giấy phép lái xe hạng B2", "NgayNopHoSo": "20240715081320",
        "NgayTiepNhan": "20240715083012", "NgayHenTra": "20240722170000", "NgayTra": "",
        "NgayKetThucXuLy": "", "TrangThaiHoSo": "2", "HinhThuc": "0",
        "DonViXuLy": "Sở Giao thông vận tải", "NoiNopHoSo": "1", "HoSoCoThanhPhanSoHoa": "1",
        "TaiKhoanDuocXacThucVoiVNeID": "0", "DuocThanhToanTrucTuyen": "0",
        "DinhDanhCHS": [{"LoaiDinhDanh": "1", "SoDinhDanh": "026185001234"}],
        "TaiLieuNop": [
            {"TepDinhKemId": "026185001234.G04.000012.88-0123.01", "TenTepDinhKem": "GT01.pdf",
             "IsDeleted": "False", "MaThanhPhanHoSo": "GT01",
             "DuongDanTaiTepTin": "https://kho.example.vn/doc/v1/ab/abcd", "DuocSoHoa": "1",
             "DuocTaiSuDung": "0", "DuocLayTuKhoDMQG": "0", "MaKetQuaThayThe": "KQ.G04.000012"},
            {"TepDinhKemId": "026185001234.G04.000013.99-0001.01", "TenTepDinhKem": "GT02.pdf",
             "IsDeleted": "False", "MaThanhPhanHoSo": "GT02", "DuongDanTaiTepTin": "",
             "DuocSoHoa": "1", "DuocTaiSuDung": "1", "DuocLayTuKhoDMQG": "1",
             "MaKetQuaThayThe": ""},
            {"TepDinhKemId": "0190b39f-0000-7000-8000-000000000002-GT03",
             "TenTepDinhKem": "GT03.pdf", "IsDeleted": "False", "MaThanhPhanHoSo": "GT03",
             "DuongDanTaiTepTin": "", "DuocSoHoa": "0", "DuocTaiSuDung": "0",
             "DuocLayTuKhoDMQG": "0", "MaKetQuaThayThe": ""}],
        "DanhSachGiayToKetQua": [], "DanhSachLePhi": [], "DanhSachTepDinhKemKhac": [],
        "DanhSachHoSoBoSung": [], "DSKetNoiCSDL": []})");
    CHECK(QJsonDocument(message[u"data"_s][0].toObject()).toJson() == expected.toJson());
}

TEST_CASE("owners and dossiers without something are told without it", "[gateway]")
{
    auto record = aRecord();
    record.owner = {.kind = dossier::Owner::Kind::Organisation,
                    .id = Pii(u"0100109106"_s),
                    .name = Pii(u"Công ty Mẫu"_s)};
    record.papers = {record.papers[2]};
    record.dueAtMs = 0;
    record.subject = QString(1200, u'x');
    const auto told = national().tellingOf(record, {}, true)[u"data"_s][0].toObject();
    CHECK(told[u"LoaiDoiTuong"_s] == u"2"_s);
    CHECK(told[u"DinhDanhCHS"_s][0][u"LoaiDinhDanh"_s] == u"3"_s);
    CHECK(told[u"HoSoCoThanhPhanSoHoa"_s] == u"0"_s);
    CHECK(told[u"NgayHenTra"_s] == u""_s);
    CHECK(told[u"TrichYeuHoSo"_s].toString().size() == 1000);

    record.owner.id = Pii(QString());
    CHECK(
        national().tellingOf(record, {}, true)[u"data"_s][0][u"DinhDanhCHS"_s].toArray().isEmpty());
    record.owner = {.id = Pii(u"135012345"_s)};
    CHECK(national().tellingOf(
              record, {}, true)[u"data"_s][0][u"DinhDanhCHS"_s][0][u"LoaiDinhDanh"_s] == u"2"_s);
}

TEST_CASE("the body tells what the portal means", "[gateway]")
{
    const auto [json, updating, verdict] = GENERATE(table<QByteArray, bool, Verdict>({
        {R"({"error_code": "00"})", false, Verdict::Done},
        {R"({"error_code": "0"})", true, Verdict::Done},
        {R"({"error_code": 0, "message": "đã tồn tại"})", false, Verdict::Done},
        {R"({"error_code": "-1", "message": "Hồ sơ 1 ĐÃ TỒN TẠI"})", false, Verdict::Exists},
        {R"({"error_code": "-1", "message": "Ho so da ton tai"})", false, Verdict::Exists},
        {R"({"error_code": "-1", "message": "Hồ sơ đã tồn tại"})", true, Verdict::Refused},
        {R"({"error_code": -1, "message": "Hồ sơ không tồn tại"})", true, Verdict::Missing},
        {R"({"error_code": -1, "message": "Thủ tục không tồn tại"})", false, Verdict::Refused},
        {R"({"error_code": -1, "message": "Phiên làm việc không tồn tại"})", true,
         Verdict::SessionOver},
        {R"({"error_code": "", "message": ""})", false, Verdict::Refused},
        {R"({})", false, Verdict::Refused},
    }));
    CAPTURE(json);
    CHECK(national().verdictOn(QJsonDocument::fromJson(json).object(), updating) == verdict);
}

TEST_CASE("the mapping of the day counts", "[gateway]")
{
    const LawFile file(minimal("message = [{ name = \"old\" }]",
                               "valid_from = 2020-01-01\nvalid_until = 2023-12-31") +
                       minimal("message = [{ name = \"new\" }]"));
    const auto mappings = PortalMappings::load(file.path());
    REQUIRE(mappings);
    CHECK((*mappings->inForce({2023, 12, 31}))->message[0].name == u"old"_s);
    CHECK((*mappings->inForce({2024, 1, 1}))->message[0].name == u"new"_s);
    CHECK(mappings->inForce({2019, 1, 1}).error().fault == Fault::SettingsInvalid);
}

TEST_CASE("a mistake in a mapping is named with its place", "[gateway]")
{
    const auto [fields, problem] = GENERATE(table<QByteArray, QString>({
        {"message = [{ name = \"a\", fact = \"dossier_cod\" }]", u"fact: no such fact"_s},
        {"message = [{ name = \"a\", fact = \"link\" }]", u"fact: is not known in this place"_s},
        {"message = [{ name = \"a\" }]\ndossier = [{ name = \"b\", fact = \"session\" }]",
         u"fact: is not known in this place"_s},
        {"message = [{ name = \"a\", fact = \"channel\", words = { counter = \"1\", post = \"3\" "
         "} }]",
         u"words.online: is missing"_s},
        {"message = [{ name = \"a\", fact = \"channel\" }]", u"words: is missing"_s},
        {"message = [{ name = \"a\", list = \"papers\" }]", u"list: expected"_s},
        {"message = [{ name = \"a\", value = \"1\", list = \"paper\" }]", u"more than one of"_s},
        {"message = [{ fact = \"office\" }]", u"name: is missing"_s},
        {"lookup = [{ name = \"a\" }]", u"message: missing"_s},
    }));
    const LawFile file(minimal(fields));
    const auto mappings = PortalMappings::load(file.path());
    REQUIRE_FALSE(mappings);
    CHECK(mappings.error().fault == Fault::SettingsInvalid);
    CAPTURE(mappings.error().subject);
    CHECK(mappings.error().subject.contains(problem));
}
