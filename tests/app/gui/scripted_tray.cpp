#include "tests/app/gui/scripted_tray.h"

using namespace Qt::StringLiterals;

namespace station::gui::test {
namespace {

constexpr int sheetsOfPaper = 3;

}  // namespace

QStringList ScriptedTray::deeds() const
{
    const std::lock_guard lock(m_mutex);
    return m_deeds;
}

Expected<> ScriptedTray::done(const QString &deed)
{
    const std::lock_guard lock(m_mutex);
    m_deeds << deed;
    return {};
}

int ScriptedTray::sheetsInFeeder()
{
    const std::lock_guard lock(m_mutex);
    return m_sheets;
}

Expected<> ScriptedTray::feed(const QString &component)
{
    {
        const std::lock_guard lock(m_mutex);
        m_sheets += sheetsOfPaper;
    }
    return done(u"feed "_s + component);
}

Expected<> ScriptedTray::feedSeparator(const QString &component)
{
    return done(u"separator "_s + component);
}

Expected<> ScriptedTray::empty()
{
    {
        const std::lock_guard lock(m_mutex);
        m_sheets = 0;
    }
    return done(u"empty"_s);
}

bool ScriptedTray::isCoverOpen()
{
    const std::lock_guard lock(m_mutex);
    return m_coverOpen;
}

Expected<> ScriptedTray::setCover(Cover cover)
{
    {
        const std::lock_guard lock(m_mutex);
        m_coverOpen = cover == Cover::Open;
    }
    return done(cover == Cover::Open ? u"open"_s : u"close"_s);
}

Expected<> ScriptedTray::jamNextSheet()
{
    return done(u"jam"_s);
}

Expected<> ScriptedTray::doubleFeedNext()
{
    return done(u"double"_s);
}

Expected<> ScriptedTray::hangNext()
{
    return done(u"hang"_s);
}

bool ScriptedTray::isJammed()
{
    const std::lock_guard lock(m_mutex);
    return m_jammed;
}

Expected<> ScriptedTray::putBack(int sheets)
{
    return done(u"back %1"_s.arg(sheets));
}

bool ScriptedTray::isPlugged()
{
    const std::lock_guard lock(m_mutex);
    return m_plugged;
}

Expected<> ScriptedTray::setPlugged(bool plugged)
{
    {
        const std::lock_guard lock(m_mutex);
        m_plugged = plugged;
    }
    return done(plugged ? u"plug"_s : u"unplug"_s);
}

Expected<> ScriptedTray::pressButton()
{
    return done(u"press"_s);
}

}  // namespace station::gui::test
