#pragma once

#include "core/base/expected.h"
#include "core/codes/agency_id.h"

#include <QDate>
#include <QString>

namespace station::codes {

/// The code the portal gives to a dossier at reception (mã hồ sơ, TT
/// 01/2018/TT-VPCP Art. 19):
///
///     000.00.16.H62-210524-0001   agency id, day of reception, running number
///     H62.16-250704-0001          the same with a new agency id
///
/// The station never invents one: without a portal a dossier has none.
class DossierCode {
public:
    /// Fails with InvalidInput; the subject names the wrong part. Lower-case
    /// letters are taken as capitals; four or five digits at the end.
    static Expected<DossierCode> parse(const QString &text);

    QString text() const { return m_text; }
    AgencyId agency() const { return m_agency; }
    QDate receivedOn() const { return m_receivedOn; }

    bool operator==(const DossierCode &) const = default;

private:
    DossierCode(QString text, AgencyId agency, QDate receivedOn);
    QString m_text;
    AgencyId m_agency;
    QDate m_receivedOn;
};

}  // namespace station::codes
