#include "tests/faults/scenario.h"

#include "core/base/sha256.h"
#include "core/store/migrations.h"
#include "core/store/store.h"
#include "tests/core/store/sample_dossier.h"

#include <QDir>
#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>

#include <SQLiteCpp/Database.h>
#include <SQLiteCpp/Statement.h>

using namespace Qt::StringLiterals;

namespace station::faults {
namespace {

/// The very first start on an empty disk, and a second one.
class FirstStart final : public Scenario {
public:
    QString name() const override { return u"first start"_s; }

    bool run(const QString &disk) const override
    {
        for (int start = 0; start < 3; ++start) {
            auto store = store::Store::open(disk + u"/data"_s);
            if (!store)
                return false;
            acknowledge(u"station "_s + store->stationId());
            auto dossier = sample::aDossier();
            dossier.code = *codes::DossierCode::parse(freeDossierCode(*store));
            if (!store->createDossier(dossier, sample::actor))
                return false;
            acknowledgeAudit(*store, dossier.uuid);
        }
        return true;
    }

    QStringList violations(const QString &disk, const QStringList &acked) const override
    {
        QStringList found = stationViolations(disk + u"/data"_s, acked);
        const auto store = store::Store::open(disk + u"/data"_s);
        for (const auto &words : acknowledged(acked, u"station"_s)) {
            if (!store || store->stationId() != words[0])
                found << u"another station"_s;
        }
        return found;
    }
};

constexpr int oldSides = 120;

/// A database of the first version, with a true life in it, is opened by this one.
class Migrating final : public Scenario {
public:
    QString name() const override { return u"migration"_s; }

    bool prepare(const QString &disk) const override
    {
        QDir().mkpath(disk + u"/data"_s);
        SQLite::Database database(QFile::encodeName(file(disk)).toStdString(),
                                  SQLite::OPEN_READWRITE | SQLite::OPEN_CREATE);
        const auto &[version, sql] = store::migrations().front();
        database.exec("PRAGMA journal_mode = WAL");
        database.exec("CREATE TABLE schema_migrations ("
                      "version INTEGER PRIMARY KEY, sha256 TEXT NOT NULL)");
        database.exec(sql);
        database.exec("INSERT INTO schema_migrations VALUES (1, '" +
                      sha256Hex(QByteArray(sql)).toStdString() + "')");
        database.exec("PRAGMA user_version = 1");
        database.exec("INSERT INTO station VALUES (1, 'the-station')");
        database.exec(
            "INSERT INTO dossiers (uuid, code, procedure, owner_kind, owner_id, owner_name,"
            " department, received_at_ms) VALUES ('d-1', '000.00.16.H62-240715-0001', '1.002809',"
            " 'citizen', '026185001234', 'Nguyễn Thị Hồng Đào', 'H62.16', 1721007012000)");
        database.exec("INSERT INTO components (dossier_uuid, position, code, state, pdf_sha256,"
                      " pdf_size, signer_name, signed_at_ms) VALUES"
                      " ('d-1', 0, 'GT01', 'captured', '', 0, '', 0)");
        for (int n = 0; n < oldSides; ++n) {
            SQLite::Statement side(database,
                                   "INSERT INTO sides VALUES (?, 'd-1', 'GT01', ?, ?, 'front',"
                                   " 2480, 3508, 300, 1, 0, 0)");
            const QString id = u"side-%1"_s.arg(n);
            side.bind(1, id.toStdString());
            side.bind(2, n);
            side.bind(3, n + 1);
            side.exec();
            QDir().mkpath(disk + u"/data/spool/d-1"_s);
            QFile picture(disk + u"/data/spool/d-1/"_s + id + u".jpg"_s);
            if (!picture.open(QIODevice::WriteOnly))
                return false;
        }
        // As that version chained it.
        const QString zeros(64, u'0');
        const QJsonArray line{1,     5,    u"the-station"_s, u"a"_s, u"create"_s, u"d-1"_s, u""_s,
                              u""_s, zeros};
        const auto sha256 = sha256Hex(QJsonDocument(line).toJson(QJsonDocument::Compact));
        database.exec("INSERT INTO audit VALUES (1, 5, 'the-station', 'a', 'create', 'd-1', '',"
                      " '', '" +
                      zeros.toStdString() + "', '" + sha256.toStdString() + "')");
        return true;
    }

    bool run(const QString &disk) const override
    {
        auto store = store::Store::open(disk + u"/data"_s);
        if (!store || !store->record(u"d-1"_s, {}, sample::actor, u"display"_s))
            return false;
        acknowledgeAudit(*store, u"d-1"_s);
        return true;
    }

    QStringList violations(const QString &disk, const QStringList &acked) const override
    {
        QStringList found = copyViolations(disk);
        found << stationViolations(disk + u"/data"_s, acked);
        const auto store = store::Store::open(disk + u"/data"_s);
        if (!store)
            return found;
        const auto dossier = store->load(u"d-1"_s);
        if (!dossier || dossier->owner.name.reveal() != sample::ownerName)
            return found << u"dossier lost"_s;
        if (dossier::sidesOf(dossier->components.front().state).size() != oldSides)
            found << u"sides lost"_s;
        if (store->stationId() != u"the-station")
            found << u"another station"_s;
        return found;
    }

private:
    static QString file(const QString &disk) { return disk + u"/data/station.db"_s; }

    /// Once the new schema lasts, what was before lies beside it as a whole.
    static QStringList copyViolations(const QString &disk)
    {
        try {
            SQLite::Database now(QFile::encodeName(file(disk)).toStdString(),
                                 SQLite::OPEN_READWRITE);
            if (now.execAndGet("PRAGMA user_version").getInt() == 1)
                return {};
            SQLite::Database copy(QFile::encodeName(file(disk) + u".before-0002"_s).toStdString(),
                                  SQLite::OPEN_READONLY);
            if (copy.execAndGet("PRAGMA integrity_check").getString() == "ok" &&
                copy.execAndGet("SELECT count(*) FROM sides").getInt() == oldSides)
                return {};
            return {u"the copy of the old database is not whole"_s};
        } catch (const SQLite::Exception &exception) {
            return {u"the copy of the old database: "_s + QString::fromUtf8(exception.what())};
        }
    }
};

}  // namespace

std::unique_ptr<Scenario> firstStartScenario()
{
    return std::make_unique<FirstStart>();
}
std::unique_ptr<Scenario> migrationScenario()
{
    return std::make_unique<Migrating>();
}

}  // namespace station::faults
