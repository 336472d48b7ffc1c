#include "scanner/client/recovered_sides.h"

#include "core/dossier/side_note.h"

#include <QDir>
#include <QRegularExpression>

#include <algorithm>

namespace station::scanner {

using namespace Qt::StringLiterals;

namespace {

struct Found {
    int number = 0;
    workflow::ScannedSide side{};
};

/// Width and height as our page files state them.
bool readSize(const QString &path, workflow::ScannedSide &side)
{
    static const QRegularExpression form(
        u"^P[456]\\n(?:#[^\\n]*\\n)*\\s*(\\d{1,6})\\s+(\\d{1,6})\\s"_s);
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        return false;
    const auto found = form.match(QString::fromLatin1(file.read(512)));
    side.widthPx = found.captured(1).toInt();
    side.heightPx = found.captured(2).toInt();
    return side.widthPx > 0 && side.heightPx > 0;
}

}  // namespace

QSet<QString> finishedFiles(const QString &spoolFolder)
{
    QSet<QString> paths;
    if (spoolFolder.isEmpty())
        return paths;
    for (const auto &name : QDir(spoolFolder).entryList({u"*.pnm"_s}, QDir::Files))
        paths.insert(spoolFolder + u'/' + name);
    return paths;
}

std::vector<workflow::ScannedSide> recoveredSides(const QString &spoolFolder, const QString &runId,
                                                  const QSet<QString> &known)
{
    std::vector<Found> found;
    if (runId.isEmpty())
        return {};
    for (const auto &path : finishedFiles(spoolFolder) - known) {
        const auto note = dossier::sideNoteOf(path);
        if (!note || note->runId != runId)
            continue;
        Found one{note->number,
                  {.file = path,
                   .dpi = note->dpi,
                   .sheet = note->sheet,
                   .face = note->face,
                   .twoSided = note->twoSided,
                   .damaged = note->damaged}};
        if (readSize(path, one.side))
            found.push_back(std::move(one));
    }
    std::sort(found.begin(), found.end(),
              [](const Found &a, const Found &b) { return a.number < b.number; });
    std::vector<workflow::ScannedSide> sides;
    for (auto &one : found)
        sides.push_back(std::move(one.side));
    return sides;
}

}  // namespace station::scanner
