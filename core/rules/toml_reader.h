#pragma once

#include "core/base/expected.h"

#include <QDate>
#include <QString>
#include <QStringList>

#include <toml++/toml.h>

#include <functional>
#include <optional>
#include <string_view>
#include <utility>
#include <vector>

namespace station::rules {

/// One table of a settings or law file. Reading a key leaves its target as it
/// was when the key is absent or wrong; every problem is noted with its place,
/// and so is every key that nobody asked for once the table has been read.
class TomlTable {
public:
    using Reader = std::function<void(TomlTable &)>;

    /// Reads a file of at most 256 KB with `reader`. Fails with
    /// SettingsInvalid; the subject holds all problems, one a line, sorted by
    /// place: "file:line:col: key: what".
    static Expected<> readFile(const QString &path, const Reader &reader);

    enum class Need { Optional, Required };
    static constexpr auto Required = Need::Required;

    bool read(const char *key, QString &target, Need need = Need::Optional);  ///< Not empty; NFC.
    bool read(const char *key, bool &target, Need need = Need::Optional);
    bool read(const char *key, double &target, double least, double most);
    bool read(const char *key, int &target, int least, int most);
    bool read(const char *key, std::optional<int> &target, int least, int most);
    bool read(const char *key, QDate &target, Need need = Need::Optional);
    bool read(const char *key, std::optional<QDate> &target);
    bool read(const char *key, QStringList &target, Need need = Need::Optional);

    /// A text that Value::parse takes.
    template <typename Value>
    bool readParsed(const char *key, std::optional<Value> &target, Need need = Need::Optional)
    {
        QString text;
        if (!read(key, text, need))
            return false;
        auto value = Value::parse(text);
        if (value)
            target = std::move(*value);
        else
            report(key, value.error().subject);
        return value.has_value();
    }

    /// One of a few words.
    template <typename Value>
    bool readChoice(const char *key, Value &target,
                    const std::vector<std::pair<QString, Value>> &choices,
                    Need need = Need::Optional)
    {
        QString text;
        if (!read(key, text, need))
            return false;
        QStringList words;
        for (const auto &[word, value] : choices) {
            if (word == text) {
                target = value;
                return true;
            }
            words << word;
        }
        report(key, QStringLiteral("expected ") + words.join(QStringLiteral(" or ")));
        return false;
    }

    void readTable(const char *key, const Reader &reader, Need need = Need::Optional);
    void readTables(const char *key, const Reader &reader);  ///< [[key]], one call each.

    /// Notes a problem of the key's value, or of the table when it is absent.
    void report(const char *key, const QString &what);

private:
    struct Problem {
        toml::source_position place;
        QString text;
    };
    using Problems = std::vector<Problem>;

    TomlTable(const toml::table &table, QString path, Problems &problems);
    void run(const Reader &reader);
    void reportUnknownKeys();
    const toml::node *node(const char *key, Need need);
    void wrongType(const char *key, const char *expected);

    const toml::table &m_table;
    QString m_path;  ///< "scanner." before the keys of [scanner].
    Problems &m_problems;
    QStringList m_known{};
};

}  // namespace station::rules
