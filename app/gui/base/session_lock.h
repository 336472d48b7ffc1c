#pragma once

#include <QObject>
#include <QStringList>
#include <QVariantMap>

namespace station::gui {

/// Hears when the desktop's session is locked and unlocked: from the login manager (logind) and
/// from the screen savers of the usual desktops. Without a bus it hears nothing.
class SessionLock final : public QObject {
    Q_OBJECT

public:
    explicit SessionLock(QObject *parent = nullptr);

signals:
    void changed(bool locked);  ///< Only when it is another state than before.

private slots:
    void setLocked(bool locked);
    void lock() { setLocked(true); }
    void unlock() { setLocked(false); }
    void readProperties(const QString &interface, const QVariantMap &changed,
                        const QStringList &invalidated);

private:
    void hearScreenSavers();
    void findSession();
    void hearSession(const QString &path);

    bool m_locked = false;
};

}  // namespace station::gui
