#pragma once

#include "core/base/expected.h"
#include "core/base/secret.h"
#include "core/sealing/data_keys.h"
#include "core/sealing/primitives.h"

#include <QByteArray>
#include <QByteArrayView>
#include <QString>

#include <memory>
#include <optional>
#include <vector>

namespace station::sealing {

/// What a station seals and opens with: a database's values, its blobs, and words that can be
/// looked for without being readable. Never changes; thread-safe, shared by all of the program.
class Sealer {
public:
    /// New data is sealed with the key `id`, or the last one when it is empty. KeyUnavailable when
    /// the ring has none with that id.
    static Expected<std::shared_ptr<const Sealer>> with(const DataKeys &keys,
                                                        const QString &id = {});

    const QString &keyId() const { return m_keyId; }

    /// A value with a fresh nonce, 29 bytes longer. `context` says which one it is (column and
    /// row): a value that was moved elsewhere does not open.
    Expected<QByteArray> sealed(QByteArrayView plain, QByteArrayView context) const;
    /// Nothing when it was sealed with another key or for another place, or was changed.
    std::optional<QByteArray> opened(QByteArrayView sealed, QByteArrayView context) const;

    /// The same for equal values of one kind and nothing else: by it a row is found whose values
    /// are sealed. 22 letters, 128 bits.
    QString lookup(QByteArrayView kind, const QString &value) const;
    /// The same for words of a search index: 13 letters and digits, 64 bits.
    QString blindWord(const QString &word) const;

    /// Key and nonce prefix (7 bytes) of one file; KeyUnavailable for a key that is not here.
    Expected<Secret> fileKey(const QString &id, QByteArrayView salt) const;

private:
    struct FileMaster {
        QString id;
        Secret key;
    };
    Sealer(QString keyId, Secret values, KeyedHash lookups, KeyedHash words,
           std::vector<FileMaster> files);

    QString m_keyId;
    Secret m_values;
    KeyedHash m_lookups;
    KeyedHash m_words;
    std::vector<FileMaster> m_files;
};

}  // namespace station::sealing
