#pragma once

#include "tests/bench/papers/draft.h"

namespace station::papers {

void drawLetter(Draft &draft);
void drawDecision(Draft &draft);
void drawReport(Draft &draft);
void drawNotice(Draft &draft);
void drawTransportLicence(Draft &draft);
void drawRegistration(Draft &draft);    ///< Of an enterprise, co-operative or household.
void drawLicenceRequest(Draft &draft);  ///< Đơn đổi, cấp lại GPLX
void drawOtherRequest(Draft &draft);
void drawDeclaration(Draft &draft);   ///< Tờ khai
void drawBadgeRequest(Draft &draft);  ///< Giấy đề nghị cấp phù hiệu
void drawSlip(Draft &draft);          ///< Giấy tiếp nhận hồ sơ
void drawHealthCertificate(Draft &draft);
void drawDrivingLicence(Draft &draft);
void drawIdentityCard(Draft &draft);
void drawVehicleRegistration(Draft &draft);
void drawInspection(Draft &draft);  ///< Kiểm định
void drawContract(Draft &draft);
void drawInvoice(Draft &draft);
void drawFeeReceipt(Draft &draft);
void drawBlank(Draft &draft);

struct Kind {
    const char *name;
    void (*draw)(Draft &);
    bool card = false;
    int weight = 4;  ///< How often among all.
};
inline constexpr Kind kinds[] = {
    {"cong_van", drawLetter, false, 8},
    {"quyet_dinh", drawDecision, false, 6},
    {"bao_cao", drawReport},
    {"thong_bao", drawNotice},
    {"giay_phep_vt", drawTransportLicence, false, 6},
    {"gcn_dkdn", drawRegistration, false, 5},
    {"don_gplx", drawLicenceRequest, false, 8},
    {"don_khac", drawOtherRequest},
    {"to_khai", drawDeclaration},
    {"giay_de_nghi", drawBadgeRequest, false, 6},
    {"tiep_nhan", drawSlip, false, 5},
    {"gksk", drawHealthCertificate, false, 5},
    {"gplx", drawDrivingLicence, true, 5},
    {"cccd", drawIdentityCard, true, 5},
    {"dang_ky_xe", drawVehicleRegistration, true, 5},
    {"kiem_dinh", drawInspection},
    {"hop_dong", drawContract, false, 5},
    {"hoa_don", drawInvoice, false, 3},
    {"bien_lai", drawFeeReceipt, false, 2},
    {"blank", drawBlank, false, 3},
};

}  // namespace station::papers
