#include "core/exporting/bag.h"

using namespace Qt::StringLiterals;

namespace station::exporting {
namespace {

constexpr auto plainText = "text/plain"_L1;

/// As `sha256sum -c` reads it.
QByteArray manifestOf(const std::vector<PackedFile> &files, bool payload)
{
    QByteArray lines;
    for (const auto &file : files) {
        if (file.path.startsWith(payloadFolder) == payload)
            lines += (file.sha256 + u"  "_s + file.path + u'\n').toUtf8();
    }
    return lines;
}

/// Octets and number of payload files.
QString payloadSum(const std::vector<PackedFile> &files)
{
    qint64 bytes = 0;
    for (const auto &file : files)
        bytes += file.size;
    return u"%1.%2"_s.arg(bytes).arg(files.size());
}

}  // namespace

Expected<PackedFile> addBagTags(PackageFolder &folder,
                                const std::vector<std::pair<QString, QString>> &info)
{
    QString lines;
    for (const auto &[label, value] : info) {
        if (!value.isEmpty())
            lines += label + u": "_s + value.simplified() + u'\n';
    }
    lines += u"Payload-Oxum: "_s + payloadSum(folder.files()) + u'\n';
    const std::pair<QString, QByteArray> tags[] = {
        {u"manifest-sha256.txt"_s, manifestOf(folder.files(), true)},
        {u"bag-info.txt"_s, lines.toUtf8()},
        {u"bagit.txt"_s, "BagIt-Version: 1.0\nTag-File-Character-Encoding: UTF-8\n"}};
    for (const auto &[path, bytes] : tags) {
        if (const auto added = folder.add(path, bytes, plainText); !added)
            return added;
    }
    return folder.add(u"tagmanifest-sha256.txt"_s, manifestOf(folder.files(), false), plainText);
}

}  // namespace station::exporting
