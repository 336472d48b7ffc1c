#pragma once

#include "app/gui/counter/counter_window.h"

#include <QSize>
#include <QString>

#include <functional>
#include <vector>

namespace station::gui::test {

/// Who goes through the scenes: each is shown once it stands still.
struct Visit {
    std::function<void(const QString &name, CounterWindow &window)> scene{};
    int settleMs = 120;  ///< After each step.
};

/// Every screen and trouble card of the window with sample data, by theme. For pictures and for
/// whatever has to hold on all of them. In the language and palette that are set.
struct Chapter {
    QString name{};
    std::function<void(const Visit &visit, QSize size)> play{};
};

const std::vector<Chapter> &chapters();

}  // namespace station::gui::test
