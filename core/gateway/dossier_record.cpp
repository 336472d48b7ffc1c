#include "core/gateway/dossier_record.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

using namespace Qt::StringLiterals;

namespace station::gateway {
namespace {

constexpr int schema = 1;

// In the order of the enumerations.
constexpr QLatin1StringView origins[] = {"attached"_L1, "digitized"_L1, "reused_component"_L1,
                                         "reused_result"_L1, "shared_store"_L1};
constexpr QLatin1StringView channels[] = {"counter"_L1, "online"_L1, "post"_L1};
constexpr QLatin1StringView ownerKinds[] = {"citizen"_L1, "organisation"_L1};

template <typename Value, std::size_t count>
QString nameOf(Value value, const QLatin1StringView (&names)[count])
{
    return names[static_cast<std::size_t>(value)];
}

template <typename Value, std::size_t count>
bool read(const QJsonValue &name, const QLatin1StringView (&names)[count], Value &target)
{
    for (std::size_t index = 0; index < count; ++index) {
        if (name.toString() == names[index]) {
            target = static_cast<Value>(index);
            return true;
        }
    }
    return false;
}

}  // namespace

QByteArray toJson(const DossierRecord &record)
{
    QJsonArray papers;
    for (const auto &paper : record.papers)
        papers.append(QJsonObject{{u"component"_s, paper.component},
                                  {u"file_name"_s, paper.fileName},
                                  {u"link"_s, paper.link},
                                  {u"origin"_s, originName(paper.origin)},
                                  {u"code"_s, paper.code},
                                  {u"replaced_result"_s, paper.replacedResult}});
    const QJsonObject json{{u"schema"_s, schema},
                           {u"handover"_s, record.handoverId},
                           {u"dossier"_s, record.dossierUuid},
                           {u"dossier_code"_s, record.dossierCode},
                           {u"procedure"_s, record.procedure},
                           {u"procedure_name"_s, record.procedureName},
                           {u"sector_code"_s, record.sectorCode},
                           {u"sector_name"_s, record.sectorName},
                           {u"office"_s, record.office},
                           {u"department_name"_s, record.departmentName},
                           {u"channel"_s, channelName(record.channel)},
                           {u"owner_kind"_s, nameOf(record.owner.kind, ownerKinds)},
                           {u"owner_id"_s, record.owner.id.reveal()},
                           {u"owner_name"_s, record.owner.name.reveal()},
                           {u"subject"_s, record.subject},
                           {u"submitted_at_ms"_s, record.submittedAtMs},
                           {u"received_at_ms"_s, record.receivedAtMs},
                           {u"due_at_ms"_s, record.dueAtMs},
                           {u"papers"_s, papers},
                           {u"known"_s, record.known}};
    return QJsonDocument(json).toJson(QJsonDocument::Compact);
}

Expected<DossierRecord> dossierRecordFrom(const QByteArray &bytes)
{
    const auto damaged = [](const char *what) {
        return fail(Fault::StorageFailed, u"gateway record: "_s + QLatin1String(what));
    };
    const auto json = QJsonDocument::fromJson(bytes).object();
    if (json[u"schema"_s].toInt() != schema)
        return damaged("schema");
    DossierRecord record{.handoverId = json[u"handover"_s].toString(),
                         .dossierUuid = json[u"dossier"_s].toString(),
                         .dossierCode = json[u"dossier_code"_s].toString(),
                         .procedure = json[u"procedure"_s].toString(),
                         .procedureName = json[u"procedure_name"_s].toString(),
                         .sectorCode = json[u"sector_code"_s].toString(),
                         .sectorName = json[u"sector_name"_s].toString(),
                         .office = json[u"office"_s].toString(),
                         .departmentName = json[u"department_name"_s].toString(),
                         .owner = {.id = Pii(json[u"owner_id"_s].toString()),
                                   .name = Pii(json[u"owner_name"_s].toString())},
                         .subject = json[u"subject"_s].toString(),
                         .submittedAtMs = json[u"submitted_at_ms"_s].toInteger(),
                         .receivedAtMs = json[u"received_at_ms"_s].toInteger(),
                         .dueAtMs = json[u"due_at_ms"_s].toInteger(),
                         .known = json[u"known"_s].toBool()};
    if (!read(json[u"channel"_s], channels, record.channel) ||
        !read(json[u"owner_kind"_s], ownerKinds, record.owner.kind))
        return damaged("channel or owner");
    const auto papers = json[u"papers"_s].toArray();
    for (const auto &value : papers) {
        const auto paper = value.toObject();
        record.papers.push_back({.component = paper[u"component"_s].toString(),
                                 .fileName = paper[u"file_name"_s].toString(),
                                 .link = paper[u"link"_s].toString(),
                                 .code = paper[u"code"_s].toString(),
                                 .replacedResult = paper[u"replaced_result"_s].toString()});
        if (!read(paper[u"origin"_s], origins, record.papers.back().origin))
            return damaged("origin of a paper");
    }
    return record;
}

QString originName(PaperOrigin origin)
{
    return nameOf(origin, origins);
}

QString channelName(Channel channel)
{
    return nameOf(channel, channels);
}

}  // namespace station::gateway
