#include "signing/pades/post_check.h"

#include "signing/structure/pdf_file.h"
#include "signing/structure/revision_changes.h"

namespace station::signing {
namespace {

tl::unexpected<Error> wrong(const QString &what)
{
    return fail(Fault::SignatureInvalid, QStringLiteral("post-check: ") + what);
}

bool referencesResolve(const PdfFile &file, const PdfObject &object)
{
    if (object.isReference())
        return file.object(object.integer, file.last()) != nullptr;
    for (const auto &item : object.items) {
        if (!referencesResolve(file, item))
            return false;
    }
    return true;
}

}  // namespace

Expected<> postCheck(const QByteArray &source, const PdfPreflight &before, const QByteArray &result)
{
    if (!result.startsWith(source))
        return wrong(QStringLiteral("old bytes changed"));
    if (QByteArrayView(result).sliced(source.size()).count("%%EOF") != 1)
        return wrong(QStringLiteral("%%EOF"));
    const auto file = PdfFile::read(result);
    if (!file)
        return wrong(file.error().detail);
    const PdfRevision &added = file->revisions().back();
    const PdfObject *previous = added.trailer.value("Prev");
    if (added.begin != source.size() || previous == nullptr || previous->integer != before.lastXref)
        return wrong(QStringLiteral("/Prev"));
    if (const auto changes = forbiddenChanges(*file, file->last()); !changes.isEmpty())
        return wrong(changes.join(u';'));

    int signatures = 0;
    for (const auto &[number, object] : added.objects) {
        if (!referencesResolve(*file, object.value))
            return wrong(QStringLiteral("object %1 refers to nothing").arg(number));
        const PdfObject *range = object.value.value("ByteRange");
        const PdfObject *hole = object.value.value("Contents");
        if (range == nullptr || hole == nullptr)
            continue;
        ++signatures;
        if (range->items.size() != 4 || range->items[0].integer != 0 ||
            range->items[1].integer != hole->begin || range->items[2].integer != hole->end ||
            range->items[2].integer + range->items[3].integer != result.size())
            return wrong(QStringLiteral("/ByteRange"));
    }
    if (signatures != 1)
        return wrong(QStringLiteral("signature dictionary"));
    return {};
}

}  // namespace station::signing
