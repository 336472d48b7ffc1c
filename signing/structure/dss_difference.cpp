#include "signing/structure/difference_parts.h"

#include <algorithm>

namespace station::signing {
namespace {

void overwritten(DifferenceContext &context, const QString &where)
{
    context.forbid("dss_overwritten", where);
}

/// A list of streams that may only become longer.
void compareList(DifferenceContext &context, const PdfObject *oldEntry, const PdfObject *newEntry,
                 const QString &where)
{
    context.claim(oldEntry, newEntry, Role::Dss);
    const PdfObject *from = context.old(oldEntry);
    const PdfObject *to = context.now(newEntry);
    if (to == nullptr)
        return from != nullptr ? overwritten(context, where) : void();
    if (!to->isArray() || (from != nullptr && !from->isArray()))
        return overwritten(context, where);
    std::set<std::pair<qint64, QByteArray>> listed;
    for (const auto &item : to->items) {
        const PdfIndirectObject *stream = context.file.object(item.integer, context.after);
        if (!item.isReference() || stream == nullptr || !stream->isStream)
            return overwritten(context, where);
        listed.emplace(item.integer, item.text);
    }
    for (std::size_t i = 0; from != nullptr && i < from->items.size(); ++i) {
        if (!listed.contains({from->items[i].integer, from->items[i].text}))
            return overwritten(context, where);
    }
}

/// ISO 32000-2 12.8.4.3 and 12.8.4.4, with the names of the three lists.
void compareLists(DifferenceContext &context, const PdfObject &from, const PdfObject &to,
                  std::initializer_list<QByteArrayView> lists,
                  std::initializer_list<QByteArrayView> free, const QString &where)
{
    for (const QByteArrayView list : lists)
        compareList(context, from.value(list), to.value(list), where + QString::fromLatin1(list));
    context.forChangedKeys(from, to, lists, [&](const QByteArray &key) {
        if (std::find(free.begin(), free.end(), QByteArrayView(key)) == free.end())
            overwritten(context, where + QString::fromLatin1(key));
    });
}

const PdfObject *dictionaryOrEmpty(const PdfObject *object)
{
    static const PdfObject nothing{.kind = PdfObject::Kind::Dictionary};
    return object != nullptr ? object : &nothing;
}

/// What is known for single signatures: entries may come and grow.
void compareSingle(DifferenceContext &context, const PdfObject *oldEntry, const PdfObject *newEntry)
{
    context.claim(oldEntry, newEntry, Role::Dss);
    const PdfObject *from = dictionaryOrEmpty(context.old(oldEntry));
    const PdfObject *to = dictionaryOrEmpty(context.now(newEntry));
    if (!from->isDictionary() || !to->isDictionary())
        return overwritten(context, QStringLiteral("/VRI"));
    std::set<QByteArray> keys(from->keys.begin(), from->keys.end());
    keys.insert(to->keys.begin(), to->keys.end());
    keys.erase("Type");
    for (const QByteArray &key : keys) {
        const PdfObject *one = from->value(key);
        const PdfObject *other = to->value(key);
        const QString where = QStringLiteral("/VRI /%1 /").arg(QString::fromLatin1(key));
        const PdfObject *oldLists = dictionaryOrEmpty(context.old(one));
        const PdfObject *newLists = context.now(other);
        if (newLists == nullptr || !newLists->isDictionary() || !oldLists->isDictionary()) {
            overwritten(context, where);
            continue;
        }
        context.claim(one, other, Role::Dss);
        // /TU and /TS say when the entry was made.
        compareLists(context, *oldLists, *newLists, {"Cert", "OCSP", "CRL"}, {"Type", "TU", "TS"},
                     where);
    }
}

}  // namespace

void compareValidationData(DifferenceContext &context)
{
    const PdfObject *oldEntry = entry(context.file.catalog(context.before), "DSS");
    const PdfObject *newEntry = entry(context.file.catalog(context.after), "DSS");
    const PdfObject *from = dictionaryOrEmpty(context.old(oldEntry));
    const PdfObject *to = context.now(newEntry);
    if (to == nullptr)
        return from->keys.empty() ? void() : overwritten(context, QStringLiteral("/DSS"));
    if (!from->isDictionary() || !to->isDictionary())
        return overwritten(context, QStringLiteral("/DSS"));
    context.claim(oldEntry, newEntry, Role::Dss);
    compareLists(context, *from, *to, {"Certs", "OCSPs", "CRLs"}, {"Type", "VRI"},
                 QStringLiteral("/DSS /"));
    compareSingle(context, from->value("VRI"), to->value("VRI"));

    const auto brings = [&](const PdfObject *list) {
        list = context.now(list);
        return list != nullptr &&
               std::any_of(list->items.begin(), list->items.end(),
                           [&](const PdfObject &item) { return context.isNew(item); });
    };
    context.result.addsValidationData = isNothing(oldEntry) || brings(to->value("Certs")) ||
                                        brings(to->value("OCSPs")) || brings(to->value("CRLs"));
}

}  // namespace station::signing
