#pragma once

namespace station::signing {

/// Tells that a smart card has come or gone in a reader that stays plugged in, of which USB
/// says nothing: pcscd tells its clients. On a thread of its own that sleeps in between and
/// ends with the process. Without pcscd it stays silent until the next `begin`.
class CardWatch {
public:
    CardWatch();

    void begin();                      ///< Nothing to do while it runs.
    int fd() const { return m_bell; }  ///< Readable when `drain` has something to do.
    bool drain();                      ///< True when a card has come or gone.

private:
    const int m_bell;
};

}  // namespace station::signing
