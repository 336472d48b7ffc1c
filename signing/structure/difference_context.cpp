#include "signing/structure/difference_parts.h"

namespace station::signing {

DifferenceContext::DifferenceContext(const PdfFile &theFile, std::size_t revision,
                                     RevisionDifference &theResult)
    : file(theFile), before(revision - 1), after(revision), result(theResult), roles(readRoles())
{
}

ObjectRoles DifferenceContext::readRoles()
{
    const auto take = [this](auto read, auto &target) {
        isReadable = isReadable && read.has_value();
        if (read)
            target = std::move(*read);
    };
    take(file.pages(before), oldPages);
    take(file.pages(after), newPages);
    take(fieldNodes(file, before), oldFields);
    take(fieldNodes(file, after), newFields);
    return ObjectRoles(file, before, oldPages, oldFields);
}

const PdfObject *DifferenceContext::old(const PdfObject *object) const
{
    return file.resolved(object, before);
}

const PdfObject *DifferenceContext::now(const PdfObject *object) const
{
    return file.resolved(object, after);
}

bool DifferenceContext::isNew(const PdfObject &reference) const
{
    return reference.isReference() && file.object(reference.integer, before) == nullptr &&
           now(&reference) != nullptr;
}

bool DifferenceContext::hasChanged(int number) const
{
    const PdfIndirectObject *from = file.object(number, before);
    const PdfIndirectObject *to = file.object(number, after);
    return from != to && from != nullptr && to != nullptr && !(*from == *to);
}

void DifferenceContext::forbid(const char *code, const QString &detail, const QString &field)
{
    result.forbidden.push_back({QLatin1String(code), detail, field});
}

void DifferenceContext::claim(const PdfObject *oldReference, const PdfObject *newReference,
                              Role role)
{
    if (oldReference != nullptr && newReference != nullptr && newReference->isReference() &&
        *oldReference == *newReference)
        claim(static_cast<int>(newReference->integer), role);
}

void DifferenceContext::claim(int number, Role role)
{
    const PdfIndirectObject *from = file.object(number, before);
    const PdfIndirectObject *to = file.object(number, after);
    // What was compared are values; a stream has more than that.
    if (from != nullptr && to != nullptr && !from->isStream && !to->isStream &&
        from->generation == to->generation && roles.hasOnly(number, role))
        claimed.insert(number);
}

}  // namespace station::signing
