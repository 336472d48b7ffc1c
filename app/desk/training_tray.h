#pragma once

#include "app/compose/station.h"
#include "app/gui/counter/counter_desk.h"

#include <QString>

namespace station::desk {

/// The hands of a trainee at the virtual scanner: its paper and its troubles are
/// files in its folder (scanner/vscan/README.md). Any thread.
class VirtualScannerTray final : public gui::TrainingTray {
public:
    explicit VirtualScannerTray(compose::Station &station);

    std::vector<gui::ChecklistPaper> papers() override;
    int sheetsInFeeder() override;
    Expected<> feed(const QString &component) override;
    Expected<> feedSeparator(const QString &component) override;
    Expected<> empty() override;
    bool isCoverOpen() override;
    Expected<> setCover(Cover cover) override;
    Expected<> jamNextSheet() override;
    Expected<> doubleFeedNext() override;
    Expected<> hangNext() override;
    bool isJammed() override;
    Expected<> putBack(int sheets) override;
    bool isPlugged() override;
    Expected<> setPlugged(bool plugged) override;
    Expected<> pressButton() override;

private:
    QString folder() const;
    bool has(const QString &marker) const;
    Expected<> setMarker(const QString &marker, bool set);
    Expected<> addFault(const QString &fault);

    compose::Station &m_station;
};

}  // namespace station::desk
