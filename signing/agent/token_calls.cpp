#include "signing/agent/token_calls.h"

#include <QFile>

#include <p11-kit/p11-kit.h>

#include <algorithm>
#include <cstring>

namespace station::signing {
namespace {

/// A module that claims more is out of its mind.
constexpr CK_ULONG mostSlots = 1024;

template <std::size_t size>
QString textOf(const unsigned char (&field)[size])
{
    const auto *end = std::find(field, field + size, '\0');
    QByteArray bytes(reinterpret_cast<const char *>(field), end - field);
    while (bytes.endsWith(' '))
        bytes.chop(1);
    return QString::fromUtf8(bytes);
}

int pinLength(CK_ULONG length)
{
    return length > 0xffff ? 0 : static_cast<int>(length);  // "not stated" has many faces
}

}  // namespace

TokenCalls TokenCalls::of(const QString &path)
{
    TokenCalls calls;
    calls.m_calls =
        p11_kit_module_load(QFile::encodeName(path).constData(), P11_KIT_MODULE_UNMANAGED);
    return calls;
}

CK_RV TokenCalls::initialise() const
{
    CK_C_INITIALIZE_ARGS arguments{};
    arguments.flags = CKF_OS_LOCKING_OK;
    return m_calls->C_Initialize(&arguments);
}

CK_RV TokenCalls::slotsWithToken(std::vector<CK_SLOT_ID> &found) const
{
    CK_ULONG count = 0;
    if (const CK_RV rv = m_calls->C_GetSlotList(CK_TRUE, nullptr, &count))
        return rv;
    if (count > mostSlots)
        return CKR_GENERAL_ERROR;
    found.resize(count);
    const CK_RV rv = m_calls->C_GetSlotList(CK_TRUE, found.data(), &count);
    found.resize(rv == CKR_OK ? std::min<std::size_t>(count, found.size()) : 0);
    return rv;
}

CK_RV TokenCalls::state(CK_SLOT_ID slot, TokenState &state) const
{
    CK_TOKEN_INFO info{};
    if (const CK_RV rv = m_calls->C_GetTokenInfo(slot, &info))
        return rv;
    state = {.label = textOf(info.label),
             .serial = textOf(info.serialNumber),
             .model = textOf(info.model),
             .manufacturer = textOf(info.manufacturerID),
             .flags = info.flags,
             .shortestPin = pinLength(info.ulMinPinLen),
             .longestPin = pinLength(info.ulMaxPinLen)};
    return CKR_OK;
}

CK_RV TokenCalls::probe(CK_SLOT_ID slot) const
{
    CK_SESSION_HANDLE session = 0;
    const CK_RV rv = m_calls->C_OpenSession(slot, CKF_SERIAL_SESSION, nullptr, nullptr, &session);
    if (rv == CKR_OK)
        m_calls->C_CloseSession(session);
    return rv;
}

CK_RV TokenCalls::key(CK_SLOT_ID slot, const QByteArray &id, KeyFacts &facts) const
{
    CK_SESSION_HANDLE session = 0;
    CK_RV rv = m_calls->C_OpenSession(slot, CKF_SERIAL_SESSION, nullptr, nullptr, &session);
    if (rv != CKR_OK)
        return rv;
    rv = factsOf(session, slot, id, facts);
    m_calls->C_CloseSession(session);
    return rv;
}

CK_RV TokenCalls::factsOf(CK_SESSION_HANDLE session, CK_SLOT_ID slot, const QByteArray &id,
                          KeyFacts &facts) const
{
    CK_OBJECT_CLASS wantedClass = CKO_PRIVATE_KEY;
    CK_ATTRIBUTE wanted[] = {
        {CKA_CLASS, &wantedClass, sizeof wantedClass},
        {CKA_ID, const_cast<char *>(id.constData()), static_cast<CK_ULONG>(id.size())}};
    if (const CK_RV rv = m_calls->C_FindObjectsInit(session, wanted, std::size(wanted)))
        return rv;
    CK_OBJECT_HANDLE key = 0;
    CK_ULONG count = 0;
    const CK_RV searched = m_calls->C_FindObjects(session, &key, 1, &count);
    m_calls->C_FindObjectsFinal(session);
    if (searched != CKR_OK || count == 0)
        return searched;
    facts.exists = true;

    // One by one: a token that does not know one attribute may fail the whole call.
    const auto read = [&](CK_ATTRIBUTE_TYPE type, auto &value) {
        CK_ATTRIBUTE attribute{type, &value, sizeof value};
        return m_calls->C_GetAttributeValue(session, key, &attribute, 1);
    };
    CK_KEY_TYPE type = CKK_VENDOR_DEFINED;
    CK_BBOOL maySign = CK_TRUE;
    CK_BBOOL alwaysAsks = CK_FALSE;
    if (const CK_RV rv = read(CKA_KEY_TYPE, type))
        return rv;
    (void)read(CKA_SIGN, maySign);
    (void)read(CKA_ALWAYS_AUTHENTICATE, alwaysAsks);
    facts.asksPinEachTime = alwaysAsks == CK_TRUE;
    if ((type != CKK_RSA && type != CKK_EC) || maySign != CK_TRUE)
        return CKR_OK;
    CK_MECHANISM_INFO mechanism{};
    const CK_RV rv =
        m_calls->C_GetMechanismInfo(slot, type == CKK_RSA ? CKM_RSA_PKCS : CKM_ECDSA, &mechanism);
    // A module that cannot tell is tried; the signature itself is checked anyway.
    facts.canSign = rv == CKR_OK ? (mechanism.flags & CKF_SIGN) != 0 : rv != CKR_MECHANISM_INVALID;
    return CKR_OK;
}

}  // namespace station::signing
