#include "signing/pades/post_check.h"

#include "core/base/mapped_file.h"
#include "signing/structure/pdf_file.h"
#include "signing/structure/revision_difference.h"

#include <algorithm>
#include <optional>

namespace station::signing {
namespace {

constexpr qsizetype pieceBytes = 4 * 1024 * 1024;

tl::unexpected<Error> wrong(const QString &what)
{
    return fail(Fault::SignatureInvalid, QStringLiteral("post-check: ") + what);
}

bool referencesResolve(const PdfFile &file, const PdfObject &object)
{
    if (object.isReference())
        return file.object(object.integer, file.last()) != nullptr;
    return std::all_of(object.items.begin(), object.items.end(),
                       [&file](const PdfObject &item) { return referencesResolve(file, item); });
}

/// One new revision of a file against what is expected of it.
class RevisionCheck {
public:
    RevisionCheck(const PdfFile &file, qint64 sourceSize, const PdfPreflight &before)
        : m_file(file), m_added(file.revisions().back()), m_sourceSize(sourceSize), m_before(before)
    {
    }

    Expected<> run(RevisionKind kind);
    /// The value of /Contents; of a signature only.
    const PdfObject *hole() const { return m_hole; }

private:
    Expected<> checkPlace() const;
    Expected<> checkChanges(RevisionKind kind) const;
    Expected<> checkObject(const PdfIndirectObject &object);
    Expected<> checkLines(const PdfIndirectObject &object) const;
    Expected<> checkField(const PdfObject &widget) const;
    Expected<> checkSignature(const PdfObject &dictionary);

    const PdfFile &m_file;
    const PdfRevision &m_added;
    qint64 m_sourceSize;
    const PdfPreflight &m_before;
    const PdfObject *m_hole = nullptr;
};

Expected<> RevisionCheck::checkPlace() const
{
    const PdfObject *previous = m_added.trailer.value("Prev");
    if (m_added.begin != m_sourceSize || m_added.end != m_file.bytes().size() ||
        previous == nullptr || previous->integer != m_before.lastXref)
        return wrong(QStringLiteral("/Prev"));
    if (QByteArrayView(m_file.bytes()).sliced(m_sourceSize).count("%%EOF") != 1)
        return wrong(QStringLiteral("%%EOF"));
    return {};
}

Expected<> RevisionCheck::checkChanges(RevisionKind kind) const
{
    const auto difference = differenceOf(m_file, m_file.last());
    if (!difference.isHarmless()) {
        const auto &first = difference.forbidden.front();
        return wrong(first.code + u' ' + first.detail);
    }
    if (difference.marksSaving)
        return wrong(QStringLiteral("/Info changed"));
    if (difference.addsSignature != (kind == RevisionKind::Signature) ||
        difference.addsDocumentTimestamp != (kind == RevisionKind::DocumentTimestamp) ||
        difference.addsValidationData != (kind == RevisionKind::ValidationData))
        return wrong(QStringLiteral("another kind of revision"));
    return {};
}

/// ISO 19005-2 6.1.9: "obj" and "endobj" stand at the ends of their lines.
Expected<> RevisionCheck::checkLines(const PdfIndirectObject &object) const
{
    const QByteArrayView bytes(m_file.bytes());
    const qsizetype begin = object.value.begin;
    qsizetype end = object.value.end;
    if (object.isStream) {
        end = object.data.constData() + object.data.size() - m_file.bytes().constData();
        const bool ends = bytes.sliced(end).startsWith("\nendstream");
        if (!ends)
            return wrong(QStringLiteral("line of object %1").arg(object.number));
        end += 10;
    }
    if (!bytes.first(begin).endsWith(" obj\n") || !bytes.sliced(end).startsWith("\nendobj\n"))
        return wrong(QStringLiteral("line of object %1").arg(object.number));
    return {};
}

/// ISO 19005-2 6.3: annotations are printed, not hidden, and have their appearance in the file.
Expected<> RevisionCheck::checkField(const PdfObject &widget) const
{
    constexpr qint64 printed = 4;
    constexpr qint64 hiding = 1 | 2 | 32 | 256;
    const PdfObject *flags = widget.value("F");
    const PdfObject *looks = widget.value("AP");
    const PdfObject *normal = looks != nullptr ? looks->value("N") : nullptr;
    const PdfIndirectObject *appearance = normal != nullptr && normal->isReference()
                                              ? m_file.object(normal->integer, m_file.last())
                                              : nullptr;
    if (flags == nullptr || (flags->integer & (printed | hiding)) != printed)
        return wrong(QStringLiteral("flags of the field"));
    if (appearance == nullptr || !appearance->isStream)
        return wrong(QStringLiteral("appearance of the field"));
    return {};
}

Expected<> RevisionCheck::checkSignature(const PdfObject &dictionary)
{
    const PdfObject *range = dictionary.value("ByteRange");
    const PdfObject *hole = dictionary.value("Contents");
    if (m_hole != nullptr || hole == nullptr || hole->kind != PdfObject::Kind::String)
        return wrong(QStringLiteral("signature dictionary"));
    const auto text =
        QByteArrayView(m_file.bytes()).sliced(hole->begin + 1, hole->end - hole->begin - 2);
    const bool hexadecimal = std::all_of(text.begin(), text.end(), [](char c) {
        return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'f') || (c >= 'A' && c <= 'F');
    });
    if (!hexadecimal || text.size() != 2 * hole->text.size())
        return wrong(QStringLiteral("hole"));
    if (range->items.size() != 4 || range->items[0].integer != 0 ||
        range->items[1].integer != hole->begin || range->items[2].integer != hole->end ||
        range->items[2].integer + range->items[3].integer != m_file.bytes().size())
        return wrong(QStringLiteral("/ByteRange"));
    m_hole = hole;
    return {};
}

Expected<> RevisionCheck::checkObject(const PdfIndirectObject &object)
{
    if (!referencesResolve(m_file, object.value))
        return wrong(QStringLiteral("object %1 refers to nothing").arg(object.number));
    if (const auto lines = checkLines(object); !lines)
        return lines;
    if (object.value.value("ByteRange") != nullptr)
        return checkSignature(object.value);
    const PdfObject *type = object.value.value("Type");
    if (type != nullptr && type->isName("FontDescriptor") &&
        object.value.value("FontFile2") == nullptr)
        return wrong(QStringLiteral("font not embedded"));
    const PdfObject *subtype = object.value.value("Subtype");
    if (subtype != nullptr && subtype->isName("Widget"))
        return checkField(object.value);
    return {};
}

Expected<> RevisionCheck::run(RevisionKind kind)
{
    if (const auto fine = checkPlace(); !fine)
        return fine;
    if (const auto fine = checkChanges(kind); !fine)
        return fine;
    if (m_added.objects.contains(static_cast<int>(m_added.trailer.value("Info")->integer)))
        return wrong(QStringLiteral("/Info written"));
    for (const auto &[number, object] : m_added.objects) {
        if (const auto fine = checkObject(object); !fine)
            return fine;
    }
    if ((m_hole != nullptr) != (kind != RevisionKind::ValidationData))
        return wrong(QStringLiteral("number of signatures"));
    return {};
}

/// Adds a stretch of the file and gives its pages back to the system.
void addPieces(RunningDigest &digest, const MappedFile &file, qsizetype begin, qsizetype end)
{
    for (qsizetype at = begin; at < end; at += pieceBytes) {
        const qsizetype stop = qMin(end, at + pieceBytes);
        digest.add(QByteArrayView(file.bytes()).sliced(at, stop - at));
        file.release(at, stop);
    }
}

}  // namespace

