#pragma once

#include <QDebug>

#include <utility>

namespace station {

/// A value about a person. It can be used where it is asked for by name, and
/// is masked wherever it is only printed, so that a log line cannot leak it.
template <typename T>
class Pii {
public:
    Pii() = default;
    explicit Pii(T value) : m_value(std::move(value)) {}

    const T &reveal() const { return m_value; }  ///< For the screen, the store, the manifest.
    bool operator==(const Pii &) const = default;

    friend QDebug operator<<(QDebug debug, const Pii &) { return debug << "‹personal›"; }

private:
    T m_value{};
};

}  // namespace station
