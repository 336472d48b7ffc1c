#pragma once

#include "core/workflow/copy_signer.h"

#include <QByteArray>
#include <QByteArrayList>
#include <QString>
#include <QStringList>

namespace station::signing {

/// An unsigned electronic copy as our own writer makes it.
QByteArray samplePdf(int pages = 1);

/// A mark as the rule profile fills it.
workflow::CopyMark sampleMark(workflow::MarkCorner corner = workflow::MarkCorner::TopLeft);

/// 2026-03-02 09:15:00 in Vietnam.
inline constexpr qint64 sampleTimeMs = 1772417700000;

struct ToolResult {
    int exitCode = -1;
    QString output{};  ///< Both streams.
};

/// An outside judge: pdfsig, qpdf, openssl …
ToolResult runTool(const QString &program, const QStringList &arguments);

/// Writes a file for an outside judge.
void writeFile(const QString &path, const QByteArray &bytes);

}  // namespace station::signing
