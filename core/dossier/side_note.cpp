#include "core/dossier/side_note.h"

#include <QFile>
#include <QRegularExpression>

using namespace Qt::StringLiterals;

namespace station::dossier {

QByteArray pnmComment(const SideNote &note)
{
    return u"# side run=%1 number=%2 sheet=%3 face=%4 dpi=%5 two-sided=%6 damaged=%7\n"_s
        .arg(note.runId)
        .arg(note.number)
        .arg(note.sheet)
        .arg(note.face == Face::Back ? u"back"_s : u"front"_s)
        .arg(note.dpi)
        .arg(note.twoSided ? 1 : 0)
        .arg(note.damaged ? 1 : 0)
        .toLatin1();
}

std::optional<SideNote> sideNoteOf(const QString &pnmFile)
{
    static const QRegularExpression form(
        u"^# side run=([0-9a-f-]{36}) number=(\\d{1,6}) sheet=(\\d{1,6}) face=(front|back)"
        " dpi=(\\d{1,5}) two-sided=([01]) damaged=([01])$"_s,
        QRegularExpression::MultilineOption);
    QFile file(pnmFile);
    if (!file.open(QIODevice::ReadOnly))
        return {};
    const QByteArray header = file.read(512);
    if (!header.startsWith('P'))
        return {};
    const auto found = form.match(QString::fromLatin1(header));
    if (!found.hasMatch())
        return {};
    return SideNote{.runId = found.captured(1),
                    .number = found.captured(2).toInt(),
                    .sheet = found.captured(3).toInt(),
                    .face = found.captured(4) == u"back" ? Face::Back : Face::Front,
                    .dpi = found.captured(5).toInt(),
                    .twoSided = found.captured(6) == u"1",
                    .damaged = found.captured(7) == u"1"};
}

}  // namespace station::dossier
