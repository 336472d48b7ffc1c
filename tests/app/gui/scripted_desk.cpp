#include "tests/app/gui/scripted_desk.h"

#include "app/gui/counter/next_step.h"
#include "app/gui/counter/paper_changes.h"
#include "core/base/uuid7.h"
#include "core/codes/procedure_code.h"

#include <QDateTime>
#include <QTimeZone>

using namespace Qt::StringLiterals;

namespace station::gui::test {
namespace {

using dossier::Decision;

ChecklistPaper paper(const QString &code, const QString &name, Decision advised,
                     bool required = true)
{
    return {{code, dossier::OpenSlot{}}, name, required, advised, {}};
}

qint64 morning()
{
    return QDateTime(QDate(2026, 11, 25), QTime(8, 12), QTimeZone("Asia/Ho_Chi_Minh"))
        .toMSecsSinceEpoch();
}

DossierView sampleDossier()
{
    dossier::Dossier dossier{
        .uuid = newUuid7(),
        .code = codes::DossierCode::parse(ScriptedDesk::dossierCode).value(),
        .procedure = codes::ProcedureCode::parse(u"1.002809"_s).value(),
        .owner = {dossier::Owner::Kind::Citizen, Pii<QString>(u"056191004823"_s),
                  Pii<QString>(u"Nguyễn Thị Hồng Nhưỡng"_s)},
        .receivedAtMs = morning(),
    };
    return {
        std::move(dossier),
        u"Đổi giấy phép lái xe do ngành Giao thông vận tải cấp"_s,
        {paper(u"GT01"_s, u"Đơn đề nghị đổi giấy phép lái xe"_s, Decision::Digitize),
         paper(u"GT02"_s, u"Giấy khám sức khỏe của người lái xe do cơ sở y tế có thẩm quyền cấp"_s,
               Decision::Digitize),
         paper(u"GT03"_s, u"Giấy phép lái xe cũ"_s, Decision::Reuse),
         paper(u"GT04"_s, u"Thẻ căn cước"_s, Decision::ShownOnly),
         paper(u"GT05"_s, u"Giấy ủy quyền"_s, Decision::Digitize, false)}};
}

QString resultCode(const QString &component)
{
    return u"056191004823.KQ."_s + component + u".0457-GKSKLX-BVDS.01"_s;
}

}  // namespace

ScriptedDesk::ScriptedDesk(QSemaphore *holdToken)
    : m_certificate(healthCertificate()), m_view(sampleDossier()), m_holdToken(holdToken)
{
    m_certificate.image.save(m_folder.filePath(u"certificate.jpg"_s), nullptr, 88);
    applicationForm().save(m_folder.filePath(u"form.jpg"_s), nullptr, 88);
    backOfSheet().save(m_folder.filePath(u"blank.jpg"_s), nullptr, 88);
    m_original = m_folder.filePath(u"original.jpg"_s);
    onTheGlass(m_certificate.image).save(m_original, nullptr, 88);
    certificates = {{.sha256 = u"c1"_s,
                     .name = u"Phạm Thị Ngọc Ánh"_s,
                     .token = u"VGCA-0412"_s,
                     .endsAtMs = morning() + 400LL * 24 * 3600 * 1000,
                     .shortestPin = 4,
                     .longestPin = 16}};
}

dossier::Component &ScriptedDesk::component(const QString &code)
{
    for (ChecklistPaper &paper : m_view.papers) {
        if (paper.component.code == code)
            return paper.component;
    }
    qFatal("no such component");
}

void ScriptedDesk::setCorrects(const QString &component, bool corrects)
{
    for (ChecklistPaper &paper : m_view.papers) {
        if (paper.component.code == component)
            paper.corrects = corrects;
    }
}

dossier::PaperState &ScriptedDesk::state(const QString &code)
{
    return component(code).state;
}

DossierView ScriptedDesk::view() const
{
    const std::lock_guard lock(m_mutex);
    return shown();
}

DossierView ScriptedDesk::shown() const
{
    DossierView view = m_view;
    view.unseen.clear();
    if (!asksForReview)
        return view;
    for (const ChecklistPaper &paper : view.papers) {
        const auto *captured = std::get_if<dossier::CapturedPaper>(&paper.component.state);
        for (const dossier::Side &side : captured ? captured->sides : dossier::Sides()) {
            const auto seen = m_seen.find(side.id);
            if (side.isPage() && (seen == m_seen.end() || !samePicture(seen->second, side)))
                view.unseen.insert(side.id);
        }
    }
    return view;
}

Expected<DossierView> ScriptedDesk::shown(const Expected<DossierView> &edited) const
{
    if (!edited)
        return edited;
    return shown();
}

std::vector<FieldValue> ScriptedDesk::confirmedValues(const QString &component) const
{
    const std::lock_guard lock(m_mutex);
    const auto found = m_confirmed.find(component);
    return found == m_confirmed.end() ? std::vector<FieldValue>() : found->second;
}

Expected<std::vector<ProcedureChoice>> ScriptedDesk::procedures()
{
    return std::vector<ProcedureChoice>{
        {u"1.002809"_s, u"Đổi giấy phép lái xe do ngành Giao thông vận tải cấp"_s},
        {u"1.002820"_s, u"Cấp lại giấy phép lái xe"_s},
        {u"1.001777"_s, u"Cấp giấy phép đào tạo lái xe ô tô"_s},
        {u"1.000660"_s, u"Công bố đưa bến xe khách vào khai thác"_s},
        {u"2.001219"_s, u"Cấp giấy phép kinh doanh vận tải bằng xe ô tô"_s}};
}

Expected<std::vector<DossierSummary>> ScriptedDesk::unfinished()
{
    if (m_handedOver)
        return std::vector<DossierSummary>();
    return std::vector<DossierSummary>{{view().dossier.uuid, dossierCode, m_view.procedureName,
                                        u"Nguyễn Thị Hồng Nhưỡng"_s, morning(), held()},
                                       {newUuid7(), u"H56.16-261125-0043"_s,
                                        u"Cấp lại giấy phép lái xe"_s, u"Lê Văn Ẩn"_s,
                                        morning() + 1'500'000},
                                       {newUuid7(),
                                        {},
                                        u"Cấp giấy phép kinh doanh vận tải bằng xe ô tô"_s,
                                        u"Công ty TNHH Vận tải Đường Sữa"_s,
                                        morning() + 3'900'000}};
}

Expected<QString> ScriptedDesk::scanner()
{
    ++m_scannerCalls;
    return u"Canon DR-M260"_s;
}

Expected<DossierView> ScriptedDesk::openDossier(const QString &codeOrUuid)
{
    DossierView now = view();
    if (codeOrUuid != dossierCode && codeOrUuid != now.dossier.uuid)
        return fail(Fault::UnknownDossier, {}, codeOrUuid);
    const std::lock_guard lock(m_mutex);
    now.resumed = std::exchange(m_held, std::nullopt);
    return now;
}

Expected<> ScriptedDesk::hold(const QString &, const store::Hold &note)
{
    const std::lock_guard lock(m_mutex);
    m_held = note;
    return {};
}

std::optional<store::Hold> ScriptedDesk::held() const
{
    const std::lock_guard lock(m_mutex);
    return m_held;
}

std::optional<workflow::RescanReason> ScriptedDesk::insteadOfReuse() const
{
    const std::lock_guard lock(m_mutex);
    return m_insteadOfReuse;
}

store::DraftFields ScriptedDesk::typed(const QString &component) const
{
    const std::lock_guard lock(m_mutex);
    const auto found = m_typed.find(component);
    return found == m_typed.end() ? store::DraftFields() : found->second;
}

Expected<> ScriptedDesk::keepTyped(const QString &, const QString &component,
                                   const store::DraftFields &fields)
{
    if (diskIsFull)
        return fail(Fault::StorageFull);
    const std::lock_guard lock(m_mutex);
    m_typed[component] = fields;
    return {};
}

Expected<QString> ScriptedDesk::checkedValue(const QString &, const QString &value)
{
    return value == refusedValue && !value.isEmpty() ? Expected<QString>(fail(Fault::InvalidInput))
                                                     : value;
}

Expected<DossierView> ScriptedDesk::newDossier(const NewDossier &wanted)
{
    const std::lock_guard lock(m_mutex);
    m_created = wanted;
    m_view.dossier.code.reset();
    return shown();
}

Expected<dossier::Owner> ScriptedDesk::ownerFromCard(const QString &qrText)
{
    const QStringList parts = qrText.split(u'|');
    if (parts.size() < 3)
        return fail(Fault::InvalidInput);
    return dossier::Owner{dossier::Owner::Kind::Citizen, Pii<QString>(parts[0]),
                          Pii<QString>(parts[2])};
}

Expected<DossierView> ScriptedDesk::decide(const QString &, const QString &component,
                                           std::optional<Decision> decision,
                                           std::optional<workflow::RescanReason> insteadOfReuse)
{
    const std::lock_guard lock(m_mutex);
    m_insteadOfReuse = insteadOfReuse;
    dossier::PaperState &now = state(component);
    if (!decision) {
        now = dossier::OpenSlot{};
        return shown();
    }
    auto next = dossier::decided(now, *decision);
    if (!next)
        return fail(next.error());
    now = *next;
    return shown();
}

Expected<StoredCopies> ScriptedDesk::storedCopies(const QString &, const QString &)
{
    StoredCopies stored{.copies = {{u"056191004823.KQ.GT03.790123004567.02"_s,
                                    u"Giấy phép lái xe số 790123004567, 12/03/2021"_s},
                                   {u"056191004823.KQ.GT03.790123004567.01"_s,
                                    u"Giấy phép lái xe số 790123004567, 02/09/2016"_s}},
                        .age = storedCopiesAge};
    stored.copies.resize(static_cast<std::size_t>(reusableCopies));
    stored.copies.insert(stored.copies.end(), spentCopies.begin(), spentCopies.end());
    return stored;
}

Expected<DossierView> ScriptedDesk::correct(const QString &, const QString &component)
{
    const std::lock_guard lock(m_mutex);
    const auto *handedOver = std::get_if<dossier::HandedOverCopy>(&state(component));
    if (!handedOver)
        return fail(Fault::WrongOrder, {}, component);
    m_former = *handedOver;
    state(component) = dossier::CapturedPaper{dossier::sidesOf(*m_former)};
    setCorrects(component, true);
    return shown();
}

Expected<DossierView> ScriptedDesk::giveUpCorrection(const QString &, const QString &component)
{
    const std::lock_guard lock(m_mutex);
    if (!m_former)
        return fail(Fault::NothingToDo, {}, component);
    state(component) = *std::exchange(m_former, std::nullopt);
    setCorrects(component, false);
    return shown();
}

Expected<DossierView> ScriptedDesk::reuse(const QString &, const QString &component,
                                          const QString &code)
{
    const std::lock_guard lock(m_mutex);
    state(component) =
        dossier::ReusedCopy{{QString(64, u'a'), 1}, codes::DigitizationCode::parse(code).value()};
    return shown();
}

Expected<QString> ScriptedDesk::sidePicture(const QString &, const QString &side)
{
    const std::lock_guard lock(m_mutex);
    const auto found = m_pictures.find(side);
    if (found == m_pictures.end())
        return fail(Fault::FileMissing);
    return found->second;
}

Expected<QString> ScriptedDesk::originalPicture(const QString &, const QString &side)
{
    const std::lock_guard lock(m_mutex);
    return m_pictures.contains(side) && originalsAreThere ? Expected<QString>(m_original)
                                                          : fail(Fault::FileMissing);
}

void ScriptedDesk::lookAt(const QString &, const QString &side)
{
    const std::lock_guard lock(m_mutex);
    m_lookedAt << side;
}

QStringList ScriptedDesk::lookedAt() const
{
    const std::lock_guard lock(m_mutex);
    return m_lookedAt;
}

Expected<PaperReading> ScriptedDesk::proposals(const QString &, const QString &component)
{
    return PaperReading{readsTable ? tableFields() : fieldsOf(component), looksLike,
                        typed(component)};
}

std::vector<FieldSlot> ScriptedDesk::fieldsOf(const QString &component) const
{
    namespace keys = dossier::field_key;
    using dossier::FieldProposal;
    using dossier::FieldSource;
    const auto at = [&](const QString &key) {
        return dossier::FieldEvidence{0, m_certificate.ink.at(key)};
    };
    if (component == u"GT01"_s)
        return {{{keys::ownerName, u"Nguyễn Thị Hồng Nhưỡng"_s, FieldSource::Store, 1.0, true, {}},
                 true},
                {{keys::subject,
                  u"Đơn đề nghị đổi giấy phép lái xe"_s,
                  FieldSource::Ocr,
                  0.97,
                  true,
                  {}},
                 true}};
    return {{{keys::documentNumber, u"0457/GKSKLX-BVĐS"_s, FieldSource::Ocr, 0.96, true,
              at(keys::documentNumber)},
             true},
            {{keys::documentDate, u"05/07/2026"_s, FieldSource::Ocr, 0.61, false,
              at(keys::documentDate)},
             true},
            {{keys::issuingAgency, u"Bệnh viện Đa khoa Đông Sơn"_s, FieldSource::Ocr, 0.93, true,
              at(keys::issuingAgency)},
             true},
            {{keys::subject, u"Giấy khám sức khỏe của người lái xe"_s, FieldSource::Ocr, 0.98, true,
              at(keys::subject)},
             true},
            {{keys::signer, u"Trần Quốc Khải"_s, FieldSource::Ocr, 0.42, false, at(keys::signer)},
             true},
            {{keys::ownerName, u"Nguyễn Thị Hồng Nhưỡng"_s, FieldSource::Qr, 1.0, true,
              at(keys::ownerName)},
             true},
            {{keys::address, u"Tổ dân phố Ẫn Sữa, phường Đông Sơn, tỉnh Khánh Nguyên"_s,
              FieldSource::Ocr, 0.9, true, at(keys::address)},
             false},
            {{keys::expiryDate, {}, FieldSource::Ocr, 0, false, {}}, false}};
}

std::vector<FieldSlot> ScriptedDesk::tableFields() const
{
    namespace keys = dossier::field_key;
    const auto slot = [this](const QString &key, const QString &value, bool sure, bool required) {
        const auto ink = m_certificate.ink.find(key);
        return FieldSlot{{.key = key,
                          .value = value,
                          .confidence = sure ? 0.98 : 0.6,
                          .sure = sure,
                          .evidence = ink == m_certificate.ink.end()
                                          ? std::nullopt
                                          : std::optional(dossier::FieldEvidence{0, ink->second})},
                         required};
    };
    std::vector<FieldSlot> fields{
        slot(keys::documentNumber, u"0457/ĐN-VTĐS"_s, true, true),
        slot(keys::documentDate, u"05/07/2026"_s, false, true),
        slot(keys::issuingAgency, u"Công ty trách nhiệm hữu hạn Vận tải và Thương mại Đường Sữa"_s,
             true, true),
        slot(keys::subject,
             u"Về việc đề nghị cấp giấy phép liên vận giữa Việt Nam và Campuchia cho phương tiện "
             "vận tải hành khách theo tuyến cố định của Công ty trách nhiệm hữu hạn Vận tải và "
             "Thương mại Đường Sữa, tỉnh Khánh Nguyên"_s,
             true, true),
        slot(keys::signer, u"Trần Quốc Khải"_s, false, false),
        slot(keys::taxCode, u"0312345678-001"_s, true, false),
        slot(keys::phone, u"02583812345"_s, false, false),
        slot(keys::representative, u"Nguyễn Thị Hồng Nhưỡng"_s, true, false)};
    for (int row = 1; row <= 4; ++row) {
        const auto cell = [&](const QString &column, const QString &value, bool sure = true) {
            fields.push_back(slot(keys::cell(keys::vehicles, row, column), value, sure, false));
        };
        cell(keys::plate, u"72C-104.6%1"_s.arg(row), row != 3);
        cell(keys::vehicleKind, u"Ô tô khách giường nằm"_s);
        cell(keys::vehicleBrand, u"THACO MOBIHOME TB120SL"_s);
        cell(keys::chassisNumber, u"RN2TB120SLKC00123%1"_s.arg(row), row == 2);
        cell(keys::engineNumber, u"WP10.375E53-1K0%1"_s.arg(row));
        cell(keys::load, u"16000"_s);
        cell(keys::seats, u"44"_s);
        cell(keys::madeYear, u"2019"_s);
    }
    return fields;
}

Expected<QString> ScriptedDesk::proposedCode(const QString &, const QString &component,
                                             const std::vector<FieldValue> &)
{
    return resultCode(component);
}

Expected<DossierView> ScriptedDesk::confirm(const QString &, const QString &component,
                                            const std::vector<FieldValue> &values)
{
    const std::lock_guard lock(m_mutex);
    auto *copy = std::get_if<dossier::SignedCopy>(&state(component));
    if (!copy)
        return fail(Fault::WrongOrder);
    dossier::Fields fields;
    for (const FieldValue &value : values)
        fields.push_back({.key = value.key, .value = value.value});
    state(component) = dossier::extract(*copy, std::move(fields));
    m_confirmed[component] = values;
    return shown();
}

Expected<DossierView> ScriptedDesk::handOver(const QString &)
{
    if (handOverEndsWith)
        return fail(*handOverEndsWith);
    const std::lock_guard lock(m_mutex);
    for (ChecklistPaper &paper : m_view.papers) {
        auto *copy = std::get_if<dossier::ExtractedCopy>(&paper.component.state);
        if (!copy)
            continue;
        auto code = codes::DigitizationCode::parse(resultCode(paper.component.code)).value();
        paper.component.state = dossier::handOver(
            dossier::store(dossier::assignCode(*copy, code), QString(64, u'c')), newUuid7());
    }
    m_handedOver = true;
    return shown();
}

}  // namespace station::gui::test
