#include "core/gateway/portal_mapping.h"

#include "core/base/clock.h"
#include "core/rules/toml_reader.h"
#include "core/text/vietnamese.h"

#include <QJsonArray>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace station::gateway {
namespace {

using rules::TomlTable;

/// What a fact is taken from.
struct Source {
    const PortalMapping &mapping;
    const DossierRecord &record;
    const QString &session;
    bool updating = false;
    const PaperRecord *paper = nullptr;  ///< Only within a paper.

    QString time(qint64 ms) const
    {
        return ms == 0 ? QString() : inVietnam(ms).toString(mapping.dates);
    }
};

QString yesOrNo(bool yes)
{
    return yes ? u"yes"_s : u"no"_s;
}

QString ownerIdKind(const dossier::Owner &owner)
{
    if (owner.kind == dossier::Owner::Kind::Organisation)
        return u"tax_code"_s;
    return owner.id.reveal().size() == 9 ? u"old_id"_s : u"personal_id"_s;
}

bool hasDigitized(const DossierRecord &record)
{
    return std::ranges::any_of(record.papers, [](const PaperRecord &paper) {
        return paper.origin != PaperOrigin::Attached;
    });
}

/// The same for every copy of the paper: a corrected scan keeps its code.
QString paperId(const Source &from)
{
    return from.paper->code.isEmpty() ? from.record.dossierUuid + u'-' + from.paper->component
                                      : from.paper->code;
}

enum class Scope { Message, Dossier, Paper };

struct Fact {
    QLatin1StringView name;
    Scope scope;
    QString (*value)(const Source &);
    QStringList words{};  ///< All its values, when they are few; each needs a translation.
};

const std::vector<Fact> &facts()
{
    static const QStringList yesNo{u"yes"_s, u"no"_s};
    static const std::vector<Fact> all = {
        {"session"_L1, Scope::Message, [](const Source &from) { return from.session; }},
        {"updating"_L1, Scope::Message, [](const Source &from) { return yesOrNo(from.updating); },
         yesNo},
        {"dossier_code"_L1, Scope::Dossier,
         [](const Source &from) { return from.record.dossierCode; }},
        {"dossier_uuid"_L1, Scope::Dossier,
         [](const Source &from) { return from.record.dossierUuid; }},
        {"procedure"_L1, Scope::Dossier, [](const Source &from) { return from.record.procedure; }},
        {"procedure_name"_L1, Scope::Dossier,
         [](const Source &from) { return from.record.procedureName; }},
        {"sector_code"_L1, Scope::Dossier,
         [](const Source &from) { return from.record.sectorCode; }},
        {"sector_name"_L1, Scope::Dossier,
         [](const Source &from) { return from.record.sectorName; }},
        {"office"_L1, Scope::Dossier, [](const Source &from) { return from.record.office; }},
        {"department_name"_L1, Scope::Dossier,
         [](const Source &from) { return from.record.departmentName; }},
        {"channel"_L1,
         Scope::Dossier,
         [](const Source &from) { return channelName(from.record.channel); },
         {u"counter"_s, u"online"_s, u"post"_s}},
        {"owner_name"_L1, Scope::Dossier,
         [](const Source &from) { return from.record.owner.name.reveal(); }},
        {"owner_id"_L1, Scope::Dossier,
         [](const Source &from) { return from.record.owner.id.reveal(); }},
        {"owner_kind"_L1,
         Scope::Dossier,
         [](const Source &from) {
             return from.record.owner.kind == dossier::Owner::Kind::Citizen ? u"citizen"_s
                                                                            : u"organisation"_s;
         },
         {u"citizen"_s, u"organisation"_s}},
        {"owner_id_kind"_L1,
         Scope::Dossier,
         [](const Source &from) { return ownerIdKind(from.record.owner); },
         {u"personal_id"_s, u"old_id"_s, u"tax_code"_s}},
        {"subject"_L1, Scope::Dossier, [](const Source &from) { return from.record.subject; }},
        {"submitted_at"_L1, Scope::Dossier,
         [](const Source &from) { return from.time(from.record.submittedAtMs); }},
        {"received_at"_L1, Scope::Dossier,
         [](const Source &from) { return from.time(from.record.receivedAtMs); }},
        {"due_at"_L1, Scope::Dossier,
         [](const Source &from) { return from.time(from.record.dueAtMs); }},
        {"has_digitized"_L1, Scope::Dossier,
         [](const Source &from) { return yesOrNo(hasDigitized(from.record)); }, yesNo},
        {"paper_id"_L1, Scope::Paper, paperId},
        {"component"_L1, Scope::Paper, [](const Source &from) { return from.paper->component; }},
        {"file_name"_L1, Scope::Paper, [](const Source &from) { return from.paper->fileName; }},
        {"link"_L1, Scope::Paper, [](const Source &from) { return from.paper->link; }},
        {"origin"_L1,
         Scope::Paper,
         [](const Source &from) { return originName(from.paper->origin); },
         {u"attached"_s, u"digitized"_s, u"reused_component"_s, u"reused_result"_s,
          u"shared_store"_s}},
        {"digitization_code"_L1, Scope::Paper, [](const Source &from) { return from.paper->code; }},
        {"replaced_result"_L1, Scope::Paper,
         [](const Source &from) { return from.paper->replacedResult; }},
    };
    return all;
}

const Fact *factNamed(const QString &name)
{
    const auto found = std::ranges::find(facts(), name, &Fact::name);
    return found == facts().end() ? nullptr : &*found;
}

void readFact(TomlTable &table, Scope scope, PortalField &field)
{
    const Fact *fact = factNamed(field.fact);
    if (!fact || (fact->scope != Scope::Dossier && fact->scope != scope))
        return table.report("fact", fact ? u"is not known in this place"_s : u"no such fact"_s);
    if (fact->words.isEmpty())
        return;
    table.readTable(
        "words",
        [&](TomlTable &words) {
            for (const QString &word : fact->words)
                words.read(word.toLatin1().constData(), field.words[word], TomlTable::Required);
        },
        TomlTable::Required);
}

PortalFields readFields(TomlTable &table, const char *key, Scope scope)
{
    static const QStringList lists{u"dossier"_s, u"identity"_s, u"paper"_s, u"none"_s};
    PortalFields fields;
    table.readTables(key, [&](TomlTable &entry) {
        PortalField field;
        entry.read("name", field.name, TomlTable::Required);
        entry.read("value", field.value);
        entry.read("most", field.most, 1, 100'000);
        if (entry.read("fact", field.fact))
            readFact(entry, scope, field);
        if (entry.read("list", field.list) && !lists.contains(field.list))
            entry.report("list", u"expected "_s + lists.join(u" or "_s));
        if (!field.value.isEmpty() + !field.fact.isEmpty() + !field.list.isEmpty() > 1)
            entry.report("name", u"has more than one of value, fact and list"_s);
        fields.push_back(std::move(field));
    });
    return fields;
}

QStringList folded(const QStringList &phrases)
{
    QStringList result;
    for (const QString &phrase : phrases)
        result << text::folded(phrase);
    return result;
}

void readMapping(TomlTable &table, PortalMapping &mapping)
{
    rules::readValidity(table, mapping.validity);
    table.read("dates", mapping.dates, TomlTable::Required);
    mapping.message = readFields(table, "message", Scope::Message);
    mapping.lookup = readFields(table, "lookup", Scope::Message);
    mapping.dossier = readFields(table, "dossier", Scope::Dossier);
    mapping.identity = readFields(table, "identity", Scope::Dossier);
    mapping.paper = readFields(table, "paper", Scope::Paper);
    if (mapping.message.empty())
        table.report("message", u"missing"_s);
    table.readTable(
        "login",
        [&](TomlTable &login) {
            login.read("user", mapping.login.user, TomlTable::Required);
            login.read("code", mapping.login.code, TomlTable::Required);
            login.read("session", mapping.login.session, TomlTable::Required);
        },
        TomlTable::Required);
    table.readTable(
        "answer",
        [&](TomlTable &answer) {
            auto &target = mapping.answer;
            answer.read("code", target.code, TomlTable::Required);
            answer.read("message", target.message, TomlTable::Required);
            answer.read("found", target.found);
            answer.read("done", target.done, TomlTable::Required);
            answer.read("exists", target.exists);
            answer.read("missing", target.missing);
            answer.read("session_over", target.sessionOver);
            target.exists = folded(target.exists);
            target.missing = folded(target.missing);
            target.sessionOver = folded(target.sessionOver);
        },
        TomlTable::Required);
}

QJsonObject objectOf(const PortalFields &fields, const Source &from);

QJsonArray listOf(const QString &list, const Source &from)
{
    QJsonArray array;
    if (list == u"dossier")
        array.append(objectOf(from.mapping.dossier, from));
    if (list == u"identity" && !from.record.owner.id.reveal().isEmpty())
        array.append(objectOf(from.mapping.identity, from));
    if (list == u"paper") {
        for (const PaperRecord &paper : from.record.papers) {
            Source within = from;
            within.paper = &paper;
            array.append(objectOf(from.mapping.paper, within));
        }
    }
    return array;
}

QString textOf(const PortalField &field, const Source &from)
{
    if (field.fact.isEmpty())
        return field.value;
    const Fact *fact = factNamed(field.fact);
    const QString value = fact->value(from);
    const QString said = fact->words.isEmpty() ? value : field.words.value(value);
    return field.most > 0 ? said.left(field.most) : said;
}

QJsonObject objectOf(const PortalFields &fields, const Source &from)
{
    QJsonObject object;
    for (const PortalField &field : fields) {
        if (field.list.isEmpty())
            object.insert(field.name, textOf(field, from));
        else
            object.insert(field.name, listOf(field.list, from));
    }
    return object;
}

bool saysOneOf(const QString &message, const QStringList &phrases)
{
    return std::ranges::any_of(phrases,
                               [&](const QString &phrase) { return message.contains(phrase); });
}

}  // namespace

QJsonObject PortalMapping::tellingOf(const DossierRecord &record, const QString &session,
                                     bool updating) const
{
    return objectOf(message, {*this, record, session, updating});
}

QJsonObject PortalMapping::lookupOf(const DossierRecord &record, const QString &session) const
{
    return objectOf(lookup, {*this, record, session});
}

Verdict PortalMapping::verdictOn(const QJsonObject &json, bool updating) const
{
    // A number and a text of it are the same code to these portals.
    if (answer.done.contains(json[answer.code].toVariant().toString()))
        return Verdict::Done;
    const QString said = text::folded(json[answer.message].toString());
    if (saysOneOf(said, answer.sessionOver))
        return Verdict::SessionOver;
    if (!updating && saysOneOf(said, answer.exists))
        return Verdict::Exists;
    if (updating && saysOneOf(said, answer.missing))
        return Verdict::Missing;
    return Verdict::Refused;
}

bool PortalMapping::isFound(const QJsonObject &json) const
{
    return !json[answer.found].toArray().isEmpty();
}

Expected<PortalMappings> PortalMappings::load(const QString &path)
{
    PortalMappings mappings;
    mappings.m_path = path;
    const auto read = TomlTable::readFile(path, [&](TomlTable &file) {
        file.readTables("mapping", [&](TomlTable &table) {
            readMapping(table, mappings.m_mappings.emplace_back());
        });
    });
    if (!read)
        return fail(read.error());
    return mappings;
}

Expected<const PortalMapping *> PortalMappings::inForce(QDate day) const
{
    const auto found = std::ranges::find_if(
        m_mappings, [day](const auto &mapping) { return mapping.validity.contains(day); });
    if (found == m_mappings.end()) {
        const QString problem = m_path + u": no mapping is in force"_s;
        return fail(Fault::SettingsInvalid, problem, problem);
    }
    return &*found;
}

}  // namespace station::gateway
