#include "core/base/sha256.h"
#include "core/repository/s3_signer.h"
#include "tests/support/catch.h"

using namespace station;
using namespace station::repository;

namespace {

constexpr qint64 august2015 = 1'440'938'160'000;  // 2015-08-30T12:36:00Z
constexpr qint64 may2013 = 1'369'353'600'000;     // 2013-05-24T00:00:00Z

QByteArray signatureOf(const net::HttpHeaders &headers)
{
    for (const auto &[name, value] : headers) {
        if (name == "Authorization")
            return value.mid(value.indexOf("Signature=") + 10);
    }
    return {};
}

QByteArray hashOf(const QByteArray &body)
{
    return sha256Hex(body).toLatin1();
}

}  // namespace

// The vectors of the "AWS Signature Version 4 Test Suite".
TEST_CASE("the signer agrees with the published vectors of the protocol", "[s3]")
{
    const S3Signer signer("AKIDEXAMPLE", Secret("wJalrXUtnFEMI/K7MDENG+bPxRfiCYEXAMPLEKEY"),
                          "us-east-1", "service");
    const auto sign = [&](const QByteArray &method, const net::HttpHeaders &query,
                          const net::HttpHeaders &headers = {}) {
        return signatureOf(signer.sign({.method = method,
                                        .host = "example.amazonaws.com",
                                        .query = query,
                                        .headers = headers,
                                        .payloadSha256 = hashOf({})},
                                       august2015));
    };
    CHECK(sign("GET", {}) == "5fa00fa31553b73ebf1942676e86291e8372ff2a2260956d9b8aae1d763fbf31");
    CHECK(sign("POST", {}) == "5da7c1a2acd57cee7505fc6676e4e544621c30862966e37dddb68e92efbe5d6b");
    CHECK(sign("GET", {{"Param2", "value2"}, {"Param1", "value1"}}) ==
          "b97d918cfa904a5beff61c982a1b6f458b799221646efd99d3219ec94cdf2500");
    CHECK(sign("POST", {{"Param1", "value1"}}) ==
          "28038455d6de14eafc1f9222cf5aa6f1a96197d7deb8263271d420d138af7f11");
    CHECK(sign("POST", {}, {{"My-Header1", "VALUE1"}}) ==
          "cdbc9802e29d2942e5e10b5bccfdd67c5f22c7c4e8ae67b53629efa58b974b7d");
}

// The examples of "Authenticating Requests: Using the Authorization Header" of Amazon S3.
TEST_CASE("the signer agrees with the published examples of S3", "[s3]")
{
    const S3Signer signer("AKIAIOSFODNN7EXAMPLE",
                          Secret("wJalrXUtnFEMI/K7MDENG/bPxRfiCYEXAMPLEKEY"), "us-east-1");
    const auto sign = [&](S3Call call) {
        call.host = "examplebucket.s3.amazonaws.com";
        if (call.payloadSha256.isEmpty())
            call.payloadSha256 = hashOf({});
        return signatureOf(signer.sign(call, may2013));
    };
    CHECK(sign({.path = "/test.txt", .headers = {{"Range", "bytes=0-9"}}}) ==
          "f0e8bdb87c964420e857bd35b5d6ed310bd44f0170aba48dd91039c6036bdb41");
    CHECK(sign({.method = "PUT",
                .path = "/test$file.text",
                .headers = {{"Date", "Fri, 24 May 2013 00:00:00 GMT"},
                            {"x-amz-storage-class", "REDUCED_REDUNDANCY"}},
                .payloadSha256 = hashOf("Welcome to Amazon S3.")}) ==
          "98ad721746da40c64f1a55b78f14c238d841ea1380cd77a1b5971af0ece108bd");
    CHECK(sign({.query = {{"lifecycle", ""}}}) ==
          "fea454ca298b7da1c68078a5d1bdbfbbe0d65c699e0f91ac7a200a0136783543");
    CHECK(sign({.query = {{"prefix", "J"}, {"max-keys", "2"}}}) ==
          "34b48302e7b5fa45bde8084f4b7868a86f0a534bc59db6670ed5711ef69dc6f7");
}

TEST_CASE("the address that is asked is the one that is signed", "[s3]")
{
    CHECK(S3Signer::target(
              {.path = "/bucket/a b+c/ơ", .query = {{"uploads", ""}, {"prefix", "ctl/evt/"}}}) ==
          "/bucket/a%20b%2Bc/%C6%A1?prefix=ctl%2Fevt%2F&uploads=");
}
