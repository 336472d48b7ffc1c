#pragma once

#include <QJsonObject>
#include <QString>

#include <p11-kit/pkcs11.h>

namespace station::signing {

/// Makes a training token: the only part of the station that alters a token.
/// Works on the first slot whose token was never initialised, and on no other.
///
///     {"ask":"create","label","pinLength":n} and n raw bytes   {"publicKey":SPKI DER}
///     {"ask":"store","certificates":[DER,…]}                   {}
///
/// The first certificate belongs to the key that was made.
class TrainingSetup {
public:
    explicit TrainingSetup(const QString &module);

    QJsonObject answer(const QJsonObject &request);

private:
    QJsonObject create(const QJsonObject &request);
    QJsonObject store(const QJsonObject &request);

    CK_FUNCTION_LIST *m_calls = nullptr;
    CK_SESSION_HANDLE m_session = 0;
};

}  // namespace station::signing
