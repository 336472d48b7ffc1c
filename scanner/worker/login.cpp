#include "scanner/worker/login.h"

#include <openssl/crypto.h>
#include <openssl/evp.h>

#include <algorithm>
#include <array>
#include <cstring>
#include <optional>
#include <string_view>
#include <utility>

namespace station::scanner {
namespace {

constexpr std::string_view challengeMark = "$MD5$";

Secret &lines()
{
    static Secret secret;
    return secret;
}

struct Entry {
    std::string_view user, password;
};

/// saned prefixes what the net backend then calls "net:host:resource".
bool names(std::string_view entry, std::string_view resource)
{
    return !entry.empty() && resource.ends_with(entry) &&
           (resource.size() == entry.size() || resource[resource.size() - entry.size() - 1] == ':');
}

/// The password may hold colons, the other two may not.
std::optional<Entry> entryFor(std::string_view resource)
{
    for (auto rest = lines().view(); !rest.empty();) {
        const auto end = std::min(rest.find('\n'), rest.size());
        const auto line = rest.substr(0, end);
        rest.remove_prefix(std::min(end + 1, rest.size()));
        const auto first = line.find(':');
        if (first == std::string_view::npos)
            continue;
        // A resource may hold colons, too (net:host:device): try each split.
        for (auto last = line.find(':', first + 1); last != std::string_view::npos;
             last = line.find(':', last + 1)) {
            if (names(line.substr(last + 1), resource))
                return Entry{line.substr(0, first), line.substr(first + 1, last - first - 1)};
        }
    }
    return {};
}

void copy(std::string_view text, SANE_Char *target, std::size_t size)
{
    const auto count = std::min(text.size(), size - 1);
    std::memcpy(target, text.data(), count);
    target[count] = '\0';
}

/// "$MD5$" and the digest of challenge and password in hexadecimal.
void answerChallenge(std::string_view challenge, std::string_view password, SANE_Char *target)
{
    std::array<unsigned char, EVP_MAX_MD_SIZE> digest{};
    unsigned size = 0;
    auto *context = EVP_MD_CTX_new();
    const bool done = context && EVP_DigestInit_ex(context, EVP_md5(), nullptr) == 1 &&
                      EVP_DigestUpdate(context, challenge.data(), challenge.size()) == 1 &&
                      EVP_DigestUpdate(context, password.data(), password.size()) == 1 &&
                      EVP_DigestFinal_ex(context, digest.data(), &size) == 1;
    EVP_MD_CTX_free(context);
    if (!done)
        return;
    constexpr std::string_view digits = "0123456789abcdef";
    std::array<char, 5 + 2 * EVP_MAX_MD_SIZE> text{};
    std::memcpy(text.data(), challengeMark.data(), challengeMark.size());
    auto at = challengeMark.size();
    for (unsigned i = 0; i < size; ++i) {
        text[at++] = digits[digest[i] >> 4];
        text[at++] = digits[digest[i] & 15];
    }
    copy({text.data(), at}, target, SANE_MAX_PASSWORD_LEN);
}

}  // namespace

void provideLogin(Secret newLines)
{
    lines() = std::move(newLines);
}

void forgetLogin()
{
    lines() = {};
}

void answerLogin(SANE_String_Const resource, SANE_Char *user, SANE_Char *password)
{
    *user = *password = '\0';
    const std::string_view asked = resource ? resource : "";
    const auto mark = asked.find(challengeMark);
    const auto entry = entryFor(asked.substr(0, mark));
    if (!entry)
        return;
    copy(entry->user, user, SANE_MAX_USERNAME_LEN);
    // saned always sends a challenge: a server that wants the bare word is no saned.
    if (mark == std::string_view::npos && asked.starts_with("net:"))
        return;
    if (mark == std::string_view::npos)
        copy(entry->password, password, SANE_MAX_PASSWORD_LEN);
    else
        answerChallenge(asked.substr(mark + challengeMark.size()), entry->password, password);
}

}  // namespace station::scanner
