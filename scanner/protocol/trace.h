#pragma once

#include <QElapsedTimer>
#include <QJsonObject>
#include <QString>

namespace station::scanner {

/// What a scan did, for support: one JSON object a line, each written at once, so
/// that it is there after a crash. Holds settings, statuses and times, never a
/// word of what the paper shows. Writing may fail; the scan goes on.
class Trace {
public:
    explicit Trace(QString file = {}) : m_file(std::move(file)) { m_since.start(); }

    bool isOn() const { return !m_file.isEmpty(); }
    /// Adds {"t": ms since the trace began, "event": event, …}.
    void add(const char *event, const QJsonObject &what = {}) const;

private:
    QString m_file;
    QElapsedTimer m_since;
};

}  // namespace station::scanner
