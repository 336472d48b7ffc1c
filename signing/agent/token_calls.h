#pragma once

#include <QByteArray>
#include <QString>

#include <p11-kit/pkcs11.h>

#include <optional>
#include <vector>

namespace station::signing {

/// A token's description as it is now. Text is without the padding of PKCS#11.
struct TokenState {
    QString label{};
    QString serial{};
    QString model{};
    QString manufacturer{};
    CK_FLAGS flags = 0;
    int shortestPin = 0;
    int longestPin = 0;

    bool is(CK_FLAGS flag) const { return (flags & flag) != 0; }
};

/// What a private key says of itself.
struct KeyFacts {
    bool exists = false;
    bool asksPinEachTime = false;
    bool canSign = false;  ///< RSA or EC, allowed to sign, and the token has the mechanism.
};

/// The few PKCS#11 calls that libp11 has no word for, or that must not be left to it: it waits
/// for ever when a token was pulled before a session is opened. Through p11-kit,
/// which gives the module's own functions.
class TokenCalls {
public:
    TokenCalls() = default;
    /// Without functions (`isNull`) when the file is no module. Does not initialise it.
    static TokenCalls of(const QString &path);

    bool isNull() const { return m_calls == nullptr; }
    CK_RV initialise() const;

    /// Slots with a token in them. Asking for the count first is what makes a module look.
    CK_RV slotsWithToken(std::vector<CK_SLOT_ID> &found) const;
    CK_RV state(CK_SLOT_ID slot, TokenState &state) const;
    /// Whether a session can be opened: whether the token is still there.
    CK_RV probe(CK_SLOT_ID slot) const;
    /// About the private key with that CKA_ID; needs a login.
    CK_RV key(CK_SLOT_ID slot, const QByteArray &id, KeyFacts &facts) const;

private:
    CK_RV factsOf(CK_SESSION_HANDLE session, CK_SLOT_ID slot, const QByteArray &id,
                  KeyFacts &facts) const;
    CK_FUNCTION_LIST *m_calls = nullptr;
};

}  // namespace station::signing
