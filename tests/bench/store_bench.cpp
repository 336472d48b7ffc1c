// How fast a station finds and writes with the dossiers of many years, sealed as an office's are.
// Usage: store_bench [DOSSIERS [FOLDER]]
// Fills FOLDER with so many invented dossiers, or uses those that are there.

#include "core/base/durable_file.h"
#include "core/base/private_file.h"
#include "core/base/sha256.h"
#include "core/base/uuid7.h"
#include "core/sealing/sealer.h"
#include "core/store/backup.h"
#include "core/store/blob_folder.h"
#include "core/store/store.h"

#include <QDate>
#include <QDir>
#include <QElapsedTimer>
#include <QFileInfo>
#include <QTemporaryDir>
#include <QTextStream>
#include <QTimeZone>

#include <SQLiteCpp/Database.h>

#include <algorithm>
#include <array>
#include <cstdio>
#include <cstring>
#include <dlfcn.h>
#include <functional>
#include <map>
#include <random>
#include <sqlite3.h>
#include <string>
#include <sys/syscall.h>
#include <unistd.h>
#include <vector>

using namespace station;
using namespace station::dossier;
using namespace station::store;
using namespace Qt::StringLiterals;

namespace {

/// While a store is filled, by the product's own code: nothing has to outlast a power cut, and a
/// statement that was prepared once is used again. Neither changes a byte of what is written.
bool filling = false;
std::multimap<std::string, sqlite3_stmt *> prepared;

template <typename Function>
Function real(const char *name)
{
    return reinterpret_cast<Function>(::dlsym(RTLD_NEXT, name));
}
int reallyFinalize(sqlite3_stmt *statement)
{
    static const auto finalize = real<int (*)(sqlite3_stmt *)>("sqlite3_finalize");
    return finalize(statement);
}

}  // namespace

extern "C" int fsync(int fd)
{
    return filling ? 0 : static_cast<int>(::syscall(SYS_fsync, fd));
}
extern "C" int fdatasync(int fd)
{
    return filling ? 0 : static_cast<int>(::syscall(SYS_fdatasync, fd));
}
extern "C" int sqlite3_prepare_v2(sqlite3 *database, const char *sql, int size,
                                  sqlite3_stmt **statement, const char **tail)
{
    static const auto prepare = real<decltype(&sqlite3_prepare_v2)>("sqlite3_prepare_v2");
    if (filling) {
        if (auto found = prepared.extract(sql); !found.empty()) {
            *statement = found.mapped();
            return SQLITE_OK;
        }
    }
    return prepare(database, sql, size, statement, tail);
}
extern "C" int sqlite3_finalize(sqlite3_stmt *statement)
{
    if (!filling || statement == nullptr || sqlite3_sql(statement) == nullptr)
        return reallyFinalize(statement);
    sqlite3_reset(statement);
    sqlite3_clear_bindings(statement);
    prepared.emplace(sqlite3_sql(statement), statement);
    return SQLITE_OK;
}

