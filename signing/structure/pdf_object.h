#pragma once

#include "core/base/expected.h"

#include <QByteArray>
#include <QByteArrayView>

#include <vector>

namespace station::signing {

/// A direct PDF object and the place of its bytes in the file.
struct PdfObject {
    enum class Kind { Null, Boolean, Number, Name, String, Array, Dictionary, Reference };

    Kind kind = Kind::Null;
    QByteArray text{};               ///< Number and boolean as written; name and string decoded.
    qint64 integer = -1;             ///< Whole numbers from 0; the number of a Reference.
    std::vector<PdfObject> items{};  ///< Of an array; values of a dictionary.
    std::vector<QByteArray> keys{};  ///< Of a dictionary, one for each item.
    qsizetype begin = 0;             ///< First byte.
    qsizetype end = 0;               ///< After the last byte.

    const PdfObject *value(QByteArrayView key) const;  ///< Null: no such key, or no dictionary.
    bool isName(QByteArrayView name) const { return kind == Kind::Name && text == name; }
    bool isDictionary() const { return kind == Kind::Dictionary; }
    bool isArray() const { return kind == Kind::Array; }
    bool isReference() const { return kind == Kind::Reference; }
    bool isInteger() const { return kind == Kind::Number && integer >= 0; }

    /// The same value; the place in the file does not count.
    bool operator==(const PdfObject &other) const;
};

/// Reads PDF tokens and direct objects, strictly: what ISO 32000 does not allow
/// is an error (FileUnreadable), never a guess. Nesting is limited.
class PdfLexer {
public:
    /// `values`, when given, is counted down with every object and may not fall below 0.
    explicit PdfLexer(const QByteArray &bytes, qsizetype position = 0, qint64 *values = nullptr)
        : m_bytes(bytes), m_position(position), m_values(values)
    {
    }

    qsizetype position() const { return m_position; }
    void moveTo(qsizetype position) { m_position = position; }
    bool skipSpace();          ///< White space only; whether there was some.
    void skipSpaceComments();  ///< White space and comments.
    /// White space and short comments; false when one holds words of the format, so that
    /// a reader that repairs files could take it for more than a comment.
    bool skipHarmless();
    bool take(QByteArrayView word);      ///< Moves over `word` when it stands here.
    bool takeWord(QByteArrayView word);  ///< The same, and the word ends there.
    /// Digits only, at most 15 of them.
    Expected<qint64> takeInteger();
    Expected<PdfObject> takeObject(int depth = 0);

private:
    Expected<PdfObject> takeValue(int depth);
    Expected<PdfObject> takeNumberOrReference();
    Expected<PdfObject> takeName();
    Expected<PdfObject> takeLiteralString();
    Expected<PdfObject> takeHexString();
    Expected<PdfObject> takeArray(int depth);
    Expected<PdfObject> takeDictionary(int depth);
    bool atWordEnd() const;
    bool atEnd() const { return m_position >= m_bytes.size(); }
    char current() const { return m_bytes.at(m_position); }
    tl::unexpected<Error> error(const char *what) const;

    const QByteArray &m_bytes;
    qsizetype m_position;
    qint64 *m_values;
};

}  // namespace station::signing
