// A PKCS#11 module that passes everything to SHIM_MODULE (SoftHSM), except for faults on order.
//
//   SHIM_LOG=FILE        one line for each call below
//   SHIM_<CALL>=ORDER    CALL: GetSlotList, GetTokenInfo, OpenSession, Login, FindObjectsInit,
//                        FindObjects, GetAttributeValue, SignInit, Sign, Logout
//     a hexadecimal CKR    answers with this value and does nothing
//     hang|abort|segv      does so
//     slow:MS              takes so long first
//     garbage              a huge count; a signature with one bit changed
//     short|long           a signature of another length
//     pull                 the token is pulled out at this call: SHIM_ABSENT's file is made
//     ORDER@N              from the N-th call on
//   SHIM_REMOVED_AT=N    from the N-th of all these calls on the token is gone
//   SHIM_TOKEN=WORDS     flags: low, final, locked, change, keypad, nopin, min=N, max=N
//   SHIM_ASKS=PIN        the key wants this PIN for each signature
//   SHIM_KEY=vendor|nosign  the private key is of an unknown kind, or not for signatures
//   SHIM_ABSENT=FILE     while this file exists no slot has a token
//   SHIM_TRIES=N         the N-th wrong PIN in a row locks the token, as its flags tell
//   SHIM_WRONG=FILE      one byte for each of them
//   SHIM_SLOTS=N         so many empty slots stand before the real ones
//   SHIM_ORDERS=FILE     more of all these without "SHIM_", one CALL=ORDER a line, read anew at
//   each
//                        call: a token may go bad and be well again while a program uses it

#include <p11-kit/pkcs11.h>

#include <algorithm>
#include <csignal>
#include <cstdio>
#include <cstdlib>
#include <cstring>
#include <dlfcn.h>
#include <fstream>
#include <map>
#include <string>
#include <sys/stat.h>
#include <unistd.h>
#include <vector>

