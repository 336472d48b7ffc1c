#pragma once

#include "signing/structure/pdf_file.h"
#include "signing/structure/signature_fields.h"

#include <QString>

#include <unordered_map>
#include <unordered_set>
#include <vector>

namespace station::signing {

/// What an object is for, from the role whose change weighs most to the lightest.
enum class Role {
    Content,
    Resources,
    Page,
    PagePart,
    PageTree,
    SignedField,
    SignedPart,  ///< Value, appearance …
    Other,
    Catalog,
    Form,
    FormPart,
    FieldList,
    Metadata,
    Extensions,
    Dss,
    Field,
    FieldPart,
    AnnotationList,
    Annotation,
    AnnotationPart,
};

/// In which roles the objects of a document are reachable from its trailer. An object
/// may have several; whoever wants to allow a change in one role has to ask whether
/// the object has only that one (else a font, say, could be changed as a form field).
///
/// Links back do not count: /P and /Parent of annotations and fields, destinations
/// and the like that name a page, /Obj of the structure tree.
class ObjectRoles {
public:
    ObjectRoles(const PdfFile &file, std::size_t revision, const std::vector<int> &pages,
                const std::vector<FieldNode> &fields);

    bool isReachable(int number) const { return m_roles.contains(number); }
    bool hasOnly(int number, Role role) const;
    /// The code of RevisionChange for an object that has changed, by its gravest role.
    QString changeCode(int number) const;

private:
    struct Visit {
        const PdfObject *value = nullptr;
        Role role{};
    };
    void enter(const PdfObject *value, Role role);
    void enterEntries(const PdfObject &dictionary, Role role);

    const PdfFile &m_file;
    const std::size_t m_revision;
    std::unordered_set<int> m_pages{};
    std::unordered_map<int, Role> m_fields{};
    std::unordered_map<int, quint32> m_roles{};  // one bit for each role
    std::vector<Visit> m_open{};
};

}  // namespace station::signing
