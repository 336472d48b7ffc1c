#pragma once

#include <QProcess>
#include <QString>
#include <QStringList>
#include <QTemporaryDir>

namespace station::gui::test {

/// A real CUPS of the test's own, with one printer, which is the default. No root is needed. It
/// stands in the environment while it lives, so there is one at a time.
class PrintingSystem {
public:
    /// Its printer keeps what it gets, or takes it and never ends.
    enum class Printer { Keeps, Hangs };

    explicit PrintingSystem(Printer printer);
    ~PrintingSystem();

    void freeze();  ///< It does not answer any more; until the end of its life.
    /// What came out of the printer: PDF files, each named after its job's title.
    QStringList printed() const;
    bool isAtWork() const;  ///< The printer that hangs has a job.

private:
    QString path(const QString &name) const { return m_folder.filePath(name); }
    void writeFile(const QString &name, const QByteArray &text) const;
    void makePrinter(const QByteArray &kind, const QByteArray &script) const;

    QTemporaryDir m_folder{};
    QProcess m_cups{};
    bool m_isFrozen = false;
};

}  // namespace station::gui::test
