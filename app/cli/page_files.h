#pragma once

#include "app/cli/invocation.h"
#include "core/workflow/file_reading.h"

#include <QJsonArray>

#include <string>
#include <vector>

namespace station::cli {

/// What the commands that read files from outside share.
struct PageFiles {
    std::vector<std::string> files{};
    int jobs = 0;
    int dpi = 300;
};

/// Returns the option of the files.
CLI::Option *addPageFiles(CLI::App &command, PageFiles &options);

/// What did not come through, with its sentences.
class PageTroubles {
public:
    explicit PageTroubles(const Invocation &invocation) : m_invocation(invocation) {}

    /// Told at once, unless it may turn out to be all there is to say.
    void add(const QString &file, const workflow::FilePage &page, const Error &error);
    bool isEmpty() const { return m_list.empty(); }
    const Error &first() const { return m_list.front().error; }
    /// Tells what was held back: there are good pages, so the command itself did not fail.
    void tellRest();
    QJsonArray json() const;

private:
    struct Trouble {
        QString file{};
        int page = 0;
        Error error{};
        bool told = false;
    };
    void tell(Trouble &trouble) const;

    const Invocation &m_invocation;
    std::vector<Trouble> m_list;
};

/// Reads all pages with as many workers as asked for. Progress and trouble are told on
/// standard error, Ctrl+C ends it in order; `onPage` gets the pages that could be read.
/// Fails with Cancelled, what `onPage` fails with, or, when there is no good page, with the
/// first trouble.
Expected<> readPages(const Invocation &invocation, const PageFiles &options,
                     workflow::FileReadingRequest request, PageTroubles &troubles,
                     const workflow::OnFilePage &onPage);

}  // namespace station::cli
