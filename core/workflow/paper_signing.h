#pragma once

#include "core/base/expected.h"
#include "core/worker/page_worker.h"
#include "core/workflow/reviewing.h"
#include "core/workflow/signing.h"
#include "core/workflow/station_context.h"

#include <QElapsedTimer>
#include <QJsonObject>

namespace station::workflow {

/// One attempt to sign one captured paper, and what the journal says about it.
class PaperSigning {
public:
    /// `agency` may be null.
    PaperSigning(const StationContext &context, worker::PageWorkerPool &pool, CopySigner &clerk,
                 CopySigner *agency);

    /// Signs it and commits it, or records why not. The paper stays captured then.
    Expected<SignedPaper> run(const dossier::Dossier &dossier, const dossier::Component &component);

private:
    /// `timer` runs since the attempt began; `facts` grow on the way.
    Expected<SignedPaper> sign(const dossier::Dossier &dossier, const dossier::Component &component,
                               const QElapsedTimer &timer, QJsonObject &facts);
    Expected<ReviewReceipt> receipt(const dossier::Dossier &dossier, const QString &component,
                                    const dossier::Sides &pages, const QStringList &pictures,
                                    const QString &unsignedPdf) const;
    InkMap inkOf(const dossier::Dossier &dossier, const dossier::Side &firstPage) const;
    /// By the clerk and, when there is one, the agency; `path` gets the file.
    Expected<SignedFile> signFile(const QString &unsignedPdf, const QString &folder,
                                  const InkMap &ink, qint64 nowMs, const QString &path);
    qint64 proofDeadlineMs() const;

    const StationContext &m_context;
    worker::PageWorkerPool &m_pool;
    CopySigner &m_clerk;
    CopySigner *m_agency;
};

}  // namespace station::workflow
