#include "signing/agent/card_watch.h"

#include <atomic>
#include <cstdint>
#include <map>
#include <string>
#include <thread>
#include <vector>

#include <sys/eventfd.h>
#include <unistd.h>

#include <winscard.h>

namespace station::signing {
namespace {

std::atomic<bool> runs = false;

/// By reader: whether a card is in it, and how many have come and gone (the upper half).
using Cards = std::map<std::string, DWORD>;

/// Without who uses the card, which changes with each look of our own.
DWORD cardIn(DWORD state)
{
    return state & (0xffff0000 | SCARD_STATE_PRESENT);
}

std::vector<std::string> readers(SCARDCONTEXT context)
{
    // The reader of this name "changes" when readers come and go.
    std::vector<std::string> names{R"(\\?PnP?\Notification)"};
    DWORD size = 0;
    if (SCardListReaders(context, nullptr, nullptr, &size) != SCARD_S_SUCCESS)
        return names;
    std::string all(size, '\0');
    if (SCardListReaders(context, nullptr, all.data(), &size) != SCARD_S_SUCCESS)
        return names;
    for (const char *name = all.c_str(); *name != '\0'; name += names.back().size() + 1)
        names.emplace_back(name);
    return names;
}

/// Until pcscd ends or cannot be reached.
void watch(SCARDCONTEXT context, int bell)
{
    std::map<std::string, DWORD> states;
    Cards known;
    for (;;) {
        const auto names = readers(context);
        std::vector<SCARD_READERSTATE> waited;
        for (const auto &name : names) {
            SCARD_READERSTATE one{};
            one.szReader = name.c_str();
            one.dwCurrentState = states[name];  // at first: not known, which tells at once
            waited.push_back(one);
        }
        const LONG rv = SCardGetStatusChange(context, INFINITE, waited.data(), waited.size());
        if (rv != SCARD_S_SUCCESS && rv != SCARD_E_TIMEOUT && rv != SCARD_E_UNKNOWN_READER)
            return;
        states.clear();
        Cards cards;
        for (const auto &one : waited) {
            const bool isReader = one.szReader != names.front();
            states[one.szReader] = isReader ? one.dwEventState : SCARD_STATE_UNAWARE;
            if (isReader)
                cards[one.szReader] = cardIn(one.dwEventState);
        }
        if (cards != known)
            ::eventfd_write(bell, 1);
        known = std::move(cards);
    }
}

}  // namespace

CardWatch::CardWatch() : m_bell(::eventfd(0, EFD_CLOEXEC | EFD_NONBLOCK)) {}

void CardWatch::begin()
{
    if (runs.exchange(true))
        return;
    std::thread([bell = m_bell] {
        SCARDCONTEXT context = 0;
        if (SCardEstablishContext(SCARD_SCOPE_SYSTEM, nullptr, nullptr, &context) ==
            SCARD_S_SUCCESS) {
            watch(context, bell);
            SCardReleaseContext(context);
        }
        runs = false;
    }).detach();
}

bool CardWatch::drain()
{
    eventfd_t rung = 0;
    return ::eventfd_read(m_bell, &rung) == 0;
}

}  // namespace station::signing
