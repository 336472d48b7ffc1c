#pragma once

#include "app/gui/counter/counter_desk.h"

#include <QStringList>

#include <mutex>

namespace station::gui::test {

/// A training tray in memory; tells what was done with it.
class ScriptedTray final : public TrainingTray {
public:
    explicit ScriptedTray(std::vector<ChecklistPaper> papers) : m_papers(std::move(papers)) {}

    QStringList deeds() const;

    std::vector<ChecklistPaper> papers() override { return m_papers; }
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
    Expected<> done(const QString &deed);

    mutable std::mutex m_mutex{};
    std::vector<ChecklistPaper> m_papers;
    QStringList m_deeds{};
    int m_sheets = 0;
    bool m_coverOpen = false;
    bool m_jammed = false;
    bool m_plugged = true;
};

}  // namespace station::gui::test
