#include "app/errors/finding_text.h"

#include <QCoreApplication>
#include <QHash>

namespace station {
namespace {

const QHash<QString, const char *> &sentences()
{
    static const QHash<QString, const char *> all{
        {QStringLiteral("algorithm_mismatch"),
         QT_TRANSLATE_NOOP("FindingText",
                           "The signature contradicts itself about how it was made.")},
        {QStringLiteral("algorithm_outgoing"),
         QT_TRANSLATE_NOOP("FindingText",
                           "It rests on an algorithm that will soon no longer be good enough.")},
        {QStringLiteral("annotated_after_signing"),
         QT_TRANSLATE_NOOP("FindingText",
                           "Notes were added after the signature; the signer has allowed that.")},
        {QStringLiteral("byte_range"),
         QT_TRANSLATE_NOOP("FindingText", "The signature does not cover the document as it must.")},
        {QStringLiteral("bytes_after_end"),
         QT_TRANSLATE_NOOP(
             "FindingText",
             "Something stands behind the end of the document that no signature covers.")},
        {QStringLiteral("certificate_expired"),
         QT_TRANSLATE_NOOP(
             "FindingText",
             "The certificate has ended, and no time stamp proves that the signature is older.")},
        {QStringLiteral("certificate_missing"),
         QT_TRANSLATE_NOOP("FindingText", "The file does not hold the signer's certificate.")},
        {QStringLiteral("certificate_not_valid_then"),
         QT_TRANSLATE_NOOP("FindingText",
                           "The certificate was not valid when the document says it was signed.")},
        {QStringLiteral("certificate_not_yet_valid"),
         QT_TRANSLATE_NOOP(
             "FindingText",
             "The certificate is not valid yet; perhaps this station's clock is wrong.")},
        {QStringLiteral("changed_after_signing"),
         QT_TRANSLATE_NOOP("FindingText", "The document was changed after this signature.")},
        {QStringLiteral("claimed_time_after_proof"),
         QT_TRANSLATE_NOOP("FindingText",
                           "The signer claims a time that is later than the time stamp proves.")},
        {QStringLiteral("cms_not_detached"),
         QT_TRANSLATE_NOOP("FindingText",
                           "The signature is about other content than this document.")},
        {QStringLiteral("cms_trailing_bytes"),
         QT_TRANSLATE_NOOP("FindingText", "Something is hidden behind the signature.")},
        {QStringLiteral("cms_unreadable"),
         QT_TRANSLATE_NOOP("FindingText", "The signature is damaged.")},
        {QStringLiteral("content_type"),
         QT_TRANSLATE_NOOP("FindingText", "The signature is about another kind of content.")},
        {QStringLiteral("dictionary_malformed"),
         QT_TRANSLATE_NOOP("FindingText", "The signature is not complete.")},
        {QStringLiteral("digest_mismatch"),
         QT_TRANSLATE_NOOP("FindingText", "The document is not the one that was signed.")},
        {QStringLiteral("docmdp_violated"),
         QT_TRANSLATE_NOOP(
             "FindingText",
             "The document was changed although its signer has forbidden every change.")},
        {QStringLiteral("field_name_twice"),
         QT_TRANSLATE_NOOP(
             "FindingText",
             "Two signature fields have the same name; viewers may show different ones.")},
        {QStringLiteral("filled_after_signing"),
         QT_TRANSLATE_NOOP("FindingText", "Form fields were filled in after the signature.")},
        {QStringLiteral("format_unknown"),
         QT_TRANSLATE_NOOP("FindingText", "This kind of signature cannot be checked here.")},
        {QStringLiteral("hole_not_hexadecimal"),
         QT_TRANSLATE_NOOP("FindingText", "Something is hidden where the signature stands.")},
        {QStringLiteral("issuer_not_valid_then"),
         QT_TRANSLATE_NOOP("FindingText",
                           "The authority's certificate was not valid at that time.")},
        {QStringLiteral("key_usage"),
         QT_TRANSLATE_NOOP("FindingText", "The certificate was not issued for signatures.")},
        {QStringLiteral("later_signature_not_valid"),
         QT_TRANSLATE_NOOP("FindingText", "A later signature in the document is not valid.")},
        {QStringLiteral("locked_field_changed"),
         QT_TRANSLATE_NOOP("FindingText", "A field was changed that the signer has locked.")},
        {QStringLiteral("metadata_changed"),
         QT_TRANSLATE_NOOP("FindingText", "The description of the document was changed after the "
                                          "signature; the pages were not.")},
        {QStringLiteral("message_digest"),
         QT_TRANSLATE_NOOP("FindingText", "The signature does not say what it is about.")},
        {QStringLiteral("no_signature"),
         QT_TRANSLATE_NOOP("FindingText", "The document is not signed.")},
        {QStringLiteral("no_signed_attributes"),
         QT_TRANSLATE_NOOP("FindingText", "The signature lacks what it must hold.")},
        {QStringLiteral("no_signing_time"),
         QT_TRANSLATE_NOOP("FindingText", "The signature does not say when it was made.")},
        {QStringLiteral("no_trust_anchors"),
         QT_TRANSLATE_NOOP("FindingText",
                           "This station knows no authority that it could trust; IT adds them.")},
        {QStringLiteral("not_pades"),
         QT_TRANSLATE_NOOP("FindingText",
                           "It is an older kind of signature than the rules ask for.")},
        {QStringLiteral("permissions_malformed"),
         QT_TRANSLATE_NOOP("FindingText", "What the signer allows cannot be read.")},
        {QStringLiteral("revocation_unknown"),
         QT_TRANSLATE_NOOP(
             "FindingText",
             "Nothing shows whether the certificate was withdrawn; ask again with a network.")},
        {QStringLiteral("revoked"),
         QT_TRANSLATE_NOOP("FindingText", "The certificate was withdrawn before the signature, or "
                                          "nothing proves that it was made earlier.")},
        {QStringLiteral("revoked_later"),
         QT_TRANSLATE_NOOP("FindingText", "The certificate was withdrawn later; a time stamp "
                                          "proves that the signature is older.")},
        {QStringLiteral("signature_in_two_fields"),
         QT_TRANSLATE_NOOP("FindingText", "One signature is shown in two places.")},
        {QStringLiteral("signature_replaced"),
         QT_TRANSLATE_NOOP("FindingText", "The signature was replaced by another one.")},
        {QStringLiteral("signature_without_field"),
         QT_TRANSLATE_NOOP("FindingText", "The file holds a signature that no field shows.")},
        {QStringLiteral("signature_wrong"),
         QT_TRANSLATE_NOOP("FindingText",
                           "The signature is wrong: it was not made with this certificate's key.")},
        {QStringLiteral("signed_in_future"),
         QT_TRANSLATE_NOOP(
             "FindingText",
             "The document says it was signed in the future; one of the clocks is wrong.")},
        {QStringLiteral("signer_count"),
         QT_TRANSLATE_NOOP("FindingText", "The signature has none or several signers.")},
        {QStringLiteral("signing_certificate"),
         QT_TRANSLATE_NOOP("FindingText",
                           "The signature names another certificate than the one it carries.")},
        {QStringLiteral("signing_time_attribute"),
         QT_TRANSLATE_NOOP("FindingText",
                           "The signature carries a second time that the rules do not allow.")},
        {QStringLiteral("structure_unreadable"),
         QT_TRANSLATE_NOOP(
             "FindingText",
             "The file cannot be read reliably, so nothing is known of its signatures.")},
        {QStringLiteral("timestamp_expired"),
         QT_TRANSLATE_NOOP("FindingText",
                           "The time stamp's certificate has ended, and nothing newer renews it.")},
        {QStringLiteral("timestamp_invalid"),
         QT_TRANSLATE_NOOP(
             "FindingText",
             "The time stamp is damaged or belongs to another document; it proves nothing.")},
        {QStringLiteral("timestamp_untrusted"),
         QT_TRANSLATE_NOOP(
             "FindingText",
             "The time stamp is from an authority that this station does not trust.")},
        {QStringLiteral("unsigned_revision_after_signing"),
         QT_TRANSLATE_NOOP("FindingText",
                           "Something was added after the signature that nobody signed.")},
        {QStringLiteral("untrusted"),
         QT_TRANSLATE_NOOP(
             "FindingText",
             "The certificate is from an authority that this station does not trust.")},
        {QStringLiteral("verifier_died"),
         QT_TRANSLATE_NOOP(
             "FindingText",
             "The file makes the check break down, so nothing is known of its signatures.")},
        {QStringLiteral("verifier_stalled"),
         QT_TRANSLATE_NOOP(
             "FindingText",
             "The check of this file did not end, so nothing is known of its signatures.")},
        {QStringLiteral("weak_digest"),
         QT_TRANSLATE_NOOP("FindingText",
                           "It rests on a digest that was no longer good enough then.")},
        {QStringLiteral("weak_key"),
         QT_TRANSLATE_NOOP("FindingText", "Its key was no longer strong enough then.")},
    };
    return all;
}

}  // namespace

QString findingText(const QString &code)
{
    const char *sentence = sentences().value(
        code,
        QT_TRANSLATE_NOOP("FindingText", "Something is wrong with the signature; show it to IT."));
    return QCoreApplication::translate("FindingText", sentence);
}

}  // namespace station
