#pragma once

#include "core/base/expected.h"

#include <QString>

namespace station::codes {

/// The national code of an administrative procedure (mã TTHC), alone or with
/// what portals append to it:
///
///     1.002809                    the procedure
///     1.000894.01                 one public service of it (mã DVC)
///     1.002809.000.00.00.H56      as issued by one agency (old agency id)
class ProcedureCode {
public:
    /// Fails with InvalidInput.
    static Expected<ProcedureCode> parse(const QString &text);

    QString text() const { return m_text; }
    QString base() const { return m_text.left(8); }  ///< "1.002809": the catalogue's key.
    QString service() const;                         ///< "01", else empty.
    QString issuedBy() const;                        ///< "000.00.00.H56", else empty.

    bool operator==(const ProcedureCode &) const = default;

private:
    explicit ProcedureCode(QString text) : m_text(std::move(text)) {}
    QString m_text;
};

}  // namespace station::codes
