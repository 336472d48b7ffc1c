#include "core/sealing/desktop_keyring.h"

#include "core/base/releaser.h"

#include <algorithm>
#include <chrono>
#include <condition_variable>
#include <memory>
#include <mutex>
#include <stop_token>
#include <thread>
#include <vector>

// GLib has its own use for the word.
#undef signals
#include <libsecret/secret.h>

namespace station::sealing {
namespace {

using namespace std::chrono_literals;

constexpr auto patience = 60s;
constexpr auto purpose = "sealing";

const SecretSchema *schema()
{
    static const SecretSchema schema{"vn.tramsohoa.DataKey",
                                     SECRET_SCHEMA_NONE,
                                     {{"purpose", SECRET_SCHEMA_ATTRIBUTE_STRING},
                                      {"key", SECRET_SCHEMA_ATTRIBUTE_STRING},
                                      {nullptr, {}}},
                                     0,
                                     nullptr,
                                     nullptr,
                                     nullptr,
                                     nullptr,
                                     nullptr,
                                     nullptr,
                                     nullptr};
    return &schema;
}

/// Gives up a call that waits for a person for too long.
class Deadline {
public:
    Deadline()
        : m_thread([this](const std::stop_token &stop) {
              std::unique_lock lock(m_mutex);
              m_over.wait_for(lock, stop, patience, [] { return false; });
              if (!stop.stop_requested())
                  g_cancellable_cancel(m_cancellable.get());
          })
    {
    }
    GCancellable *cancellable() { return m_cancellable.get(); }

private:
    std::unique_ptr<GCancellable, Releaser<g_object_unref>> m_cancellable{g_cancellable_new()};
    std::mutex m_mutex;
    std::condition_variable_any m_over;
    std::jthread m_thread;  // the last one, so that it ends first
};

tl::unexpected<Error> unavailable(const GError *error)
{
    return fail(Fault::KeyUnavailable,
                QStringLiteral("keyring: ") +
                    (error != nullptr ? QString::fromUtf8(error->message) : QString()));
}

using ErrorPointer = std::unique_ptr<GError, Releaser<g_error_free>>;

void freeItems(GList *items)
{
    g_list_free_full(items, g_object_unref);
}

}  // namespace

Expected<std::optional<DataKeys>> DesktopKeyring::load() const
{
    Deadline deadline;
    GError *raised = nullptr;
    constexpr auto flags = static_cast<SecretSearchFlags>(SECRET_SEARCH_ALL | SECRET_SEARCH_UNLOCK |
                                                          SECRET_SEARCH_LOAD_SECRETS);
    const std::unique_ptr<GList, Releaser<freeItems>> items(secret_password_search_sync(
        schema(), flags, deadline.cancellable(), &raised, "purpose", purpose, nullptr));
    if (const ErrorPointer error(raised); error)
        return unavailable(error.get());

    std::vector<SecretRetrievable *> oldestFirst;
    for (auto *item = items.get(); item != nullptr; item = item->next)
        oldestFirst.push_back(SECRET_RETRIEVABLE(item->data));
    std::ranges::stable_sort(oldestFirst, {}, secret_retrievable_get_created);
    DataKeys keys;
    for (auto *item : oldestFirst) {
        const std::unique_ptr<SecretValue, Releaser<secret_value_unref>> value(
            secret_retrievable_retrieve_secret_sync(item, deadline.cancellable(), &raised));
        if (const ErrorPointer error(raised); error || !value)
            return unavailable(error.get());
        auto one = DataKeys::parse(Secret(QByteArray(secret_value_get_text(value.get()))));
        if (!one)
            return fail(one.error().fault, one.error().detail, name());
        if (const auto added = keys.add(one->keys().back()); !added)
            return fail(added.error());
    }
    return keys.keys().empty() ? std::nullopt : std::optional(std::move(keys));
}

Expected<> DesktopKeyring::save(const DataKeys &keys)
{
    Deadline deadline;
    for (const auto &key : keys.keys()) {
        DataKeys one;
        if (const auto added = one.add(key); !added)
            return added;
        // libsecret wants a zero behind it.
        const auto text = one.text();
        QByteArray copy(text.view().data(), static_cast<qsizetype>(text.size()));
        copy.append('\0');
        const Secret closed(std::move(copy));
        GError *raised = nullptr;
        // An item for each key: a locked one, which `load` does not see, is never written over.
        const bool stored = secret_password_store_sync(
            schema(), SECRET_COLLECTION_DEFAULT, "Trạm Số hóa", closed.view().data(),
            deadline.cancellable(), &raised, "purpose", purpose, "key",
            key.id.toLatin1().constData(), nullptr);
        if (const ErrorPointer error(raised); !stored)
            return unavailable(error.get());
    }
    return {};
}

}  // namespace station::sealing
