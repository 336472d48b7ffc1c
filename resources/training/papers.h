#pragma once

#include "resources/training/sheet.h"

#include <QJsonObject>
#include <QString>

#include <vector>

namespace station::training {

/// A captured side: how it was scanned, and its picture's file name.
struct DrawnSide {
    QString file{};
    void (*draw)(Sheet &) = nullptr;
    ScanConditions conditions{};
};

/// One paper of the dossier, its sides in feeder order (front, back).
struct TrainingPaper {
    QString component{};  ///< Code in the catalogue; empty: nothing the law asks for.
    QString paperType{};
    QString name{};
    std::vector<DrawnSide> sides{};
    QJsonObject fields{};  ///< What the paper says, by keys of dossier::field_key.
};

/// The whole dossier of one invented person for procedure 1.002809.
std::vector<TrainingPaper> trainingPapers();

// The invented person; everything on the papers comes from here.
namespace person {
inline const QString name = QStringLiteral("NGUYỄN THỊ THU HƯỜNG");
inline const QString writtenName = QStringLiteral("Nguyễn Thị Thu Hường");
inline const QString id = QStringLiteral("026185001234");
inline const QString oldId = QStringLiteral("135123456");
inline const QString birthDate = QStringLiteral("15/03/1985");
inline const QString sex = QStringLiteral("Nữ");
inline const QString address =
    QStringLiteral("Thôn Đông, xã Định Trung, thành phố Vĩnh Yên, tỉnh Vĩnh Phúc");
inline const QString idIssued = QStringLiteral("20/04/2023");
inline const QString idExpires = QStringLiteral("15/03/2045");
inline const QString licence = QStringLiteral("260195004321");
inline const QString licenceExpires = QStringLiteral("12/08/2029");
}  // namespace person

void drawRequestForm(Sheet &sheet);
void drawHealthFront(Sheet &sheet);
void drawHealthBack(Sheet &sheet);
void drawDrivingLicence(Sheet &sheet);
void drawIdentityCard(Sheet &sheet);
void drawDecision(Sheet &sheet);
void drawReceipt(Sheet &sheet);
void drawNothing(Sheet &sheet);

/// Quốc hiệu and Tiêu ngữ (Decree 30/2020, Annex I) around x.
void drawMotto(Sheet &sheet, double x, double y);
/// "Label: value" with the value in bold; returns the next baseline.
double drawField(Sheet &sheet, double x, double y, const QString &label, const QString &value);

}  // namespace station::training
