#include "core/worker/page_worker.h"

#include "core/base/durable_file.h"
#include "core/worker/messages.h"

#include <QFileInfo>
#include <QJsonArray>

#include <thread>
#include <utility>

namespace station::worker {
namespace {

using namespace Qt::StringLiterals;

constexpr int startTimeoutMs = 15'000;

int workersFor(int asked)
{
    return asked > 0 ? asked : std::max(1, static_cast<int>(std::thread::hardware_concurrency()));
}

}  // namespace

PageWorkerPool::PageWorkerPool(PoolOptions options) : m_options(std::move(options))
{
    m_options.workers = workersFor(m_options.workers);
    if (m_options.program.isEmpty())
        m_options.program = helperProgram(u"tramsohoa-page-worker"_s);
}

Expected<PageWorkerPool::Worker> PageWorkerPool::startWorker(const QStringList &arguments) const
{
    auto channel = WorkerChannel::start(m_options.program, arguments);
    if (!channel)
        return fail(channel.error());
    const auto hello = channel->receive(startTimeoutMs);
    if (!hello)
        return fail(Fault::WorkerDied, u"no hello: "_s + hello.error().detail);
    return Worker{std::move(*channel), (*hello)[u"layers"_s].toVariant().toStringList()};
}

Expected<PageWorkerPool::Worker> PageWorkerPool::startResident() const
{
    QStringList arguments;
    for (const auto &folder : m_options.folders) {
        // A rule of the sandbox needs a folder that exists.
        if (auto made = makeDirectoryDurably(folder); !made)
            return fail(made.error());
        arguments << u"--folder"_s << folder;
    }
    return startWorker(arguments);
}

Expected<> PageWorkerPool::takePlace(const std::stop_token &stop)
{
    std::unique_lock lock(m_mutex);
    if (!m_placeFree.wait(lock, stop, [this] { return m_taken < m_options.workers; }))
        return fail(Fault::Cancelled);
    ++m_taken;
    return {};
}

Expected<PageWorkerPool::Worker> PageWorkerPool::idleOrNew()
{
    {
        const std::lock_guard lock(m_mutex);
        if (!m_idle.empty()) {
            Worker worker = std::move(m_idle.back());
            m_idle.pop_back();
            return worker;
        }
    }
    return startResident();
}

void PageWorkerPool::leavePlace()
{
    {
        const std::lock_guard lock(m_mutex);
        --m_taken;
    }
    m_placeFree.notify_one();
}

Expected<QJsonObject> PageWorkerPool::askOnce(Expected<Worker> worker, const QJsonObject &request,
                                              const std::stop_token &stop)
{
    if (!worker)
        return fail(worker.error());
    if (auto sent = worker->channel.send(request); !sent)
        return fail(sent.error());
    auto message = worker->channel.receive(m_options.sideTimeoutMs, stop);
    if (!message) {
        worker->channel.kill();  // its answer, if it ever comes, must not meet the next job
        return message;
    }
    const std::lock_guard lock(m_mutex);
    m_idle.push_back(std::move(*worker));
    return message;
}

Expected<QJsonObject> PageWorkerPool::ask(const QJsonObject &request, const std::stop_token &stop)
{
    if (auto place = takePlace(stop); !place)
        return fail(place.error());
    auto message = askOnce(idleOrNew(), request, stop);
    if (!message && message.error().fault == Fault::WorkerDied)
        message = askOnce(startResident(), request, stop);
    leavePlace();
    return message ? answerOf(*message) : message;
}

Expected<CleanedSide> PageWorkerPool::clean(const SideJob &job, std::stop_token stop)
{
    const auto answer = ask({{u"command"_s, u"clean"_s}, {u"job"_s, toJson(job)}}, stop);
    if (!answer)
        return fail(answer.error());
    return cleanedSideFrom(*answer);
}

Expected<recognition::RecognizedPage>
PageWorkerPool::recognise(const QString &image, const QString &textFile, std::stop_token stop)
{
    const auto answer =
        ask({{u"command"_s, u"recognise"_s}, {u"image"_s, image}, {u"textFile"_s, textFile}}, stop);
    if (!answer)
        return fail(answer.error());
    return recognition::recognizedPageFromJson(*answer);
}

Expected<std::vector<DecodedSide>> PageWorkerPool::decode(const QString &file,
                                                          const QString &outputFolder,
                                                          int defaultDpi, std::stop_token stop)
{
    const QString name = QFileInfo(file).fileName();
    if (!QFileInfo(file).isFile() || !QFileInfo(file).isReadable())
        return fail(Fault::FileMissing, {}, name);
    if (QFileInfo(file).size() == 0)
        return fail(Fault::FileEmpty, {}, name);
    if (auto made = makeDirectoryDurably(outputFolder); !made)
        return fail(made.error());

    auto worker =
        startWorker({u"--folder"_s, outputFolder, u"--decode"_s, QFileInfo(file).absoluteFilePath(),
                     u"--dpi"_s, QString::number(defaultDpi)});
    if (!worker)
        return fail(worker.error());
    std::vector<DecodedSide> sides;
    for (;;) {
        auto message = worker->channel.receive(m_options.sideTimeoutMs, stop);
        if (message)
            message = answerOf(*message);
        if (!message) {
            worker->channel.kill();
            for (const auto &side : sides)
                (void)removeDurably(side.file);
            // A file that kills its decoder is a bad file; trying again would not help.
            return message.error().fault == Fault::WorkerDied
                       ? fail(Fault::FileUnreadable, message.error().detail, name)
                       : fail(message.error());
        }
        if (message->contains(u"done"_s))
            return sides;
        sides.push_back(decodedSideFrom(*message));
    }
}

Expected<QStringList> PageWorkerPool::sandboxLayers()
{
    auto worker = startResident();
    if (!worker)
        return fail(worker.error());
    return worker->layers;
}

}  // namespace station::worker