namespace {

CK_FUNCTION_LIST *real = nullptr;
CK_FUNCTION_LIST shim;
std::map<std::string, int> calls;
int callsInAll = 0;
bool contextLogin = false;

constexpr CK_SLOT_ID firstEmptySlot = 0x70000000;

std::string setting(const std::string &name)
{
    if (const char *value = std::getenv(("SHIM_" + name).c_str()))
        return value;
    const char *orders = std::getenv("SHIM_ORDERS");
    std::ifstream file(orders != nullptr ? orders : "");
    for (std::string line; std::getline(file, line);) {
        if (line.rfind(name + "=", 0) == 0)
            return line.substr(name.size() + 1);
    }
    return "";
}

void note(const std::string &call)
{
    if (FILE *file = std::fopen(setting("LOG").c_str(), "a")) {
        std::fprintf(file, "C_%s\n", call.c_str());
        std::fclose(file);
    }
}

bool isAbsent()
{
    const std::string file = setting("ABSENT");
    return !file.empty() && ::access(file.c_str(), F_OK) == 0;
}

CK_RV gone(const std::string &call)
{
    return call == "GetTokenInfo" || call == "OpenSession" ? CKR_TOKEN_NOT_PRESENT
                                                           : CKR_DEVICE_REMOVED;
}

void append(const std::string &file)
{
    std::ofstream(file, std::ios::app) << 'x';
}

int wrongPins()
{
    struct stat file {};
    return ::stat(setting("WRONG").c_str(), &file) == 0 ? static_cast<int>(file.st_size) : 0;
}

/// What a token that counts says of its PIN.
CK_FLAGS tryFlags()
{
    const int tries = std::atoi(setting("TRIES").c_str());
    const int wrong = tries > 0 ? wrongPins() : 0;
    return wrong == 0           ? 0
           : wrong >= tries     ? CKF_USER_PIN_LOCKED
           : wrong == tries - 1 ? CKF_USER_PIN_FINAL_TRY
                                : CKF_USER_PIN_COUNT_LOW;
}

bool isEmptySlot(CK_SLOT_ID slot)
{
    return slot >= firstEmptySlot && slot < firstEmptySlot + 1000;
}

struct Verdict {
    CK_RV rv = CKR_OK;
    std::string special{};  // garbage, short, long
};

Verdict begin(const std::string &call)
{
    note(call);
    const int count = ++calls[call];
    ++callsInAll;
    const std::string removedAt = setting("REMOVED_AT");
    if (!removedAt.empty() && callsInAll >= std::atoi(removedAt.c_str()))
        return {gone(call)};
    std::string order = setting(call);
    if (const auto at = order.find('@'); at != std::string::npos) {
        if (count < std::atoi(order.c_str() + at + 1))
            return {};
        order.resize(at);
    }
    if (order == "pull")
        append(setting("ABSENT"));
    if (isAbsent() && call != "GetSlotList")
        return {gone(call)};
    if (order == "hang") {
        for (;;)
            ::pause();
    }
    if (order == "abort")
        std::abort();
    if (order == "segv")
        ::raise(SIGSEGV);
    if (order.rfind("slow:", 0) == 0) {
        ::usleep(static_cast<useconds_t>(std::atoi(order.c_str() + 5)) * 1000);
        return {};
    }
    if (order == "garbage" || order == "short" || order == "long")
        return {CKR_OK, order};
    return {order.empty() ? CKR_OK : std::strtoul(order.c_str(), nullptr, 16)};
}

CK_RV getSlotList(unsigned char present, CK_SLOT_ID *list, CK_ULONG *count)
{
    const Verdict verdict = begin("GetSlotList");
    if (verdict.rv != CKR_OK)
        return verdict.rv;
    if (verdict.special == "garbage") {
        *count = 0x7fffffffffffffff;
        return CKR_OK;
    }
    CK_ULONG realCount = 0;
    if (const CK_RV rv = real->C_GetSlotList(present, nullptr, &realCount))
        return rv;
    std::vector<CK_SLOT_ID> ids(realCount);
    if (const CK_RV rv = real->C_GetSlotList(present, ids.data(), &realCount))
        return rv;
    if (isAbsent() && present != 0)
        ids.clear();
    const auto empty = present != 0 ? 0UL : std::strtoul(setting("SLOTS").c_str(), nullptr, 10);
    for (CK_ULONG i = 0; i < empty; ++i)
        ids.insert(ids.begin(), firstEmptySlot + i);
    const bool fits = list != nullptr && *count >= ids.size();
    if (fits)
        std::copy(ids.begin(), ids.end(), list);
    *count = ids.size();
    return list == nullptr || fits ? CKR_OK : CKR_BUFFER_TOO_SMALL;
}

CK_RV getSlotInfo(CK_SLOT_ID slot, CK_SLOT_INFO *info)
{
    if (isEmptySlot(slot)) {
        std::memset(info, ' ', sizeof *info);
        info->flags = CKF_REMOVABLE_DEVICE;
        return CKR_OK;
    }
    const CK_RV rv = real->C_GetSlotInfo(slot, info);
    if (isAbsent())
        info->flags &= ~static_cast<CK_FLAGS>(CKF_TOKEN_PRESENT);
    return rv;
}

CK_RV getTokenInfo(CK_SLOT_ID slot, CK_TOKEN_INFO *info)
{
    const Verdict verdict = begin("GetTokenInfo");
    if (verdict.rv != CKR_OK)
        return verdict.rv;
    if (isAbsent() || isEmptySlot(slot))
        return CKR_TOKEN_NOT_PRESENT;
    const CK_RV rv = real->C_GetTokenInfo(slot, info);
    const std::string words = "," + setting("TOKEN") + ",";
    const std::pair<const char *, CK_FLAGS> flags[] = {
        {",low,", CKF_USER_PIN_COUNT_LOW},
        {",final,", CKF_USER_PIN_FINAL_TRY},
        {",locked,", CKF_USER_PIN_LOCKED},
        {",change,", CKF_USER_PIN_TO_BE_CHANGED},
        {",keypad,", CKF_PROTECTED_AUTHENTICATION_PATH}};
    for (const auto &[word, flag] : flags) {
        if (words.find(word) != std::string::npos)
            info->flags |= flag;
    }
    info->flags |= tryFlags();
    if (words.find(",nopin,") != std::string::npos)
        info->flags &= ~static_cast<CK_FLAGS>(CKF_USER_PIN_INITIALIZED);
    if (const auto at = words.find(",min="); at != std::string::npos)
        info->ulMinPinLen = std::strtoul(words.c_str() + at + 5, nullptr, 10);
    if (const auto at = words.find(",max="); at != std::string::npos)
        info->ulMaxPinLen = std::strtoul(words.c_str() + at + 5, nullptr, 10);
    return rv;
}

CK_RV openSession(CK_SLOT_ID slot, CK_FLAGS flags, void *application, CK_NOTIFY notify,
                  CK_SESSION_HANDLE *session)
{
    const Verdict verdict = begin("OpenSession");
    if (verdict.rv != CKR_OK)
        return verdict.rv;
    return real->C_OpenSession(slot, flags, application, notify, session);
}

CK_RV login(CK_SESSION_HANDLE session, CK_USER_TYPE user, unsigned char *pin, CK_ULONG size)
{
    if (user == CKU_CONTEXT_SPECIFIC) {
        note("Login context");
        // Without a PIN the clerk types it on the token.
        contextLogin =
            pin == nullptr || setting("ASKS") == std::string(reinterpret_cast<char *>(pin), size);
        return contextLogin ? CKR_OK : CKR_PIN_INCORRECT;
    }
    const Verdict verdict = begin("Login");
    if (verdict.rv != CKR_OK)
        return verdict.rv;
    if (pin == nullptr) {  // the clerk types it on the token
        static std::string typed = setting("KEYPAD_PIN");
        return real->C_Login(session, user, reinterpret_cast<unsigned char *>(typed.data()),
                             typed.size());
    }
    if (tryFlags() == CKF_USER_PIN_LOCKED)
        return CKR_PIN_LOCKED;
    const CK_RV rv = real->C_Login(session, user, pin, size);
    if (rv == CKR_PIN_INCORRECT)
        append(setting("WRONG"));
    if (rv == CKR_OK)
        ::unlink(setting("WRONG").c_str());
    return rv;
}

CK_RV logout(CK_SESSION_HANDLE session)
{
    const Verdict verdict = begin("Logout");
    return verdict.rv != CKR_OK ? verdict.rv : real->C_Logout(session);
}

CK_RV findObjectsInit(CK_SESSION_HANDLE session, CK_ATTRIBUTE *wanted, CK_ULONG count)
{
    const Verdict verdict = begin("FindObjectsInit");
    return verdict.rv != CKR_OK ? verdict.rv : real->C_FindObjectsInit(session, wanted, count);
}

CK_RV findObjects(CK_SESSION_HANDLE session, CK_OBJECT_HANDLE *found, CK_ULONG most,
                  CK_ULONG *count)
{
    const Verdict verdict = begin("FindObjects");
    if (verdict.rv != CKR_OK)
        return verdict.rv;
    const CK_RV rv = real->C_FindObjects(session, found, most, count);
    if (verdict.special == "garbage")
        *count = 0x7fffffff;  // and whatever handle was there before
    return rv;
}

bool isPrivateKey(CK_SESSION_HANDLE session, CK_OBJECT_HANDLE object)
{
    CK_OBJECT_CLASS kind = 0;
    CK_ATTRIBUTE wanted{CKA_CLASS, &kind, sizeof kind};
    return real->C_GetAttributeValue(session, object, &wanted, 1) == CKR_OK &&
           kind == CKO_PRIVATE_KEY;
}

template <typename T>
void pretend(CK_ATTRIBUTE &attribute, CK_ATTRIBUTE_TYPE type, T value)
{
    if (attribute.type != type || attribute.pValue == nullptr)
        return;
    std::memcpy(attribute.pValue, &value, sizeof value);
    attribute.ulValueLen = sizeof value;
}

CK_RV getAttributeValue(CK_SESSION_HANDLE session, CK_OBJECT_HANDLE object, CK_ATTRIBUTE *wanted,
                        CK_ULONG count)
{
    const Verdict verdict = begin("GetAttributeValue");
    if (verdict.rv != CKR_OK)
        return verdict.rv;
    const CK_RV rv = real->C_GetAttributeValue(session, object, wanted, count);
    if (rv != CKR_OK || !isPrivateKey(session, object))
        return rv;
    for (CK_ULONG i = 0; i < count; ++i) {
        if (!setting("ASKS").empty())
            pretend<CK_BBOOL>(wanted[i], CKA_ALWAYS_AUTHENTICATE, CK_TRUE);
        if (setting("KEY") == "vendor")
            pretend<CK_KEY_TYPE>(wanted[i], CKA_KEY_TYPE, CKK_VENDOR_DEFINED);
        if (setting("KEY") == "nosign")
            pretend<CK_BBOOL>(wanted[i], CKA_SIGN, CK_FALSE);
    }
    return rv;
}

CK_RV signInit(CK_SESSION_HANDLE session, CK_MECHANISM *mechanism, CK_OBJECT_HANDLE key)
{
    const Verdict verdict = begin("SignInit");
    contextLogin = false;
    if (verdict.rv != CKR_OK)
        return verdict.rv;
    const CK_RV rv = real->C_SignInit(session, mechanism, key);
    return rv == CKR_OPERATION_ACTIVE ? CKR_OK : rv;  // many drivers just begin anew
}

CK_RV sign(CK_SESSION_HANDLE session, unsigned char *data, CK_ULONG dataSize,
           unsigned char *signature, CK_ULONG *signatureSize)
{
    const Verdict verdict = begin("Sign");
    if (verdict.rv != CKR_OK)
        return verdict.rv;
    if (!setting("ASKS").empty() && !contextLogin)
        return CKR_USER_NOT_LOGGED_IN;
    const CK_RV rv = real->C_Sign(session, data, dataSize, signature, signatureSize);
    if (rv != CKR_OK || signature == nullptr)
        return rv;
    if (verdict.special == "garbage")
        signature[*signatureSize / 2] ^= 1;
    if (verdict.special == "short")
        *signatureSize -= 1;
    if (verdict.special == "long")
        *signatureSize += 64;
    return rv;
}

}  // namespace

