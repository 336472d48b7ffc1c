#pragma once

#include "core/base/error.h"

#include <tl/expected.hpp>

namespace station {

/// A value or the Error that prevented it. Called so because "result" belongs
/// to the law here. May become std::expected one day.
template <typename T = void>
using Expected = tl::expected<T, Error>;

/// `return fail(Fault::InvalidInput, "length", "owner id");`
inline tl::unexpected<Error> fail(Fault fault, QString detail = {}, QString subject = {})
{
    return tl::unexpected(Error{fault, std::move(detail), std::move(subject)});
}

/// Hands an error on: `if (!x) return fail(x.error());`
inline tl::unexpected<Error> fail(Error error)
{
    return tl::unexpected(std::move(error));
}

}  // namespace station
