#pragma once

#include "scanner/vscan/session.h"

#include <QString>
#include <QTemporaryDir>

#include <map>
#include <memory>
#include <string>
#include <vector>

namespace vscan::testing {

/// A virtual scanner's folder below a root of its own, and the world around it.
class Device {
public:
    explicit Device(const QString &ini);

    QString root() const { return m_dir.path(); }
    QString path(const QString &name) const;
    DeviceFolder folder() const;

    void setIni(const QString &ini) const;
    void load(int first, int last) const;  ///< Small pages, as in the scanner's tests.
    void layOnGlass(int page) const;
    void mark(const QString &marker) const;
    void unmark(const QString &marker) const;
    bool has(const QString &marker) const;
    qsizetype sheetsIn(const QString &tray) const;

private:
    QTemporaryDir m_dir;
};

struct Read {
    SANE_Status status = SANE_STATUS_GOOD;  ///< That ended the frame.
    std::string bytes{};
    SANE_Int longest = 0;  ///< Of one call.
};

/// The device, opened, and used by the names of its options.
class Opened {
public:
    explicit Opened(const Device &device);

    Session &session() { return *m_session; }
    void close() { m_session.reset(); }

    bool has(const char *name) const { return m_indices.contains(name); }
    const SANE_Option_Descriptor &about(const char *name);
    bool isActive(const char *name);
    std::vector<std::string> words(const char *name);
    double most(const char *name);  ///< Of its range.

    std::string word(const char *name);
    double number(const char *name);
    SANE_Status choose(const char *name, const char *word, SANE_Int *info = nullptr);
    /// In the option's own unit; `got` is what the device has made of it.
    SANE_Status set(const char *name, double value, SANE_Int *info = nullptr,
                    double *got = nullptr);
    SANE_Status control(const char *name, SANE_Action action, void *value);

    /// 75 dpi and the size of a small page.
    void chooseSmallPage();

    SANE_Parameters parameters();
    Read read(SANE_Int chunk = 65536);
    /// Starts and reads; REQUIREs a whole frame.
    std::string frame();
    /// The numbers of the pages until a start fails, with that start's status.
    std::vector<int> pages(SANE_Status *end = nullptr);

private:
    double lengthOf(const char *name, double mm);

    std::unique_ptr<Session> m_session;
    std::map<std::string, SANE_Int> m_indices;
};

SANE_Status statusOfOpen(const Device &device);

/// Which small page that is, in colour or gray; 0: blank, -1: none.
int pageIn(const std::string &bytes);
std::string pageBytes(int page);

}  // namespace vscan::testing
