#include "scanner/worker/configurator.h"

#include "scanner/worker/sane_status.h"

namespace station::scanner {

using namespace Qt::StringLiterals;

namespace {

bool isRefusal(SANE_Status status)
{
    return status == SANE_STATUS_INVAL || status == SANE_STATUS_UNSUPPORTED;
}

QString infoText(SANE_Int info)
{
    QStringList words;
    if (info & SANE_INFO_INEXACT)
        words << u"inexact"_s;
    if (info & SANE_INFO_RELOAD_OPTIONS)
        words << u"reload"_s;
    if (info & SANE_INFO_RELOAD_PARAMS)
        words << u"parameters"_s;
    return words.join(u' ');
}

}  // namespace

Configurator::Configurator(SaneDevice &device, const workflow::ScanRequest &request,
                           const Quirk &quirk, const Trace &trace)
    : m_device(device), m_request(request), m_quirk(quirk), m_trace(trace)
{
}

Expected<> Configurator::configure()
{
    m_trace.add("options", {{u"when"_s, u"before"_s}, {u"options"_s, raw(m_device.options())}});
    auto done = settle(allSteps);
    if (!done && done.error().fault == Fault::InvalidInput) {
        // It may be another option that stands in the way, or options that could not be read.
        m_device.readOptions();
        m_trace.add("safe set", {{u"because"_s, done.error().detail}});
        done = settle(safeSteps);
    }
    if (done)
        raiseResolution();
    m_trace.add("options", {{u"when"_s, u"after"_s}, {u"options"_s, raw(m_device.options())}});
    return done;
}

Expected<> Configurator::settle(std::span<const Step> steps)
{
    // Each of n options can undo those before it once; more is a backend that toggles.
    const auto count = static_cast<int>(m_device.options().size());
    const int mostReloads = m_device.reloads() + count * (count + 1) / 2;
    for (;;) {
        const int before = m_device.reloads();
        m_taken.clear();
        if (const auto done = setAll(steps); !done)
            return done;
        if (m_device.reloads() == before || hold())
            return {};
        if (m_device.reloads() > mostReloads) {
            m_trace.add("options do not settle");
            return {};
        }
    }
}

Expected<> Configurator::setAll(std::span<const Step> steps)
{
    for (const Step step : steps) {
        const auto settings = settingsFor(step, m_request, m_device.options(), m_quirk);
        if (!settings)
            return fail(settings.error());
        for (const auto &setting : *settings) {
            if (const auto done = set(step, setting); !done)
                return done;
        }
    }
    return {};
}

Expected<> Configurator::set(Step step, const Setting &setting)
{
    const auto result = m_device.set(setting);
    const auto *option = findOption(m_device.options(), setting.option);
    const OptionValue taken = option ? option->value : OptionValue();
    if (!result.needless) {
        m_trace.add("set", {{u"option"_s, setting.option},
                            {u"value"_s, json(setting.value)},
                            {u"status"_s, QString::fromUtf8(sane_strstatus(result.status))},
                            {u"info"_s, infoText(result.info)},
                            {u"got"_s, json(taken)}});
    }
    if (result.status == SANE_STATUS_GOOD) {
        m_taken.insert(setting.option, taken);
        return {};
    }
    if (isRefusal(result.status) && !isEssential(step))
        return {};
    Error error = saneError(result.status, "sane_control_option");
    error.detail += u" ("_s + setting.option + u')';
    if (isRefusal(result.status)) {
        error.fault = Fault::InvalidInput;
        error.subject = setting.option;
    }
    return fail(std::move(error));
}

/// Whether no later option has changed what an earlier one was set to.
bool Configurator::hold() const
{
    for (auto it = m_taken.cbegin(); it != m_taken.cend(); ++it) {
        const auto *option = findOption(m_device.options(), it.key());
        if (option && option->active && !isSame(option->value, it.value()))
            return false;
    }
    return true;
}

void Configurator::raiseResolution()
{
    constexpr int mostSteps = 8;
    for (int i = 0; i < mostSteps; ++i) {
        const auto settings = higherResolution(m_request, m_device.options(), m_quirk);
        if (settings.empty())
            return;
        const int before = actualDpi(m_device.options(), 0, m_quirk);
        for (const auto &setting : settings)
            (void)set(Step::Resolution, setting);
        if (actualDpi(m_device.options(), 0, m_quirk) == before)
            return;
    }
}

}  // namespace station::scanner
