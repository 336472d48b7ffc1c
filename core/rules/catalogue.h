#pragma once

#include "core/base/expected.h"
#include "core/codes/agency_id.h"
#include "core/codes/procedure_code.h"
#include "core/codes/result_type_code.h"
#include "core/rules/paper_types.h"
#include "core/rules/validity.h"

#include <QString>
#include <QStringList>

#include <optional>
#include <vector>

namespace station::rules {

/// Why a component is digitized (TT 01/2023 Art. 4.1).
enum class DigitizationClass {
    EarlierResult,   ///< A: result of an earlier procedure.
    SpecialisedLaw,  ///< B: a specialised law asks for it.
    Decided,         ///< C: listed by the minister or the province.
    Opinion,         ///< D: verification results and opinions of agencies.
    Result,          ///< E: the result itself.
    OnDemand,        ///< F: only when the citizen asks and pays.
};

struct CatalogueComponent {
    QString code{};  ///< "GT01": unique within its procedure.
    QString name{};
    QString paperType{};  ///< Key of a PaperType.
    int originals = 1;
    int copies = 0;
    DigitizationClass digitizationClass = DigitizationClass::Decided;
    std::optional<codes::ResultTypeCode> replaceableBy{};  ///< A stored result may stand in.
    bool onlyToBeShown = false;

    bool mustBeDigitized() const { return digitizationClass != DigitizationClass::OnDemand; }
};

struct CatalogueResult {
    std::optional<codes::ResultTypeCode> code{};  ///< Set once loaded.
    QString name{};
    bool sample = false;  ///< An invented code; the national one is not known here.
};

/// One administrative procedure (TTHC) as it stood in a period.
struct Procedure {
    std::optional<codes::ProcedureCode> code{};  ///< Nothing: listed, cannot be opened by code.
    QString name{};
    QString sector{};
    std::optional<codes::AgencyId> department{};  ///< Handles it. Set once loaded.
    Validity validity{};
    QStringList legalBase{};
    double processingDays = 0;  ///< Working days, halves too; 0: the catalogue does not say.
    std::vector<CatalogueComponent> components{};
    std::vector<CatalogueResult> results{};

    const CatalogueComponent *component(const QString &componentCode) const;
};

class Catalogue {
public:
    Catalogue() = default;
    explicit Catalogue(std::vector<Procedure> procedures) : m_procedures(std::move(procedures)) {}

    /// The entry in force on that day, by the code's base. Never null inside.
    /// Fails with UnknownProcedure. The pointer lives as long as the catalogue.
    Expected<const Procedure *> find(const codes::ProcedureCode &code, QDate day) const;

    /// All in force on that day, in the file's order; with and without code.
    std::vector<const Procedure *> inForce(QDate day) const;

private:
    std::vector<Procedure> m_procedures;
};

/// Fails with SettingsInvalid, as loadRuleProfile; also when a component names
/// a paper type that is not in `papers`.
Expected<Catalogue> loadCatalogue(const QString &path, const PaperTypes &papers);

}  // namespace station::rules
