#include "signing/pades/validation_data.h"

#include "signing/cms/digest.h"
#include "signing/pades/added_revision.h"
#include "signing/pades/podofo_update.h"

#include <set>

namespace station::signing {
namespace {

/// A revision with a /DSS.
class DssUpdate final : public PodofoUpdate {
public:
    explicit DssUpdate(const ValidationData &data) : m_data(data) {}

protected:
    Expected<> change(const PdfPreflight &before) override;

private:
    /// The list under `key` with what it lacks; the order of the old ones stays.
    void addTo(pdf::PdfDictionary &dss, const char *key, const QByteArrayList &items);
    pdf::PdfObject *dss();

    const ValidationData &m_data;
    int m_added = 0;
};

pdf::PdfObject *DssUpdate::dss()
{
    pdf::PdfDictionary &catalog = document().GetCatalog()->GetDictionary();
    if (pdf::PdfObject *old = document().GetCatalog()->GetIndirectKey("DSS"))
        return old;
    pdf::PdfObject *made = document().GetObjects().CreateObject("DSS");
    catalog.AddKey(pdf::PdfName("DSS"), made->Reference());
    return made;
}

void DssUpdate::addTo(pdf::PdfDictionary &dss, const char *key, const QByteArrayList &items)
{
    pdf::PdfArray list;
    std::set<QByteArray> known;
    pdf::PdfObject *old = dss.GetKey(key);
    if (old != nullptr && old->IsReference())
        old = document().GetObjects().GetObject(old->GetReference());
    if (old != nullptr && old->IsArray()) {
        list = old->GetArray();
        for (const auto &item : list) {
            const pdf::PdfObject *object =
                item.IsReference() ? document().GetObjects().GetObject(item.GetReference())
                                   : nullptr;
            if (object == nullptr || !object->HasStream())
                continue;
            char *bytes = nullptr;
            pdf::pdf_long size = 0;
            object->GetStream()->GetFilteredCopy(&bytes, &size);
            known.insert(digestOf({QByteArray::fromRawData(bytes, size)}));
            pdf::podofo_free(bytes);
        }
    }
    bool grown = false;
    for (const auto &item : items) {
        if (!known.insert(digestOf({item})).second)
            continue;
        list.push_back(addStream(item));
        grown = true;
        ++m_added;
    }
    if (grown)
        dss.AddKey(pdf::PdfName(key), list);
}

Expected<> DssUpdate::change(const PdfPreflight &)
{
    // Without /VRI, which EN 319 142-1 5.4.2.3 leaves to the writer.
    pdf::PdfDictionary &entries = dss()->GetDictionary();
    addTo(entries, "Certs", m_data.certificates);
    addTo(entries, "OCSPs", m_data.ocspResponses);
    addTo(entries, "CRLs", m_data.crls);
    // An update without a new object would shrink /Size.
    if (m_added == 0)
        return fail(Fault::NothingToDo, QStringLiteral("all of it is there"));
    if (!document().HasPdfExtension("ESIC", 5))
        document().AddPdfExtension("ESIC", 5);
    return {};
}

/// A revision with a document time stamp.
class TimestampUpdate final : public PodofoUpdate {
public:
    explicit TimestampUpdate(int reserveBytes) : m_reserveBytes(reserveBytes) {}

protected:
    Expected<> change(const PdfPreflight &before) override
    {
        addField({.name = freeFieldName(QStringLiteral("Timestamp"), before.fieldNames),
                  .type = "DocTimeStamp",
                  .subFilter = "ETSI.RFC3161",
                  .reserveBytes = m_reserveBytes});
        return {};
    }

private:
    int m_reserveBytes;
};

}  // namespace

Expected<> addValidationData(const QString &source, const QString &destination,
                             const ValidationData &data)
{
    auto copy = GrowingCopy::of(source, temporaryBeside(destination));
    if (!copy)
        return fail(copy.error());
    DssUpdate update(data);
    const auto added = addRevision(*copy, update);
    if (!added)
        return fail(added.error());
    return copy->moveTo(destination);
}

Expected<> addDocumentTimestamp(const QString &source, const QString &destination,
                                const StampMaker &stamp, int reserveBytes)
{
    auto copy = GrowingCopy::of(source, temporaryBeside(destination));
    if (!copy)
        return fail(copy.error());
    TimestampUpdate update(reserveBytes);
    const auto added = addSignature(*copy, update, RevisionKind::DocumentTimestamp, stamp);
    if (!added)
        return fail(added.error());
    return copy->moveTo(destination);
}

}  // namespace station::signing
