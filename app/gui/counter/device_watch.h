#pragma once

#include <QObject>
#include <QPointer>
#include <QTimer>

#include <memory>

class QThreadPool;
class QWidget;

namespace station::gui {

class CounterDesk;

/// Scanners that come and go, and the scanner's own key. The key is asked for
/// twice a second and only while it could mean something: the program sleeps
/// otherwise.
class DeviceWatch final : public QObject {
    Q_OBJECT

public:
    DeviceWatch(CounterDesk &desk, QThreadPool &lane, QWidget &page, QObject *parent = nullptr);
    ~DeviceWatch() override;

    /// A dossier is open and nothing runs: the key would start a scan.
    void setReady(bool ready);
    bool isListening() const { return m_listen.isActive(); }

signals:
    void scannersChanged();  ///< Once for a whole burst of changes.
    void buttonPressed();

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    struct Bell;

    void updateListening();
    void listen();

    CounterDesk &m_desk;
    QThreadPool &m_lane;
    QWidget &m_page;
    QPointer<QWidget> m_window{};  ///< Of the page, once it is shown.
    std::shared_ptr<Bell> m_bell;
    QTimer m_settle{};
    QTimer m_listen{};
    bool m_ready = false;
    bool m_asking = false;
};

}  // namespace station::gui
