#include "signing/verify/later_revisions.h"

#include <algorithm>

namespace station::signing {
namespace {

bool isFilling(const RevisionChange &change)
{
    return change.code == QStringLiteral("field_filled");
}

bool isAnnotation(const RevisionChange &change)
{
    return change.code.startsWith(QStringLiteral("annotation_"));
}

/// XMP, which honest signers bring up to date; it shows nothing on a page.
bool isMetadata(const RevisionChange &change)
{
    return change.code == QStringLiteral("metadata_changed");
}

QString listOf(const std::vector<RevisionChange> &changes)
{
    QStringList list;
    for (const auto &change : changes)
        list << change.code + u' ' + change.detail;
    return list.join(u';');
}

}  // namespace

const RevisionDifference &LaterRevisions::difference(std::size_t revision)
{
    const auto [known, isNew] = m_differences.try_emplace(revision);
    if (isNew)
        known->second = differenceOf(m_file, revision);
    return known->second;
}

void LaterRevisions::checkChanges(CheckedSignature &signature,
                                  const SignaturePermissions &permissions,
                                  const RevisionDifference &difference)
{
    const auto &changes = difference.forbidden;
    const auto all = [&](auto is) { return std::ranges::all_of(changes, is); };
    const auto isLocked = [&](const RevisionChange &change) {
        return isFilling(change) && permissions.lock && permissions.lock->locks(change.field);
    };
    const int level = permissions.docMdp.value_or(0);
    if (std::ranges::any_of(changes, isLocked))
        signature.add("locked_field_changed", Verdict::Broken, listOf(changes));
    else if (level == 1 && (!changes.empty() || difference.addsSignature))
        // ISO 32000-2 table 257: even then time stamps and validation data may follow.
        signature.add("docmdp_violated", Verdict::Broken, listOf(changes));
    else if (changes.empty())
        return;
    else if (level == 0 && all(isMetadata))
        signature.add("metadata_changed", Verdict::Attention, listOf(changes));
    else if (all(isFilling))
        signature.add("filled_after_signing", Verdict::Attention, listOf(changes));
    else if (level == 3 &&
             all([](const auto &change) { return isFilling(change) || isAnnotation(change); }))
        signature.add("annotated_after_signing", Verdict::Attention, listOf(changes));
    else
        signature.add(level != 0 ? "docmdp_violated" : "changed_after_signing", Verdict::Broken,
                      listOf(changes));
}

void LaterRevisions::check(CheckedSignature &signature, const std::vector<CheckedSignature> &all)
{
    const auto permissions = permissionsOf(m_file, signature.object, signature.revision);
    if (permissions.isMalformed)
        signature.add("permissions_malformed", Verdict::Attention);
    for (std::size_t i = signature.revision + 1; i <= m_file.last(); ++i) {
        const RevisionDifference &changed = difference(i);
        checkChanges(signature, permissions, changed);
        if (!changed.isHarmless())
            continue;
        bool isSigned = false;
        for (const auto &later : all) {
            if (later.revision != i)
                continue;
            isSigned = true;
            if (later.report.verdict >= Verdict::Unverifiable)
                signature.add("later_signature_not_valid", Verdict::Attention, later.report.code);
        }
        if (!isSigned && !changed.addsValidationData)
            signature.add("unsigned_revision_after_signing", Verdict::Attention);
    }
}

}  // namespace station::signing
