#include "signing/structure/difference_parts.h"

namespace station::signing {
namespace {

/// ISO 32000-2 7.12: only ETSI's extension for long-term signatures may come or rise.
void compareExtensions(DifferenceContext &context, const PdfObject *oldEntry,
                       const PdfObject *newEntry)
{
    context.claim(oldEntry, newEntry, Role::Extensions);
    static const PdfObject nothing{.kind = PdfObject::Kind::Dictionary};
    const PdfObject *from = context.old(oldEntry);
    const PdfObject *to = context.now(newEntry);
    if (from == nullptr)
        from = &nothing;
    if (to == nullptr)
        to = &nothing;
    context.forChangedKeys(*from, *to, {}, [&](const QByteArray &key) {
        const PdfObject *one = context.old(from->value(key));
        const PdfObject *other = context.now(to->value(key));
        const PdfObject *oldLevel = entry(one, "ExtensionLevel");
        const PdfObject *newLevel = entry(other, "ExtensionLevel");
        const bool isType = key == "Type" && one == nullptr && other->isName("Extensions");
        const bool isEsic = key == "ESIC" && other != nullptr && other->isDictionary() &&
                            newLevel != nullptr && newLevel->isInteger() &&
                            (oldLevel == nullptr || newLevel->integer >= oldLevel->integer);
        if (!isType && !isEsic)
            context.forbid("catalog_changed",
                           QStringLiteral("/Extensions /") + QString::fromLatin1(key));
    });
}

/// Most programs write into /Info that and when they have saved, also when they sign.
void compareInformation(DifferenceContext &context, const PdfObject *oldEntry,
                        const PdfObject *newEntry)
{
    context.claim(oldEntry, newEntry, Role::Metadata);
    const PdfObject *from = context.old(oldEntry);
    const PdfObject *to = context.now(newEntry);
    if (from == to)
        return;
    if (from == nullptr || to == nullptr || !from->isDictionary() || !to->isDictionary())
        return context.forbid("metadata_changed", QStringLiteral("/Info"));
    context.forChangedKeys(*from, *to, {}, [&](const QByteArray &key) {
        context.result.marksSaving = true;
        if (key != "ModDate" && key != "Producer")
            context.forbid("metadata_changed",
                           QStringLiteral("/Info /") + QString::fromLatin1(key));
    });
}

/// A later version only says which features may be used.
bool isRisen(const PdfObject *from, const PdfObject *to)
{
    return to != nullptr && to->kind == PdfObject::Kind::Name && to->text.size() == 3 &&
           (to->text.startsWith("1.") || to->text == "2.0") &&
           (from == nullptr || from->text <= to->text);
}

}  // namespace

void compareTrailers(DifferenceContext &context)
{
    const PdfObject &from = context.file.revisions()[context.before].trailer;
    const PdfObject &to = context.file.revisions()[context.after].trailer;
    // The two forms of trailers may follow each other.
    context.forChangedKeys(
        from, to,
        {"Size", "Prev", "ID", "Info", "Type", "W", "Index", "Length", "Filter", "DecodeParms"},
        [&](const QByteArray &key) {
            // Other writers do not repeat private entries.
            if (key == "Root" || !isNothing(to.value(key)))
                context.forbid("trailer_changed", QStringLiteral("/") + QString::fromLatin1(key));
        });
    compareInformation(context, from.value("Info"), to.value("Info"));
    const PdfObject *oldId = context.old(from.value("ID"));
    const PdfObject *newId = context.now(to.value("ID"));
    // ISO 32000-1 14.4: the first half stays for ever. Many forget the whole.
    if (oldId != nullptr && newId != nullptr &&
        (oldId->items.empty() || newId->items.empty() ||
         !(oldId->items.front() == newId->items.front())))
        context.forbid("trailer_changed", QStringLiteral("/ID"));
    if (to.value("Size")->integer < from.value("Size")->integer)
        context.forbid("trailer_changed", QStringLiteral("/Size"));
}

void compareCatalogs(DifferenceContext &context)
{
    const PdfObject *from = context.file.catalog(context.before);
    const PdfObject *to = context.file.catalog(context.after);
    if (from == nullptr || to == nullptr)
        return context.forbid("catalog_changed", QStringLiteral("none"));
    context.claim(context.file.revisions()[context.before].trailer.value("Root"),
                  context.file.revisions()[context.after].trailer.value("Root"), Role::Catalog);
    context.forChangedKeys(
        *from, *to, {"AcroForm", "DSS", "Extensions"}, [&](const QByteArray &key) {
            if (key == "Version" && isRisen(from->value(key), to->value(key)))
                return;
            context.forbid(key == "Metadata" ? "metadata_changed" : "catalog_changed",
                           QStringLiteral("/") + QString::fromLatin1(key));
        });
    compareExtensions(context, from->value("Extensions"), to->value("Extensions"));
}

}  // namespace station::signing
