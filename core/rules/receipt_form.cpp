#include "core/rules/receipt_form.h"

#include "core/rules/toml_reader.h"

#include <QRegularExpression>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace station::rules {

namespace {

constexpr int columnsOfPapers = 5;

ReceiptForm readForm(TomlTable &table)
{
    ReceiptForm form;
    table.read("name", form.name, TomlTable::Required);
    readValidity(table, form.validity);
    table.read("nation", form.nation, TomlTable::Required);
    table.read("motto", form.motto, TomlTable::Required);
    table.read("desk", form.desk, TomlTable::Required);
    table.read("place_and_date", form.placeAndDate, TomlTable::Required);
    table.read("title", form.title, TomlTable::Required);
    table.read("code", form.code, TomlTable::Required);
    if (table.read("copies", form.copies, TomlTable::Required) && form.copies.isEmpty())
        table.report("copies", u"expected at least one"_s);
    table.read("head", form.head, TomlTable::Required);
    table.read("papers", form.papers, TomlTable::Required);
    if (table.read("columns", form.columns, TomlTable::Required) &&
        form.columns.size() != columnsOfPapers)
        table.report("columns", u"expected five"_s);
    table.read("tail", form.tail, TomlTable::Required);
    table.read("moment", form.moment, TomlTable::Required);
    table.read("applicant", form.applicant, TomlTable::Required);
    table.read("clerk", form.clerk, TomlTable::Required);
    table.read("sign_hint", form.signHint, TomlTable::Required);
    table.read("notes_title", form.notesTitle);
    table.read("notes", form.notes);
    table.read("qr", form.qr, TomlTable::Required);
    const auto readWords = [&form](TomlTable &words) {
        words.read("digitize", form.digitized, TomlTable::Required);
        words.read("reuse", form.reused, TomlTable::Required);
        words.read("attach", form.attached, TomlTable::Required);
        words.read("shown", form.shown, TomlTable::Required);
    };
    table.readTable("taken_in", readWords, TomlTable::Required);
    return form;
}

}  // namespace

const ReceiptForm *ReceiptForms::find(QDate day) const
{
    const auto found = std::ranges::find_if(
        m_forms, [day](const ReceiptForm &form) { return form.validity.contains(day); });
    return found == m_forms.end() ? nullptr : &*found;
}

Expected<ReceiptForms> loadReceiptForms(const QString &path)
{
    std::vector<ReceiptForm> forms;
    const auto read = TomlTable::readFile(path, [&forms](TomlTable &file) {
        file.readTables("form", [&forms](TomlTable &table) { forms.push_back(readForm(table)); });
    });
    if (!read)
        return fail(read.error());
    return ReceiptForms(std::move(forms));
}

QStringList filledPieces(const QString &line, const FormValues &values, const QString &blank)
{
    static const QRegularExpression placeholder(u"\\{([a-z_]+)\\}"_s);
    QStringList pieces;
    qsizetype end = 0;
    for (auto matches = placeholder.globalMatch(line); matches.hasNext();) {
        const auto match = matches.next();
        const QString value = values.value(match.captured(1));
        pieces << line.mid(end, match.capturedStart() - end) << (value.isEmpty() ? blank : value);
        end = match.capturedEnd();
    }
    if (end < line.size())
        pieces << line.mid(end);
    return pieces;
}

}  // namespace station::rules
