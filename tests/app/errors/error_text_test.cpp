#include "app/errors/error_text.h"

#include "tests/support/catch.h"

#include <vector>

using namespace station;

namespace {

// Fault starts at 0 without gaps and ends with Internal.
std::vector<Fault> allFaults()
{
    std::vector<Fault> faults;
    for (int value = 0; value <= static_cast<int>(Fault::Internal); ++value)
        faults.push_back(static_cast<Fault>(value));
    return faults;
}

}  // namespace

TEST_CASE("every fault says what happened and what to do", "[errors]")
{
    for (const Fault fault : allFaults()) {
        const ErrorText text = errorText({fault});
        CAPTURE(errorCode(fault));
        CHECK_FALSE(text.what.isEmpty());
        CHECK_FALSE(text.what.endsWith(QLatin1Char('.')));
        CHECK(text.remedy.isEmpty() == (fault == Fault::Cancelled));
        CHECK(text.line().endsWith(QLatin1Char('.')));
    }
}

TEST_CASE("the paper that an error is about comes first in its text", "[errors]")
{
    const ErrorText text = errorText({Fault::PaperJam, {}, QStringLiteral("Sheet 12")});
    CHECK(text.what.startsWith(QStringLiteral("Sheet 12: ")));
}

TEST_CASE("the detail of an error is for the log and never on the screen", "[errors]")
{
    const ErrorText text = errorText({Fault::DeviceFailed, QStringLiteral("SANE_STATUS_IO_ERROR")});
    CHECK_FALSE(text.line().contains(QStringLiteral("SANE")));
}
