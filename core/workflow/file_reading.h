#pragma once

#include "core/base/expected.h"
#include "core/worker/page_worker.h"

#include <QString>
#include <QStringList>

#include <functional>
#include <stop_token>

namespace station::workflow {

struct FileReadingRequest {
    QStringList files{};   ///< Images and PDFs, each in the pool's `readable`.
    QString workFolder{};  ///< One of the pool's folders; emptied of what is put there.
    bool withText = true;
    int dpi = 300;  ///< For images that do not say.
    worker::PictureRule picture{};
    int jobs = 0;  ///< Pages at a time; 0: one for each core.
};

/// A page of one of the files, or what came in its way.
struct FilePage {
    int file = 0;            ///< Index into the request's files.
    int number = 0;          ///< Within its file, from 1; 0: this concerns the file as a whole.
    bool ofSeveral = false;  ///< Its file holds others, or is of a kind that does.
    int ofAll = 0;           ///< Pages of all files, as far as they are counted yet.
    QString stem{};          ///< `<stem>.jpg` and, where the picture has them, `<stem>.layers`.
    Expected<worker::ReadSide> read{};
};

/// Takes what it wants of the page: its files are gone afterwards. An error ends the reading.
using OnFilePage = std::function<Expected<>(const FilePage &)>;

/// Cleans and reads files from outside, as many pages at once as there are workers, while
/// later files are still being opened. Pages are delivered on the caller's thread in the
/// order of files and pages; a file or page that cannot be read is one of them, and the others
/// go on. Memory and disk hold a few pages, however long the files are (but those of one PDF
/// are opened faster than they are read).
///
/// Fails with what `onPage` fails with, or with Cancelled.
Expected<> readFiles(worker::PageWorkerPool &pool, const FileReadingRequest &request,
                     const OnFilePage &onPage, std::stop_token stop = {});

}  // namespace station::workflow
