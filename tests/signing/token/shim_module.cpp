// A PKCS#11 module that passes everything to SoftHSM except for faults on order:
//   SHIM_LOG=FILE       one line for each C_Login and C_Sign
//   SHIM_LOGIN=CKR      C_Login answers with this value and does nothing
//   SHIM_SIGN=CKR       so does C_Sign
//   SHIM_SIGN=hang|crash|garbage

#include <p11-kit/pkcs11.h>

#include <cstdio>
#include <cstdlib>
#include <cstring>
#include <dlfcn.h>
#include <unistd.h>

namespace {

CK_FUNCTION_LIST *real = nullptr;
CK_FUNCTION_LIST shim;

void note(const char *call)
{
    if (const char *path = std::getenv("SHIM_LOG")) {
        if (FILE *file = std::fopen(path, "a")) {
            std::fprintf(file, "%s\n", call);
            std::fclose(file);
        }
    }
}

CK_RV login(CK_SESSION_HANDLE session, CK_USER_TYPE user, unsigned char *pin, CK_ULONG size)
{
    note("C_Login");
    if (const char *order = std::getenv("SHIM_LOGIN"))
        return std::strtoul(order, nullptr, 16);
    return real->C_Login(session, user, pin, size);
}

CK_RV sign(CK_SESSION_HANDLE session, unsigned char *data, CK_ULONG dataSize,
           unsigned char *signature, CK_ULONG *signatureSize)
{
    note("C_Sign");
    const char *order = std::getenv("SHIM_SIGN");
    if (order == nullptr)
        return real->C_Sign(session, data, dataSize, signature, signatureSize);
    if (std::strcmp(order, "hang") == 0) {
        for (;;)
            ::pause();
    }
    if (std::strcmp(order, "crash") == 0)
        std::abort();
    if (std::strcmp(order, "garbage") == 0) {
        const CK_RV rv = real->C_Sign(session, data, dataSize, signature, signatureSize);
        if (signature != nullptr)
            signature[*signatureSize / 2] ^= 1;
        return rv;
    }
    return std::strtoul(order, nullptr, 16);
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
        shim = *real;
        shim.C_GetFunctionList = C_GetFunctionList;
        shim.C_Login = login;
        shim.C_Sign = sign;
    }
    *list = &shim;
    return CKR_OK;
}
