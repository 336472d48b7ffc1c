#pragma once

#include "core/base/expected.h"
#include "core/workflow/scan_source.h"
#include "scanner/options/scan_options.h"
#include "scanner/protocol/trace.h"
#include "scanner/worker/sane_device.h"

#include <QMap>

#include <span>

namespace station::scanner {

/// Brings a device's options to what a request wants, as far as they go. Setting
/// one may change others, so it goes over them again until they hold, but not for
/// ever: some backends never settle.
class Configurator {
public:
    Configurator(SaneDevice &device, const workflow::ScanRequest &request, const Quirk &quirk,
                 const Trace &trace);

    /// InvalidInput when the device refuses what it must take, also on its own; the
    /// subject is the option's name, or "source" or "mode" when it has no such.
    Expected<> configure();

private:
    Expected<> settle(std::span<const Step> steps);
    Expected<> setAll(std::span<const Step> steps);
    Expected<> set(Step step, const Setting &setting);
    bool hold() const;
    void raiseResolution();

    SaneDevice &m_device;
    const workflow::ScanRequest &m_request;
    const Quirk &m_quirk;
    const Trace &m_trace;
    QMap<QString, OptionValue> m_taken{};  // what each option was right after it was set
};

}  // namespace station::scanner
