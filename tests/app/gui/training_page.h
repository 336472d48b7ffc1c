#pragma once

#include <QImage>
#include <QRect>
#include <QString>

#include <map>

namespace station::gui::test {

/// A drawn certificate of an invented person, and where each value stands.
struct TrainingPage {
    QImage image{};
    std::map<QString, QRect> ink{};  ///< By field key.
};

TrainingPage healthCertificate();
QImage backOfSheet();  ///< Almost blank.
QImage applicationForm();
/// As a scanner sees it: crooked, on its own grey ground.
QImage onTheGlass(const QImage &page);

}  // namespace station::gui::test
