#include "core/rules/office.h"

#include "core/rules/toml_reader.h"

#include <QTime>

using namespace Qt::StringLiterals;

namespace station::rules {

namespace {

/// `hours = ["07:30-11:30", "13:30-17:00"]`, in order and apart.
void readHours(TomlTable &file, OfficeHours &target)
{
    QStringList texts;
    if (!file.read("hours", texts))
        return;
    OfficeHours hours;
    int end = 0;
    for (const QString &text : std::as_const(texts)) {
        const QTime from = QTime::fromString(text.section(u'-', 0, 0), u"HH:mm"_s);
        const QTime until = QTime::fromString(text.section(u'-', 1), u"HH:mm"_s);
        const WorkSession session{from.msecsSinceStartOfDay() / 60'000,
                                  until.msecsSinceStartOfDay() / 60'000};
        if (!from.isValid() || !until.isValid() || session.fromMinute < end ||
            session.untilMinute <= session.fromMinute)
            break;
        hours.push_back(session);
        end = session.untilMinute;
    }
    if (hours.empty() || hours.size() != static_cast<std::size_t>(texts.size()))
        file.report("hours", u"expected times in order as 07:30-11:30"_s);
    else
        target = std::move(hours);
}

}  // namespace

Expected<Office> loadOffice(const QString &path)
{
    Office office;
    const auto read = TomlTable::readFile(path, [&office](TomlTable &file) {
        file.readParsed("agency", office.agency, TomlTable::Required);
        file.read("name", office.name, TomlTable::Required);
        file.read("department", office.department, TomlTable::Required);
        file.read("province", office.province, TomlTable::Required);
        file.read("catalogue", office.catalogue, TomlTable::Required);
        file.read("address", office.address);
        file.read("phone", office.phone);
        readHours(file, office.hours);
        file.readTables("counter", [&office](TomlTable &table) {
            Counter counter;
            table.read("id", counter.id, TomlTable::Required);
            table.read("name", counter.name, TomlTable::Required);
            office.counters.push_back(std::move(counter));
        });
        if (office.counters.empty())
            file.report("counter", u"expected at least one"_s);
    });
    if (!read)
        return fail(read.error());
    return office;
}

}  // namespace station::rules
