#include "core/rules/paper_types.h"

#include "core/rules/signature_levels.h"
#include "core/rules/toml_reader.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace station::rules {

const PaperType *PaperTypes::find(const QString &key) const
{
    const auto found = std::find_if(m_types.begin(), m_types.end(),
                                    [&](const PaperType &type) { return type.key == key; });
    return found == m_types.end() ? nullptr : &*found;
}

Expected<PaperTypes> loadPaperTypes(const QString &path)
{
    std::vector<PaperType> types;
    const auto read = TomlTable::readFile(path, [&types](TomlTable &file) {
        file.readTables("paper", [&types](TomlTable &table) {
            PaperType type;
            table.read("key", type.key, TomlTable::Required);
            table.read("name", type.name, TomlTable::Required);
            table.read("required_fields", type.requiredFields, TomlTable::Required);
            table.read("validity_months", type.validityMonths, 1, 1200);
            table.read("unlimited", type.unlimited);
            if (type.unlimited && type.validityMonths)
                table.report("unlimited", u"contradicts validity_months"_s);
            readSignatureLevels(table, "signature_wanted", type.wantedLevel, "signature_required",
                                type.requiredLevel);
            const auto sameKey = [&type](const PaperType &other) { return other.key == type.key; };
            if (std::any_of(types.begin(), types.end(), sameKey))
                table.report("key", u"appears twice"_s);
            types.push_back(std::move(type));
        });
    });
    if (!read)
        return fail(read.error());
    return PaperTypes(std::move(types));
}

}  // namespace station::rules
