#pragma once

#include "core/base/expected.h"
#include "scanner/options/option.h"

#include <QString>

#include <sane/sane.h>

#include <optional>
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
    int reloads() const { return m_reloads; }  ///< How often the backend asked for one.

    /// Closes the device and opens it again. After an error it stays closed, and
    /// nothing but isOpen may be called.
    Expected<> reopen();
    bool isOpen() const { return m_handle != nullptr; }

    struct SetResult {
        SANE_Status status = SANE_STATUS_GOOD;
        SANE_Int info = 0;
        bool needless = false;  ///< It had that value, or it cannot be set.
    };
    SetResult set(const Setting &setting);
    void readOptions();
    /// A sensor or button read anew; nothing when the device has none of that name
    /// or does not say. What can be set is no sensor (kvs: "double-feed").
    std::optional<bool> sensor(const QString &name);

    SANE_Status start() { return sane_start(m_handle); }
    SANE_Status parameters(SANE_Parameters &parameters);
    SANE_Status read(SANE_Byte *data, SANE_Int most, SANE_Int &length);
    void cancel() { sane_cancel(m_handle); }

private:
    SaneDevice(QString name, SANE_Handle handle);

    OptionValue readValue(SANE_Int index) const;

    QString m_name;
    SANE_Handle m_handle = nullptr;
    Options m_options;
    std::vector<SANE_Int> m_indices;  // of m_options, in SANE
    int m_reloads = 0;
};

}  // namespace station::scanner
