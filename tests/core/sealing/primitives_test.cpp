#include "core/sealing/primitives.h"
#include "tests/support/catch.h"

using namespace station;
using namespace station::sealing;

namespace {

Secret secretOfHex(const char *digits)
{
    return Secret(QByteArray::fromHex(digits));
}

QByteArray hexOf(const Secret &secret)
{
    return QByteArray(secret.view().data(), static_cast<qsizetype>(secret.size())).toHex();
}

}  // namespace

TEST_CASE("AES-256-GCM gives what its specification gives", "[sealing]")
{
    // McGrew and Viega, test case 16.
    const auto key =
        secretOfHex("feffe9928665731c6d6a8f9467308308feffe9928665731c6d6a8f9467308308");
    const auto nonce = QByteArray::fromHex("cafebabefacedbaddecaf888");
    const auto context = QByteArray::fromHex("feedfacedeadbeeffeedfacedeadbeefabaddad2");
    const auto plain =
        QByteArray::fromHex("d9313225f88406e5a55909c5aff5269a86a7a9531534f7da2e4c303d8a318a72"
                            "1c3c0c95956809532fcf0e2449a6b525b16aedf5aa0de657ba637b39");
    const auto sealed = gcmSealed(key, nonce, context, plain);
    REQUIRE(sealed);
    CHECK(sealed->toHex() ==
          QByteArray("522dc1f099567d07f47f37a32a84427d643a8cdcbfe5c0c97598a2bd2555d1aa"
                     "8cb08e48590dbb3da7b08b1056828838c5f61e6393ba7a0abcc9f662"
                     "76fc6ece0f4e1768cddf8853bb2d551b"));
    CHECK(gcmOpened(key, nonce, context, *sealed) == plain);
}

TEST_CASE("a key that is too short seals nothing", "[sealing]")
{
    CHECK_FALSE(gcmSealed(Secret(QByteArray(16, 'k')), QByteArray(12, 'n'), {}, "text"));
    CHECK_FALSE(gcmSealed(Secret(QByteArray(32, 'k')), QByteArray(8, 'n'), {}, "text"));
}

TEST_CASE("a derived key is that of RFC 5869", "[sealing]")
{
    // Test case 3: no salt, no purpose.
    const auto key =
        derivedKey(secretOfHex("0b0b0b0b0b0b0b0b0b0b0b0b0b0b0b0b0b0b0b0b0b0b"), {}, 42);
    REQUIRE(key);
    CHECK(hexOf(*key) ==
          QByteArray("8da4e775a563c18f715f802a063c5a31b8a11f5c5ee1879ec3454e5f3c738d2d"
                     "9d201395faa4b61a96c8"));
}

TEST_CASE("a keyed hash is that of RFC 4231 as often as it is asked", "[sealing]")
{
    const KeyedHash hash(Secret(QByteArray("Jefe")));
    for (int times = 0; times < 2; ++times)
        CHECK(hash.of("what do ya want for nothing?").toHex() ==
              QByteArray("5bdcc146bf60754e6a042426089575c75a003f089d2739839dec58b964ec3843"));
}
