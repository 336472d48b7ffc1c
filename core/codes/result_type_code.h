#pragma once

#include "core/base/expected.h"

#include <QString>

namespace station::codes {

/// The national code of a kind of result (mã kết quả): KQ.G15.000031, or on
/// import the older 000.00.00.G12-KQ0345.
class ResultTypeCode {
public:
    /// Fails with InvalidInput.
    static Expected<ResultTypeCode> parse(const QString &text);

    QString text() const { return m_text; }
    QString ministry() const;  ///< G15

    bool operator==(const ResultTypeCode &) const = default;

private:
    explicit ResultTypeCode(QString text) : m_text(std::move(text)) {}
    QString m_text;
};

}  // namespace station::codes
