#include "signing/structure/revision_changes.h"

#include <algorithm>

namespace station::signing {
namespace {

/// Compares one revision with the state before it.
class Comparison {
public:
    Comparison(const PdfFile &file, std::size_t revision)
        : m_file(file), m_before(revision - 1), m_after(revision)
    {
    }

    QStringList run();

private:
    void compareTrailers();
    void compareForm();
    void comparePages();
    void compareNewNumbers();
    /// Entries of a dictionary must be equal except those named.
    void compareEntries(const PdfObject *before, const PdfObject *after,
                        std::initializer_list<QByteArrayView> except, const QString &where);
    /// The list may only grow at its end, by signature widgets.
    void compareGrowth(const PdfObject *before, const PdfObject *after, const QString &where);
    /// An object that has the same role before and after is judged by its role;
    /// one that only now gets a role may not have been anything else before.
    void judged(const PdfObject *oldReference, const PdfObject *newReference);
    bool isNewSignatureWidget(const PdfObject &reference) const;
    const PdfObject *before(const PdfObject *object) const
    {
        return m_file.resolved(object, m_before);
    }
    const PdfObject *after(const PdfObject *object) const
    {
        return m_file.resolved(object, m_after);
    }

    const PdfFile &m_file;
    std::size_t m_before;
    std::size_t m_after;
    std::set<int> m_compared{};  // objects whose change has been judged
    QStringList m_forbidden{};
};

const PdfObject *entry(const PdfObject *dictionary, QByteArrayView key)
{
    return dictionary != nullptr ? dictionary->value(key) : nullptr;
}

void Comparison::judged(const PdfObject *oldReference, const PdfObject *newReference)
{
    if (oldReference != nullptr && newReference != nullptr && newReference->isReference() &&
        *oldReference == *newReference)
        m_compared.insert(static_cast<int>(newReference->integer));
}

void Comparison::compareEntries(const PdfObject *before, const PdfObject *after,
                                std::initializer_list<QByteArrayView> except, const QString &where)
{
    if (before == nullptr || after == nullptr || !before->isDictionary() ||
        !after->isDictionary()) {
        m_forbidden << where;
        return;
    }
    const auto check = [&](const PdfObject *from, const PdfObject *to) {
        for (std::size_t i = 0; i < from->keys.size(); ++i) {
            const QByteArray &key = from->keys[i];
            const PdfObject *other = to->value(key);
            if (std::find(except.begin(), except.end(), QByteArrayView(key)) == except.end() &&
                (other == nullptr || !(*other == from->items[i])))
                m_forbidden << where + QStringLiteral(" /") + QString::fromLatin1(key);
        }
    };
    check(before, after);
    check(after, before);
}

bool Comparison::isNewSignatureWidget(const PdfObject &reference) const
{
    if (!reference.isReference() || m_file.object(reference.integer, m_before) != nullptr)
        return false;
    const PdfObject *widget = after(&reference);
    const PdfObject *subtype = entry(widget, "Subtype");
    const PdfObject *kind = entry(widget, "FT");
    return subtype != nullptr && subtype->isName("Widget") && kind != nullptr &&
           kind->isName("Sig");
}

void Comparison::compareGrowth(const PdfObject *oldList, const PdfObject *newList,
                               const QString &where)
{
    judged(oldList, newList);
    const PdfObject *from = before(oldList);
    const PdfObject *to = after(newList);
    const std::size_t kept = from != nullptr ? from->items.size() : 0;
    const std::size_t count = to != nullptr ? to->items.size() : 0;
    bool fine = count >= kept && (to == nullptr || to->isArray());
    for (std::size_t i = 0; fine && i < count; ++i)
        fine = i < kept ? to->items[i] == from->items[i] : isNewSignatureWidget(to->items[i]);
    if (!fine)
        m_forbidden << where;
}

void Comparison::compareTrailers()
{
    compareEntries(&m_file.revisions()[m_before].trailer, &m_file.revisions()[m_after].trailer,
                   {"Size", "Prev", "ID"}, QStringLiteral("trailer"));
    const PdfObject *sizeBefore = m_file.revisions()[m_before].trailer.value("Size");
    const PdfObject *sizeAfter = m_file.revisions()[m_after].trailer.value("Size");
    if (sizeBefore == nullptr || sizeAfter == nullptr || sizeAfter->integer < sizeBefore->integer)
        m_forbidden << QStringLiteral("trailer /Size");
}

void Comparison::compareForm()
{
    const PdfObject *from = m_file.catalog(m_before);
    const PdfObject *to = m_file.catalog(m_after);
    judged(m_file.revisions()[m_before].trailer.value("Root"),
           m_file.revisions()[m_after].trailer.value("Root"));
    compareEntries(from, to, {"AcroForm"}, QStringLiteral("catalog"));
    const PdfObject *oldForm = before(entry(from, "AcroForm"));
    const PdfObject *newForm = after(entry(to, "AcroForm"));
    judged(entry(from, "AcroForm"), entry(to, "AcroForm"));
    if (oldForm != nullptr)
        compareEntries(oldForm, newForm, {"Fields", "SigFlags"}, QStringLiteral("form"));
    compareGrowth(entry(oldForm, "Fields"), entry(newForm, "Fields"),
                  QStringLiteral("form /Fields"));
}

void Comparison::comparePages()
{
    const auto pages = m_file.pages(m_after);
    const auto pagesBefore = m_file.pages(m_before);
    if (!pages || !pagesBefore || *pages != *pagesBefore) {
        m_forbidden << QStringLiteral("pages");
        return;
    }
    for (const int number : *pages) {
        const PdfIndirectObject *from = m_file.object(number, m_before);
        const PdfIndirectObject *to = m_file.object(number, m_after);
        const QString where = QStringLiteral("page %1").arg(number);
        m_compared.insert(number);
        if (from == nullptr || to == nullptr) {
            m_forbidden << where;
            continue;
        }
        if (from != to)
            compareEntries(&from->value, &to->value, {"Annots"}, where);
        compareGrowth(from->value.value("Annots"), to->value.value("Annots"),
                      where + QStringLiteral(" /Annots"));
    }
}

void Comparison::compareNewNumbers()
{
    const PdfRevision &added = m_file.revisions()[m_after];
    const PdfObject *size = m_file.revisions()[m_before].trailer.value("Size");
    for (const auto &[number, object] : added.objects) {
        if (m_compared.contains(number))
            continue;
        const PdfIndirectObject *old = m_file.object(number, m_before);
        // A number below the old /Size may be named by an old dangling reference.
        const bool fresh = old == nullptr && size != nullptr && number >= size->integer;
        if (!fresh && (old == nullptr || !(*old == object)))
            m_forbidden << QStringLiteral("object %1").arg(number);
    }
    for (const int number : added.freed) {
        if (m_file.object(number, m_before) != nullptr)
            m_forbidden << QStringLiteral("object %1 removed").arg(number);
    }
}

QStringList Comparison::run()
{
    compareTrailers();
    compareForm();
    comparePages();
    compareNewNumbers();
    return m_forbidden;
}

}  // namespace

QStringList forbiddenChanges(const PdfFile &file, std::size_t revision)
{
    return revision > 0 ? Comparison(file, revision).run() : QStringList();
}

}  // namespace station::signing
