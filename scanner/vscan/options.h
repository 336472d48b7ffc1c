#pragma once

#include "scanner/vscan/settings.h"

#include <sane/sane.h>

#include <deque>
#include <functional>
#include <string>
#include <vector>

namespace vscan {

/// Reads a sensor of the device, when an option asks for it.
using SensorReader = std::function<bool(Role)>;

/// The SANE options of a device: their descriptors and values, named by its
/// dialect. Ranges and INACTIVE flags change in place with the source, as they do
/// in real backends.
class Options {
public:
    explicit Options(const DeviceSettings &settings);
    Options(const Options &) = delete;  // descriptors point into this object
    Options &operator=(const Options &) = delete;

    /// Not const: with `strict` an option must have been fetched before its use.
    const SANE_Option_Descriptor *descriptor(SANE_Int option);
    SANE_Status get(SANE_Int option, void *value, const SensorReader &sensor) const;
    /// `info` becomes the SANE_INFO bits; `value` what the device has made of it.
    SANE_Status set(SANE_Int option, void *value, SANE_Int &info);

    Source source() const;  ///< Including what a duplex switch says.
    Mode mode() const;
    /// Bits a sample; `usual` unless an option says otherwise.
    int depth(int usual) const;
    int dpi() const;
    Area area() const;
    /// The width of the paper on which the device centres; 0: it does not.
    double centredWidthMm() const;
    bool oneSheetOnly() const;  ///< A batch ends behind the first sheet.
    bool deskews() const;

private:
    struct Entry {
        OptionRow row{};
        SANE_Option_Descriptor descriptor{};
        std::vector<const char *> words{};
        std::vector<SANE_Word> numbers{};  // SANE's list: its length first
        SANE_Range range{};
        SANE_Word number = 0;
        std::string word{};
        double mm = 0;  // of lengths, from which `number` follows
        bool fetched = false;
    };

    bool isPresent(const OptionRow &row, const DeviceSettings &settings) const;
    void add(const OptionRow &row, const DeviceSettings &settings);
    void describeResolution(Entry &entry);
    void describeWords(Entry &entry, const DeviceSettings &settings);
    void refresh();
    const Entry *find(Role role) const;
    const Entry *at(SANE_Int option) const;
    double limitMm(Role role) const;
    SANE_Word lengthWord(double mm) const;
    double lengthMm(SANE_Word word) const;
    double activeMm(Role role, double otherwise) const;
    SANE_Word allowed(const Entry &entry, SANE_Word wanted) const;
    SANE_Int setNumber(Entry &entry, SANE_Word &value);
    SANE_Int reloads(Role role) const;

    const OptionTraits m_traits;
    const Dialect &m_dialect;
    const Kind m_kind;
    std::string m_serial;
    std::deque<Entry> m_entries;  // its elements stay where they are
};

}  // namespace vscan
