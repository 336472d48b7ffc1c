#pragma once

#include "core/base/expected.h"
#include "scanner/options/option.h"

#include <QString>

#include <sane/sane.h>

#include <vector>

namespace station::scanner {

/// An open SANE device and its options, which are read again whenever the
/// backend asks for it. Closing and every operation happen on one thread.
class SaneDevice {
public:
    /// DeviceNotFound, or DeviceBusy after a few attempts.
    static Expected<SaneDevice> open(const QString &name);
    ~SaneDevice();
    SaneDevice(SaneDevice &&other) noexcept;
    SaneDevice &operator=(SaneDevice &&other) noexcept;

    const QString &name() const { return m_name; }
    const Options &options() const { return m_options; }

    /// Sets a value unless the option already has it or cannot be set.
    SANE_Status set(const Setting &setting);
    /// A sensor read anew; false when the device has none of that name.
    bool sensor(const QString &name);

    SANE_Status start() { return sane_start(m_handle); }
    SANE_Status parameters(SANE_Parameters &parameters);
    SANE_Status read(SANE_Byte *data, SANE_Int most, SANE_Int &length);
    void cancel() { sane_cancel(m_handle); }

private:
    SaneDevice(QString name, SANE_Handle handle);

    void readOptions();
    OptionValue readValue(SANE_Int index) const;

    QString m_name;
    SANE_Handle m_handle = nullptr;
    Options m_options;
    std::vector<SANE_Int> m_indices;  // of m_options, in SANE
};

}  // namespace station::scanner
