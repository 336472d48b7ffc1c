#pragma once

#include "core/base/clock.h"
#include "core/gateway/dossier_record.h"

namespace station::gateway {

using namespace Qt::StringLiterals;

class SetClock final : public Clock {
public:
    qint64 nowMs() const override { return now; }
    qint64 now = 1'721'008'812'000;  // 2024-07-15 09:00:12 in Vietnam
};

inline DossierRecord aRecord()
{
    return {
        .handoverId = u"0190b3a0-0000-7000-8000-000000000001"_s,
        .dossierUuid = u"0190b39f-0000-7000-8000-000000000002"_s,
        .dossierCode = u"000.00.16.H62-240715-0001"_s,
        .procedure = u"1.002809"_s,
        .procedureName = u"Đổi Giấy phép lái xe"_s,
        .sectorCode = u"G04-GT01"_s,
        .sectorName = u"Đường bộ"_s,
        .office = u"H62.16.1"_s,
        .departmentName = u"Sở Giao thông vận tải"_s,
        .owner = {.id = Pii(u"026185001234"_s), .name = Pii(u"Nguyễn Thị Mẫu"_s)},
        .subject = u"Đổi giấy phép lái xe hạng B2"_s,
        .submittedAtMs = 1'721'006'000'000,
        .receivedAtMs = 1'721'007'012'000,
        .dueAtMs = 1'721'642'400'000,
        .papers = {
            {.component = u"GT01"_s,
             .fileName = u"GT01.pdf"_s,
             .link = u"https://kho.example.vn/doc/v1/ab/abcd"_s,
             .origin = PaperOrigin::Digitized,
             .code = u"026185001234.G04.000012.88-0123.01"_s,
             .replacedResult = u"KQ.G04.000012"_s},
            {.component = u"GT02"_s,
             .fileName = u"GT02.pdf"_s,
             .origin = PaperOrigin::SharedStore,
             .code = u"026185001234.G04.000013.99-0001.01"_s},
            {.component = u"GT03"_s, .fileName = u"GT03.pdf"_s, .origin = PaperOrigin::Attached}}};
}

}  // namespace station::gateway
