#include "app/gui/base/session_lock.h"

#include <QCoreApplication>
#include <QDBusConnection>
#include <QDBusMessage>
#include <QDBusObjectPath>
#include <QDBusPendingCallWatcher>
#include <QDBusPendingReply>

using namespace Qt::StringLiterals;

namespace station::gui {
namespace {

const QString loginManager = u"org.freedesktop.login1"_s;
const QString sessionInterface = u"org.freedesktop.login1.Session"_s;

}  // namespace

SessionLock::SessionLock(QObject *parent) : QObject(parent)
{
    hearScreenSavers();
    findSession();
}

void SessionLock::hearScreenSavers()
{
    auto bus = QDBusConnection::sessionBus();
    for (const auto &[service, path] :
         {std::pair(u"org.freedesktop.ScreenSaver"_s, u"/org/freedesktop/ScreenSaver"_s),
          std::pair(u"org.freedesktop.ScreenSaver"_s, u"/ScreenSaver"_s),
          std::pair(u"org.gnome.ScreenSaver"_s, u"/org/gnome/ScreenSaver"_s)})
        bus.connect(service, path, service, u"ActiveChanged"_s, this, SLOT(setLocked(bool)));
}

void SessionLock::findSession()
{
    auto call =
        QDBusMessage::createMethodCall(loginManager, u"/org/freedesktop/login1"_s,
                                       u"org.freedesktop.login1.Manager"_s, u"GetSessionByPID"_s);
    call << static_cast<uint>(QCoreApplication::applicationPid());
    auto *watcher = new QDBusPendingCallWatcher(QDBusConnection::systemBus().asyncCall(call), this);
    connect(watcher, &QDBusPendingCallWatcher::finished, this, [this, watcher] {
        const QDBusPendingReply<QDBusObjectPath> reply = *watcher;
        if (reply.isValid())
            hearSession(reply.value().path());
        watcher->deleteLater();
    });
}

void SessionLock::hearSession(const QString &path)
{
    auto bus = QDBusConnection::systemBus();
    bus.connect(loginManager, path, sessionInterface, u"Lock"_s, this, SLOT(lock()));
    bus.connect(loginManager, path, sessionInterface, u"Unlock"_s, this, SLOT(unlock()));
    // A desktop that locks by itself tells it as a property only.
    bus.connect(loginManager, path, u"org.freedesktop.DBus.Properties"_s, u"PropertiesChanged"_s,
                this, SLOT(readProperties(QString, QVariantMap, QStringList)));
}

void SessionLock::readProperties(const QString &interface, const QVariantMap &changed,
                                 const QStringList &)
{
    const auto hint = changed.constFind(u"LockedHint"_s);
    if (interface == sessionInterface && hint != changed.cend())
        setLocked(hint->toBool());
}

void SessionLock::setLocked(bool locked)
{
    if (locked == m_locked)
        return;
    m_locked = locked;
    emit changed(locked);
}

}  // namespace station::gui
