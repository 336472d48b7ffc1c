#include "core/rules/validity.h"

#include "core/rules/toml_reader.h"

using namespace Qt::StringLiterals;

namespace station::rules {

void readValidity(TomlTable &table, Validity &validity)
{
    table.read("valid_from", validity.from, TomlTable::Required);
    table.read("valid_until", validity.until);
    if (validity.until && *validity.until < validity.from)
        table.report("valid_until", u"is before valid_from"_s);
}

}  // namespace station::rules
