#include "core/recognition/recognized_page.h"

#include "core/base/box_json.h"

#include <QJsonArray>

#include <algorithm>
#include <cmath>

namespace station::recognition {
namespace {

/// Reads an object's members and remembers the first that is not what it should be.
class Reader {
public:
    explicit Reader(QString &wrong) : m_wrong(wrong) {}

    QString text(const QJsonObject &json, const QString &name)
    {
        return checked(json, name, json.value(name).isString()).toString();
    }
    int number(const QJsonObject &json, const QString &name)
    {
        return checked(json, name, json.value(name).isDouble()).toInt();
    }
    double fraction(const QJsonObject &json, const QString &name)
    {
        return checked(json, name, json.value(name).isDouble()).toDouble();
    }
    QJsonArray list(const QJsonObject &json, const QString &name)
    {
        return checked(json, name, json.value(name).isArray()).toArray();
    }
    QRect box(const QJsonObject &json)
    {
        const QString name = QStringLiteral("box");
        const QJsonArray sides = list(json, name);
        constexpr double longestPx = 1'000'000;  // of no page; sums of it are still numbers
        checked(json, name,
                sides.size() == 4 && std::ranges::all_of(sides, [](const QJsonValue &side) {
                    return std::abs(side.toDouble()) <= longestPx;
                }));
        return boxFrom(sides);
    }

private:
    QJsonValue checked(const QJsonObject &json, const QString &name, bool good)
    {
        if (!good && m_wrong.isEmpty())
            m_wrong = name;
        return json.value(name);
    }

    QString &m_wrong;
};

}  // namespace

QString RecognizedPage::text() const
{
    QString text;
    for (std::size_t i = 0; i < words.size(); ++i) {
        if (i > 0)
            text += words[i].line == words[i - 1].line ? u' ' : u'\n';
        text += words[i].text;
    }
    return text;
}

QJsonObject toJson(const RecognizedPage &page)
{
    QJsonArray words;
    for (const auto &word : page.words)
        words.append(QJsonObject{{QStringLiteral("text"), word.text},
                                 {QStringLiteral("box"), boxJson(word.box)},
                                 {QStringLiteral("confidence"), word.confidence},
                                 {QStringLiteral("line"), word.line},
                                 {QStringLiteral("block"), word.block}});
    QJsonArray barcodes;
    for (const auto &barcode : page.barcodes)
        barcodes.append(QJsonObject{{QStringLiteral("text"), barcode.text},
                                    {QStringLiteral("format"), barcode.format},
                                    {QStringLiteral("box"), boxJson(barcode.box)}});
    return {{QStringLiteral("width"), page.size.width()},
            {QStringLiteral("height"), page.size.height()},
            {QStringLiteral("dpi"), page.dpi},
            {QStringLiteral("words"), words},
            {QStringLiteral("barcodes"), barcodes}};
}

Expected<RecognizedPage> recognizedPageFromJson(const QJsonObject &json)
{
    QString wrong;
    Reader reader(wrong);
    RecognizedPage page;
    page.size = {reader.number(json, QStringLiteral("width")),
                 reader.number(json, QStringLiteral("height"))};
    page.dpi = reader.number(json, QStringLiteral("dpi"));
    for (const auto &item : reader.list(json, QStringLiteral("words"))) {
        const QJsonObject word = item.toObject();
        page.words.push_back({.text = reader.text(word, QStringLiteral("text")),
                              .box = reader.box(word),
                              .confidence = reader.fraction(word, QStringLiteral("confidence")),
                              .line = reader.number(word, QStringLiteral("line")),
                              .block = reader.number(word, QStringLiteral("block"))});
    }
    for (const auto &item : reader.list(json, QStringLiteral("barcodes"))) {
        const QJsonObject barcode = item.toObject();
        page.barcodes.push_back({.text = reader.text(barcode, QStringLiteral("text")),
                                 .format = reader.text(barcode, QStringLiteral("format")),
                                 .box = reader.box(barcode)});
    }
    if (!wrong.isEmpty())
        return fail(Fault::FileUnreadable, wrong);
    return page;
}

}  // namespace station::recognition
