#pragma once

#include "core/base/expected.h"
#include "core/dossier/side_note.h"
#include "core/workflow/scan_source.h"
#include "scanner/protocol/trace.h"
#include "scanner/quirks/quirk.h"
#include "scanner/worker/owner.h"
#include "scanner/worker/sane_device.h"

namespace station::scanner {

/// One run: sets the options, then side after side until the paper is used up,
/// each reported as soon as it is durable, and one sane_cancel at the very end
/// (between sides it would eject paper on some devices).
class ScanRun {
public:
    ScanRun(SaneDevice &device, Owner &owner, workflow::ScanRequest request, const Quirk &quirk,
            int emptyReadsMs);

    /// A device that had to be reopened and would not is closed afterwards.
    Expected<> run();

private:
    Expected<> configure();
    Expected<> start();
    Expected<> scanSides();
    Expected<workflow::ScannedSide> scanSide();
    Expected<> reopenForNextSheet();
    bool isEndOfFeed(const Error &error);
    Error described(Error error);
    dossier::SideNote nextNote() const;
    bool isDuplex() const { return m_request.source == workflow::PaperSource::Duplex; }
    void putToRest();

    SaneDevice &m_device;
    Owner &m_owner;
    const workflow::ScanRequest m_request;
    const Quirk &m_quirk;
    const int m_emptyReadsMs;
    const Trace m_trace;
    int m_sides = 0;
    bool m_started = false;                        // the side at hand
    SANE_Status m_startStatus = SANE_STATUS_GOOD;  // the last one
};

}  // namespace station::scanner
