#include "signing/structure/signature_fields.h"

#include <QStringDecoder>

#include <set>

namespace station::signing {
namespace {

constexpr std::size_t mostFields = 10'000;

struct OpenNode {
    const PdfObject *reference = nullptr;
    QString name{};  // of the parent
    bool isSignature = false;
};

}  // namespace

QString pdfText(const QByteArray &bytes)
{
    if (bytes.startsWith("\xFE\xFF"))
        return QString(QStringDecoder(QStringDecoder::Utf16BE)(bytes.mid(2)));
    if (bytes.startsWith("\xEF\xBB\xBF"))
        return QString::fromUtf8(bytes.mid(3));
    return QString::fromLatin1(bytes);
}

Expected<std::vector<FormField>> formFields(const PdfFile &file)
{
    std::vector<FormField> found;
    const std::size_t now = file.last();
    const PdfObject *catalog = file.catalog(now);
    if (catalog == nullptr)
        return fail(Fault::FileUnreadable, QStringLiteral("no catalog"));
    const PdfObject *form = file.resolved(catalog->value("AcroForm"), now);
    if (form == nullptr)
        return found;
    std::vector<OpenNode> open;
    std::set<qint64> seen;
    const auto addAll = [&](const PdfObject *list, const QString &name, bool isSignature) {
        list = file.resolved(list, now);
        if (list == nullptr)
            return true;
        for (const auto &item : list->items)
            open.push_back({&item, name, isSignature});
        return list->isArray() && open.size() <= mostFields;
    };
    bool readable = addAll(form->value("Fields"), {}, false);
    while (readable && !open.empty()) {
        const OpenNode node = open.back();
        open.pop_back();
        const PdfObject *field = file.resolved(node.reference, now);
        if (field == nullptr || !node.reference->isReference() ||
            !seen.insert(node.reference->integer).second || seen.size() > mostFields) {
            readable = false;
            break;
        }
        FormField entry{.name = node.name, .isSignature = node.isSignature};
        const PdfObject *part = file.resolved(field->value("T"), now);
        if (part != nullptr)
            entry.name +=
                (entry.name.isEmpty() ? QString() : QStringLiteral(".")) + pdfText(part->text);
        if (const PdfObject *kind = file.resolved(field->value("FT"), now))
            entry.isSignature = kind->isName("Sig");
        const PdfObject *value = field->value("V");
        if (entry.isSignature && value != nullptr) {
            if (!value->isReference())
                readable = false;
            entry.signature = static_cast<int>(value->integer);
        }
        if (part != nullptr || entry.signature != 0)
            found.push_back(entry);
        readable = readable && addAll(field->value("Kids"), entry.name, entry.isSignature);
    }
    if (!readable)
        return fail(Fault::FileUnreadable, QStringLiteral("form"));
    return found;
}

}  // namespace station::signing
