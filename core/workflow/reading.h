#pragma once

#include "core/base/expected.h"
#include "core/dossier/dossier.h"
#include "core/worker/page_worker.h"
#include "core/workflow/station_context.h"

#include <QMap>
#include <QString>
#include <QStringList>

#include <vector>

namespace station::workflow {

/// Values that a clerk enters or corrects, by field key.
using FieldValues = QMap<QString, QString>;

/// Step 3 of TT 01/2023 Art. 7 and Art. 9: the program reads and proposes, a
/// clerk confirms. Only signed copies are read.
class Reading {
public:
    Reading(const StationContext &context, worker::PageWorkerPool &pool);

    /// What was read from a signed paper, stored with it. WrongOrder before the
    /// signature. Sides whose text is not there yet are read now; takes seconds
    /// a side then. Reads again only when nothing is stored yet.
    Expected<dossier::FieldProposals> proposals(const QString &dossierUuid,
                                                const QString &component);

    /// Keys that must have a value before the paper counts as extracted.
    Expected<QStringList> requiredFields(const dossier::Dossier &dossier,
                                         const QString &component) const;

    /// The clerk stands for `values`, and with `acceptProposals` for every
    /// proposal that they do not replace. When all required fields have a value
    /// the paper is extracted; else they are kept and FieldMissing names the
    /// others. InvalidInput: a value of the wrong form; nothing is kept.
    Expected<dossier::Fields> confirm(const QString &dossierUuid, const QString &component,
                                      const FieldValues &values, bool acceptProposals);

private:
    Expected<dossier::FieldProposals> read(const dossier::Dossier &dossier, const Slot &slot,
                                           const dossier::SignedCopy &copy);

    const StationContext &m_context;
    worker::PageWorkerPool &m_pool;
};

/// A field's value in the form it is kept in: NFC, single blanks, dates
/// dd/MM/yyyy, numbers checked. Fails with InvalidInput or CheckDigitWrong;
/// the subject names the field.
Expected<QString> normalizedValue(const QString &key, const QString &value);

}  // namespace station::workflow
