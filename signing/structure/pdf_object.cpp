#include "signing/structure/pdf_object.h"

#include <algorithm>

namespace station::signing {
namespace {

constexpr int deepest = 64;
constexpr qsizetype longestComment = 200;
constexpr std::size_t fewKeys = 32;

bool isSpace(char c)
{
    return c == ' ' || c == '\n' || c == '\r' || c == '\t' || c == '\f' || c == '\0';
}

bool isDelimiter(char c)
{
    return QByteArrayView("()<>[]{}/%").contains(c);
}

bool isDigit(char c)
{
    return c >= '0' && c <= '9';
}

int hexValue(char c)
{
    if (isDigit(c))
        return c - '0';
    if (c >= 'a' && c <= 'f')
        return c - 'a' + 10;
    if (c >= 'A' && c <= 'F')
        return c - 'A' + 10;
    return -1;
}

/// "595.200" and "595.2" are one number, however a writer prints it.
QByteArray shortest(QByteArray number)
{
    if (number.contains('.')) {
        while (number.endsWith('0'))
            number.chop(1);
        if (number.endsWith('.'))
            number.chop(1);
    }
    return number;
}

/// Positions of the keys in the order of their names.
std::vector<std::size_t> sorted(const std::vector<QByteArray> &keys)
{
    std::vector<std::size_t> order(keys.size());
    for (std::size_t i = 0; i < order.size(); ++i)
        order[i] = i;
    std::sort(order.begin(), order.end(),
              [&keys](std::size_t a, std::size_t b) { return keys[a] < keys[b]; });
    return order;
}

bool hasTwins(const std::vector<QByteArray> &keys)
{
    if (keys.size() > fewKeys) {
        const auto order = sorted(keys);
        return std::adjacent_find(order.begin(), order.end(),
                                  [&keys](std::size_t a, std::size_t b) {
                                      return keys[a] == keys[b];
                                  }) != order.end();
    }
    for (std::size_t i = 1; i < keys.size(); ++i) {
        if (std::find(keys.begin(), keys.begin() + static_cast<std::ptrdiff_t>(i), keys[i]) !=
            keys.begin() + static_cast<std::ptrdiff_t>(i))
            return true;
    }
    return false;
}

}  // namespace

const PdfObject *PdfObject::value(QByteArrayView key) const
{
    for (std::size_t i = 0; i < keys.size(); ++i) {
        if (keys[i] == key)
            return &items[i];
    }
    return nullptr;
}

bool PdfObject::operator==(const PdfObject &other) const
{
    if (kind != other.kind || items.size() != other.items.size())
        return false;
    if (kind == Kind::Number)
        return shortest(text) == shortest(other.text);
    if (text != other.text || integer != other.integer)
        return false;
    if (kind != Kind::Dictionary)
        return items == other.items;
    if (keys == other.keys)
        return items == other.items;
    const auto mine = sorted(keys);
    const auto theirs = sorted(other.keys);
    for (std::size_t i = 0; i < keys.size(); ++i) {
        if (keys[mine[i]] != other.keys[theirs[i]] || !(items[mine[i]] == other.items[theirs[i]]))
            return false;
    }
    return true;
}

tl::unexpected<Error> PdfLexer::error(const char *what) const
{
    return fail(Fault::FileUnreadable,
                QStringLiteral("%1 at byte %2").arg(QLatin1String(what)).arg(m_position));
}

bool PdfLexer::atWordEnd() const
{
    return atEnd() || isSpace(current()) || isDelimiter(current());
}

bool PdfLexer::skipSpace()
{
    const qsizetype begin = m_position;
    while (!atEnd() && isSpace(current()))
        ++m_position;
    return m_position > begin;
}

bool PdfLexer::skipHarmless()
{
    for (;;) {
        skipSpace();
        if (atEnd() || current() != '%' ||
            QByteArrayView(m_bytes).sliced(m_position).startsWith("%%EOF"))
            return true;
        const qsizetype begin = m_position;
        while (!atEnd() && current() != '\n' && current() != '\r')
            ++m_position;
        const auto comment = QByteArrayView(m_bytes).sliced(begin, m_position - begin);
        for (const char *word : {"obj", "xref", "trailer", "stream", "%EOF"}) {
            if (comment.size() > longestComment || comment.contains(QByteArrayView(word)))
                return false;
        }
    }
}

void PdfLexer::skipSpaceComments()
{
    for (;;) {
        skipSpace();
        if (atEnd() || current() != '%')
            return;
        while (!atEnd() && current() != '\n' && current() != '\r')
            ++m_position;
    }
}

bool PdfLexer::take(QByteArrayView word)
{
    if (!QByteArrayView(m_bytes).sliced(m_position).startsWith(word))
        return false;
    m_position += word.size();
    return true;
}

bool PdfLexer::takeWord(QByteArrayView word)
{
    const qsizetype begin = m_position;
    if (take(word) && atWordEnd())
        return true;
    m_position = begin;
    return false;
}

Expected<qint64> PdfLexer::takeInteger()
{
    qint64 number = 0;
    const qsizetype start = m_position;
    while (!atEnd() && isDigit(current()) && m_position - start < 15)
        number = number * 10 + (m_bytes.at(m_position++) - '0');
    if (m_position == start)
        return error("number expected");
    return number;
}

Expected<PdfObject> PdfLexer::takeObject(int depth)
{
    skipSpaceComments();
    if (atEnd() || depth > deepest)
        return error(atEnd() ? "object expected" : "nested too deeply");
    if (m_values != nullptr && --*m_values < 0)
        return error("too many values");
    const qsizetype begin = m_position;
    auto object = takeValue(depth);
    if (object) {
        object->begin = begin;
        object->end = m_position;
    }
    return object;
}

Expected<PdfObject> PdfLexer::takeValue(int depth)
{
    const char c = current();
    if (isDigit(c) || c == '+' || c == '-' || c == '.')
        return takeNumberOrReference();
    if (take("/"))
        return takeName();
    if (take("<<"))
        return takeDictionary(depth);
    if (take("<"))
        return takeHexString();
    if (take("["))
        return takeArray(depth);
    if (take("("))
        return takeLiteralString();
    for (const char *word : {"true", "false"}) {
        if (takeWord(word))
            return PdfObject{.kind = PdfObject::Kind::Boolean, .text = word};
    }
    if (takeWord("null"))
        return PdfObject{};
    return error("unknown object");
}

Expected<PdfObject> PdfLexer::takeNumberOrReference()
{
    const qsizetype begin = m_position;
    bool whole = isDigit(current());
    int digits = 0;
    int points = 0;
    if (!whole && current() != '.')
        ++m_position;
    for (; !atEnd() && (isDigit(current()) || current() == '.'); ++m_position) {
        if (current() == '.')
            ++points;
        else
            ++digits;
    }
    if (digits == 0 || points > 1 || !atWordEnd())
        return error("malformed number");
    PdfObject number{.kind = PdfObject::Kind::Number,
                     .text = m_bytes.mid(begin, m_position - begin)};
    whole = whole && points == 0 && digits <= 15;
    if (!whole)
        return number;
    number.integer = number.text.toLongLong();

    // "12 0 R" is a reference; only a look ahead can tell.
    const qsizetype after = m_position;
    skipSpace();
    if (!atEnd() && isDigit(current())) {
        const auto generation = takeInteger();
        skipSpace();
        if (generation && takeWord("R")) {
            number.kind = PdfObject::Kind::Reference;
            number.text = QByteArray::number(*generation);
            return number;
        }
    }
    m_position = after;
    return number;
}

Expected<PdfObject> PdfLexer::takeName()
{
    PdfObject name{.kind = PdfObject::Kind::Name};
    while (!atEnd() && !isSpace(current()) && !isDelimiter(current())) {
        char c = m_bytes.at(m_position++);
        if (c == '#') {
            const int high = m_position + 1 < m_bytes.size() ? hexValue(current()) : -1;
            const int low = high >= 0 ? hexValue(m_bytes.at(m_position + 1)) : -1;
            if (low < 0)
                return error("malformed name");
            c = static_cast<char>(high * 16 + low);
            m_position += 2;
        }
        name.text.append(c);
    }
    return name;
}

Expected<PdfObject> PdfLexer::takeLiteralString()
{
    PdfObject string{.kind = PdfObject::Kind::String};
    for (int open = 1; !atEnd();) {
        const char c = m_bytes.at(m_position++);
        if (c == '(')
            ++open;
        if (c == ')' && --open == 0)
            return string;
        if (c != '\\') {
            string.text.append(c);
            continue;
        }
        if (atEnd())
            break;
        const char escaped = m_bytes.at(m_position++);
        const qsizetype known = QByteArrayView("nrtbf").indexOf(escaped);
        if (known >= 0) {
            string.text.append("\n\r\t\b\f"[known]);
        } else if (escaped >= '0' && escaped <= '7') {
            int code = escaped - '0';
            for (int i = 0; i < 2 && !atEnd() && current() >= '0' && current() <= '7'; ++i)
                code = code * 8 + (m_bytes.at(m_position++) - '0');
            string.text.append(static_cast<char>(code));
        } else if (escaped == '\r') {  // a line that goes on
            take("\n");
        } else if (escaped != '\n') {
            string.text.append(escaped);
        }
    }
    return error("string without end");
}

Expected<PdfObject> PdfLexer::takeHexString()
{
    PdfObject string{.kind = PdfObject::Kind::String};
    int half = -1;
    while (!atEnd()) {
        const char c = m_bytes.at(m_position++);
        if (c == '>') {
            if (half >= 0)
                string.text.append(static_cast<char>(half * 16));
            return string;
        }
        if (isSpace(c))
            continue;
        const int digit = hexValue(c);
        if (digit < 0)
            return error("malformed hexadecimal string");
        if (half < 0) {
            half = digit;
        } else {
            string.text.append(static_cast<char>(half * 16 + digit));
            half = -1;
        }
    }
    return error("hexadecimal string without end");
}

Expected<PdfObject> PdfLexer::takeArray(int depth)
{
    PdfObject array{.kind = PdfObject::Kind::Array};
    for (;;) {
        skipSpaceComments();
        if (take("]"))
            return array;
        auto item = takeObject(depth + 1);
        if (!item)
            return item;
        array.items.push_back(std::move(*item));
    }
}

Expected<PdfObject> PdfLexer::takeDictionary(int depth)
{
    PdfObject dictionary{.kind = PdfObject::Kind::Dictionary};
    for (;;) {
        skipSpaceComments();
        if (take(">>")) {
            // Readers disagree which of two equal keys counts.
            if (hasTwins(dictionary.keys))
                return error("key given twice");
            return dictionary;
        }
        if (!take("/"))
            return error("key expected");
        auto key = takeName();
        if (!key)
            return key;
        auto item = takeObject(depth + 1);
        if (!item)
            return item;
        dictionary.keys.push_back(std::move(key->text));
        dictionary.items.push_back(std::move(*item));
    }
}

}  // namespace station::signing
