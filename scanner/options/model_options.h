#pragma once

#include "core/workflow/scan_source.h"
#include "scanner/options/option.h"
#include "scanner/quirks/quirk.h"

#include <QString>
#include <QStringList>

#include <optional>
#include <vector>

namespace station::scanner {

/// The options of one model under the names that its backend gives them. A view:
/// valid as long as the options and the quirk are.
class ModelOptions {
public:
    ModelOptions(const Options &options, const Quirk &quirk) : m_options(options), m_quirk(quirk) {}

    const Option *named(const QString &name) const { return findOption(m_options, name); }
    const Option *source() const;
    const Option *sides() const;  ///< Duplex as a second choice: a word or a switch.
    const Option *mode() const;
    std::vector<const Option *> resolutions() const;  ///< One, or one for each direction.

    /// The word of `option` that means what is wanted; of the quirk, else of the
    /// common table. Never one that the quirk forbids.
    std::optional<QString> word(const Option &option, workflow::PaperSource wanted) const;
    std::optional<QString> word(const Option &option, workflow::ColourMode wanted) const;

    bool offers(workflow::PaperSource wanted) const;

private:
    const Option *firstOf(const QString &own, std::initializer_list<const char *> names) const;
    bool onlyFeeds() const;

    const Options &m_options;
    const Quirk &m_quirk;
};

}  // namespace station::scanner
