#pragma once

#include "app/compose/station.h"
#include "app/gui/counter/counter_desk.h"

#include <memory>
#include <mutex>

namespace station::desk {

/// The counter window's use cases over a real station. Keeps a token unlocked
/// between two batches; any error of the token locks it again.
class StationDesk final : public gui::CounterDesk {
public:
    explicit StationDesk(compose::Station &station);

    Expected<std::vector<gui::ProcedureChoice>> procedures() override;
    Expected<std::vector<gui::DossierSummary>> unfinished() override;
    Expected<QString> scanner() override;

    Expected<gui::DossierView> openDossier(const QString &codeOrUuid) override;
    Expected<gui::DossierView> newDossier(const gui::NewDossier &wanted) override;
    Expected<dossier::Owner> ownerFromCard(const QString &qrText) override;

    Expected<gui::DossierView> decide(const QString &uuid, const QString &component,
                                      std::optional<dossier::Decision> decision) override;
    Expected<std::vector<gui::ReusableCopy>> reusable(const QString &uuid,
                                                      const QString &component) override;
    Expected<gui::DossierView> reuse(const QString &uuid, const QString &component,
                                     const QString &code) override;

    Expected<gui::DossierView> scan(const QString &uuid, const QString &component,
                                    workflow::PaperSource source, const OnSide &onSide,
                                    std::stop_token stop) override;
    Expected<gui::DossierView> setBlank(const QString &uuid, const QString &side,
                                        bool blank) override;
    Expected<QString> sidePicture(const QString &uuid, const QString &side) override;

    Expected<bool> pinNeeded() override;
    Expected<gui::DossierView> sign(const QString &uuid, Secret pin,
                                    const OnProgress &progress) override;

    Expected<std::vector<gui::FieldSlot>> proposals(const QString &uuid,
                                                    const QString &component) override;
    Expected<QString> proposedCode(const QString &uuid, const QString &component,
                                   const std::vector<gui::FieldValue> &values) override;
    Expected<gui::DossierView> confirm(const QString &uuid, const QString &component,
                                       const std::vector<gui::FieldValue> &values) override;

    Expected<gui::DossierView> handOver(const QString &uuid) override;

private:
    Expected<gui::DossierView> view(const dossier::Dossier &dossier);
    Expected<> layTrainingPaper(const QString &component, workflow::ScanRequest &request);

    compose::Station &m_station;
    std::mutex m_tokenMutex;
    std::unique_ptr<signing::TokenSession> m_token;  // null: locked
};

}  // namespace station::desk
