#include "scanner/protocol/trace.h"

#include <QFile>
#include <QJsonDocument>

#include <fcntl.h>
#include <unistd.h>

namespace station::scanner {

void Trace::add(const char *event, const QJsonObject &what) const
{
    if (!isOn())
        return;
    QJsonObject line = what;
    line.insert(QStringLiteral("t"), m_since.elapsed());
    line.insert(QStringLiteral("event"), QLatin1String(event));
    const QByteArray bytes = QJsonDocument(line).toJson(QJsonDocument::Compact) + '\n';
    // One write to the end: lines of the worker and of its client do not mix.
    const int file = ::open(QFile::encodeName(m_file).constData(),
                            O_WRONLY | O_CREAT | O_APPEND | O_CLOEXEC | O_NOFOLLOW, 0600);
    if (file < 0)
        return;
    [[maybe_unused]] const auto written =
        ::write(file, bytes.constData(), static_cast<std::size_t>(bytes.size()));
    ::close(file);
}

}  // namespace station::scanner
