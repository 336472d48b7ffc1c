#include "signing/pades/pdf_preflight.h"

#include "signing/structure/pdf_file.h"
#include "signing/structure/permissions.h"
#include "signing/structure/signature_fields.h"

#include <optional>

namespace station::signing {
namespace {

constexpr int deepestInheritance = 32;

tl::unexpected<Error> refused(const QString &reason)
{
    return fail(Fault::FileUnreadable, reason);
}

std::optional<QRectF> rectangle(const PdfObject *array)
{
    if (array == nullptr || !array->isArray() || array->items.size() != 4)
        return std::nullopt;
    double side[4];
    for (std::size_t i = 0; i < 4; ++i) {
        bool ok = false;
        side[i] = array->items[i].text.toDouble(&ok);
        if (!ok)
            return std::nullopt;
    }
    return QRectF(QPointF(side[0], side[1]), QPointF(side[2], side[3])).normalized();
}

/// Looks at the newest state of a file.
class Inspection {
public:
    explicit Inspection(const PdfFile &file) : m_file(file) {}

    Expected<PdfPreflight> run();

private:
    Expected<> checkTrailer() const;
    Expected<> checkCatalog() const;
    Expected<> checkPages(const std::vector<int> &pages);
    Expected<> checkForm();
    Expected<> checkPermissions(const FormField &field) const;
    const PdfObject *now(const PdfObject *object) const
    {
        return m_file.resolved(object, m_file.last());
    }
    const PdfObject *inherited(const PdfObject *page, QByteArrayView key) const;
    static Expected<> without(const PdfObject &dictionary,
                              std::initializer_list<const char *> keys);

