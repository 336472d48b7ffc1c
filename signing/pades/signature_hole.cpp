#include "signing/pades/signature_hole.h"

#include "signing/structure/pdf_object.h"

namespace station::signing {

Expected<SignatureHole> SignatureHole::in(QByteArray &revision, int number, qint64 fileSize)
{
    const auto wrong = [](const char *what) {
        return fail(Fault::SignatureInvalid, QLatin1String(what));
    };
    const QByteArray start = "\n" + QByteArray::number(number) + " 0 obj\n";
    const qsizetype place = revision.indexOf(start);
    if (place < 0)
        return wrong("no signature dictionary");
    const auto dictionary = PdfLexer(revision, place + start.size()).takeObject();
    if (!dictionary)
        return fail(dictionary.error());
    const PdfObject *range = dictionary->value("ByteRange");
    const PdfObject *hole = dictionary->value("Contents");
    if (range == nullptr || hole == nullptr || revision.at(hole->begin) != '<')
        return wrong("signature dictionary without a hole");

    QByteArray numbers = "[0 " + QByteArray::number(fileSize + hole->begin) + ' ' +
                         QByteArray::number(fileSize + hole->end) + ' ' +
                         QByteArray::number(revision.size() - hole->end);
    const qsizetype room = range->end - range->begin;
    if (numbers.size() >= room)
        return wrong("no room for /ByteRange");
    numbers = numbers.leftJustified(room - 1, ' ') + ']';
    revision.replace(range->begin, room, numbers);
    return SignatureHole(hole->begin, hole->end);
}

Expected<> SignatureHole::fill(QByteArray &revision, const QByteArray &der) const
{
    const QByteArray text = der.toHex();
    if (text.size() > m_end - m_begin - 2)
        return fail(Fault::Internal, QStringLiteral("reserve too small: %1").arg(der.size()));
    revision.replace(m_begin + 1, text.size(), text);
    return {};
}

}  // namespace station::signing
