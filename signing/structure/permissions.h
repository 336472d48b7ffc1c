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

    /// A name stands for the fields below it, too.
    bool locks(const QString &fieldName) const;
    bool operator==(const FieldLock &) const = default;
};

/// What a signature allows to happen after it.
struct SignaturePermissions {
    std::optional<int> docMdp{};  ///< 1: nothing, 2: forms and signatures, 3: annotations, too.
    std::optional<FieldLock> lock{};
    bool isCertifying = false;  ///< The catalog's /Perms names it.
    bool isMalformed = false;   ///< A /Reference, /Lock or /Perms that breaks the rules.
};

/// Of the signature dictionary with that object number, as its own revision has it. The
/// stricter counts where its /Reference and its field's /Lock differ, or where
/// something is malformed.
SignaturePermissions permissionsOf(const PdfFile &file, int signature, std::size_t revision);

}  // namespace station::signing
