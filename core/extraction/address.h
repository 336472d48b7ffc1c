#pragma once

#include <QString>
#include <QStringList>

namespace station::extraction {

/// An address with its common words and signs as addresses are written: "17. phường" → "17,
/// phường", "P, Trung Mỹ" → "P. Trung Mỹ", "huyên" → "huyện". Names of places stay as they are.
/// `words` are those that parts of an address begin with, in small letters.
QString asAddressesAreWritten(QString address, const QStringList &words);

}  // namespace station::extraction
