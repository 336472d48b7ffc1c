#pragma once

#include "signing/structure/pdf_file.h"

#include <QByteArrayList>
#include <QString>
#include <QStringList>

#include <optional>
#include <vector>

namespace station::signing {

/// Which fields a signature locks (ISO 32000-2 12.8.2.4).
struct FieldLock {
    enum class Action { All, Include, Exclude };
    Action action = Action::All;
    QStringList fields{};

    bool locks(const QString &fieldName) const;
};

/// What a signature allows to happen after it.
struct SignaturePermissions {
    std::optional<int> docMdp{};  ///< 1: nothing, 2: forms and signatures, 3: annotations, too.
    std::optional<FieldLock> lock{};
    bool isMalformed = false;  ///< A /Reference or /Lock that breaks the rules.
};

/// Of the signature dictionary with that object number, as its own revision has it; also
/// whether the catalog's /Perms names it as the certifying one.
SignaturePermissions permissionsOf(const PdfFile &file, int signature, std::size_t revision);

}  // namespace station::signing
