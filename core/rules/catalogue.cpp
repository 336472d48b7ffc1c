#include "core/rules/catalogue.h"

#include "core/rules/toml_reader.h"

#include <algorithm>
#include <cmath>

using namespace Qt::StringLiterals;

namespace station::rules {

namespace {

const std::vector<std::pair<QString, DigitizationClass>> digitizationClasses{
    {u"A"_s, DigitizationClass::EarlierResult}, {u"B"_s, DigitizationClass::SpecialisedLaw},
    {u"C"_s, DigitizationClass::Decided},       {u"D"_s, DigitizationClass::Opinion},
    {u"E"_s, DigitizationClass::Result},        {u"F"_s, DigitizationClass::OnDemand},
};

CatalogueComponent readComponent(TomlTable &table, const Procedure &procedure,
                                 const PaperTypes &papers)
{
    CatalogueComponent component;
    table.read("code", component.code, TomlTable::Required);
    table.read("name", component.name, TomlTable::Required);
    table.read("paper", component.paperType, TomlTable::Required);
    table.read("originals", component.originals, 0, 20);
    table.read("copies", component.copies, 0, 20);
    table.readChoice("class", component.digitizationClass, digitizationClasses,
                     TomlTable::Required);
    table.readParsed("replaceable_by", component.replaceableBy);
    table.read("only_to_be_shown", component.onlyToBeShown);
    if (procedure.component(component.code))
        table.report("code", u"appears twice in the procedure"_s);
    if (!component.paperType.isEmpty() && !papers.find(component.paperType))
        table.report("paper", u"no such paper type"_s);
    return component;
}

Procedure readProcedure(TomlTable &table, const PaperTypes &papers)
{
    Procedure procedure;
    bool codeUnknown = false;
    table.read("code_unknown", codeUnknown);
    table.readParsed("code", procedure.code,
                     codeUnknown ? TomlTable::Need::Optional : TomlTable::Required);
    if (codeUnknown && procedure.code)
        table.report("code", u"contradicts code_unknown"_s);
    table.read("name", procedure.name, TomlTable::Required);
    table.read("sector", procedure.sector, TomlTable::Required);
    table.read("legal_base", procedure.legalBase);
    readValidity(table, procedure.validity);
    table.read("processing_days", procedure.processingDays, 0.5, 365);
    if (double halves = procedure.processingDays * 2; halves != std::floor(halves))
        table.report("processing_days", u"expected whole or half days"_s);
    table.readTables("component", [&](TomlTable &component) {
        procedure.components.push_back(readComponent(component, procedure, papers));
    });
    if (procedure.components.empty())
        table.report("component", u"expected at least one"_s);
    table.readTables("result", [&](TomlTable &row) {
        CatalogueResult result;
        row.readParsed("code", result.code, TomlTable::Required);
        row.read("name", result.name, TomlTable::Required);
        row.read("sample", result.sample);
        procedure.results.push_back(std::move(result));
    });
    return procedure;
}

}  // namespace

const CatalogueComponent *Procedure::component(const QString &componentCode) const
{
    const auto found =
        std::find_if(components.begin(), components.end(),
                     [&](const CatalogueComponent &row) { return row.code == componentCode; });
    return found == components.end() ? nullptr : &*found;
}

Expected<const Procedure *> Catalogue::find(const codes::ProcedureCode &code, QDate day) const
{
    const auto found =
        std::find_if(m_procedures.begin(), m_procedures.end(), [&](const Procedure &procedure) {
            return procedure.code && procedure.code->base() == code.base() &&
                   procedure.validity.contains(day);
        });
    if (found == m_procedures.end())
        return fail(Fault::UnknownProcedure, code.base(), code.base());
    return &*found;
}

std::vector<const Procedure *> Catalogue::inForce(QDate day) const
{
    std::vector<const Procedure *> found;
    for (const Procedure &procedure : m_procedures) {
        if (procedure.validity.contains(day))
            found.push_back(&procedure);
    }
    return found;
}

Expected<Catalogue> loadCatalogue(const QString &path, const PaperTypes &papers)
{
    std::vector<Procedure> procedures;
    const auto read = TomlTable::readFile(path, [&](TomlTable &file) {
        std::optional<codes::AgencyId> department;
        file.readParsed("department", department, TomlTable::Required);
        file.readTables("procedure", [&](TomlTable &table) {
            Procedure procedure = readProcedure(table, papers);
            procedure.department = department;
            const auto overlaps = [&procedure](const Procedure &other) {
                const Validity &a = procedure.validity;
                const Validity &b = other.validity;
                return procedure.code && other.code == procedure.code &&
                       (a.contains(b.from) || b.contains(a.from));
            };
            if (std::any_of(procedures.begin(), procedures.end(), overlaps))
                table.report("code", u"appears twice for the same day"_s);
            procedures.push_back(std::move(procedure));
        });
    });
    if (!read)
        return fail(read.error());
    return Catalogue(std::move(procedures));
}

}  // namespace station::rules
