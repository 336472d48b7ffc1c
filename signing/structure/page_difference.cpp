#include "signing/structure/difference_parts.h"

#include <algorithm>

namespace station::signing {
namespace {

/// Two lists that differ from the beginning are compared item by item up to here.
constexpr std::ptrdiff_t mostComparisons = 10'000'000;

QString named(int page)
{
    return QStringLiteral("page object %1").arg(page);
}

/// Pages that came, went or changed places; false when they are the same.
bool compareOrder(DifferenceContext &context)
{
    const auto &from = context.oldPages;
    const auto &to = context.newPages;
    if (from == to)
        return false;
    const std::set<int> before(from.begin(), from.end());
    const std::set<int> after(to.begin(), to.end());
    for (const int page : to) {
        if (!before.contains(page))
            context.forbid("page_added", named(page));
    }
    for (const int page : from) {
        if (!after.contains(page))
            context.forbid("page_removed", named(page));
    }
    std::vector<int> keptBefore;
    std::vector<int> keptAfter;
    std::copy_if(from.begin(), from.end(), std::back_inserter(keptBefore),
                 [&](int page) { return after.contains(page); });
    std::copy_if(to.begin(), to.end(), std::back_inserter(keptAfter),
                 [&](int page) { return before.contains(page); });
    if (keptBefore != keptAfter)
        context.forbid("pages_reordered", {});
    return true;
}

/// The widget of a new signature field, on that page and no other.
bool isExpected(DifferenceContext &context, const PdfObject &item, int page)
{
    const auto widget = item.isReference() ? context.newWidgets.find(static_cast<int>(item.integer))
                                           : context.newWidgets.end();
    if (widget == context.newWidgets.end() || !widget->second)
        return false;
    widget->second = false;
    const PdfObject *home = entry(context.now(&item), "P");
    return isNothing(home) || (home->isReference() && home->integer == page);
}

/// `lists`: the changed ones that a page before has had.
void compareAnnotations(DifferenceContext &context, int page, const PdfObject *oldEntry,
                        const PdfObject *newEntry, std::set<int> &lists)
{
    if (oldEntry != nullptr && newEntry != nullptr && oldEntry->isReference() &&
        *oldEntry == *newEntry) {
        const int list = static_cast<int>(oldEntry->integer);
        if (!context.hasChanged(list) && context.now(newEntry) != nullptr)
            return;
        if (!lists.insert(list).second)
            return context.forbid("annotation_changed", named(page));
    }
    const PdfObject *from = context.old(oldEntry);
    const PdfObject *to = context.now(newEntry);
    context.claim(oldEntry, newEntry, Role::AnnotationList);
    const auto isList = [](const PdfObject *list) { return list == nullptr || list->isArray(); };
    if (!isList(from) || !isList(to))
        return context.forbid("annotation_changed", named(page));
    const std::vector<PdfObject> none;
    const auto &before = from != nullptr ? from->items : none;
    const auto &after = to != nullptr ? to->items : none;
    const auto [left, added] =
        std::mismatch(before.begin(), before.end(), after.begin(), after.end());
    if ((before.end() - left) > mostComparisons / std::max<std::ptrdiff_t>(1, after.end() - added))
        return context.forbid("annotation_changed", named(page));
    if (left != before.end()) {
        const bool isGone = std::any_of(left, before.end(), [&](const PdfObject &item) {
            return std::find(added, after.end(), item) == after.end();
        });
        context.forbid(isGone ? "annotation_removed" : "annotation_changed", named(page));
    }
    for (auto item = added; item != after.end(); ++item) {
        const bool wasThere = std::find(left, before.end(), *item) != before.end();
        if (!wasThere && !isExpected(context, *item, page))
            context.forbid("annotation_added", named(page));
    }
}

void comparePage(DifferenceContext &context, int page, std::set<int> &lists)
{
    const PdfObject &from = context.file.object(page, context.before)->value;
    const PdfObject &to = context.file.object(page, context.after)->value;
    if (context.hasChanged(page)) {
        context.claim(page, Role::Page);
        context.forChangedKeys(from, to, {"Annots"}, [&](const QByteArray &key) {
            context.forbid(key == "Contents"    ? "content_changed"
                           : key == "Resources" ? "resources_changed"
                                                : "page_changed",
                           QStringLiteral("%1 /%2").arg(named(page), QString::fromLatin1(key)));
        });
    }
    compareAnnotations(context, page, from.value("Annots"), to.value("Annots"), lists);
}

}  // namespace

void comparePages(DifferenceContext &context)
{
    if (!context.isReadable)
        return context.forbid("page_changed", QStringLiteral("page tree or form not readable"));
    const bool isOtherOrder = compareOrder(context);
    const std::set<int> after(context.newPages.begin(), context.newPages.end());
    std::set<int> lists;
    for (const int page : context.oldPages) {
        if (after.contains(page))
            comparePage(context, page, lists);
    }
    // Their nodes are explained by that, and only in that role.
    for (const auto &[number, object] : context.file.revisions()[context.after].objects) {
        if (isOtherOrder)
            context.claim(number, Role::PageTree);
    }
}

}  // namespace station::signing
