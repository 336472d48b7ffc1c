#include "core/base/error_code.h"
#include "tests/support/catch.h"

#include <QRegularExpression>
#include <QSet>

using namespace station;

TEST_CASE("every fault has its own snake_case code", "[base]")
{
    static const QRegularExpression snake(QStringLiteral("^[a-z]+(_[a-z]+)*$"));
    constexpr int last = static_cast<int>(Fault::Internal);  // from 0 without gaps
    QSet<QString> codes;
    for (int value = 0; value <= last; ++value) {
        const QString code = errorCode(static_cast<Fault>(value));
        CAPTURE(code);
        CHECK(snake.match(code).hasMatch());
        codes.insert(code);
        CHECK(faultOf(code) == static_cast<Fault>(value));
    }
    CHECK(codes.size() == last + 1);
    CHECK_FALSE(faultOf(QStringLiteral("of_a_later_version")));
}
