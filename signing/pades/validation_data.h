#pragma once

#include "core/base/expected.h"
#include "signing/pades/late_timestamp.h"

#include <QByteArrayList>
#include <QString>

namespace station::signing {

/// What proves a signature when no authority answers any more: DER each.
struct ValidationData {
    QByteArrayList certificates{};
    QByteArrayList ocspResponses{};
    QByteArrayList crls{};

    bool isEmpty() const
    {
        return certificates.isEmpty() && ocspResponses.isEmpty() && crls.isEmpty();
    }
};

/// `source` plus one revision with a /DSS that keeps what an earlier one held and adds `data`
/// (EN 319 142-1 5.4.2), each object once. Post-checked; not durable yet. NothingToDo when all
/// of it is there already.
Expected<> addValidationData(const QString &source, const QString &destination,
                             const ValidationData &data);

/// `source` plus one revision with a document time stamp (/DocTimeStamp, ETSI.RFC3161,
/// EN 319 142-1 5.4.3) over everything before it. Post-checked; not durable yet.
Expected<> addDocumentTimestamp(const QString &source, const QString &destination,
                                const StampMaker &stamp, int reserveBytes = 16 * 1024);

}  // namespace station::signing
