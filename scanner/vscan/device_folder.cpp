#include "scanner/vscan/device_folder.h"

#include <algorithm>
#include <fstream>
#include <sstream>

namespace fs = std::filesystem;

namespace vscan {
namespace {

constexpr const char *iniName = "device.ini";

bool isImage(const fs::path &file)
{
    const auto extension = file.extension();
    return file.filename().native().front() != '.' &&
           (extension == ".png" || extension == ".jpg" || extension == ".jpeg");
}

std::vector<fs::path> imagesIn(const fs::path &folder)
{
    std::vector<fs::path> images;
    std::error_code ignored;
    for (const auto &entry : fs::directory_iterator(folder, ignored)) {
        if (isImage(entry.path()))
            images.push_back(entry.path());
    }
    std::sort(images.begin(), images.end());
    return images;
}

bool stemEndsWith(const fs::path &file, const std::string &ending)
{
    const auto stem = file.stem().native();
    return stem.size() > ending.size() && stem.ends_with(ending);
}

bool areOneSheet(const fs::path &front, const fs::path &back)
{
    const auto name = front.stem().native();
    return stemEndsWith(front, "-front") &&
           back.stem().native() == name.substr(0, name.size() - 5) + "back";
}

/// Into output/, beside a sheet of the same name that was fed before.
fs::path movedTo(const fs::path &folder, const fs::path &file)
{
    std::error_code error;
    fs::create_directories(folder, error);
    fs::path target = folder / file.filename();
    for (int copy = 2; fs::exists(target, error); ++copy)
        target = folder /
                 (file.stem().native() + "~" + std::to_string(copy) + file.extension().native());
    fs::rename(file, target, error);
    return error ? file : target;
}

}  // namespace

bool DeviceFolder::isDevice() const
{
    return has(iniName);
}

DeviceSettings DeviceFolder::settings() const
{
    std::ifstream file(m_path / iniName);
    return parseSettings(file);
}

bool DeviceFolder::has(const char *marker) const
{
    std::error_code ignored;
    return fs::exists(m_path / marker, ignored);
}

void DeviceFolder::set(const char *marker) const
{
    std::ofstream(m_path / marker).flush();
}

void DeviceFolder::remove(const char *marker) const
{
    std::error_code ignored;
    fs::remove(m_path / marker, ignored);
}

bool DeviceFolder::isUnplugged() const
{
    const bool unplugged = has("unplugged");
    if (unplugged && !has(wasUnplugged))
        set(wasUnplugged);
    return unplugged;
}

void DeviceFolder::unplug() const
{
    set("unplugged");
    set(wasUnplugged);
}

SANE_Status DeviceFolder::feederStatus() const
{
    if (has("cover-open"))
        return SANE_STATUS_COVER_OPEN;
    return has("jammed") || has("double-feed") ? SANE_STATUS_JAMMED : SANE_STATUS_GOOD;
}

bool DeviceFolder::paperLoaded() const
{
    return !imagesIn(m_path / "feeder").empty();
}

std::optional<Sheet> DeviceFolder::feed(bool bothSides) const
{
    const auto images = imagesIn(m_path / "feeder");
    if (images.empty())
        return {};
    // In name order a back comes before its front.
    auto front = images[0];
    std::optional<fs::path> back;
    if (images.size() > 1 && areOneSheet(images[1], images[0])) {
        front = images[1];
        back = images[0];
    } else if (bothSides && images.size() > 1 && !stemEndsWith(front, "-front")) {
        back = images[1];
    }
    Sheet sheet{movedTo(m_path / "output", front), {}};
    if (back)
        sheet.back = movedTo(m_path / "output", *back);
    return sheet;
}

std::optional<fs::path> DeviceFolder::onGlass() const
{
    for (const char *name : {"flatbed.png", "flatbed.jpg"}) {
        if (has(name))
            return m_path / name;
    }
    return {};
}

void DeviceFolder::markFired(const FaultLine &fault) const
{
    std::ifstream file(m_path / iniName);
    std::ostringstream changed;
    bool found = false;
    for (std::string line; std::getline(file, line);) {
        const auto [key, value] = keyAndValue(line);
        const bool fired = !found && key == "fault" && value == fault.text;
        found = found || fired;
        changed << (fired ? "# fired: " : "") << line << '\n';
    }
    const fs::path temporary = m_path / ".device.ini";
    std::ofstream(temporary) << changed.str();
    std::error_code ignored;
    fs::rename(temporary, m_path / iniName, ignored);
}

}  // namespace vscan
