#pragma once

#include "core/base/expected.h"
#include "core/workflow/scan_source.h"
#include "scanner/protocol/trace.h"

#include <QDeadlineTimer>
#include <QSet>
#include <QString>

#include <optional>
#include <stop_token>

namespace station::scanner {

/// What is known of a scan while it runs.
class RunningScan {
public:
    using OnSide = workflow::ScanSource::OnSide;

    /// Both must outlive it.
    RunningScan(const workflow::ScanRequest &request, const OnSide &onSide, std::stop_token stop);

    const std::stop_token &stop() const { return m_stop; }
    int remainingMs() const { return static_cast<int>(m_deadline.remainingTime()); }
    void setDeadline(int ms) { m_deadline.setRemainingTime(ms); }
    int delivered() const { return m_delivered; }

    void setOutcome(Expected<> outcome) { m_outcome = std::move(outcome); }
    const std::optional<Expected<>> &outcome() const { return m_outcome; }
    const QString &spoolFolder() const { return m_request.spoolFolder; }
    const Trace &trace() const { return m_trace; }

    bool hasData() const { return m_hasData; }
    void setHasData() { m_hasData = true; }

    Expected<> deliver(const workflow::ScannedSide &side);
    /// What a dead worker could not report any more (recovered_sides.h).
    Expected<> deliverRecovered();

    /// The sheet that was under way after the sides delivered so far.
    QString sheetInHand() const;

private:
    const workflow::ScanRequest &m_request;
    const OnSide &m_onSide;
    std::stop_token m_stop;
    QDeadlineTimer m_deadline;
    QSet<QString> m_known;  // files that are not to be delivered again
    Trace m_trace;
    int m_delivered = 0;
    bool m_hasData = false;
    std::optional<Expected<>> m_outcome{};  // known once the worker says "ended"
};

}  // namespace station::scanner
