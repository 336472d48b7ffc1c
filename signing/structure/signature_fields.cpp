#include "signing/structure/signature_fields.h"

#include <QStringDecoder>

#include <set>

namespace station::signing {
namespace {

constexpr std::size_t mostFields = 10'000;
constexpr qsizetype longestName = 4096;

struct OpenNode {
    const PdfObject *reference = nullptr;
    FieldNode above{};
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

Expected<std::vector<FieldNode>> fieldNodes(const PdfFile &file, std::size_t revision)
{
    std::vector<FieldNode> found;
    const PdfObject *catalog = file.catalog(revision);
    if (catalog == nullptr)
        return fail(Fault::FileUnreadable, QStringLiteral("no catalog"));
    const PdfObject *form = file.resolved(catalog->value("AcroForm"), revision);
    if (form == nullptr)
        return found;
    std::vector<OpenNode> open;
    std::set<qint64> seen;
    const auto addAll = [&](const PdfObject *list, const FieldNode &above) {
        list = file.resolved(list, revision);
        if (list == nullptr)
            return true;
        if (!list->isArray() || list->items.size() + open.size() > mostFields)
            return false;
        for (auto item = list->items.rbegin(); item != list->items.rend(); ++item)
            open.push_back({&*item, above});
        return true;
    };
    bool readable = form->isDictionary() && addAll(form->value("Fields"), {});
    while (readable && !open.empty()) {
        const OpenNode node = open.back();
        open.pop_back();
        const PdfObject *field = file.resolved(node.reference, revision);
        if (field == nullptr || !field->isDictionary() || !node.reference->isReference() ||
            !seen.insert(node.reference->integer).second || seen.size() > mostFields) {
            readable = false;
            break;
        }
        FieldNode entry = node.above;
        entry.number = static_cast<int>(node.reference->integer);
        const PdfObject *part = file.resolved(field->value("T"), revision);
        entry.hasOwnName = part != nullptr;
        if (part != nullptr) {
            entry.name +=
                (entry.name.isEmpty() ? QString() : QStringLiteral(".")) + pdfText(part->text);
            entry.signature = 0;
        }
        if (const PdfObject *kind = file.resolved(field->value("FT"), revision))
            entry.isSignature = kind->isName("Sig");
        const PdfObject *value = field->value("V");
        entry.hasOwnValue = value != nullptr && value->kind != PdfObject::Kind::Null;
        if (entry.isSignature && entry.hasOwnValue) {
            readable = value->isReference();
            entry.signature = static_cast<int>(value->integer);
        }
        found.push_back(entry);
        readable =
            readable && entry.name.size() <= longestName && addAll(field->value("Kids"), entry);
    }
    if (!readable)
        return fail(Fault::FileUnreadable, QStringLiteral("form"));
    return found;
}

Expected<std::vector<FormField>> formFields(const PdfFile &file)
{
    const auto nodes = fieldNodes(file, file.last());
    if (!nodes)
        return fail(nodes.error());
    std::vector<FormField> found;
    for (const auto &node : *nodes) {
        const bool hasSignature = node.hasOwnValue && node.signature != 0;
        if (node.hasOwnName || hasSignature)
            found.push_back({.name = node.name,
                             .isSignature = node.isSignature,
                             .signature = hasSignature ? node.signature : 0,
                             .number = node.number});
    }
    return found;
}

}  // namespace station::signing
