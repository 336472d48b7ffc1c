#pragma once

#include "core/worker/page_worker.h"
#include "core/workflow/scan_source.h"

#include <QStringList>

namespace station::workflow {

/// Papers that come as files: images and PDFs, opened only in a page worker.
/// All files are read before the first side is delivered, so one bad file
/// leaves the component as it was; its name is the error's subject.
class FileSource final : public ScanSource {
public:
    FileSource(worker::PageWorkerPool &pool, QStringList files);

    Expected<int> scan(const ScanRequest &request, const OnSide &onSide,
                       std::stop_token stop) override;

private:
    worker::PageWorkerPool &m_pool;
    QStringList m_files;
};

}  // namespace station::workflow
