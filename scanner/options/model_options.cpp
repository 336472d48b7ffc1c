#include "scanner/options/model_options.h"

#include "scanner/options/dialect.h"

namespace station::scanner {

using namespace Qt::StringLiterals;
using workflow::ColourMode;
using workflow::PaperSource;

namespace {

template <typename Meaning>
std::optional<QString> chosen(const QStringList &own, QStringList offered, const QStringList &never,
                              Meaning wanted)
{
    for (const auto &word : never)
        offered.removeAll(word);
    for (const auto &word : own) {
        if (offered.contains(word))
            return word;
    }
    return wordFor(offered, wanted);
}

}  // namespace

const Option *ModelOptions::firstOf(const QString &own,
                                    std::initializer_list<const char *> names) const
{
    if (const auto *option = own.isEmpty() ? nullptr : named(own))
        return option;
    for (const char *name : names) {
        if (const auto *option = named(QLatin1String(name)))
            return option;
    }
    return nullptr;
}

const Option *ModelOptions::source() const
{
    return firstOf(m_quirk.sourceOption, {"source", "doc-source"});
}

/// epson2, magicolor and kodakaio: a word; kvs20xx, kvs40xx: a switch.
const Option *ModelOptions::sides() const
{
    return firstOf(m_quirk.sidesOption, {"adf-mode", "duplex"});
}

const Option *ModelOptions::mode() const
{
    return firstOf(m_quirk.modeOption, {"mode", "scan-mode"});
}

std::vector<const Option *> ModelOptions::resolutions() const
{
    if (const auto *both = firstOf(m_quirk.resolutionOption, {"resolution", "scan-resolution"}))
        return {both};
    std::vector<const Option *> found;
    for (const char *name : {"x-resolution", "y-resolution"}) {
        if (const auto *option = named(QLatin1String(name)))
            found.push_back(option);
    }
    return found;
}

std::optional<QString> ModelOptions::word(const Option &option, PaperSource wanted) const
{
    return chosen(m_quirk.wordsFor(wanted), option.words, m_quirk.never, wanted);
}

std::optional<QString> ModelOptions::word(const Option &option, ColourMode wanted) const
{
    return chosen(m_quirk.wordsFor(wanted), option.words, {}, wanted);
}

/// A device without any choice of source: is its one source a feeder?
bool ModelOptions::onlyFeeds() const
{
    return !source() && (sides() || named(u"page-loaded"_s));
}

bool ModelOptions::offers(PaperSource wanted) const
{
    const auto *choice = source();
    const bool direct = choice && word(*choice, wanted);
    if (wanted == PaperSource::Flatbed)
        return direct || (!choice && !onlyFeeds());
    if (wanted == PaperSource::Feeder)
        return direct || onlyFeeds();
    return direct || (sides() && offers(PaperSource::Feeder));
}

}  // namespace station::scanner
