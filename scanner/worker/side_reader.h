#pragma once

#include "core/base/expected.h"
#include "core/dossier/side_note.h"
#include "core/workflow/scan_source.h"
#include "scanner/worker/owner.h"
#include "scanner/worker/page_file.h"
#include "scanner/worker/sane_device.h"

#include <QElapsedTimer>
#include <QJsonObject>

#include <array>
#include <cstdint>
#include <vector>

namespace station::scanner {

/// Reads one started side, frame by frame, into a spool file.
class SideReader {
public:
    SideReader(SaneDevice &device, Owner &owner, QString folder, dossier::SideNote note,
               int emptyReadsMs);

    /// The durable side, with `damaged` set when it ended early. FeederEmpty when the
    /// paper turned out to be used up. After any error nothing of the side is left.
    Expected<workflow::ScannedSide> read();

    QJsonObject timing() const;  ///< Of the calls so far, for the trace; in ms.

private:
    using Line = std::vector<std::uint8_t>;

    struct Plane {  // one colour of a three-pass scanner
        Line bytes{};
        int lines = 0;
    };

    Expected<> readFrame(const SANE_Parameters &parameters);
    Expected<> takeLine(const Line &line, const SANE_Parameters &parameters);
    Expected<> joinPlanes();
    Expected<> openFile(PageFile::Pixels pixels, int width);
    SANE_Status readOnce(SANE_Int &length);
    Expected<> nextFrame();
    Expected<> waitForBytes();
    void reportProgress();
    Expected<workflow::ScannedSide> finished();

    SaneDevice &m_device;
    Owner &m_owner;
    QString m_folder;
    dossier::SideNote m_note;
    int m_emptyReadsMs;
    std::vector<SANE_Byte> m_buffer;
    std::vector<PageFile> m_file;  // none or one: PageFile has no empty state
    std::array<Plane, 3> m_planes;
    int m_width = 0;
    int m_lines = 0;
    int m_announced = -1;
    qint64 m_bytes = 0;
    bool m_damaged = false;
    QElapsedTimer m_since;
    qint64 m_firstByteMs = -1;
    qint64 m_longestReadMs = 0;
    int m_reads = 0;
    SANE_Status m_status = SANE_STATUS_GOOD;  // of the last read
    QElapsedTimer m_empty;                    // since the first of a run of reads without bytes
    QElapsedTimer m_reported;                 // since the last progress message
};

}  // namespace station::scanner
