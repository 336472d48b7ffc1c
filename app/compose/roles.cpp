#include "app/compose/roles.h"

#include <grp.h>
#include <pwd.h>
#include <unistd.h>

#include <vector>

namespace station::compose {

bool mayWorkAtCounter(const config::RoleSettings &settings, const QStringList &groups)
{
    return settings.clerkGroup.isEmpty() || groups.contains(settings.clerkGroup);
}

QStringList ownGroups()
{
    const passwd *account = getpwuid(geteuid());
    if (account == nullptr)
        return {};
    // The account's groups of now, not of its login: a right that was taken counts at once.
    int count = 64;
    std::vector<gid_t> ids(static_cast<std::size_t>(count));
    if (getgrouplist(account->pw_name, account->pw_gid, ids.data(), &count) < 0) {
        ids.resize(static_cast<std::size_t>(count));
        getgrouplist(account->pw_name, account->pw_gid, ids.data(), &count);
    }
    ids.resize(static_cast<std::size_t>(count));
    QStringList names;
    for (const gid_t id : ids) {
        if (const group *entry = getgrgid(id))
            names << QString::fromLocal8Bit(entry->gr_name);
    }
    return names;
}

QString accountName()
{
    const passwd *account = getpwuid(geteuid());
    if (account == nullptr)
        return {};
    // GECOS: the name comes before the first comma.
    const QString name = QString::fromUtf8(account->pw_gecos).section(QLatin1Char(','), 0, 0);
    return name.isEmpty() ? QString::fromLocal8Bit(account->pw_name) : name;
}

}  // namespace station::compose
