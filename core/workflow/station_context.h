#pragma once

#include "core/base/clock.h"
#include "core/base/expected.h"
#include "core/dossier/dossier.h"
#include "core/extraction/extraction_rules.h"
#include "core/rules/catalogue.h"
#include "core/rules/office.h"
#include "core/rules/paper_types.h"
#include "core/rules/receipt_form.h"
#include "core/rules/rule_profile.h"
#include "core/rules/work_calendar.h"

#include <QDate>
#include <QString>

#include <memory>

namespace station::sealing {
class Sealer;
}
namespace station::store {
class BlobFolder;
class Store;
}  // namespace station::store

namespace station::workflow {

/// The law and the office as loaded from data; never changes while in use.
struct LawBook {
    rules::RuleProfile profile{};
    rules::Catalogue catalogue{};
    rules::PaperTypes papers{};
    rules::Office office{};
    extraction::ExtractionRules extraction{};
    rules::WorkCalendar calendar{};
    rules::ReceiptForms receiptForms{};
};

/// What the use cases of one station share. Built once by `app/compose`,
/// read-only afterwards, so any thread may use it.
struct StationContext {
    QString dataDir;
    QString actor;  ///< Station account for the audit chain; never a person's name.
    LawBook law;
    const Clock &clock;
    /// With less room on the disk no more paper is taken in.
    qint64 reserveBytes = 500LL * 1024 * 1024;
    /// Seals what tells of persons; null: nothing is sealed.
    std::shared_ptr<const sealing::Sealer> sealer{};
    /// The token is the training one: what it signs says so.
    bool training = false;

    QDate today() const { return inVietnam(clock.nowMs()).date(); }
    /// A connection of the caller's own. What a newer program wrote is opened, too, to be looked
    /// at: each change fails with StorageNewer.
    Expected<store::Store> openStore() const;
    store::BlobFolder blobs() const;
};

/// The component of a loaded dossier together with its entry in the catalogue.
struct Slot {
    const dossier::Component *component = nullptr;  ///< Inside the dossier.
    const rules::CatalogueComponent *rule = nullptr;
    const rules::PaperType *paperType = nullptr;
};

/// Fails with UnknownComponent; UnknownProcedure when the catalogue no longer
/// has what the dossier was opened for.
Expected<Slot> slotOf(const LawBook &law, const dossier::Dossier &dossier,
                      const QString &componentCode);

/// How much proof the signature of such a paper has to carry: the profile's rule unless the kind
/// of paper says otherwise. `paperType` may be null.
rules::SignatureRule signatureRuleOf(const LawBook &law, const rules::PaperType *paperType);

/// Program and version, as files name their producer.
QString producerName();

/// Sides that become pages of the copy: those with content that are not set
/// aside, in order (TT 01/2023 Art. 8: as many images as sides that carry
/// content). Field evidence counts in this list.
dossier::Sides contentSides(const dossier::Sides &sides);

}  // namespace station::workflow
