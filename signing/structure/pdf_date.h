#pragma once

#include <QByteArray>
#include <QtGlobal>

#include <optional>

namespace station::signing {

/// "D:20240715083012+07'00'": always Vietnam's zone, whatever the machine has.
QByteArray pdfDate(qint64 ms);

std::optional<qint64> parsePdfDate(const QByteArray &text);

}  // namespace station::signing
