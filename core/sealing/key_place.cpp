#include "core/sealing/key_place.h"

#include "core/base/durable_file.h"
#include "core/base/file_lock.h"
#include "core/base/private_file.h"

#include <QFileInfo>
#include <QStringList>

#include <ranges>

namespace station::sealing {
namespace {

constexpr int lockWaitMs = 60'000;

/// Nothing: none of the places has the key.
Expected<std::optional<FoundKeys>> look(const std::vector<std::unique_ptr<KeyPlace>> &places,
                                        const QString &needed, QStringList &complaints)
{
    for (const auto &place : places) {
        auto keys = place->load();
        if (!keys && keys.error().fault != Fault::KeyUnavailable)
            return fail(keys.error());
        if (!keys) {
            complaints << keys.error().detail;
            continue;
        }
        if (*keys && (needed.isEmpty() || (*keys)->contains(needed)))
            return FoundKeys{**std::move(keys), place->name()};
    }
    return std::nullopt;
}

Expected<FileLock> locked(const QString &lockFile)
{
    if (const auto made = makeDirectoryDurably(QFileInfo(lockFile).absolutePath()); !made)
        return fail(made.error());
    auto lock = FileLock::acquire(lockFile, FileLock::Kind::Exclusive, lockWaitMs);
    if (!lock)
        return fail(Fault::KeyUnavailable, QStringLiteral("lock of the data key"));
    return lock;
}

/// In the last place that takes them.
Expected<QString> saved(const std::vector<std::unique_ptr<KeyPlace>> &places, const DataKeys &keys)
{
    Expected<QString> result = fail(Fault::KeyUnavailable, QStringLiteral("no place for a key"));
    for (const auto &place : std::views::reverse(places)) {
        if (const auto done = place->save(keys); done)
            return place->name();
        else
            result = fail(done.error());
    }
    return result;
}

}  // namespace

Expected<std::optional<DataKeys>> KeyFile::load() const
{
    if (!QFileInfo::exists(m_path))
        return std::nullopt;
    const auto text = readPrivateFile(m_path);
    if (!text)
        return fail(text.error().fault == Fault::FileMissing ? Fault::KeyUnavailable
                                                             : text.error().fault,
                    text.error().detail, m_path);
    auto keys = DataKeys::parse(*text);
    if (!keys)
        return fail(keys.error().fault, keys.error().detail, m_path);
    return *std::move(keys);
}

Expected<> KeyFile::save(const DataKeys &keys)
{
    const auto text = keys.text();
    return writeDurably(
        m_path, QByteArray::fromRawData(text.view().data(), static_cast<qsizetype>(text.size())));
}

Expected<FoundKeys> findKeys(const std::vector<std::unique_ptr<KeyPlace>> &places,
                             const QString &needed, const QString &lockFile)
{
    QStringList complaints;
    auto found = look(places, needed, complaints);
    if (!found)
        return fail(found.error());
    if (*found)
        return **std::move(found);
    if (!needed.isEmpty())
        return fail(Fault::KeyUnavailable,
                    QStringLiteral("data key %1 %2").arg(needed, complaints.join(u"; ")).trimmed());

    const auto lock = locked(lockFile);
    if (!lock)
        return fail(lock.error());
    found = look(places, {}, complaints);
    if (!found)
        return fail(found.error());
    if (*found)
        return **std::move(found);
    auto keys = DataKeys::made();
    if (!keys)
        return fail(keys.error());
    auto place = saved(places, *keys);
    if (!place)
        return fail(place.error());
    return FoundKeys{*std::move(keys), *std::move(place), true};
}

Expected<QString> restoreKeys(const std::vector<std::unique_ptr<KeyPlace>> &places, DataKeys keys,
                              const QString &lockFile)
{
    const auto lock = locked(lockFile);
    if (!lock)
        return fail(lock.error());
    Expected<QString> result = fail(Fault::KeyUnavailable, QStringLiteral("no place for a key"));
    for (const auto &place : std::views::reverse(places)) {
        auto there = place->load();
        if (!there) {
            result = fail(there.error());
            continue;
        }
        DataKeys all;
        if (*there)
            all = **std::move(there);
        all.adopt(DataKeys::parse(keys.text()).value());
        if (const auto done = place->save(all); done)
            return place->name();
        else
            result = fail(done.error());
    }
    return result;
}

}  // namespace station::sealing
