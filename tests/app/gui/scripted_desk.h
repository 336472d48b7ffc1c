#pragma once

#include "app/gui/counter/counter_desk.h"
#include "tests/app/gui/training_page.h"

#include <QSemaphore>
#include <QTemporaryDir>

#include <atomic>
#include <deque>
#include <mutex>

namespace station::gui::test {

/// What lies in the feeder: one entry a side.
struct FeederSide {
    enum class Content { Certificate, Form, Blank } content = Content::Certificate;
    dossier::Face face = dossier::Face::Front;
};

/// The counter's use cases in memory, for tests of the window alone. Keeps the
/// order of the law by the types of core/dossier; pictures are real files.
class ScriptedDesk final : public CounterDesk {
public:
    static inline const QString dossierCode = QStringLiteral("H56.16-261125-0042");
    static inline const QByteArray rightPin = QByteArrayLiteral("86420135");

    ScriptedDesk();

    // The script.
    std::deque<std::vector<FeederSide>> feeder{};  ///< One pile a scan.
    std::optional<Error> scanEndsWith{};           ///< After the pile is through.
    std::optional<Error> handOverEndsWith{};
    int reusableCopies = 1;
    QSemaphore *holdScan = nullptr;  ///< A side is taken from the feeder for each permit.

    // What happened.
    DossierView view() const;
    int signCalls() const { return m_signCalls; }
    int pinsGiven() const { return m_pinsGiven; }
    std::vector<FieldValue> confirmedValues(const QString &component) const;
    bool handedOver() const { return m_handedOver; }
    NewDossier created() const { return m_created; }
    const TrainingPage &certificate() const { return m_certificate; }

    Expected<std::vector<ProcedureChoice>> procedures() override;
    Expected<std::vector<DossierSummary>> unfinished() override;
    Expected<QString> scanner() override;
    Expected<DossierView> openDossier(const QString &codeOrUuid) override;
    Expected<DossierView> newDossier(const NewDossier &wanted) override;
    Expected<dossier::Owner> ownerFromCard(const QString &qrText) override;
    Expected<DossierView> decide(const QString &uuid, const QString &component,
                                 std::optional<dossier::Decision> decision) override;
    Expected<std::vector<ReusableCopy>> reusable(const QString &uuid,
                                                 const QString &component) override;
    Expected<DossierView> reuse(const QString &uuid, const QString &component,
                                const QString &code) override;
    Expected<DossierView> scan(const QString &uuid, const QString &component,
                               workflow::PaperSource source, const OnSide &onSide,
                               std::stop_token stop) override;
    Expected<DossierView> setBlank(const QString &uuid, const QString &side, bool blank) override;
    Expected<QString> sidePicture(const QString &uuid, const QString &side) override;
    Expected<bool> pinNeeded() override;
    Expected<DossierView> sign(const QString &uuid, Secret pin,
                               const OnProgress &progress) override;
    Expected<std::vector<FieldSlot>> proposals(const QString &uuid,
                                               const QString &component) override;
    Expected<QString> proposedCode(const QString &uuid, const QString &component,
                                   const std::vector<FieldValue> &values) override;
    Expected<DossierView> confirm(const QString &uuid, const QString &component,
                                  const std::vector<FieldValue> &values) override;
    Expected<DossierView> handOver(const QString &uuid) override;

private:
    dossier::PaperState &state(const QString &component);

    mutable std::mutex m_mutex{};
    QTemporaryDir m_folder{};
    TrainingPage m_certificate{};
    DossierView m_view;
    std::map<QString, QString> m_pictures{};  ///< Side to file.
    std::map<QString, std::vector<FieldValue>> m_confirmed{};
    NewDossier m_created{};
    std::atomic<int> m_signCalls = 0;
    std::atomic<int> m_pinsGiven = 0;
    std::atomic<bool> m_unlocked = false;
    std::atomic<bool> m_handedOver = false;
};

}  // namespace station::gui::test
