#include "signing/pades/pdf_preflight.h"

#include "signing/structure/pdf_file.h"
#include "signing/structure/signature_fields.h"

#include <optional>

namespace station::signing {
namespace {

constexpr int deepestInheritance = 32;

tl::unexpected<Error> refused(const char *reason)
{
    return fail(Fault::FileUnreadable, QLatin1String(reason));
}

/// An entry of a page that its ancestors may give.
const PdfObject *inherited(const PdfFile &file, const PdfObject *page, QByteArrayView key)
{
    for (int depth = 0; page != nullptr && depth < deepestInheritance; ++depth) {
        if (const PdfObject *found = file.resolved(page->value(key), file.last()))
            return found;
        page = file.resolved(page->value("Parent"), file.last());
    }
    return nullptr;
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

}  // namespace

Expected<PdfPreflight> preflight(const QByteArray &pdf)
{
    const auto file = PdfFile::read(pdf);
    if (!file)
        return fail(file.error());
    const PdfRevision &newest = file->revisions().back();
    if (newest.end != pdf.size())
        return refused("bytes after the end");
    // Without /Info an update would get one, with a date that XMP does not have.
    if (file->resolved(newest.trailer.value("Info"), file->last()) == nullptr)
        return refused("no /Info");
    const PdfObject *catalog = file->catalog(file->last());
    if (catalog == nullptr)
        return refused("no catalog");
    for (const char *key : {"Perms", "Extensions", "OpenAction", "AA", "OCProperties"}) {
        if (catalog->value(key) != nullptr)
            return fail(Fault::FileUnreadable, QStringLiteral("/%1").arg(QLatin1String(key)));
    }
    const auto pages = file->pages(file->last());
    if (!pages || pages->empty())
        return refused("no page");
    const PdfObject *page = &file->object(pages->front(), file->last())->value;
    const PdfObject *turn = inherited(*file, page, "Rotate");
    if (turn != nullptr && turn->integer != 0)
        return refused("turned page");
    const auto box = rectangle(inherited(*file, page, "MediaBox"));
    if (!box || box->isEmpty())
        return refused("no /MediaBox");

    const auto fields = formFields(*file);
    if (!fields)
        return fail(fields.error());
    PdfPreflight result{.firstPage = *box, .lastXref = newest.xref};
    for (const auto &field : *fields) {
        if (!field.isSignature)
            return refused("form field");
        result.fieldNames.insert(field.name);
    }
    return result;
}

}  // namespace station::signing
