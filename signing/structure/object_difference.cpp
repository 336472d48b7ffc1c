#include "signing/structure/difference_parts.h"

namespace station::signing {
namespace {

QString named(int number)
{
    return QStringLiteral("object %1").arg(number);
}

bool isXrefStream(const PdfIndirectObject &object)
{
    const PdfObject *type = object.value.value("Type");
    return object.isStream && type != nullptr && type->isName("XRef");
}

/// The numbers that the document names though it has no such objects, out of those given.
std::set<int> namedInVain(const DifferenceContext &context, const std::set<int> &numbers)
{
    std::set<int> found;
    std::vector<const PdfObject *> open;
    if (numbers.empty())
        return found;
    for (std::size_t i = 0; i <= context.before; ++i) {
        for (const auto &[number, object] : context.file.revisions()[i].objects) {
            if (context.file.object(number, context.before) == &object)
                open.push_back(&object.value);
        }
    }
    open.push_back(&context.file.revisions()[context.before].trailer);
    while (!open.empty()) {
        const PdfObject *value = open.back();
        open.pop_back();
        if (value->isReference() && numbers.contains(static_cast<int>(value->integer)))
            found.insert(static_cast<int>(value->integer));
        for (const auto &item : value->items)
            open.push_back(&item);
    }
    return found;
}

bool wasContainer(const DifferenceContext &context, int number)
{
    for (std::size_t i = 0; i <= context.before; ++i) {
        if (context.file.revisions()[i].containers.contains(number))
            return true;
    }
    return false;
}

}  // namespace

void compareObjects(DifferenceContext &context)
{
    const PdfRevision &added = context.file.revisions()[context.after];
    std::set<int> fresh;
    for (const auto &[number, object] : added.objects) {
        const PdfIndirectObject *old = context.file.object(number, context.before);
        const bool isRemade =
            wasContainer(context, number) && (old == nullptr || !(*old == object));
        if (isRemade) {
            context.forbid("object_stream_rewritten", named(number));
            continue;
        }
        if (old == nullptr)
            fresh.insert(number);
        else if (!context.claimed.contains(number) && !(*old == object) &&
                 (context.roles.isReachable(number) || !isXrefStream(*old) ||
                  !isXrefStream(object)))
            context.forbid(context.roles.changeCode(number).toLatin1().constData(), named(number));
    }
    for (const int number : namedInVain(context, fresh))
        context.forbid("phantom_object", named(number));
    for (const int number : added.freed) {
        if (wasContainer(context, number))
            context.forbid("object_stream_rewritten", named(number));
        else if (context.roles.isReachable(number))
            context.forbid("object_freed", named(number));
    }
}

}  // namespace station::signing
