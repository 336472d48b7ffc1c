#include "core/rules/office.h"

#include "core/rules/toml_reader.h"

using namespace Qt::StringLiterals;

namespace station::rules {

Expected<Office> loadOffice(const QString &path)
{
    Office office;
    const auto read = TomlTable::readFile(path, [&office](TomlTable &file) {
        file.readParsed("agency", office.agency, TomlTable::Required);
        file.read("name", office.name, TomlTable::Required);
        file.read("department", office.department, TomlTable::Required);
        file.read("province", office.province, TomlTable::Required);
        file.read("catalogue", office.catalogue, TomlTable::Required);
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
