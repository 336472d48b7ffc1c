#include "core/base/secret.h"

#include <openssl/crypto.h>

#include <cstring>
#include <new>
#include <sys/mman.h>
#include <sys/prctl.h>
#include <sys/resource.h>
#include <sys/stat.h>
#include <utility>

namespace station {

Secret::Secret(QByteArray &&source) : m_size(static_cast<std::size_t>(source.size()))
{
    if (m_size > 0) {
        m_bytes = new char[m_size];
        // Best effort: an unprivileged user may be over RLIMIT_MEMLOCK.
        (void)::mlock(m_bytes, m_size);
        std::memcpy(m_bytes, source.constData(), m_size);
        OPENSSL_cleanse(source.data(), m_size);
    }
    source.clear();
}

Secret::~Secret()
{
    wipe();
}

Secret::Secret(Secret &&other) noexcept
    : m_bytes(std::exchange(other.m_bytes, nullptr)), m_size(std::exchange(other.m_size, 0))
{
}

Secret &Secret::operator=(Secret &&other) noexcept
{
    if (this != &other) {
        wipe();
        m_bytes = std::exchange(other.m_bytes, nullptr);
        m_size = std::exchange(other.m_size, 0);
    }
    return *this;
}

void Secret::wipe()
{
    if (m_bytes == nullptr)
        return;
    OPENSSL_cleanse(m_bytes, m_size);
    (void)::munlock(m_bytes, m_size);
    delete[] m_bytes;
    m_bytes = nullptr;
    m_size = 0;
}

void hardenProcess()
{
    ::umask(077);
    const rlimit none{0, 0};
    (void)::setrlimit(RLIMIT_CORE, &none);
    (void)::prctl(PR_SET_DUMPABLE, 0);
}

}  // namespace station
