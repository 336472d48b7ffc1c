#pragma once

#include "tests/bench/papers/draft.h"

namespace station::papers {

/// The head of ND 30/2020: agency left, motto right, number and date below.
struct Head {
    Agency agency{};
    QString number{};  ///< "15"
    QString sign{};    ///< "QĐ-SGTVT"
    QDate date{};
    QString aboutLine{};         ///< "V/v …" below the number.
    bool alwaysPrinted = false;  ///< Nothing by hand.
};

/// Returns the y below it. Notes number, date, place, agency and parent.
double drawHead(Draft &draft, Page &page, double y, const Head &head);

/// The short line below centred text whose next baseline would be `next`.
void drawRule(Page &page, double x, double next, double pt, double half);

/// Quốc hiệu and Tiêu ngữ around x; returns the baseline of the line below.
double drawMotto(Page &page, double x, double y, const Ink &ink);

/// Who signs: the lines above the signature, the name below it, seal and pen.
struct Signing {
    QStringList titles{};  ///< The last is the signer's own.
    QString note{};        ///< "(Ký, ghi rõ họ tên)"
    QString name{};
    QString sealRing{};  ///< Empty: no seal.
    QString sealCentre{};
    bool signature = true;
};
/// Around x from y; returns the y below the name.
double drawSigning(Draft &draft, Page &page, double x, double y, const Signing &signing);

/// The signing leader of an agency, sometimes for the chief; notes signer and title.
Signing someSigning(Draft &draft, const Agency &agency);

/// A signature of its own; `scale` below 1 for cards.
void drawPenStroke(Draft &draft, Page &page, double x, double y, double widthMm,
                   double scale = 1.0);

void drawReceivers(Draft &draft, Page &page, double y, const QStringList &receivers);
/// A red or blue rectangle "ĐẾN Số: … Ngày: …".
void drawReceivedStamp(Draft &draft, Page &page, double x, double y);
/// A box before a choice.
void drawChoice(Page &page, double x, double y, const QString &text, bool ticked, const Ink &ink);

}  // namespace station::papers
