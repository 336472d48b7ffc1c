#pragma once

#include "core/base/expected.h"
#include "scanner/client/scanner_environment.h"

#include <QString>

namespace station::scanner {

/// A scanner at a fixed address, as an office's settings name it.
struct NetworkScanner {
    enum class Kind {
        Escl,  ///< Speaks eSCL itself ("driverless"); `address` is its URL.
        Saned  ///< Hangs on another machine; `address` is that host.
    };
    Kind kind = Kind::Escl;
    QString address{};  ///< http://10.0.0.7:8080/eSCL or 10.0.0.7
    QString name{};     ///< eSCL: any name, or none. saned: the device's SANE name over there.
};

/// Writes a private SANE configuration into `dir` that knows this scanner alone:
/// nothing is searched for, so opening is quick and cannot find another one. It
/// binds by name only. InvalidInput with subject "address" or "name" when they
/// cannot stand in such a file; else a storage fault.
Expected<ScannerEnvironment> networkScanner(const QString &dir, const NetworkScanner &scanner);

}  // namespace station::scanner
