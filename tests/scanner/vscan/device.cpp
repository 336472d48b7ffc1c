#include "tests/scanner/vscan/device.h"

#include "tests/scanner/support.h"
#include "tests/support/catch.h"

#include <QDir>
#include <QFile>

#include <algorithm>
#include <cmath>

namespace vscan::testing {

using namespace Qt::StringLiterals;
using namespace station::scanner::testing;

Device::Device(const QString &ini)
{
    REQUIRE(QDir().mkpath(path(u"feeder"_s)));
    setIni(ini);
}

QString Device::path(const QString &name) const
{
    return m_dir.path() + u"/adf1/"_s + name;
}

DeviceFolder Device::folder() const
{
    return DeviceFolder(QFile::encodeName(m_dir.path() + u"/adf1"_s).toStdString());
}

void Device::setIni(const QString &ini) const
{
    writeText(path(u"device.ini"_s), ini);
}

void Device::load(int first, int last) const
{
    for (int page = first; page <= last; ++page)
        writePng(path(u"feeder/%1.png"_s.arg(page)), pagePixels(page), pageWidth, pageHeight,
                 pageDpi);
}

void Device::layOnGlass(int page) const
{
    writePng(path(u"flatbed.png"_s), pagePixels(page), pageWidth, pageHeight, pageDpi);
}

void Device::mark(const QString &marker) const
{
    writeText(path(marker), {});
}

void Device::unmark(const QString &marker) const
{
    REQUIRE(QFile::remove(path(marker)));
}

bool Device::has(const QString &marker) const
{
    return QFile::exists(path(marker));
}

qsizetype Device::sheetsIn(const QString &tray) const
{
    return filesIn(path(tray), u"*.png"_s).size();
}

Opened::Opened(const Device &device)
{
    SANE_Status status = SANE_STATUS_GOOD;
    m_session = Session::open(device.folder(), status);
    REQUIRE(status == SANE_STATUS_GOOD);
    REQUIRE(m_session);
    for (SANE_Int index = 0; const auto *about = m_session->descriptor(index); ++index) {
        if (about->type != SANE_TYPE_GROUP)
            m_indices.emplace(about->name, index);
    }
}

const SANE_Option_Descriptor &Opened::about(const char *name)
{
    CAPTURE(name);
    REQUIRE(has(name));
    return *m_session->descriptor(m_indices.at(name));
}

bool Opened::isActive(const char *name)
{
    return SANE_OPTION_IS_ACTIVE(about(name).cap);
}

std::vector<std::string> Opened::words(const char *name)
{
    std::vector<std::string> list;
    REQUIRE(about(name).constraint_type == SANE_CONSTRAINT_STRING_LIST);
    for (const auto *word = about(name).constraint.string_list; *word; ++word)
        list.emplace_back(*word);
    return list;
}

double Opened::most(const char *name)
{
    const auto &option = about(name);
    REQUIRE(option.constraint_type == SANE_CONSTRAINT_RANGE);
    const SANE_Word most = option.constraint.range->max;
    return option.type == SANE_TYPE_FIXED ? SANE_UNFIX(most) : most;
}

SANE_Status Opened::control(const char *name, SANE_Action action, void *value)
{
    return m_session->control(m_indices.at(name), action, value, nullptr);
}

std::string Opened::word(const char *name)
{
    std::string value(static_cast<std::size_t>(about(name).size), '\0');
    REQUIRE(control(name, SANE_ACTION_GET_VALUE, value.data()) == SANE_STATUS_GOOD);
    return value.c_str();
}

double Opened::number(const char *name)
{
    SANE_Word value = 0;
    CAPTURE(name);
    REQUIRE(control(name, SANE_ACTION_GET_VALUE, &value) == SANE_STATUS_GOOD);
    return about(name).type == SANE_TYPE_FIXED ? SANE_UNFIX(value) : value;
}

SANE_Status Opened::choose(const char *name, const char *word, SANE_Int *info)
{
    std::string value(word);
    return m_session->control(m_indices.at(name), SANE_ACTION_SET_VALUE, value.data(), info);
}

SANE_Status Opened::set(const char *name, double value, SANE_Int *info, double *got)
{
    const bool isFixed = about(name).type == SANE_TYPE_FIXED;
    SANE_Word word = isFixed ? SANE_FIX(value) : static_cast<SANE_Word>(value);
    const auto status = m_session->control(m_indices.at(name), SANE_ACTION_SET_VALUE, &word, info);
    if (got)
        *got = isFixed ? SANE_UNFIX(word) : word;
    return status;
}

double Opened::lengthOf(const char *name, double mm)
{
    return about(name).unit == SANE_UNIT_PIXEL ? std::round(mm * pageDpi / 25.4) : mm;
}

void Opened::chooseSmallPage()
{
    const char *resolution = has("resolution") ? "resolution" : "scan-resolution";
    REQUIRE(set(resolution, pageDpi) == SANE_STATUS_GOOD);
    if (has("page-width") && isActive("page-width")) {
        REQUIRE(set("page-width", pageWidthMm) == SANE_STATUS_GOOD);
        REQUIRE(set("page-height", pageHeightMm) == SANE_STATUS_GOOD);
    }
    REQUIRE(set("br-x", lengthOf("br-x", pageWidthMm)) == SANE_STATUS_GOOD);
    REQUIRE(set("br-y", lengthOf("br-y", pageHeightMm)) == SANE_STATUS_GOOD);
}

SANE_Parameters Opened::parameters()
{
    SANE_Parameters parameters{};
    REQUIRE(m_session->parameters(parameters) == SANE_STATUS_GOOD);
    return parameters;
}

Read Opened::read(SANE_Int chunk)
{
    Read result;
    std::string buffer(static_cast<std::size_t>(chunk), '\0');
    for (;;) {
        SANE_Int length = -1;
        result.status =
            m_session->read(reinterpret_cast<SANE_Byte *>(buffer.data()), chunk, length);
        result.longest = std::max(result.longest, length);
        result.bytes.append(buffer, 0, static_cast<std::size_t>(length));
        if (result.status != SANE_STATUS_GOOD)
            return result;
        REQUIRE(length > 0);
    }
}

std::string Opened::frame()
{
    REQUIRE(m_session->start() == SANE_STATUS_GOOD);
    auto result = read();
    REQUIRE(result.status == SANE_STATUS_EOF);
    return std::move(result.bytes);
}

std::vector<int> Opened::pages(SANE_Status *end)
{
    std::vector<int> numbers;
    for (;;) {
        const auto status = m_session->start();
        if (end)
            *end = status;
        if (status != SANE_STATUS_GOOD)
            return numbers;
        const auto side = read();
        CHECK(side.status == SANE_STATUS_EOF);
        numbers.push_back(pageIn(side.bytes));
        REQUIRE(numbers.size() < 20);
    }
}

SANE_Status statusOfOpen(const Device &device)
{
    SANE_Status status = SANE_STATUS_GOOD;
    const auto session = Session::open(device.folder(), status);
    CHECK((session != nullptr) == (status == SANE_STATUS_GOOD));
    return status;
}

std::string pageBytes(int page)
{
    return pagePixels(page).toStdString();
}

int pageIn(const std::string &bytes)
{
    if (!bytes.empty() && bytes.find_first_not_of('\xff') == std::string::npos)
        return 0;
    for (int page = 1; page < 10; ++page) {
        if (bytes == pageBytes(page) || bytes == grayOf(pagePixels(page)).toStdString())
            return page;
    }
    return -1;
}

}  // namespace vscan::testing
