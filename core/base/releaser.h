#pragma once

namespace station {

/// Deleter of a std::unique_ptr for an object of a C library that has a function of its own to
/// free it: `std::unique_ptr<X509, Releaser<X509_free>>`.
template <auto release>
struct Releaser {
    template <typename T>
    void operator()(T *object) const
    {
        release(object);
    }
};

}  // namespace station
