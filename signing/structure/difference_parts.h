#pragma once

#include "signing/structure/object_roles.h"
#include "signing/structure/revision_difference.h"
#include "signing/structure/signature_fields.h"

#include <QByteArrayView>

#include <initializer_list>
#include <set>
#include <vector>

namespace station::signing {

/// One comparison of a revision with the state before it: what its parts share. A
/// part judges the objects whose role it knows and claims them; every other object
/// that has changed is forbidden in the end.
class DifferenceContext {
public:
    DifferenceContext(const PdfFile &file, std::size_t revision, RevisionDifference &result);

    /// The two states; null for nothing.
    const PdfObject *old(const PdfObject *object) const;
    const PdfObject *now(const PdfObject *object) const;
    /// A reference to an object that only this revision has made.
    bool isNew(const PdfObject &reference) const;
    /// Has the object another value now? False when it is gone.
    bool hasChanged(int number) const;

    void forbid(const char *code, const QString &detail, const QString &field = {});
    /// The change of the object has been judged in that role. Claims nothing when
    /// the object also has another one.
    void claim(const PdfObject *oldReference, const PdfObject *newReference, Role role);
    void claim(int number, Role role);
    /// For each key that is not in both with one value, except those named.
    template <typename Function>
    void forChangedKeys(const PdfObject &before, const PdfObject &after,
                        std::initializer_list<QByteArrayView> except, Function function) const;

    const PdfFile &file;
    const std::size_t before;
    const std::size_t after;
    RevisionDifference &result;
    std::vector<int> oldPages{};
    std::vector<int> newPages{};
    std::vector<FieldNode> oldFields{};
    std::vector<FieldNode> newFields{};
    bool isReadable = true;  ///< Page trees and forms of both states.
    const ObjectRoles roles;
    std::set<int> claimed{};
    /// Of new signature fields, until a page shows them; true: visible.
    std::map<int, bool> newWidgets{};

private:
    ObjectRoles readRoles();
};

void compareTrailers(DifferenceContext &context);
void compareCatalogs(DifferenceContext &context);
void compareValidationData(DifferenceContext &context);
/// Before comparePages: finds the new widgets.
void compareForms(DifferenceContext &context);
void comparePages(DifferenceContext &context);
/// Last: everything that nobody has claimed.
void compareObjects(DifferenceContext &context);

/// An entry of a dictionary; null for none and for no dictionary.
inline const PdfObject *entry(const PdfObject *dictionary, QByteArrayView key)
{
    return dictionary != nullptr ? dictionary->value(key) : nullptr;
}

inline bool isNothing(const PdfObject *object)
{
    return object == nullptr || object->kind == PdfObject::Kind::Null;
}

template <typename Function>
void DifferenceContext::forChangedKeys(const PdfObject &from, const PdfObject &to,
                                       std::initializer_list<QByteArrayView> except,
                                       Function function) const
{
    std::set<QByteArray> keys(from.keys.begin(), from.keys.end());
    keys.insert(to.keys.begin(), to.keys.end());
    for (const QByteArrayView key : except)
        keys.erase(key.toByteArray());
    for (const QByteArray &key : keys) {
        const PdfObject *one = from.value(key);
        const PdfObject *other = to.value(key);
        const bool isSame = isNothing(one) || isNothing(other) ? isNothing(one) && isNothing(other)
                                                               : *one == *other;
        if (!isSame)
            function(key);
    }
}

}  // namespace station::signing
