#pragma once

#include "core/pdf/printed_page.h"
#include "core/workflow/station_context.h"

#include <QDateTime>

#include <optional>

namespace station::workflow {

enum class ReceiptPaper { A4, A5 };

struct ReceiptWish {
    ReceiptPaper paper = ReceiptPaper::A4;
    bool training = false;  ///< Says on each page that it is worth nothing.
};

struct Receipt {
    pdf::PrintedPages pages{};
    /// Vietnam time. Nothing, and left open on the paper: the procedure says no processing time,
    /// or the calendar of a year in question is not announced.
    std::optional<QDateTime> due{};
};

/// The receipt and appointment slip of form 01 (giấy tiếp nhận hồ sơ và hẹn trả kết quả), once
/// for the office and once for the citizen, always in Vietnamese. Lists the papers that were
/// taken in so far; what the station does not know stays open for the pen. The same dossier
/// gives the same pages. A dossier with a code carries it as QR, top left (TT 01/2023).
///
/// Fails with UnknownProcedure, SettingsInvalid (no form was in force on the day of reception),
/// else as pdf::PageComposer::finish.
Expected<Receipt> receiptOf(const LawBook &law, const dossier::Dossier &dossier,
                            const ReceiptWish &wish);

}  // namespace station::workflow
