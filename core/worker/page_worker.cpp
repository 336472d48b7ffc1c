#include "core/worker/page_worker.h"

#include "core/base/durable_file.h"
#include "core/worker/messages.h"

#include <QFile>
#include <QFileInfo>
#include <QJsonArray>

#include <thread>
#include <utility>

namespace station::worker {
namespace {

using namespace Qt::StringLiterals;

constexpr int startTimeoutMs = 15'000;

// A scanner of 20 sides a minute brings one every 3 s.
constexpr std::chrono::milliseconds pauseBetweenSides{3'000};

int workersFor(int asked)
{
    return asked > 0 ? asked : std::max(1, static_cast<int>(std::thread::hardware_concurrency()));
}

}  // namespace

bool isPdf(const QString &file)
{
    QFile content(file);
    return content.open(QIODevice::ReadOnly) && content.read(1024).contains("%PDF-");
}

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
    auto hello = channel->receive(startTimeoutMs);
    if (!hello)
        return fail(Fault::WorkerDied, u"no hello: "_s + hello.error().detail);
    if (hello = answerOf(*hello); !hello)
        return fail(hello.error());
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
    for (const auto &file : m_options.readable)
        arguments << u"--readable"_s << QFileInfo(file).absoluteFilePath();
    if (!m_options.pageKinds.isEmpty())
        arguments << u"--page-kinds"_s << m_options.pageKinds;
    return startWorker(arguments);
}

/// With sides to clean, or the next one due from the scanner at any moment, a lone
/// recognition more could hold the last worker for seconds.
bool PageWorkerPool::mayRecognise() const
{
    if (m_waitingToClean > 0 || m_cleaning + m_recognising >= m_options.workers)
        return false;
    const bool cleaningGoesOn =
        m_cleaning > 0 || std::chrono::steady_clock::now() - m_lastCleaned < pauseBetweenSides;
    return !cleaningGoesOn || m_options.workers == 1 || m_recognising < m_options.workers - 1;
}

Expected<> PageWorkerPool::takePlace(Task task, const std::stop_token &stop)
{
    std::unique_lock lock(m_mutex);
    if (task == Task::Clean) {
        ++m_waitingToClean;
        const bool free = m_placeFree.wait(
            lock, stop, [this] { return m_cleaning + m_recognising < m_options.workers; });
        --m_waitingToClean;
        if (!free) {
            m_placeFree.notify_all();  // a recognition may have waited for this one
            return fail(Fault::Cancelled);
        }
        ++m_cleaning;
        return {};
    }
    // In the order in which they came: else the thread that has just ended one takes the next
    // before others wake.
    const auto turn = m_waitingToRecognise.insert(m_waitingToRecognise.end(), nullptr);
    const auto isNext = [&] { return turn == m_waitingToRecognise.begin() && mayRecognise(); };
    bool free = false;
    // Timed: nobody tells that the pause between sides is over.
    while (!free && !stop.stop_requested())
        free = m_placeFree.wait_for(lock, stop, pauseBetweenSides, isNext);
    m_waitingToRecognise.erase(turn);
    m_placeFree.notify_all();
    if (!free)
        return fail(Fault::Cancelled);
    ++m_recognising;
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

void PageWorkerPool::leavePlace(Task task)
{
    {
        const std::lock_guard lock(m_mutex);
        --(task == Task::Clean ? m_cleaning : m_recognising);
        if (task == Task::Clean)
            m_lastCleaned = std::chrono::steady_clock::now();
    }
    m_placeFree.notify_all();  // the two tasks wait for different things
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

Expected<QJsonObject> PageWorkerPool::ask(Task task, const QJsonObject &request,
                                          const std::stop_token &stop)
{
    if (auto place = takePlace(task, stop); !place)
        return fail(place.error());
    auto message = askOnce(idleOrNew(), request, stop);
    if (!message && message.error().fault == Fault::WorkerDied)
        message = askOnce(startResident(), request, stop);
    leavePlace(task);
    return message ? answerOf(*message) : message;
}

Expected<CleanedSide> PageWorkerPool::clean(const SideJob &job, std::stop_token stop)
{
    const auto answer =
        ask(Task::Clean, {{u"command"_s, u"clean"_s}, {u"job"_s, toJson(job)}}, stop);
    if (!answer)
        return fail(answer.error());
    return cleanedSideFrom(*answer);
}

Expected<recognition::RecognizedPage> PageWorkerPool::recognise(const SideJob &job,
                                                                std::stop_token stop)
{
    const auto answer =
        ask(Task::Recognise, {{u"command"_s, u"recognise"_s}, {u"job"_s, toJson(job)}}, stop);
    if (!answer)
        return fail(answer.error());
    return recognition::recognizedPageFromJson(*answer);
}

Expected<InkGrid> PageWorkerPool::inkOf(const QString &picture, int dpi, std::stop_token stop)
{
    const auto answer = ask(
        Task::Clean, {{u"command"_s, u"ink"_s}, {u"picture"_s, picture}, {u"dpi"_s, dpi}}, stop);
    if (!answer)
        return fail(answer.error());
    return inkGridFrom(*answer);
}

Expected<ReadSide> PageWorkerPool::read(const SideJob &job, bool withText, std::stop_token stop)
{
    const auto ask1 = [&](bool text) {
        return ask(Task::Clean,
                   {{u"command"_s, u"read"_s}, {u"job"_s, toJson(job)}, {u"text"_s, text}}, stop);
    };
    auto answer = ask1(withText);
    std::optional<Error> textError;
    if (!answer && withText &&
        (answer.error().fault == Fault::WorkerDied || answer.error().fault == Fault::TimedOut)) {
        textError = answer.error();
        answer = ask1(false);
    }
    if (!answer)
        return fail(answer.error());
    auto read = readSideFrom(*answer);
    if (read && textError)
        read->textError = textError;
    return read;
}

Expected<> PageWorkerPool::decode(const QString &file, const QString &outputFolder, int defaultDpi,
                                  const OnSide &onSide, std::stop_token stop)
{
    return decodePages(file, outputFolder, {u"--dpi"_s, QString::number(defaultDpi)}, onSide, stop);
}

Expected<std::vector<DecodedSide>> PageWorkerPool::decode(const QString &file,
                                                          const QString &outputFolder,
                                                          int defaultDpi, std::stop_token stop)
{
    return decodedAll(file, outputFolder, {u"--dpi"_s, QString::number(defaultDpi)}, stop);
}

Expected<DecodedSide> PageWorkerPool::decodeFirst(const QString &file, const QString &outputFolder,
                                                  int defaultDpi, std::stop_token stop)
{
    auto sides = decodedAll(file, outputFolder,
                            {u"--dpi"_s, QString::number(defaultDpi), u"--first-page"_s}, stop);
    if (!sides)
        return fail(sides.error());
    if (sides->empty())
        return fail(Fault::FileUnreadable, u"no page"_s, QFileInfo(file).fileName());
    return std::move(sides->front());
}

/// All sides or none.
Expected<std::vector<DecodedSide>> PageWorkerPool::decodedAll(const QString &file,
                                                              const QString &outputFolder,
                                                              const QStringList &arguments,
                                                              const std::stop_token &stop)
{
    std::vector<DecodedSide> sides;
    std::stop_source enough;
    const std::stop_callback asked(stop, [&] { enough.request_stop(); });
    std::optional<Error> broken;
    auto done = decodePages(
        file, outputFolder, arguments,
        [&](Expected<DecodedSide> side) {
            if (side) {
                sides.push_back(std::move(*side));
                return;
            }
            broken = broken.value_or(side.error());
            enough.request_stop();
        },
        enough.get_token());
    if (broken)
        done = fail(*broken);
    if (done)
        return sides;
    for (const auto &side : sides)
        (void)removeDurably(side.file);
    return fail(done.error());
}

Expected<> PageWorkerPool::decodePages(const QString &file, const QString &outputFolder,
                                       const QStringList &arguments, const OnSide &onSide,
                                       const std::stop_token &stop)
{
    const QString name = QFileInfo(file).fileName();
    if (!QFileInfo(file).isFile() || !QFileInfo(file).isReadable())
        return fail(Fault::FileMissing, {}, name);
    if (QFileInfo(file).size() == 0)
        return fail(Fault::FileEmpty, {}, name);
    if (QFileInfo(file).size() > largestForeignFile)
        return fail(Fault::FileTooLarge, u"bytes"_s, name);
    if (auto made = makeDirectoryDurably(outputFolder); !made)
        return fail(made.error());

    auto worker = startWorker(QStringList{u"--folder"_s, outputFolder, u"--decode"_s,
                                          QFileInfo(file).absoluteFilePath()} +
                              arguments);
    if (!worker)
        return fail(worker.error());
    for (;;) {
        auto message = worker->channel.receive(m_options.sideTimeoutMs, stop);
        if (!message) {
            worker->channel.kill();
            // A file that kills its decoder is a bad file; trying again would not help.
            return message.error().fault == Fault::WorkerDied
                       ? fail(Fault::FileUnreadable, message.error().detail, name)
                       : fail(message.error());
        }
        if (message->contains(u"done"_s)) {
            const auto done = answerOf(*message);
            return done ? Expected<>{} : fail(done.error());
        }
        const auto side = answerOf(*message);
        onSide(side ? Expected<DecodedSide>(decodedSideFrom(*side)) : fail(side.error()));
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
