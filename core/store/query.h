#pragma once

#include <SQLiteCpp/Database.h>
#include <SQLiteCpp/Statement.h>

#include <QByteArray>
#include <QString>

#include <concepts>
#include <optional>

namespace station::store {

/// One SQL statement with its values, speaking Qt. Used by the `…_table` files
/// only; lets SQLite::Exception pass to Store, which makes an Error of it.
class Query {
public:
    template <typename... Values>
    Query(SQLite::Database &database, const char *sql, const Values &...values)
        : m_statement(database, sql)
    {
        [[maybe_unused]] int index = 0;
        (bind(++index, values), ...);
    }

    bool next() { return m_statement.executeStep(); }
    int run() { return m_statement.exec(); }  ///< Number of rows changed.

    QString text(int column) const
    {
        return QString::fromStdString(m_statement.getColumn(column).getString());
    }
    QByteArray bytes(int column) const
    {
        return QByteArray::fromStdString(m_statement.getColumn(column).getString());
    }
    qint64 number(int column) const { return m_statement.getColumn(column).getInt64(); }
    int integer(int column) const { return m_statement.getColumn(column).getInt(); }
    bool flag(int column) const { return integer(column) != 0; }
    double real(int column) const { return m_statement.getColumn(column).getDouble(); }
    bool isNull(int column) const { return m_statement.isColumnNull(column); }

private:
    void bind(int index, const QString &text) { m_statement.bind(index, text.toStdString()); }
    void bind(int index, const QByteArray &bytes)
    {
        m_statement.bind(index, bytes.constData(), static_cast<int>(bytes.size()));
    }
    void bind(int index, double value) { m_statement.bind(index, value); }
    void bind(int index, std::integral auto value)
    {
        m_statement.bind(index, static_cast<int64_t>(value));
    }
    template <typename Value>
    void bind(int index, const std::optional<Value> &value)
    {
        if (value)
            bind(index, *value);
        else
            m_statement.bind(index);
    }

    mutable SQLite::Statement m_statement;
};

}  // namespace station::store
