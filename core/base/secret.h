#pragma once

#include <QByteArray>

#include <cstddef>
#include <string_view>

namespace station {

/// A PIN or passphrase: locked in memory (no swap), wiped on destruction, moved
/// but never copied. Has no conversion to QString and no debug output.
class Secret {
public:
    Secret() = default;
    /// Takes the characters and wipes the source.
    explicit Secret(QByteArray &&source);
    ~Secret();
    Secret(Secret &&other) noexcept;
    Secret &operator=(Secret &&other) noexcept;
    Secret(const Secret &) = delete;
    Secret &operator=(const Secret &) = delete;

    std::string_view view() const { return {m_bytes, m_size}; }
    std::size_t size() const { return m_size; }
    bool isEmpty() const { return m_size == 0; }

private:
    void wipe();
    char *m_bytes = nullptr;
    std::size_t m_size = 0;
};

/// First lines of each program that handles papers or PINs: no core dump, not
/// traceable by others, new files 0600.
void hardenProcess();

}  // namespace station
