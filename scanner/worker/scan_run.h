#pragma once

#include "core/base/expected.h"
#include "core/workflow/scan_source.h"
#include "scanner/worker/owner.h"
#include "scanner/worker/sane_device.h"

namespace station::scanner {

/// One run: sets the options, then side after side until the paper is used up,
/// each reported as soon as it is durable, and one sane_cancel at the very end
/// (between sides it would eject paper on some devices).
class ScanRun {
public:
    ScanRun(SaneDevice &device, Owner &owner, workflow::ScanRequest request, int emptyReadsMs);

    Expected<> run();

private:
    Expected<> configure();
    Expected<> start();
    Expected<> scanSides();
    Error described(Error error);

    SaneDevice &m_device;
    Owner &m_owner;
    const workflow::ScanRequest m_request;
    const int m_emptyReadsMs;
    int m_sides = 0;
};

}  // namespace station::scanner
