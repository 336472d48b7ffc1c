#include "signing/structure/pdf_file.h"

#include <algorithm>

namespace station::signing {
namespace {

constexpr std::size_t mostPages = 100'000;

}  // namespace

bool PdfFile::isClassic() const
{
    return std::all_of(m_revisions.begin(), m_revisions.end(),
                       [](const PdfRevision &revision) { return revision.isClassic; });
}

const PdfIndirectObject *PdfFile::object(qint64 number, std::size_t revision) const
{
    for (std::size_t i = revision + 1; i-- > 0;) {
        const auto &objects = m_revisions[i].objects;
        if (const auto found = objects.find(static_cast<int>(number)); found != objects.end())
            return &found->second;
        if (m_revisions[i].freed.contains(static_cast<int>(number)))
            return nullptr;
    }
    return nullptr;
}

const PdfObject *PdfFile::resolved(const PdfObject *object, std::size_t revision) const
{
    if (object != nullptr && object->isReference()) {
        const PdfIndirectObject *target = this->object(object->integer, revision);
        // A reference with another generation refers to nothing.
        const bool isMeant = target != nullptr && object->text.toInt() == target->generation;
        object = isMeant ? &target->value : nullptr;
    }
    return object != nullptr && object->kind != PdfObject::Kind::Null ? object : nullptr;
}

const PdfObject *PdfFile::catalog(std::size_t revision) const
{
    const PdfObject *root = resolved(m_revisions[revision].trailer.value("Root"), revision);
    return root != nullptr && root->isDictionary() ? root : nullptr;
}

Expected<std::vector<int>> PdfFile::pages(std::size_t revision) const
{
    const auto malformed = [] { return fail(Fault::FileUnreadable, QStringLiteral("page tree")); };
    std::vector<int> found;
    std::set<qint64> seen;
    const PdfObject *root = catalog(revision);
    std::vector<const PdfObject *> open{root != nullptr ? root->value("Pages") : nullptr};
    while (!open.empty()) {
        const PdfObject *reference = open.back();
        open.pop_back();
        const PdfObject *node = resolved(reference, revision);
        if (node == nullptr || !node->isDictionary() || !reference->isReference() ||
            !seen.insert(reference->integer).second)
            return malformed();
        const PdfObject *kids = resolved(node->value("Kids"), revision);
        // Some readers go by /Type, others by /Kids.
        const PdfObject *type = resolved(node->value("Type"), revision);
        if (type != nullptr && !type->isName(kids != nullptr ? "Pages" : "Page"))
            return malformed();
        if (kids == nullptr)
            found.push_back(static_cast<int>(reference->integer));
        else if (!kids->isArray())
            return malformed();
        else
            for (auto kid = kids->items.rbegin(); kid != kids->items.rend(); ++kid)
                open.push_back(&*kid);
        if (open.size() + found.size() > mostPages)
            return malformed();
    }
    return found;
}

}  // namespace station::signing
