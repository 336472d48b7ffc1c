#pragma once

#include "core/base/durable_file.h"
#include "core/base/uuid7.h"

#include <QString>

namespace station::workflow {

/// A file in the making that is gone when its owner is, unless it was moved away. After a kill
/// `store::recover` removes it, by its ending.
class WorkFile {
public:
    explicit WorkFile(const QString &folder)
        : m_path(folder + u'/' + newUuid7() + QStringLiteral(".pdf.part"))
    {
    }
    ~WorkFile() { (void)removeDurably(m_path); }
    WorkFile(const WorkFile &) = delete;
    WorkFile &operator=(const WorkFile &) = delete;
    const QString &path() const { return m_path; }

private:
    QString m_path;
};

}  // namespace station::workflow
