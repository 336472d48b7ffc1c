#pragma once

#include "signing/agent/request_pipe.h"

#include <QJsonObject>
#include <QString>

#include <p11-kit/pkcs11.h>

#include <vector>

namespace station::signing {

/// Makes a training token: the only part of the station that alters a token.
/// Works on the first slot whose token was never initialised, and on no other.
///
///     {"ask":"create","label","key","pinLength":n} and n raw bytes   {"publicKey":SPKI DER}
///     {"ask":"store","certificates":[DER,…]}                         {}
///
/// `key` is rsa2048 (also when there is none), rsa3072 or p256. The first
/// certificate belongs to the key that was made.
class TrainingSetup {
public:
    explicit TrainingSetup(const QString &module);

    QJsonObject answer(const Request &request);

private:
    CK_RV openNew(const QByteArray &label, const Secret &pin, const char *&call);
    QJsonObject create(const QJsonObject &words, const Secret &pin);
    QJsonObject makeRsaKey(CK_ULONG bits);
    QJsonObject makeEcKey();
    CK_RV makeKeyPair(CK_MECHANISM_TYPE kind, std::vector<CK_ATTRIBUTE> publicPart,
                      CK_OBJECT_HANDLE &publicKey);
    QJsonObject store(const QJsonObject &words);

    CK_FUNCTION_LIST *m_calls = nullptr;
    CK_SESSION_HANDLE m_session = 0;
};

}  // namespace station::signing
