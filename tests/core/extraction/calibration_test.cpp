#include "core/extraction/calibration.h"

#include "tests/support/catch.h"

namespace station::extraction {

TEST_CASE("between measured points a confidence is on the line, outside at their ends",
          "[extraction]")
{
    const Calibration calibration{.sureFrom = 0.9, .points = {{0.5, 0.4}, {0.7, 0.6}, {0.9, 0.98}}};
    CHECK(calibration.rightFor(0.1) == Approx(0.4));
    CHECK(calibration.rightFor(0.6) == Approx(0.5));
    CHECK(calibration.rightFor(0.8) == Approx(0.79));
    CHECK(calibration.rightFor(1.0) == Approx(0.98));
    CHECK(Calibration{}.rightFor(1.0) == 0.0);
}

TEST_CASE("a cell is measured like its column", "[extraction]")
{
    const Calibrations calibrations{.common = {.sureFrom = 0.5},
                                    .byField = {{QStringLiteral("plate"), {.sureFrom = 0.9}}}};
    CHECK(calibrations.of(QStringLiteral("vehicles.2.plate")).sureFrom == 0.9);
    CHECK(calibrations.of(QStringLiteral("subject")).sureFrom == 0.5);
}

}  // namespace station::extraction
