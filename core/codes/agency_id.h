#pragma once

#include "core/base/expected.h"

#include <QString>
#include <QStringList>

namespace station::codes {

/// The electronic identifier of an agency (mã định danh điện tử), in one of
/// two written forms:
///
///     000.00.16.H62   QCVN 102:2016, smallest unit first, always four levels
///     H62.16          QĐ 20/2020/QĐ-TTg, largest unit first, up to seven
///
/// Both are in live use; an id keeps the form it was read in.
class AgencyId {
public:
    /// Fails with InvalidInput. Lower-case letters are taken as capitals.
    static Expected<AgencyId> parse(const QString &text);

    QString text() const { return m_text; }
    bool isOldForm() const;
    /// H62 of both forms: the province or ministry.
    QString province() const;

    /// The other form, by reversing the levels. True for regular ids only;
    /// an agency that was renumbered needs the office's own table. Fails with
    /// InvalidInput when the old form has no room for the levels.
    AgencyId inNewForm() const;
    Expected<AgencyId> inOldForm() const;

    /// Same written form. Compare `inNewForm()` to compare agencies.
    bool operator==(const AgencyId &) const = default;

private:
    explicit AgencyId(QString text) : m_text(std::move(text)) {}
    QString m_text;
};

}  // namespace station::codes
