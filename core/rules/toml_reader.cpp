#include "core/rules/toml_reader.h"

#include "core/text/similarity.h"
#include "core/text/vietnamese.h"

#include <QFile>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace station::rules {

namespace {

constexpr qint64 largestFile = 256 * 1024;
constexpr std::size_t longestText = 4096;

QString keyText(const toml::key &key)
{
    const std::string_view text = key.str();
    return QString::fromUtf8(text.data(), qsizetype(text.size()));
}

QString fileProblem(const QString &path, const QString &what)
{
    return path + u": "_s + what;
}

/// A literal secret is refused in words of its own, so that nobody believes
/// that a better spelling would make it work.
bool namesSecret(const QString &key)
{
    const QStringList words = key.toLower().split(u'_');
    return std::any_of(words.begin(), words.end(), [](const QString &word) {
        return word == u"password" || word == u"secret" || word == u"pin" || word == u"passphrase";
    });
}

}  // namespace

TomlTable::TomlTable(const toml::table &table, QString path, Problems &problems)
    : m_table(table), m_path(std::move(path)), m_problems(problems)
{
}

Expected<> TomlTable::readFile(const QString &path, const Reader &reader)
{
    const auto settingsInvalid = [](const QString &problems) {
        return fail(Fault::SettingsInvalid, problems, problems);
    };

    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        return settingsInvalid(fileProblem(path, u"cannot be read"_s));
    const QByteArray bytes = file.read(largestFile + 1);
    if (bytes.size() > largestFile)
        return settingsInvalid(fileProblem(path, u"larger than 256 KB"_s));

    Problems problems;
    try {
        const auto root = toml::parse(
            std::string_view(bytes.constData(), static_cast<std::size_t>(bytes.size())));
        TomlTable(root, {}, problems).run(reader);
    } catch (const toml::parse_error &error) {
        const auto what = error.description();
        problems.push_back(
            {error.source().begin, QString::fromUtf8(what.data(), qsizetype(what.size()))});
    }
    if (problems.empty())
        return {};

    std::stable_sort(problems.begin(), problems.end(),
                     [](const Problem &a, const Problem &b) { return a.place < b.place; });
    QStringList lines;
    for (const auto &[place, text] : problems)
        lines << u"%1:%2:%3: %4"_s.arg(path, QString::number(place.line),
                                       QString::number(place.column), text);
    return settingsInvalid(lines.join(u'\n'));
}

void TomlTable::run(const Reader &reader)
{
    reader(*this);
    reportUnknownKeys();
}

void TomlTable::reportUnknownKeys()
{
    constexpr double alikeEnough = 0.6;
    for (const auto &[key, value] : m_table) {
        const QString name = keyText(key);
        if (m_known.contains(name))
            continue;
        QString what = u"unknown key"_s;
        double best = alikeEnough;
        for (const QString &known : std::as_const(m_known)) {
            if (const double likeness = text::similarity(known, name); likeness >= best) {
                best = likeness;
                what = u"unknown key; did you mean %1?"_s.arg(m_path + known);
            }
        }
        if (namesSecret(name))
            what = u"a secret does not belong in a settings file"_s;
        m_problems.push_back({key.source().begin, m_path + name + u": "_s + what});
    }
}

const toml::node *TomlTable::node(const char *key, Need need)
{
    m_known << QString::fromLatin1(key);
    const toml::node *found = m_table.get(key);
    if (!found && need == Required)
        report(key, u"is missing"_s);
    return found;
}

void TomlTable::report(const char *key, const QString &what)
{
    const toml::node *found = m_table.get(key);
    const auto place = found ? found->source().begin : m_table.source().begin;
    m_problems.push_back({place, m_path + QString::fromLatin1(key) + u": "_s + what});
}

void TomlTable::wrongType(const char *key, const char *expected)
{
    report(key, u"expected "_s + QString::fromLatin1(expected));
}

bool TomlTable::read(const char *key, QString &target, Need need)
{
    const toml::node *found = node(key, need);
    if (!found)
        return false;
    const auto value = found->value_exact<std::string_view>();
    if (!value || value->size() > longestText) {
        wrongType(key, "a text of at most 4096 bytes");
        return false;
    }
    const QString text =
        text::nfc(QString::fromUtf8(value->data(), qsizetype(value->size()))).trimmed();
    if (text.isEmpty()) {
        wrongType(key, "a text that is not empty");
        return false;
    }
    target = text;
    return true;
}

bool TomlTable::read(const char *key, bool &target, Need need)
{
    const toml::node *found = node(key, need);
    if (!found)
        return false;
    const auto value = found->value_exact<bool>();
    if (value)
        target = *value;
    else
        wrongType(key, "true or false");
    return value.has_value();
}

bool TomlTable::read(const char *key, double &target, double least, double most)
{
    const toml::node *found = node(key, Need::Optional);
    if (!found)
        return false;
    const auto value = found->is_number() ? found->value<double>() : std::nullopt;
    if (!value || !(*value >= least && *value <= most)) {
        report(key, u"expected a number from %1 to %2"_s.arg(least).arg(most));
        return false;
    }
    target = *value;
    return true;
}

bool TomlTable::read(const char *key, std::optional<int> &target, int least, int most)
{
    const toml::node *found = node(key, Need::Optional);
    if (!found)
        return false;
    const auto value = found->value_exact<int64_t>();
    if (!value || *value < least || *value > most) {
        report(key, u"expected a whole number from %1 to %2"_s.arg(least).arg(most));
        return false;
    }
    target = static_cast<int>(*value);
    return true;
}

bool TomlTable::read(const char *key, int &target, int least, int most)
{
    std::optional<int> value;
    if (!read(key, value, least, most))
        return false;
    target = *value;
    return true;
}

bool TomlTable::read(const char *key, QDate &target, Need need)
{
    const toml::node *found = node(key, need);
    if (!found)
        return false;
    const auto value = found->value_exact<toml::date>();
    if (value)
        target = QDate(value->year, value->month, value->day);
    else
        wrongType(key, "a date as 2023-05-25");
    return value.has_value();
}

bool TomlTable::read(const char *key, std::optional<QDate> &target)
{
    QDate date;
    if (!read(key, date))
        return false;
    target = date;
    return true;
}

bool TomlTable::read(const char *key, QStringList &target, Need need)
{
    const toml::node *found = node(key, need);
    if (!found)
        return false;
    const toml::array *array = found->as_array();
    if (!array || !(array->empty() || array->is_homogeneous(toml::node_type::string))) {
        wrongType(key, "a list of texts");
        return false;
    }
    target.clear();
    for (const toml::node &element : *array) {
        const auto value = element.value_or(std::string_view());
        target << text::nfc(QString::fromUtf8(value.data(), qsizetype(value.size())));
    }
    return true;
}

void TomlTable::readTable(const char *key, const Reader &reader, Need need)
{
    const toml::node *found = node(key, need);
    if (!found)
        return;
    if (const toml::table *table = found->as_table())
        TomlTable(*table, m_path + QString::fromLatin1(key) + u'.', m_problems).run(reader);
    else
        wrongType(key, "a table");
}

void TomlTable::readTables(const char *key, const Reader &reader)
{
    const toml::node *found = node(key, Need::Optional);
    if (!found)
        return;
    const toml::array *array = found->as_array();
    if (!array || !(array->empty() || array->is_homogeneous(toml::node_type::table)))
        return wrongType(key, "tables");
    for (const toml::node &element : *array)
        TomlTable(*element.as_table(), m_path + QString::fromLatin1(key) + u'.', m_problems)
            .run(reader);
}

}  // namespace station::rules
