#include "scanner/quirks/quirk_table.h"

#include "core/rules/toml_reader.h"

#include <QDir>
#include <QRegularExpression>

#include <algorithm>

namespace station::scanner {

using namespace Qt::StringLiterals;
using rules::TomlTable;

namespace {

void readExtras(TomlTable &table, std::vector<Quirk::Extra> &extras)
{
    static const QRegularExpression form(u"^([a-z0-9][a-z0-9-]{0,63})\\s*=\\s*(\\S.{0,126})$"_s);
    QStringList lines;
    table.read("extras", lines);
    for (const auto &line : lines) {
        const auto found = form.match(line);
        if (found.hasMatch())
            extras.push_back({found.captured(1), found.captured(2).trimmed()});
        else
            table.report("extras", u"expected texts as \"option = value\", not \"%1\""_s.arg(line));
    }
}

void readDeadlines(TomlTable &table, Quirk::Deadlines &deadlines)
{
    constexpr int least = 100;
    constexpr int most = 600'000;
    table.read("open_ms", deadlines.openMs, least, most);
    table.read("first_data_ms", deadlines.firstDataMs, least, most);
    table.read("following_data_ms", deadlines.followingDataMs, least, most);
    table.read("cancel_ms", deadlines.cancelMs, least, most);
}

Quirk readRow(TomlTable &table)
{
    Quirk row;
    table.read("backend", row.backend, TomlTable::Required);
    table.read("vendor", row.vendor);
    table.read("model", row.model);
    table.read("flatbed", row.flatbed);
    table.read("feeder", row.feeder);
    table.read("duplex", row.duplex);
    table.read("colour", row.colour);
    table.read("gray", row.gray);
    table.read("never", row.never);
    table.read("source_option", row.sourceOption);
    table.read("sides_option", row.sidesOption);
    table.read("mode_option", row.modeOption);
    table.read("resolution_option", row.resolutionOption);
    table.read("button", row.button);
    readExtras(table, row.extras);
    table.read("page_margin_mm", row.pageMarginMm, 0, 50);
    table.read("reopen_between_sheets", row.reopenBetweenSheets);
    table.read("reopen_between_runs", row.reopenBetweenRuns);
    table.read("cancel_between_runs", row.cancelBetweenRuns);
    table.read("busy_tries", row.busyTries, 1, 40);
    table.read("prefetches", row.prefetches);
    table.readTable("deadlines",
                    [&](TomlTable &deadlines) { readDeadlines(deadlines, row.deadlines); });
    return row;
}

bool fits(const QString &pattern, const QString &text)
{
    const QString form = QRegularExpression::escape(pattern).replace(u"\\*"_s, u".*"_s);
    return QRegularExpression(QRegularExpression::anchoredPattern(form),
                              QRegularExpression::CaseInsensitiveOption)
        .match(text)
        .hasMatch();
}

qsizetype lettersOf(const QString &pattern)
{
    return pattern.size() - pattern.count(u'*');
}

}  // namespace

Expected<std::vector<Quirk>> readQuirks(const QString &folder)
{
    std::vector<Quirk> rows;
    QStringList problems;
    const QDir dir(folder);
    for (const auto &name : dir.entryList({u"*.toml"_s}, QDir::Files, QDir::Name)) {
        const auto read = TomlTable::readFile(dir.filePath(name), [&](TomlTable &root) {
            root.readTables("scanner", [&](TomlTable &table) { rows.push_back(readRow(table)); });
        });
        if (!read)
            problems.append(read.error().subject);
    }
    if (problems.isEmpty())
        return rows;
    return fail(Fault::SettingsInvalid, problems.join(u'\n'), problems.join(u'\n'));
}

DeviceKind kindOf(const QString &deviceName, const QString &vendor, const QString &model)
{
    QStringList parts = deviceName.split(u':');
    if (parts.first() == u"net" && parts.size() >= 3) {
        // An IPv6 address stands in brackets and has colons of its own.
        const auto host = std::find_if(parts.cbegin() + 1, parts.cend(), [&](const QString &part) {
            return !parts.at(1).startsWith(u'[') || part.endsWith(u']');
        });
        parts = parts.mid(std::min<qsizetype>(host - parts.cbegin() + 1, parts.size() - 1));
    }
    DeviceKind kind{parts.first(), vendor, model};
    // fujitsu:fi-7160:1234, canon_dr:DR-C225:…, airscan:e0:Canon MF240; a libusb
    // address says nothing of the model.
    const QString middle = kind.backend == u"airscan" ? parts.mid(2).join(u':') : parts.value(1);
    if (kind.model.isEmpty() && middle != u"libusb")
        kind.model = middle;
    if (kind.vendor.isEmpty() && kind.backend == u"airscan")
        kind.vendor = middle.section(u' ', 0, 0);
    return kind;
}

Quirk quirkFor(const std::vector<Quirk> &rows, const DeviceKind &kind)
{
    Quirk best;
    qsizetype most = -1;
    for (const auto &row : rows) {
        if (!fits(row.backend, kind.backend) || !fits(row.vendor, kind.vendor) ||
            !fits(row.model, kind.model))
            continue;
        const auto letters = lettersOf(row.backend) + lettersOf(row.vendor) + lettersOf(row.model);
        if (letters >= most) {
            most = letters;
            best = row;
        }
    }
    return best;
}

}  // namespace station::scanner