Expected<CheckedFile> postCheck(const GrowingCopy &copy, const PdfPreflight &before,
                                RevisionKind kind)
{
    const auto mapped = MappedFile::open(copy.path(), 2 * largestPdf);
    if (!mapped)
        return wrong(mapped.error().detail);
    const QByteArray &bytes = mapped->bytes();
    if (bytes.size() <= copy.sourceSize())
        return wrong(QStringLiteral("nothing added"));
    CheckedFile checked{.size = bytes.size()};
    qsizetype holeBegin = bytes.size();
    qsizetype holeEnd = bytes.size();
    {
        const auto file = PdfFile::read(bytes);
        if (!file || !file->isClassic())
            return wrong(file ? QStringLiteral("not classic") : file.error().detail);
        RevisionCheck check(*file, copy.sourceSize(), before);
        if (const auto fine = check.run(kind); !fine)
            return fail(fine.error());
        if (const PdfObject *hole = check.hole()) {
            checked.signature = hole->text;
            holeBegin = hole->begin;
            holeEnd = hole->end;
        }
    }
    mapped->release(0, bytes.size());

    RunningDigest digest;
    addPieces(digest, *mapped, 0, copy.sourceSize());
    if (digest.result() != copy.sourceDigest().result())
        return wrong(QStringLiteral("old bytes changed"));
    digest.add(QByteArrayView(bytes).sliced(copy.sourceSize(), holeBegin - copy.sourceSize()));
    RunningDigest whole(digest);
    digest.add(QByteArrayView(bytes).sliced(holeEnd));
    whole.add(QByteArrayView(bytes).sliced(holeBegin));
    checked.signedDigest = digest.result();
    checked.sha256 = QString::fromLatin1(whole.result().toHex());
    return checked;
}

}  // namespace station::signing