extern "C" CK_RV C_GetFunctionList(CK_FUNCTION_LIST **list)
{
    if (real == nullptr) {
        void *library = ::dlopen(std::getenv("SHIM_MODULE"), RTLD_NOW | RTLD_LOCAL);
        auto *get =
            library != nullptr
                ? reinterpret_cast<CK_C_GetFunctionList>(::dlsym(library, "C_GetFunctionList"))
                : nullptr;
        if (get == nullptr || get(&real) != CKR_OK)
            return CKR_GENERAL_ERROR;
        std::printf("a driver that prints where nobody asked it to\n");
        std::fflush(stdout);
        shim = *real;
        shim.C_GetFunctionList = C_GetFunctionList;
        shim.C_GetSlotList = getSlotList;
        shim.C_GetSlotInfo = getSlotInfo;
        shim.C_GetTokenInfo = getTokenInfo;
        shim.C_OpenSession = openSession;
        shim.C_Login = login;
        shim.C_Logout = logout;
        shim.C_FindObjectsInit = findObjectsInit;
        shim.C_FindObjects = findObjects;
        shim.C_GetAttributeValue = getAttributeValue;
        shim.C_SignInit = signInit;
        shim.C_Sign = sign;
    }
    *list = &shim;
    return CKR_OK;
}
