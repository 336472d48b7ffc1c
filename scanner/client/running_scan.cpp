#include "scanner/client/running_scan.h"

#include "scanner/client/recovered_sides.h"

#include <QJsonObject>

namespace station::scanner {

RunningScan::RunningScan(const workflow::ScanRequest &request, const OnSide &onSide,
                         std::stop_token stop)
    : m_request(request), m_onSide(onSide), m_stop(std::move(stop)),
      m_known(finishedFiles(request.spoolFolder)), m_trace(request.traceFile)
{
}

Expected<> RunningScan::deliver(const workflow::ScannedSide &side)
{
    m_known.insert(side.file);
    const auto taken = m_onSide(side);
    if (taken)
        ++m_delivered;
    return taken;
}

Expected<> RunningScan::deliverRecovered()
{
    for (const auto &side : recoveredSides(m_request.spoolFolder, m_request.runId, m_known)) {
        m_trace.add("recovered", {{QStringLiteral("sheet"), side.sheet}});
        if (const auto taken = deliver(side); !taken)
            return taken;
    }
    return {};
}

QString RunningScan::sheetInHand() const
{
    const int sidesPerSheet = m_request.source == workflow::PaperSource::Duplex ? 2 : 1;
    return QString::number(m_request.firstSheet + m_delivered / sidesPerSheet);
}

}  // namespace station::scanner
