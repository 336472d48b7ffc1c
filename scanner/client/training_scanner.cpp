#include "scanner/client/training_scanner.h"

#include "core/base/durable_file.h"
#include "core/base/worker_channel.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>

#include <algorithm>

namespace station::scanner {

using namespace Qt::StringLiterals;

namespace {

constexpr auto prefix = "vscan:"_L1;

QString devicesFolder(const QString &dir)
{
    return dir + u"/devices"_s;
}

QString deviceFolder(const QString &dir, const QString &device)
{
    const QString name = device.startsWith(prefix) ? device.mid(prefix.size()) : device;
    return devicesFolder(dir) + u'/' + name;
}

/// Of the build tree or the installation that this program belongs to, before
/// what the path holds already.
QString libraryPath()
{
    const QString inherited = qEnvironmentVariable("LD_LIBRARY_PATH");
    const QString programs = QFileInfo(helperProgram(QString())).path();
    for (const char *folder : {"/../lib", "/../" STATION_BACKEND_DIR}) {
        const QString path = programs + QLatin1String(folder);
        if (QFileInfo::exists(path + u"/libsane-vscan.so.1"_s))
            return QDir::cleanPath(path) + (inherited.isEmpty() ? inherited : u':' + inherited);
    }
    return inherited;
}

Expected<> createUnlessThere(const QString &path, const QString &text)
{
    return QFileInfo::exists(path) ? Expected<>() : writeDurably(path, text.toUtf8());
}

Expected<> makeDevice(const QString &dir, const QString &name, const QString &model,
                      const QString &type)
{
    const QString folder = deviceFolder(dir, name);
    const QString ini = u"vendor = Trạm Số hóa\nmodel = %1\ntype = %2\n"_s.arg(model, type);
    return createUnlessThere(folder + u"/device.ini"_s, ini).and_then([&] {
        return makeDirectoryDurably(folder + u"/feeder"_s);
    });
}

/// As the ending that the virtual scanner knows; empty: no such image.
QString imageEnding(const QByteArray &bytes)
{
    if (bytes.startsWith("\x89PNG"))
        return u".png"_s;
    if (bytes.startsWith("\xff\xd8\xff"))
        return u".jpg"_s;
    return {};
}

struct Image {
    QByteArray bytes{};
    QString ending{};
};

Expected<Image> readImage(const QString &file)
{
    auto bytes = readWhole(file);
    if (!bytes)
        return fail(bytes.error());
    const QString ending = imageEnding(*bytes);
    if (ending.isEmpty())
        return fail(Fault::FileUnreadable, u"neither PNG nor JPEG"_s, QFileInfo(file).fileName());
    return Image{std::move(*bytes), ending};
}

int lastSheet(const QString &feeder)
{
    int last = 0;
    for (const auto &entry : QDir(feeder).entryInfoList(QDir::Files))
        last = std::max(last, entry.baseName().toInt());
    return last;
}

}  // namespace

Expected<ScannerEnvironment> trainingScanner(const QString &dir)
{
    const QString config = dir + u"/sane"_s;
    ScannerEnvironment environment;
    environment.binding.device = u"vscan:adf1"_s;
    environment.variables = {{u"SANE_CONFIG_DIR"_s, config},
                             {u"VSCAN_ROOT"_s, devicesFolder(dir)},
                             {u"LD_LIBRARY_PATH"_s, libraryPath()}};
    return createUnlessThere(config + u"/dll.conf"_s, u"vscan\n"_s)
        .and_then([&] {
            return makeDevice(dir, u"adf1"_s, u"Máy quét tập luyện hai mặt"_s, u"adf-duplex"_s);
        })
        .and_then([&] {
            return makeDevice(dir, u"flatbed1"_s, u"Máy quét tập luyện mặt kính"_s, u"flatbed"_s);
        })
        .map([&] { return environment; });
}

Expected<> loadFeeder(const QString &dir, const QString &device, const QStringList &images)
{
    const QString feeder = deviceFolder(dir, device) + u"/feeder"_s;
    int sheet = lastSheet(feeder);
    for (const auto &file : images) {
        const auto image = readImage(file);
        if (!image)
            return fail(image.error());
        const QString name = QString::number(++sheet).rightJustified(5, u'0') + image->ending;
        if (const auto written = writeDurably(feeder + u'/' + name, image->bytes); !written)
            return written;
    }
    return {};
}

Expected<> layOnGlass(const QString &dir, const QString &device, const QString &file)
{
    const QString glass = deviceFolder(dir, device) + u"/flatbed"_s;
    const auto image = readImage(file);
    if (!image)
        return fail(image.error());
    for (const auto &ending : {u".png"_s, u".jpg"_s}) {
        if (const auto removed = removeDurably(glass + ending); !removed)
            return removed;
    }
    return writeDurably(glass + image->ending, image->bytes);
}

}  // namespace station::scanner
