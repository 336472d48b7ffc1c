#pragma once

#include "core/base/expected.h"

#include <QByteArray>

namespace station::signing {

/// The value of /Contents in a revision that is not written yet, as the only
/// bytes of the file that its signature leaves out.
class SignatureHole {
public:
    /// Finds the signature dictionary, which is object `number` of `revision`, and makes its
    /// /ByteRange true for a file of `fileSize` bytes before it. Fails with SignatureInvalid.
    static Expected<SignatureHole> in(QByteArray &revision, int number, qint64 fileSize);

    /// The signed bytes of the revision.
    QByteArray before(const QByteArray &revision) const { return revision.left(m_begin); }
    QByteArray after(const QByteArray &revision) const { return revision.mid(m_end); }

    /// Internal when `der` is larger than the room that was kept.
    Expected<> fill(QByteArray &revision, const QByteArray &der) const;

private:
    SignatureHole(qsizetype begin, qsizetype end) : m_begin(begin), m_end(end) {}

    qsizetype m_begin;  // of "<"
    qsizetype m_end;    // after ">"
};

}  // namespace station::signing
