#include "app/cli/signing_tokens.h"

#include "app/cli/pin_entry.h"

namespace station::cli {

Expected<std::unique_ptr<signing::TokenSession>> openToken(compose::Station &station,
                                                           const signing::TokenChoice &choice,
                                                           Secret pin, const QString &pinFile)
{
    return station.openToken(choice, std::move(pin), [pinFile] {
        auto next = readPin(pinFile);
        return next ? std::move(*next) : Secret();
    });
}

}  // namespace station::cli
