#include "app/cli/page_files.h"

#include "app/cli/interrupt.h"
#include "app/compose/page_pool.h"
#include "app/errors/error_text.h"

#include <CLI/Validators.hpp>

#include <QFileInfo>
#include <QTemporaryDir>

namespace station::cli {
namespace {

/// The same error with its file and page in front.
Error named(Error error, const QString &file, const workflow::FilePage &page)
{
    const QString own = error.subject;
    QString name = QFileInfo(file).fileName();
    const bool saysMore = !own.isEmpty() && !own.contains(QLatin1Char('/')) && own != name &&
                          !own.startsWith(QStringLiteral("page "));
    if (page.number > 0 && page.ofSeveral)
        name = Cli::tr("%1, page %2").arg(name).arg(page.number);
    error.subject = saysMore ? QStringLiteral("%1 (%2)").arg(name, own) : name;
    return error;
}

}  // namespace

CLI::Option *addPageFiles(CLI::App &command, PageFiles &options)
{
    auto *files =
        command.add_option("images", options.files, Cli::tr("Images or PDFs").toStdString());
    files->required();
    command.add_option("--jobs", options.jobs, Cli::tr("Pages at a time").toStdString())
        ->check(CLI::Range(1, 64));
    command
        .add_option("--dpi", options.dpi,
                    Cli::tr("Resolution of images that do not say").toStdString())
        ->check(CLI::Range(75, 1200));
    return files;
}

void PageTroubles::add(const QString &file, const workflow::FilePage &page, const Error &error)
{
    m_list.push_back({.file = file, .page = page.number, .error = named(error, file, page)});
    if (page.ofAll > 1)
        tellRest();
}

void PageTroubles::tellRest()
{
    for (auto &trouble : m_list) {
        if (!std::exchange(trouble.told, true))
            m_invocation.note(errorText(trouble.error).line());
    }
}

QJsonArray PageTroubles::json() const
{
    QJsonArray array;
    for (const auto &trouble : m_list) {
        const ErrorText words = errorText(trouble.error);
        QJsonObject json{{QStringLiteral("file"), trouble.file},
                         {QStringLiteral("code"), errorCode(trouble.error.fault)},
                         {QStringLiteral("message"), words.what},
                         {QStringLiteral("remedy"), words.remedy}};
        if (trouble.page > 0)
            json[QStringLiteral("page")] = trouble.page;
        array.append(json);
    }
    return array;
}

Expected<> readPages(const Invocation &invocation, const PageFiles &options,
                     workflow::FileReadingRequest request, PageTroubles &troubles,
                     const workflow::OnFilePage &onPage)
{
    const QTemporaryDir folder;
    if (!folder.isValid())
        return fail(Fault::StorageFailed, folder.errorString());
    request.files = texts(options.files);
    request.workFolder = folder.path();
    request.dpi = options.dpi;
    request.jobs = options.jobs;
    auto workers = compose::pagePool({folder.path()}, request.files);
    workers.workers = options.jobs;
    worker::PageWorkerPool pool(workers);
    const Interrupt interrupt;
    bool anyGood = false;
    int done = 0;
    const auto read = workflow::readFiles(
        pool, request,
        [&](const workflow::FilePage &page) -> Expected<> {
            const QString file = request.files[page.file];
            if (page.number > 0)
                invocation.note(Cli::tr("page %1 of %2").arg(++done).arg(page.ofAll));
            if (!page.read) {
                troubles.add(file, page, page.read.error());
                return {};
            }
            anyGood = true;
            if (const auto &error = page.read->textError)
                troubles.add(file, page, *error);
            return onPage(page);
        },
        interrupt.token());
    if (!read)
        return read;
    if (!anyGood && !troubles.isEmpty())
        return fail(troubles.first());
    troubles.tellRest();
    return {};
}

}  // namespace station::cli
