#pragma once

#include "core/recognition/text_recognizer.h"
#include "core/worker/page_kinds.h"
#include "core/worker/page_worker.h"

#include <functional>

namespace station::imaging {
class Survey;
}

namespace station::worker {

/// Inside the worker: what PageWorkerPool promises of one side, done in this process.
class SideProcessing {
public:
    SideProcessing(recognition::TextRecognizer recognizer, PageKinds kinds);

    Expected<CleanedSide> clean(const SideJob &job);
    Expected<recognition::RecognizedPage> recognise(const SideJob &job);
    Expected<ReadSide> read(const SideJob &job, bool withText);

private:
    struct Original;
    struct Cleaned;
    using Write = std::function<Expected<>(const QString &, const QByteArray &)>;
    Expected<Cleaned> cleaned(Original original, imaging::Survey survey, const SideJob &job);
    Expected<Cleaned> kept(Original original, imaging::Survey survey, const SideJob &job,
                           const Write &write);
    Expected<recognition::RecognizedPage> textOf(const Cleaned &side);

    recognition::TextRecognizer m_recognizer;
    PageKinds m_kinds;
};

}  // namespace station::worker
