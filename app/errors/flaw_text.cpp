#include "app/errors/flaw_text.h"

#include <QCoreApplication>

namespace station {

QString flawText(signing::CertificateFlaw flaw)
{
    using signing::CertificateFlaw;
    switch (flaw) {
    case CertificateFlaw::Unreadable:
        return QCoreApplication::translate("FlawText",
                                           "It is damaged: the token has to be issued anew.");
    case CertificateFlaw::Authority:
        return QCoreApplication::translate("FlawText",
                                           "It belongs to an authority, not to a person.");
    case CertificateFlaw::NoPrivateKey:
        return QCoreApplication::translate("FlawText", "Its key is not on this token.");
    case CertificateFlaw::WrongKey:
        return QCoreApplication::translate(
            "FlawText", "The key on the token is not its own: the token has to be issued anew.");
    case CertificateFlaw::KeyUsage:
        return QCoreApplication::translate("FlawText", "It was not issued for signatures.");
    case CertificateFlaw::KeyTypeUnsupported:
        return QCoreApplication::translate("FlawText",
                                           "This station cannot sign with its kind of key.");
    case CertificateFlaw::Algorithm:
        return QCoreApplication::translate(
            "FlawText", "Its key is too weak by the rules of today: ask for a new one.");
    case CertificateFlaw::NotYetValid:
        return QCoreApplication::translate(
            "FlawText", "It is not valid yet; if it should be, the clock is wrong.");
    case CertificateFlaw::Expired:
        return QCoreApplication::translate("FlawText",
                                           "It has ended: ask your authority for a new one.");
    case CertificateFlaw::Untrusted:
        return QCoreApplication::translate(
            "FlawText",
            "It is from an authority that this station does not trust; IT can add one.");
    case CertificateFlaw::Revoked:
        return QCoreApplication::translate("FlawText", "Its authority has withdrawn it.");
    case CertificateFlaw::RevocationUnknown:
        return QCoreApplication::translate(
            "FlawText", "Its authority cannot be asked, and this office does not sign offline.");
    case CertificateFlaw::OtherClerk:
        return QCoreApplication::translate(
            "FlawText", "It belongs to somebody else than who is logged in here.");
    }
    return {};
}

}  // namespace station