namespace {

constexpr int papers = 6;
constexpr int blobBytes = 1'000'000;
constexpr int perDay = 400;
constexpr int ownersPerTen = 7;  // some come again
constexpr qint64 dayMs = 24LL * 60 * 60 * 1000;
constexpr int unfinished = 300;
const QString actor = u"bench"_s;
const QDate lastDay(2026, 6, 30);

template <std::size_t Count>
QString anyOf(const std::array<const char *, Count> &words, std::size_t seed)
{
    return QString::fromUtf8(words[seed % Count]);
}

/// Family names as common as they are in Vietnam, in parts of a hundred.
QString nameOf(quint32 owner)
{
    static constexpr std::array middle{"Văn",  "Thị",  "Hữu",   "Đức",  "Minh", "Ngọc", "Quang",
                                       "Hồng", "Xuân", "Thanh", "Bích", "Như",  "Gia"};
    static constexpr std::array given{"Anh",  "Bình", "Châu", "Dũng", "Đào", "Giang", "Hà",
                                      "Hùng", "Khoa", "Lan",  "Linh", "Mai", "Nam",   "Oanh",
                                      "Phúc", "Quân", "Sơn",  "Thảo", "Tú",  "Uyên",  "Vy",
                                      "Yến",  "Đạt",  "Hiền", "Trúc", "Long"};
    static constexpr std::array<std::pair<int, const char *>, 12> family{{{38, "Nguyễn"},
                                                                          {49, "Trần"},
                                                                          {59, "Lê"},
                                                                          {66, "Phạm"},
                                                                          {71, "Hoàng"},
                                                                          {76, "Phan"},
                                                                          {80, "Vũ"},
                                                                          {84, "Đặng"},
                                                                          {88, "Bùi"},
                                                                          {92, "Đỗ"},
                                                                          {96, "Hồ"},
                                                                          {100, "Dương"}}};
    std::mt19937 random(owner);
    const int share = static_cast<int>(random() % 100);
    const auto found = std::find_if(family.begin(), family.end(),
                                    [&](const auto &one) { return share < one.first; });
    return QString::fromUtf8(found->second) + u' ' + anyOf(middle, random()) + u' ' +
           anyOf(given, random()) + u' ' + anyOf(given, random());
}

QString idOf(quint32 owner)
{
    return u"0%1%2"_s.arg(1 + owner % 96, 2, 10, QChar(u'0'))
        .arg(185'000'000 + owner, 9, 10, QChar(u'0'));
}

quint32 ownerOf(int number, int all)
{
    std::mt19937 random(static_cast<quint32>(number));
    return static_cast<quint32>(random() % (static_cast<quint32>(all) * ownersPerTen / 10 + 1));
}

qint64 timeOf(int number, int all)
{
    const int daysBack = (all - 1 - number) / perDay;
    const auto day = lastDay.addDays(-daysBack).startOfDay(QTimeZone(7 * 3600));
    return day.toMSecsSinceEpoch() + (8 * 3600 + number % perDay * 60) * 1000LL;
}

PaperState handedOver(const QString &owner, int number, int paper)
{
    const auto code =
        codes::DigitizationCode::parse(u"%1.KQ.G04.%2.88-0123.%3"_s.arg(owner)
                                           .arg(number % 1'000'000, 6, 10, QChar(u'0'))
                                           .arg(paper + 1, 2, 10, QChar(u'0')));
    const QString sha256 = sha256Hex(QByteArray::number(number) + '/' + QByteArray::number(paper));
    const SignedCopy copy{.pdf = {sha256, 300'000},
                          .signer = {u"Trần Văn Quầy"_s, u"5f0a9c"_s, sha256},
                          .signedAtMs = 1};
    return HandedOverCopy{{CodedCopy{{copy, {}}, *code}, sha256}, newUuid7()};
}

Dossier dossierOf(int number, int all)
{
    const quint32 owner = ownerOf(number, all);
    Dossier dossier{
        .uuid = newUuid7(),
        .code = *codes::DossierCode::parse(
            u"000.00.16.H62-%1-%2"_s
                .arg(QDateTime::fromMSecsSinceEpoch(timeOf(number, all)).toString(u"yyMMdd"_s))
                .arg(number % 10'000, 4, 10, QChar(u'0'))),
        .procedure = *codes::ProcedureCode::parse(u"1.002809"_s),
        .owner = {Owner::Kind::Citizen, Pii(idOf(owner)), Pii(nameOf(owner))},
        .department = u"H62.16"_s,
        .receivedAtMs = timeOf(number, all)};
    for (int paper = 0; paper < papers; ++paper) {
        auto state = number < all - unfinished ? handedOver(idOf(owner), number, paper)
                                               : PaperState(DigitizeSlot{});
        dossier.components.push_back(
            {.code = u"GT%1"_s.arg(paper + 1, 2, 10, QChar(u'0')), .state = std::move(state)});
    }
    return dossier;
}

/// Made at the first use of the folder.
std::shared_ptr<const sealing::Sealer> sealerOf(const QString &folder)
{
    const QString file = folder + u"/bench.key"_s;
    if (!QFileInfo::exists(file)) {
        const auto keys = sealing::DataKeys::made();
        const auto text = keys->text();
        const auto bytes = text.view();
        if (!createDurably(file, QByteArray(bytes.data(), qsizetype(bytes.size()))))
            qFatal("no key");
    }
    const auto keys = sealing::DataKeys::parse(*readPrivateFile(file));
    return *sealing::Sealer::with(*keys);
}

Expected<Store> opened(const QString &folder)
{
    static const SystemClock clock;
    return Store::open(folder, clock, sealerOf(folder));
}

void fill(const QString &folder, int all, QTextStream &out)
{
    QElapsedTimer timer;
    timer.start();
    {
        auto store = opened(folder);
        filling = true;
        for (int number = 0; number < all; ++number) {
            if (const auto created = store->createDossier(dossierOf(number, all), actor); !created)
                qFatal("%s", qPrintable(created.error().detail));
            if (number % 100'000 == 99'999)
                out << number + 1 << " dossiers after " << timer.elapsed() / 1000 << " s"
                    << Qt::endl;
        }
        for (const auto &[sql, statement] : prepared)
            reallyFinalize(statement);
        prepared.clear();
        filling = false;
    }
    // By hand-overs it would take hours.
    SQLite::Database database((folder + u"/station.db"_s).toStdString(), SQLite::OPEN_READWRITE);
    database.exec("UPDATE dossiers SET handed_over = 1 WHERE id <= " +
                  std::to_string(all - unfinished));
    database.exec("PRAGMA wal_checkpoint(TRUNCATE)");
    ::sync();
}

/// Milliseconds of many runs; `work` gets the number of its run.
void tell(QTextStream &out, const QString &what, int runs, const std::function<void(int)> &work)
{
    std::vector<double> ms;
    for (int run = 0; run < runs; ++run) {
        QElapsedTimer timer;
        timer.start();
        work(run);
        ms.push_back(static_cast<double>(timer.nsecsElapsed()) / 1e6);
    }
    std::sort(ms.begin(), ms.end());
    const auto at = [&](double part) {
        return ms[std::min(ms.size() - 1,
                           static_cast<std::size_t>(part * static_cast<double>(ms.size())))];
    };
    out << qSetFieldWidth(44) << Qt::left << what << qSetFieldWidth(0) << "p50 "
        << QString::number(at(0.5), 'f', 2) << " ms   p95 " << QString::number(at(0.95), 'f', 2)
        << " ms   max " << QString::number(ms.back(), 'f', 2) << " ms" << Qt::endl;
}

void find(const QString &folder, int all, QTextStream &out)
{
    std::mt19937 random(7);
    qsizetype found = 0;
    tell(out, u"open"_s, 20, [&](int) { (void)opened(folder); });
    const auto store = opened(folder);
    const auto some = [&] {
        return static_cast<int>(random() % static_cast<quint32>(all - unfinished));
    };
    tell(out, u"list of a day"_s, 100, [&](int) {
        const auto day = lastDay.addDays(-some() / perDay);
        found += static_cast<qsizetype>(store->listDay(day)->size());
    });
    tell(out, u"dossiers of an owner"_s, 200, [&](int) {
        found += static_cast<qsizetype>(store->listOwner(idOf(ownerOf(some(), all)))->size());
    });
    tell(out, u"search: whole name"_s, 200, [&](int) {
        found += static_cast<qsizetype>(store->search(nameOf(ownerOf(some(), all)))->size());
    });
    tell(out, u"search: begin of three words"_s, 100, [&](int) {
        QStringList begins;
        for (const auto &word : nameOf(ownerOf(some(), all)).split(u' ').first(3))
            begins << word.left(2);
        found += static_cast<qsizetype>(store->search(begins.join(u' '))->size());
    });
    tell(out, u"search: the most common family name"_s, 50,
         [&](int) { found += static_cast<qsizetype>(store->search(u"nguyen"_s)->size()); });
    tell(out, u"search: two common words"_s, 50,
         [&](int) { found += static_cast<qsizetype>(store->search(u"nguyen thi"_s)->size()); });
    tell(out, u"search: a name that nobody has"_s, 50,
         [&](int) { found += static_cast<qsizetype>(store->search(u"nguyen thi xyz"_s)->size()); });
    tell(out, u"search: two family names"_s, 50,
         [&](int) { found += static_cast<qsizetype>(store->search(u"tran duong"_s)->size()); });
    tell(out, u"search: code of a dossier"_s, 100, [&](int) {
        const auto code = dossierOf(some(), all).code->text();
        found += static_cast<qsizetype>(store->search(code)->size());
        found += store->load(code) ? 1 : 0;
    });
    tell(out, u"unfinished dossiers"_s, 20,
         [&](int) { found += static_cast<qsizetype>(store->listUnfinished()->size()); });
    out << "rows found: " << found << Qt::endl;
}

void commit(const QString &folder, QTextStream &out)
{
    auto store = opened(folder);
    BlobFolder blobs(folder);
    QByteArray bytes(blobBytes, 'p');
    quint32 copies = 0;
    std::vector<Dossier> dossiers;
    const int runs = 60;
    for (int run = 0; run < runs; ++run) {
        auto dossier = dossierOf(run, runs);
        dossier.code.reset();
        dossiers.push_back(dossier);
        if (!store->createDossier(dossier, actor))
            qFatal("create");
        for (const auto &component : dossier.components) {
            const Side side{.id = newUuid7(), .widthPx = 2480, .heightPx = 3508, .dpi = 300};
            if (!store->addSide({dossier.uuid, component.code, side, side.id}, actor))
                qFatal("side");
        }
    }
    tell(out, u"six signed copies of 1 MB, files and rows"_s, runs, [&](int run) {
        const auto &dossier = dossiers[static_cast<std::size_t>(run)];
        for (const auto &component : dossier.components) {
            ++copies;
            std::memcpy(bytes.data(), &copies, sizeof copies);  // each is another file
            const auto blob = blobs.put(bytes);
            const auto now = store->load(dossier.uuid)->component(component.code)->state;
            const auto signedCopy = sign(std::get<CapturedPaper>(now), *blob, {actor, actor}, 1);
            if (!store->apply({.dossierUuid = dossier.uuid,
                               .componentCode = component.code,
                               .from = now,
                               .next = signedCopy,
                               .actor = actor,
                               .action = u"sign"_s,
                               .objectSha256 = blob->sha256}))
                qFatal("sign");
        }
    });
}

void backUp(const QString &folder, QTextStream &out)
{
    const QTemporaryDir place;
    const SystemClock clock;
    Backup backup(folder, {.folder = place.path()}, clock);
    tell(out, u"backup of all"_s, 1, [&](int) {
        if (const auto made = backup.make(); !made)
            qFatal("%s", qPrintable(made.error().detail));
    });
}

}  // namespace

int main(int argc, char **argv)
{
    QTextStream out(stdout);
    const int all = argc > 1 ? QString::fromLocal8Bit(argv[1]).toInt() : 1'000'000;
    const QTemporaryDir temporary;
    const QString folder = argc > 2 ? QString::fromLocal8Bit(argv[2]) : temporary.path();
    if (!QFileInfo::exists(folder + u"/station.db"_s))
        fill(folder, all, out);
    out << all << " dossiers, " << QFileInfo(folder + u"/station.db"_s).size() / 1'000'000 << " MB"
        << Qt::endl;
    find(folder, all, out);
    backUp(folder, out);
    const QTemporaryDir fresh;
    commit(fresh.path(), out);
    return 0;
}
