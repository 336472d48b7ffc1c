#include "scanner/worker/side_reader.h"

#include "scanner/worker/frame_lines.h"
#include "scanner/worker/sane_status.h"

#include <QThread>

#include <algorithm>

namespace station::scanner {
namespace {

using namespace Qt::StringLiterals;

constexpr std::size_t bufferSize = 256 * 1024;
constexpr int progressEveryMs = 200;
// Some backends announce a few lines more than they deliver.
constexpr int toleratedLines = 8;

bool isPlane(SANE_Frame format)
{
    return format == SANE_FRAME_RED || format == SANE_FRAME_GREEN || format == SANE_FRAME_BLUE;
}

}  // namespace

SideReader::SideReader(SaneDevice &device, Owner &owner, QString folder, dossier::SideNote note,
                       int emptyReadsMs)
    : m_device(device), m_owner(owner), m_folder(std::move(folder)), m_note(std::move(note)),
      m_emptyReadsMs(emptyReadsMs), m_buffer(bufferSize)
{
    m_since.start();
}

Expected<workflow::ScannedSide> SideReader::read()
{
    for (;;) {
        SANE_Parameters parameters{};  // only those after the start count
        if (const auto status = m_device.parameters(parameters); status != SANE_STATUS_GOOD)
            return fail(saneError(status, "sane_get_parameters"));
        if (const auto frame = readFrame(parameters); !frame)
            return fail(frame.error());
        if (parameters.last_frame || m_damaged)
            break;
        if (const auto started = nextFrame(); !started)
            return fail(started.error());
    }
    return finished();
}

Expected<> SideReader::nextFrame()
{
    const auto status = m_device.start();
    if (status == SANE_STATUS_GOOD)
        return {};
    Error error = saneError(status, "sane_start");
    if (error.fault == Fault::FeederEmpty)  // a sheet without its other colours is no end
        error.fault = Fault::DeviceFailed;
    return fail(std::move(error));
}

SANE_Status SideReader::readOnce(SANE_Int &length)
{
    QElapsedTimer timer;
    timer.start();
    m_status = m_device.read(m_buffer.data(), static_cast<SANE_Int>(m_buffer.size()), length);
    ++m_reads;
    m_longestReadMs = std::max(m_longestReadMs, timer.elapsed());
    if (length > 0 && m_firstByteMs < 0)
        m_firstByteMs = m_since.elapsed();
    return m_status;
}

QJsonObject SideReader::timing() const
{
    return {{u"firstByteMs"_s, m_firstByteMs},
            {u"reads"_s, m_reads},
            {u"bytes"_s, m_bytes},
            {u"longestReadMs"_s, m_longestReadMs},
            {u"readMs"_s, m_since.elapsed()},
            {u"lines"_s, m_lines},
            {u"announced"_s, m_announced},
            {u"lastRead"_s, QString::fromUtf8(sane_strstatus(m_status))}};
}

Expected<> SideReader::readFrame(const SANE_Parameters &parameters)
{
    auto lines = FrameLines::of(parameters);
    if (!lines)
        return fail(Fault::DeviceFailed, u"frame of unknown form"_s);
    if (m_width != 0 && m_width != lines->width())
        return fail(Fault::DeviceFailed, u"frames of different width"_s);
    m_width = lines->width();
    m_announced = parameters.lines;
    if (!isPlane(parameters.format)) {
        const auto pixels = lines->isBitmap()   ? PageFile::Pixels::Bitmap
                            : lines->isColour() ? PageFile::Pixels::Colour
                                                : PageFile::Pixels::Gray;
        if (const auto opened = openFile(pixels, m_width); !opened)
            return opened;
    }
    for (;;) {
        m_owner.listen();
        if (m_owner.wantsCancel())
            return fail(Fault::Cancelled);
        SANE_Int length = 0;
        const auto status = readOnce(length);
        if (status == SANE_STATUS_EOF)
            return {};
        if (status == SANE_STATUS_NO_DOCS && m_bytes > 0) {
            m_damaged = true;
            return {};
        }
        if (status != SANE_STATUS_GOOD)
            return fail(saneError(status, "sane_read"));
        if (length <= 0) {
            if (const auto waited = waitForBytes(); !waited)
                return waited;
            continue;
        }
        m_empty.invalidate();
        m_bytes += length;
        Expected<> taken;
        lines->add({m_buffer.data(), static_cast<std::size_t>(length)}, [&](const auto &line) {
            taken = takeLine(line, parameters);
            return taken.has_value();
        });
        if (!taken)
            return taken;
        reportProgress();
    }
}

Expected<> SideReader::takeLine(const Line &line, const SANE_Parameters &parameters)
{
    if (isPlane(parameters.format)) {
        auto &plane = m_planes[static_cast<std::size_t>(parameters.format - SANE_FRAME_RED)];
        plane.bytes.insert(plane.bytes.end(), line.begin(), line.end());
        ++plane.lines;
        return {};
    }
    ++m_lines;
    return m_file.front().append(line);
}

/// A successful read without bytes is no progress: the net backend gives nothing
/// else once its server has died.
Expected<> SideReader::waitForBytes()
{
    if (!m_empty.isValid())
        m_empty.start();
    if (m_empty.hasExpired(m_emptyReadsMs))
        return fail(Fault::DeviceStalled, u"reads succeed without bytes"_s);
    QThread::msleep(5);
    return {};
}

void SideReader::reportProgress()
{
    if (m_reported.isValid() && !m_reported.hasExpired(progressEveryMs))
        return;
    m_reported.start();
    m_owner.tell({{u"type"_s, u"progress"_s}, {u"bytes"_s, m_bytes}, {u"lines"_s, m_lines}});
}

Expected<> SideReader::openFile(PageFile::Pixels pixels, int width)
{
    auto file = PageFile::create(m_folder, pixels, width, m_note);
    if (!file)
        return fail(file.error());
    m_file.clear();
    m_file.push_back(std::move(*file));
    return {};
}

Expected<> SideReader::joinPlanes()
{
    if (const auto opened = openFile(PageFile::Pixels::Colour, m_width); !opened)
        return opened;
    m_lines = std::min({m_planes[0].lines, m_planes[1].lines, m_planes[2].lines});
    const auto width = static_cast<std::size_t>(m_width);
    Line line(width * 3);
    for (std::size_t y = 0; y < static_cast<std::size_t>(m_lines); ++y) {
        for (std::size_t x = 0; x < width; ++x) {
            for (std::size_t colour = 0; colour < 3; ++colour)
                line[x * 3 + colour] = m_planes[colour].bytes[y * width + x];
        }
        if (const auto written = m_file.front().append(line); !written)
            return written;
    }
    return {};
}

Expected<workflow::ScannedSide> SideReader::finished()
{
    if (m_file.empty()) {
        if (const auto joined = joinPlanes(); !joined)
            return fail(joined.error());
    }
    if (m_lines == 0)
        return fail(Fault::DeviceFailed, u"a side without a single line"_s);
    const bool damaged = m_damaged || m_lines < m_announced - toleratedLines;
    const auto path = m_file.front().finish(m_lines, damaged);
    if (!path)
        return fail(path.error());
    workflow::ScannedSide side;
    side.file = *path;
    side.widthPx = m_width;
    side.heightPx = m_lines;
    side.dpi = m_note.dpi;
    side.sheet = m_note.sheet;
    side.face = m_note.face;
    side.twoSided = m_note.twoSided;
    side.damaged = damaged;
    return side;
}

}  // namespace station::scanner
