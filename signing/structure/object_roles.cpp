#include "signing/structure/object_roles.h"

#include <algorithm>
#include <iterator>

namespace station::signing {
namespace {

constexpr quint32 bit(Role role)
{
    return quint32{1} << static_cast<int>(role);
}

struct Step {
    Role role;
    const char *key;
    Role next;
};

constexpr Step steps[] = {
    {Role::Catalog, "Pages", Role::PageTree},
    {Role::Catalog, "AcroForm", Role::Form},
    {Role::Catalog, "DSS", Role::Dss},
    {Role::Catalog, "Extensions", Role::Extensions},
    {Role::Catalog, "Metadata", Role::Metadata},
    {Role::PageTree, "Kids", Role::PageTree},
    {Role::PageTree, "Parent", Role::PageTree},
    {Role::PageTree, "Resources", Role::Resources},
    {Role::Page, "Parent", Role::PageTree},
    {Role::Page, "Contents", Role::Content},
    {Role::Page, "Resources", Role::Resources},
    {Role::Page, "Annots", Role::AnnotationList},
    {Role::Form, "Fields", Role::FieldList},
    {Role::Field, "Kids", Role::FieldList},
    {Role::SignedField, "Kids", Role::SignedField},
};

/// Role of an entry that `steps` does not name.
Role partOf(Role role)
{
    switch (role) {
    case Role::Catalog:
        return Role::Other;
    case Role::PageTree:
    case Role::Page:
        return Role::PagePart;
    case Role::Form:
        return Role::FormPart;
    case Role::Field:
        return Role::FieldPart;
    case Role::SignedField:
        return Role::SignedPart;
    case Role::Annotation:
        return Role::AnnotationPart;
    default:
        return role;
    }
}

const char *codeOf(Role role)
{
    switch (role) {
    case Role::Content:
        return "content_changed";
    case Role::Resources:
        return "resources_changed";
    case Role::Page:
    case Role::PagePart:
    case Role::PageTree:
        return "page_changed";
    case Role::SignedField:
    case Role::SignedPart:
        return "signed_field_changed";
    case Role::Other:
        break;
    case Role::Catalog:
    case Role::Extensions:
        return "catalog_changed";
    case Role::Form:
    case Role::FormPart:
    case Role::FieldList:
        return "form_changed";
    case Role::Metadata:
        return "metadata_changed";
    case Role::Dss:
        return "dss_overwritten";
    case Role::Field:
    case Role::FieldPart:
        return "field_changed";
    case Role::AnnotationList:
    case Role::Annotation:
    case Role::AnnotationPart:
        return "annotation_changed";
    }
    return "object_overridden";
}

}  // namespace

ObjectRoles::ObjectRoles(const PdfFile &file, std::size_t revision, const std::vector<int> &pages,
                         const std::vector<FieldNode> &fields)
    : m_file(file), m_revision(revision), m_pages(pages.begin(), pages.end())
{
    for (const auto &field : fields)
        m_fields[field.number] = field.signature != 0 ? Role::SignedField : Role::Field;
    const PdfObject &trailer = file.revisions()[revision].trailer;
    for (std::size_t i = 0; i < trailer.keys.size(); ++i) {
        const QByteArray &key = trailer.keys[i];
        enter(&trailer.items[i], key == "Root"   ? Role::Catalog
                                 : key == "Info" ? Role::Metadata
                                                 : Role::Other);
    }
    while (!m_open.empty()) {
        const auto [value, role] = m_open.back();
        m_open.pop_back();
        if (value->isDictionary()) {
            enterEntries(*value, role);
            continue;
        }
        const Role item = role == Role::AnnotationList ? Role::Annotation
                          : role == Role::FieldList    ? Role::Field
                                                       : role;
        for (const auto &inner : value->items)
            enter(&inner, item);
    }
}

void ObjectRoles::enterEntries(const PdfObject &dictionary, Role role)
{
    const PdfObject *type = dictionary.value("Type");
    const bool isMark =
        role == Role::Field || role == Role::SignedField || role == Role::Annotation;
    const bool isLink = role == Role::Other && type != nullptr && type->isName("OBJR");
    for (std::size_t i = 0; i < dictionary.keys.size(); ++i) {
        const QByteArray &key = dictionary.keys[i];
        if ((isMark && (key == "P" || key == "Parent")) || (isLink && key == "Obj"))
            continue;
        const auto step = std::find_if(std::begin(steps), std::end(steps), [&](const Step &one) {
            return one.role == role && key == one.key;
        });
        enter(&dictionary.items[i], step != std::end(steps) ? step->next : partOf(role));
    }
}

void ObjectRoles::enter(const PdfObject *value, Role role)
{
    if (value->isReference()) {
        const int number = static_cast<int>(value->integer);
        value = m_file.resolved(value, m_revision);
        if (value == nullptr)
            return;
        if (m_pages.contains(number)) {
            if (role != Role::PageTree)
                return;
            role = Role::Page;
        }
        const auto field = m_fields.find(number);
        const bool asField =
            role == Role::Annotation || role == Role::Field || role == Role::SignedField;
        if (field != m_fields.end() && asField)
            role = field->second;
        quint32 &roles = m_roles[number];
        if ((roles & bit(role)) != 0)
            return;
        roles |= bit(role);
    }
    if (!value->items.empty())
        m_open.push_back({value, role});
}

bool ObjectRoles::hasOnly(int number, Role role) const
{
    const auto found = m_roles.find(number);
    return found != m_roles.end() && found->second == bit(role);
}

QString ObjectRoles::changeCode(int number) const
{
    const auto found = m_roles.find(number);
    for (int i = 0; found != m_roles.end() && i <= static_cast<int>(Role::AnnotationPart); ++i) {
        if ((found->second & bit(static_cast<Role>(i))) != 0)
            return QLatin1String(codeOf(static_cast<Role>(i)));
    }
    return QStringLiteral("object_overridden");
}

}  // namespace station::signing