    const PdfFile &m_file;
    PdfPreflight m_result{};
};

/// An entry of a page that its ancestors may give.
const PdfObject *Inspection::inherited(const PdfObject *page, QByteArrayView key) const
{
    for (int depth = 0; page != nullptr && depth < deepestInheritance; ++depth) {
        if (const PdfObject *found = now(page->value(key)))
            return found;
        page = now(page->value("Parent"));
    }
    return nullptr;
}

Expected<> Inspection::without(const PdfObject &dictionary,
                               std::initializer_list<const char *> keys)
{
    for (const char *key : keys) {
        if (dictionary.value(key) != nullptr)
            return refused(u'/' + QLatin1String(key));
    }
    return {};
}

Expected<> Inspection::checkTrailer() const
{
    const PdfRevision &newest = m_file.revisions().back();
    if (newest.end != m_file.bytes().size())
        return refused(QStringLiteral("bytes after the end"));
    // Without /Info an update would get one, with a date that XMP does not have.
    if (now(newest.trailer.value("Info")) == nullptr)
        return refused(QStringLiteral("no /Info"));
    // The library replaces a first id that is a literal string.
    const PdfObject *id = newest.trailer.value("ID");
    if (id == nullptr || id->items.size() != 2 || m_file.bytes().at(id->items[0].begin) != '<')
        return refused(QStringLiteral("no hexadecimal /ID"));
    return {};
}

Expected<> Inspection::checkCatalog() const
{
    const PdfObject *catalog = m_file.catalog(m_file.last());
    if (catalog == nullptr)
        return refused(QStringLiteral("no catalog"));
    // /Perms: somebody certified the file; the rest acts, hides or hooks in.
    if (const auto fine = without(*catalog, {"Perms", "OpenAction", "AA", "OCProperties", "Names",
                                             "JavaScript", "Collection", "Requirements"});
        !fine)
        return fine;
    if (const PdfObject *extensions = now(catalog->value("Extensions"))) {
        // Ours, for validation data (EN 319 142-1 5.4).
        if (!extensions->isDictionary())
            return refused(QStringLiteral("/Extensions"));
        for (const auto &key : extensions->keys) {
            if (key != "ESIC" && key != "Type")
                return refused(QStringLiteral("/Extensions"));
        }
    }
    return {};
}

Expected<> Inspection::checkPages(const std::vector<int> &pages)
{
    for (const int number : pages) {
        const PdfIndirectObject *object = m_file.object(number, m_file.last());
        if (object == nullptr)
            return refused(QStringLiteral("no page"));
        const PdfObject &page = object->value;
        if (const auto fine = without(page, {"AA"}); !fine)
            return fine;
        const PdfObject *annotations = now(page.value("Annots"));
        for (const auto &item :
             annotations != nullptr ? annotations->items : std::vector<PdfObject>{}) {
            const PdfObject *annotation = now(&item);
            const PdfObject *kind =
                annotation != nullptr ? now(annotation->value("Subtype")) : nullptr;
            if (kind == nullptr || !kind->isName("Widget"))
                return refused(QStringLiteral("annotation"));
            if (const auto fine = without(*annotation, {"A", "AA"}); !fine)
                return fine;
            const auto box = rectangle(now(annotation->value("Rect")));
            if (number == pages.front() && box && !box->isEmpty())
                m_result.marks.push_back(*box);
        }
    }
    const PdfObject *first = &m_file.object(pages.front(), m_file.last())->value;
    const PdfObject *turn = inherited(first, "Rotate");
    if (turn != nullptr && turn->integer != 0)
        return refused(QStringLiteral("turned page"));
    const auto box = rectangle(inherited(first, "MediaBox"));
    if (!box || box->isEmpty())
        return refused(QStringLiteral("no /MediaBox"));
    m_result.firstPage = *box;
    return {};
}

Expected<> Inspection::checkForm()
{
    const auto fields = formFields(m_file);
    if (!fields)
        return fail(fields.error());
    for (const auto &field : *fields) {
        if (!field.isSignature)
            return refused(QStringLiteral("form field"));
        m_result.fieldNames.insert(field.name);
    }
    for (const auto &field : *fields) {
        if (const auto fine = checkPermissions(field); !fine)
            return fine;
    }
    const PdfObject *form = now(m_file.catalog(m_file.last())->value("AcroForm"));
    return form != nullptr ? without(*form, {"XFA", "NeedAppearances", "CO"}) : Expected<>();
}

/// What an earlier signature forbids (ISO 32000-2 12.8.2).
Expected<> Inspection::checkPermissions(const FormField &field) const
{
    if (field.signature == 0)
        return {};
    std::size_t revision = m_file.last();
    while (revision > 0 && !m_file.revisions()[revision].objects.contains(field.signature))
        --revision;
    const auto permissions = permissionsOf(m_file, field.signature, revision);
    if (permissions.isMalformed)
        return refused(QStringLiteral("permissions of a signature"));
    if (permissions.docMdp == 1)
        return refused(QStringLiteral("DocMDP 1"));
    for (const char *stem : {"Signature", "Timestamp"}) {
        if (permissions.lock &&
            permissions.lock->locks(freeFieldName(QLatin1String(stem), m_result.fieldNames)))
            return refused(QStringLiteral("FieldMDP"));
    }
    return {};
}

Expected<PdfPreflight> Inspection::run()
{
    m_result.lastXref = m_file.revisions().back().xref;
    if (const auto fine = checkTrailer(); !fine)
        return fail(fine.error());
    if (const auto fine = checkCatalog(); !fine)
        return fail(fine.error());
    const auto pages = m_file.pages(m_file.last());
    if (!pages || pages->empty())
        return refused(QStringLiteral("no page"));
    if (const auto fine = checkPages(*pages); !fine)
        return fail(fine.error());
    if (const auto fine = checkForm(); !fine)
        return fail(fine.error());
    return m_result;
}

}  // namespace

QString freeFieldName(const QString &stem, const QSet<QString> &taken)
{
    for (int number = 1;; ++number) {
        const QString name = stem + QString::number(number);
        if (!taken.contains(name))
            return name;
    }
}

Expected<PdfPreflight> preflight(const QByteArray &pdf)
{
    const auto file = PdfFile::read(pdf);
    if (!file)
        return fail(file.error());
    // The library cuts the chain of revisions when it extends a file of another kind.
    if (!file->isClassic())
        return refused(QStringLiteral("cross-reference stream"));
    return Inspection(*file).run();
}

}  // namespace station::signing
