#include "signing/verify/verifier.h"

#include "core/base/durable_file.h"
#include "signing/structure/pdf_date.h"
#include "signing/structure/pdf_file.h"
#include "signing/structure/revision_changes.h"
#include "signing/structure/signature_fields.h"
#include "signing/verify/cms_check.h"

#include <QFileInfo>

#include <algorithm>
#include <map>
#include <set>

namespace station::signing {
namespace {

constexpr qint64 largestFile = 512LL * 1024 * 1024;

bool isHexadecimal(QByteArrayView text)
{
    return std::all_of(text.begin(), text.end(), [](char c) {
        return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'f') || (c >= 'A' && c <= 'F');
    });
}

const Finding *worst(const std::vector<Finding> &findings)
{
    const auto found =
        std::max_element(findings.begin(), findings.end(), [](const Finding &a, const Finding &b) {
            return a.severity < b.severity;
        });
    return found != findings.end() ? &*found : nullptr;
}

void conclude(SignatureReport &report)
{
    const Finding *finding = worst(report.findings);
    report.verdict = finding != nullptr ? finding->severity : Verdict::Valid;
    report.code = finding != nullptr ? finding->code : QStringLiteral("ok");
}

/// All signatures of one file.
class FileCheck {
public:
    FileCheck(const PdfFile &file, const VerifyContext &context) : m_file(file), m_context(context)
    {
    }

    VerifyReport run();

private:
    struct Entry {
        SignatureReport report{};
        std::size_t revision = 0;
    };

    void add(Entry &entry, const char *code, Verdict severity, const QString &detail = {})
    {
        entry.report.findings.push_back({QString::fromLatin1(code), severity, detail});
    }
    Entry check(const FormField &field);
    /// The two signed ranges when the dictionary's /ByteRange is beyond doubt.
    QByteArrayList signedBytes(Entry &entry, const PdfObject &dictionary);
    void checkLaterRevisions(std::vector<Entry> &entries);
    void checkFile(const std::vector<FormField> &fields);

