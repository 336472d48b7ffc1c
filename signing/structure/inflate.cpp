#include "signing/structure/inflate.h"

#include <zlib.h>

#include <algorithm>
#include <cstdlib>

namespace station::signing {
namespace {

constexpr qint64 growsFreely = 1024 * 1024;
constexpr qint64 largestRatio = 300;
constexpr qint64 widestRow = 4096;

tl::unexpected<Error> unreadable(const char *what)
{
    return fail(Fault::FileUnreadable, QStringLiteral("stream: ") + QLatin1String(what));
}

Expected<QByteArray> inflated(const QByteArray &data, ReadBudget &budget)
{
    const qint64 most =
        std::min(budget.inflated, std::max(growsFreely, data.size() * largestRatio));
    z_stream state{};
    if (inflateInit(&state) != Z_OK)
        return unreadable("no memory");
    state.next_in = reinterpret_cast<Bytef *>(const_cast<char *>(data.constData()));
    state.avail_in = static_cast<uInt>(std::min<qint64>(data.size(), 1LL << 30));
    QByteArray result;
    int status = Z_OK;
    while (status == Z_OK && result.size() <= most) {
        const qsizetype filled = result.size();
        const qsizetype room = std::clamp<qsizetype>(filled, 16 * 1024, 4 * 1024 * 1024);
        result.resize(filled + room);
        state.next_out = reinterpret_cast<Bytef *>(result.data() + filled);
        state.avail_out = static_cast<uInt>(room);
        status = inflate(&state, Z_NO_FLUSH);
        result.truncate(filled + room - state.avail_out);
    }
    const qsizetype rest = state.avail_in;
    inflateEnd(&state);
    if (result.size() > most)
        return unreadable("grows too much");
    // An end of line may stand between the data and "endstream".
    if (status != Z_STREAM_END || rest > 2)
        return unreadable("damaged");
    budget.inflated -= result.size();
    return result;
}

int paeth(int left, int up, int corner)
{
    const int guess = left + up - corner;
    const int toLeft = std::abs(guess - left);
    const int toUp = std::abs(guess - up);
    const int toCorner = std::abs(guess - corner);
    if (toLeft <= toUp && toLeft <= toCorner)
        return left;
    return toUp <= toCorner ? up : corner;
}

/// Rows of one filter byte and `columns` bytes (RFC 2083 6).
Expected<QByteArray> withoutPngPredictor(const QByteArray &data, qsizetype columns)
{
    if (data.size() % (columns + 1) != 0)
        return unreadable("rows of the predictor");
    QByteArray result(data.size() / (columns + 1) * columns, '\0');
    const QByteArray zeros(columns, '\0');
    const char *above = zeros.constData();
    char *row = result.data();
    for (qsizetype at = 0; at < data.size(); at += columns + 1) {
        const int filter = static_cast<uchar>(data[at]);
        if (filter > 4)
            return unreadable("predictor");
        for (qsizetype i = 0; i < columns; ++i) {
            const int left = i > 0 ? static_cast<uchar>(row[i - 1]) : 0;
            const int up = static_cast<uchar>(above[i]);
            const int corner = i > 0 ? static_cast<uchar>(above[i - 1]) : 0;
            const int guesses[] = {0, left, up, (left + up) / 2, paeth(left, up, corner)};
            row[i] = static_cast<char>(data[at + 1 + i] + guesses[filter]);
        }
        above = row;
        row += columns;
    }
    return result;
}

/// An entry that may also stand in an array of one; null: none, or too many.
const PdfObject *single(const PdfObject *entry)
{
    if (entry != nullptr && entry->isArray())
        return entry->items.size() == 1 ? &entry->items.front() : nullptr;
    return entry;
}

qint64 number(const PdfObject *parameters, QByteArrayView key, qint64 otherwise)
{
    const PdfObject *entry = parameters != nullptr ? parameters->value(key) : nullptr;
    if (entry == nullptr)
        return otherwise;
    return entry->isInteger() ? entry->integer : -1;
}

}  // namespace

Expected<QByteArray> decodedStream(const PdfIndirectObject &stream, ReadBudget &budget)
{
    if (!stream.isStream)
        return unreadable("none");
    const PdfObject *filters = stream.value.value("Filter");
    if (filters == nullptr) {
        budget.inflated -= stream.data.size();
        if (budget.inflated < 0)
            return unreadable("too large");
        return stream.data;
    }
    const PdfObject *filter = single(filters);
    if (filter == nullptr || !filter->isName("FlateDecode"))
        return unreadable("unknown filter");
    const PdfObject *given = stream.value.value("DecodeParms");
    const PdfObject *parameters = single(given);
    if (parameters != nullptr && parameters->kind == PdfObject::Kind::Null)
        parameters = given = nullptr;
    if (given != nullptr && (parameters == nullptr || !parameters->isDictionary()))
        return unreadable("/DecodeParms");
    auto data = inflated(stream.data, budget);
    const qint64 predictor = number(parameters, "Predictor", 1);
    if (!data || predictor == 1)
        return data;
    const qint64 columns = number(parameters, "Columns", 1);
    if (predictor < 10 || predictor > 15 || columns < 1 || columns > widestRow ||
        number(parameters, "Colors", 1) != 1 || number(parameters, "BitsPerComponent", 8) != 8)
        return unreadable("predictor");
    return withoutPngPredictor(*data, columns);
}

}  // namespace station::signing
