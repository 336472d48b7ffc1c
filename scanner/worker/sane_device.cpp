#include "scanner/worker/sane_device.h"

#include "scanner/worker/sane_status.h"

#include <QThread>

#include <algorithm>
#include <cmath>
#include <cstring>
#include <utility>

namespace station::scanner {
namespace {

OptionType typeOf(const SANE_Option_Descriptor &about)
{
    const bool isList = about.size > static_cast<SANE_Int>(sizeof(SANE_Word));
    switch (about.type) {
    case SANE_TYPE_BOOL:
        return OptionType::Bool;
    case SANE_TYPE_INT:
    case SANE_TYPE_FIXED:
        return isList ? OptionType::Other : OptionType::Number;
    case SANE_TYPE_STRING:
        return OptionType::Text;
    default:
        return OptionType::Other;
    }
}

OptionUnit unitOf(SANE_Unit unit)
{
    switch (unit) {
    case SANE_UNIT_PIXEL:
        return OptionUnit::Pixel;
    case SANE_UNIT_BIT:
        return OptionUnit::Bit;
    case SANE_UNIT_MM:
        return OptionUnit::Millimetre;
    case SANE_UNIT_DPI:
        return OptionUnit::Dpi;
    case SANE_UNIT_PERCENT:
        return OptionUnit::Percent;
    case SANE_UNIT_MICROSECOND:
        return OptionUnit::Microsecond;
    default:
        return OptionUnit::None;
    }
}

double numberOf(const SANE_Option_Descriptor &about, SANE_Word word)
{
    return about.type == SANE_TYPE_FIXED ? SANE_UNFIX(word) : word;
}

SANE_Word wordOf(const SANE_Option_Descriptor &about, double number)
{
    return static_cast<SANE_Word>(std::lround(
        about.type == SANE_TYPE_FIXED ? number * (1 << SANE_FIXED_SCALE_SHIFT) : number));
}

Option optionOf(const SANE_Option_Descriptor &about)
{
    Option option;
    option.name = QString::fromUtf8(about.name);
    option.type = typeOf(about);
    option.unit = unitOf(about.unit);
    option.active = SANE_OPTION_IS_ACTIVE(about.cap);
    option.settable = SANE_OPTION_IS_SETTABLE(about.cap);
    if (about.constraint_type == SANE_CONSTRAINT_STRING_LIST) {
        for (const auto *word = about.constraint.string_list; *word; ++word)
            option.words.append(QString::fromUtf8(*word));
    } else if (about.constraint_type == SANE_CONSTRAINT_WORD_LIST) {
        const SANE_Word *list = about.constraint.word_list;
        for (SANE_Word i = 1; i <= list[0]; ++i)
            option.numbers.push_back(numberOf(about, list[i]));
    } else if (about.constraint_type == SANE_CONSTRAINT_RANGE) {
        option.minimum = numberOf(about, about.constraint.range->min);
        option.maximum = numberOf(about, about.constraint.range->max);
        option.step = numberOf(about, about.constraint.range->quant);
    }
    return option;
}

/// The memory that sane_control_option reads the value from.
std::vector<SANE_Byte> bytesOf(const SANE_Option_Descriptor &about, const OptionValue &value)
{
    std::vector<SANE_Byte> bytes(static_cast<std::size_t>(about.size) + 1);
    if (const auto *text = std::get_if<QString>(&value)) {
        const QByteArray utf8 = text->toUtf8();
        std::copy_n(utf8.begin(), std::min<qsizetype>(utf8.size(), about.size - 1), bytes.begin());
        return bytes;
    }
    const auto *flag = std::get_if<bool>(&value);
    const SANE_Word word = flag ? *flag : wordOf(about, std::get<double>(value));
    std::memcpy(bytes.data(), &word, sizeof word);
    return bytes;
}

bool fits(const Option &option, const OptionValue &value)
{
    switch (option.type) {
    case OptionType::Bool:
        return std::holds_alternative<bool>(value);
    case OptionType::Number:
        return std::holds_alternative<double>(value);
    case OptionType::Text:
        return std::holds_alternative<QString>(value);
    case OptionType::Other:
        return false;
    }
    return false;
}

}  // namespace

Expected<SaneDevice> SaneDevice::open(const QString &name)
{
    SaneDevice device(name, nullptr);
    const auto opened = device.reopen();
    return opened ? Expected<SaneDevice>(std::move(device)) : fail(opened.error());
}

Expected<> SaneDevice::reopen()
{
    if (m_handle)  // sane_close(nullptr) crashes
        sane_close(std::exchange(m_handle, nullptr));
    const QByteArray name = m_name.toUtf8();
    SANE_Status status = sane_open(name.constData(), &m_handle);
    // Another program may be just about to let go of it.
    for (unsigned long pauseMs = 200; status == SANE_STATUS_DEVICE_BUSY && pauseMs <= 800;
         pauseMs *= 2) {
        QThread::msleep(pauseMs);
        status = sane_open(name.constData(), &m_handle);
    }
    if (status != SANE_STATUS_GOOD) {
        m_handle = nullptr;
        return fail(openError(status));
    }
    readOptions();
    return {};
}

SaneDevice::SaneDevice(QString name, SANE_Handle handle) : m_name(std::move(name)), m_handle(handle)
{
}

SaneDevice::~SaneDevice()
{
    if (m_handle)  // sane_close(nullptr) crashes
        sane_close(m_handle);
}

SaneDevice::SaneDevice(SaneDevice &&other) noexcept
    : m_name(std::move(other.m_name)), m_handle(std::exchange(other.m_handle, nullptr)),
      m_options(std::move(other.m_options)), m_indices(std::move(other.m_indices)),
      m_reloads(other.m_reloads)
{
}

SaneDevice &SaneDevice::operator=(SaneDevice &&other) noexcept
{
    std::swap(m_name, other.m_name);
    std::swap(m_handle, other.m_handle);
    std::swap(m_options, other.m_options);
    std::swap(m_indices, other.m_indices);
    std::swap(m_reloads, other.m_reloads);
    return *this;
}

void SaneDevice::readOptions()
{
    m_options.clear();
    m_indices.clear();
    SANE_Word count = 0;
    (void)sane_get_option_descriptor(m_handle, 0);
    if (sane_control_option(m_handle, 0, SANE_ACTION_GET_VALUE, &count, nullptr) !=
        SANE_STATUS_GOOD)
        return;
    // All descriptors first: some backends refuse any value until each was fetched.
    for (SANE_Int index = 1; index < count; ++index) {
        const auto *about = sane_get_option_descriptor(m_handle, index);
        if (!about || !about->name || about->type == SANE_TYPE_GROUP)
            continue;
        m_options.push_back(optionOf(*about));
        m_indices.push_back(index);
    }
    for (std::size_t i = 0; i < m_options.size(); ++i)
        m_options[i].value = readValue(m_indices[i]);
}

OptionValue SaneDevice::readValue(SANE_Int index) const
{
    const auto *about = sane_get_option_descriptor(m_handle, index);
    if (!about || !SANE_OPTION_IS_ACTIVE(about->cap) || !(about->cap & SANE_CAP_SOFT_DETECT) ||
        typeOf(*about) == OptionType::Other)
        return {};
    std::vector<SANE_Byte> bytes(static_cast<std::size_t>(about->size) + sizeof(SANE_Word));
    if (sane_control_option(m_handle, index, SANE_ACTION_GET_VALUE, bytes.data(), nullptr) !=
        SANE_STATUS_GOOD)
        return {};
    if (about->type == SANE_TYPE_STRING)
        return QString::fromUtf8(reinterpret_cast<const char *>(bytes.data()));
    SANE_Word word = 0;
    std::memcpy(&word, bytes.data(), sizeof word);
    if (about->type == SANE_TYPE_BOOL)
        return word == SANE_TRUE;
    return numberOf(*about, word);
}

SaneDevice::SetResult SaneDevice::set(const Setting &setting)
{
    const auto *option = findOption(m_options, setting.option);
    if (!option || !option->canBeSet() || isSame(option->value, setting.value))
        return {.needless = true};
    if (!fits(*option, setting.value))
        return {.status = SANE_STATUS_INVAL};
    const auto place = static_cast<std::size_t>(option - m_options.data());
    const SANE_Int index = m_indices[place];
    const auto *about = sane_get_option_descriptor(m_handle, index);
    auto bytes = bytesOf(*about, setting.value);
    SetResult result;
    result.status =
        sane_control_option(m_handle, index, SANE_ACTION_SET_VALUE, bytes.data(), &result.info);
    if (result.status != SANE_STATUS_GOOD)
        return result;
    if (result.info & SANE_INFO_RELOAD_OPTIONS) {
        ++m_reloads;
        readOptions();
    } else {
        m_options[place].value = readValue(index);  // the device may have rounded it
    }
    return result;
}

std::optional<bool> SaneDevice::sensor(const QString &name)
{
    const auto *option = findOption(m_options, name);
    if (!option || option->settable)
        return {};
    const auto value = readValue(m_indices[static_cast<std::size_t>(option - m_options.data())]);
    if (const auto *number = std::get_if<double>(&value))
        return *number != 0;
    const auto *flag = std::get_if<bool>(&value);
    return flag ? std::optional(*flag) : std::nullopt;
}

SANE_Status SaneDevice::parameters(SANE_Parameters &parameters)
{
    return sane_get_parameters(m_handle, &parameters);
}

SANE_Status SaneDevice::read(SANE_Byte *data, SANE_Int most, SANE_Int &length)
{
    length = 0;
    return sane_read(m_handle, data, most, &length);
}

}  // namespace station::scanner