    const PdfFile &m_file;
    const VerifyContext &m_context;
    VerifyReport m_report{};
};

QByteArrayList FileCheck::signedBytes(Entry &entry, const PdfObject &dictionary)
{
    const PdfObject *range = dictionary.value("ByteRange");
    const PdfObject *contents = dictionary.value("Contents");
    const QByteArray &bytes = m_file.bytes();
    if (range == nullptr || !range->isArray() || range->items.size() != 4 || contents == nullptr ||
        contents->kind != PdfObject::Kind::String ||
        !std::all_of(range->items.begin(), range->items.end(),
                     [](const PdfObject &item) { return item.isInteger(); })) {
        add(entry, "dictionary_malformed", Verdict::Broken);
        return {};
    }
    const auto hole =
        QByteArrayView(bytes).sliced(contents->begin, contents->end - contents->begin);
    if (!hole.startsWith('<') || hole.size() % 2 != 0 ||
        !isHexadecimal(hole.sliced(1, hole.size() - 2))) {
        add(entry, "hole_not_hexadecimal", Verdict::Broken);
        return {};
    }
    // ISO 32000-2 12.8.1: everything but the value of /Contents; that is from the
    // first byte to the end of the revision, without a doubt where the hole is.
    const PdfRevision &revision = m_file.revisions()[entry.revision];
    const qint64 end = range->items[2].integer + range->items[3].integer;
    if (range->items[0].integer != 0 || range->items[1].integer != contents->begin ||
        range->items[2].integer != contents->end || (end != revision.end && end != revision.eof)) {
        add(entry, "byte_range", Verdict::Broken,
            QStringLiteral("revision ends at %1, range at %2").arg(revision.end).arg(end));
        return {};
    }
    entry.report.coversFile = end == bytes.size();
    return {QByteArray::fromRawData(bytes.constData(), contents->begin),
            QByteArray::fromRawData(bytes.constData() + contents->end, end - contents->end)};
}

FileCheck::Entry FileCheck::check(const FormField &field)
{
    Entry entry;
    entry.report.field = field.name;
    int definitions = 0;
    for (std::size_t i = 0; i <= m_file.last(); ++i) {
        if (m_file.revisions()[i].objects.contains(field.signature)) {
            entry.revision = i;
            ++definitions;
        }
    }
    const PdfIndirectObject *object = m_file.object(field.signature, m_file.last());
    if (object == nullptr || !object->value.isDictionary()) {
        add(entry, "dictionary_malformed", Verdict::Broken);
        return entry;
    }
    if (definitions != 1)
        add(entry, "signature_replaced", Verdict::Broken);
    const PdfObject &dictionary = object->value;
    const PdfObject *format = dictionary.value("SubFilter");
    const PdfObject *type = dictionary.value("Type");
    if (format == nullptr || (type != nullptr && !type->isName("Sig")) ||
        !(format->isName("ETSI.CAdES.detached") || format->isName("adbe.pkcs7.detached"))) {
        add(entry, "format_unknown", Verdict::Unverifiable,
            format != nullptr ? QString::fromLatin1(format->text) : QString());
        return entry;
    }
    if (format->isName("ETSI.CAdES.detached"))
        entry.report.level = QStringLiteral("B-B");
    else
        add(entry, "not_pades", Verdict::Attention);
    if (const PdfObject *time = dictionary.value("M"))
        entry.report.signedAtMs = parsePdfDate(time->text).value_or(0);
    if (entry.report.signedAtMs == 0)
        add(entry, "no_signing_time", Verdict::Attention);

    const auto ranges = signedBytes(entry, dictionary);
    if (ranges.isEmpty())
        return entry;
    CmsOutcome outcome =
        checkCms(dictionary.value("Contents")->text, ranges, entry.report.signedAtMs, m_context);
    entry.report.signer = outcome.signer;
    entry.report.serial = outcome.serial;
    std::move(outcome.findings.begin(), outcome.findings.end(),
              std::back_inserter(entry.report.findings));
    return entry;
}

void FileCheck::checkLaterRevisions(std::vector<Entry> &entries)
{
    std::map<std::size_t, QStringList> changes;
    for (std::size_t i = entries.empty() ? 1 : entries.front().revision + 1; i <= m_file.last();
         ++i)
        changes[i] = forbiddenChanges(m_file, i);
    // Newest first: an older signature leans on the verdict of a newer one.
    for (auto entry = entries.rbegin(); entry != entries.rend(); ++entry) {
        for (std::size_t i = entry->revision + 1; i <= m_file.last(); ++i) {
            if (!changes[i].isEmpty()) {
                add(*entry, "changed_after_signing", Verdict::Broken, changes[i].join(u';'));
                continue;
            }
            const auto later =
                std::find_if(entries.begin(), entries.end(),
                             [i](const Entry &other) { return other.revision == i; });
            if (later == entries.end())
                add(*entry, "unsigned_revision_after_signing", Verdict::Attention);
            else if (later->report.verdict != Verdict::Valid)
                add(*entry, "later_signature_not_valid", Verdict::Attention, later->report.code);
        }
        conclude(entry->report);
    }
}

void FileCheck::checkFile(const std::vector<FormField> &fields)
{
    const auto note = [this](const char *code, Verdict severity, const QString &detail = {}) {
        m_report.findings.push_back({QString::fromLatin1(code), severity, detail});
    };
    std::set<QString> names;
    std::set<int> signatures;
    for (const auto &field : fields) {
        if (!names.insert(field.name).second)
            note("field_name_twice", Verdict::Attention, field.name);
        if (field.signature != 0 && !signatures.insert(field.signature).second)
            note("signature_in_two_fields", Verdict::Broken, field.name);
    }
    for (const auto &revision : m_file.revisions()) {
        for (const auto &[number, object] : revision.objects) {
            if (object.value.value("ByteRange") != nullptr && !signatures.contains(number))
                note("signature_without_field", Verdict::Attention, QString::number(number));
        }
    }
    const qsizetype end = m_file.revisions().back().end;
    if (end < m_file.bytes().size()) {
        PdfLexer rest(m_file.bytes(), end);
        rest.skipSpace();
        const bool blank = rest.position() == m_file.bytes().size();
        note("bytes_after_end", blank ? Verdict::Attention : Verdict::Unverifiable,
             QString::number(m_file.bytes().size() - end));
    }
}

VerifyReport FileCheck::run()
{
    const auto fields = formFields(m_file);
    if (!fields) {
        m_report.code = QStringLiteral("structure_unreadable");
        m_report.findings.push_back({m_report.code, Verdict::Unverifiable, fields.error().detail});
        return m_report;
    }
    std::vector<Entry> entries;
    for (const auto &field : *fields) {
        if (field.signature != 0)
            entries.push_back(check(field));
    }
    std::sort(entries.begin(), entries.end(),
              [](const Entry &a, const Entry &b) { return a.revision < b.revision; });
    checkLaterRevisions(entries);
    checkFile(*fields);
    if (entries.empty())
        m_report.findings.push_back({QStringLiteral("no_signature"), Verdict::Unverifiable});

    std::vector<Finding> all = m_report.findings;
    for (auto &entry : entries) {
        if (entry.report.verdict != Verdict::Valid)
            all.push_back({entry.report.code, entry.report.verdict});
        m_report.signatures.push_back(std::move(entry.report));
    }
    const Finding *finding = worst(all);
    m_report.overall = finding != nullptr ? finding->severity : Verdict::Valid;
    m_report.code = finding != nullptr ? finding->code : QStringLiteral("ok");
    return m_report;
}

}  // namespace

Expected<VerifyReport> verifyPdf(const QByteArray &bytes, const VerifyContext &context)
{
    if (bytes.isEmpty())
        return fail(Fault::FileEmpty);
    if (bytes.size() > largestFile)
        return fail(Fault::FileTooLarge, QString::number(bytes.size()));
    if (!bytes.left(1024).contains("%PDF-"))
        return fail(Fault::FileUnreadable, QStringLiteral("no PDF header"));
    const auto file = PdfFile::read(bytes);
    if (!file) {
        VerifyReport report{.code = QStringLiteral("structure_unreadable")};
        report.findings.push_back({report.code, Verdict::Unverifiable, file.error().detail});
        return report;
    }
    return FileCheck(*file, context).run();
}

Expected<VerifyReport> verifyPdfFile(const QString &path, const VerifyContext &context)
{
    const auto bytes = readWhole(path, largestFile);
    if (!bytes)
        return fail(bytes.error());
    auto report = verifyPdf(*bytes, context);
    if (!report)
        report.error().subject = QFileInfo(path).fileName();
    return report;
}

}  // namespace station::signing
