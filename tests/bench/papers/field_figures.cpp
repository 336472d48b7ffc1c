#include "core/dossier/field.h"
#include "core/extraction/propose.h"
#include "core/recognition/recognized_page.h"
#include "core/worker/page_worker.h"

#include <QCommandLineParser>
#include <QCoreApplication>
#include <QDir>
#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QTextStream>

#include <algorithm>
#include <array>
#include <cmath>
#include <map>
#include <optional>

using namespace station;
using namespace Qt::StringLiterals;

namespace {

/// A field that the paper says, or one that was proposed though the paper does not say it.
struct Judged {
    QString paper{};
    QString kind{};
    QString condition{};
    QString dots{};  ///< How the form's blanks are marked.
    QString key{};   ///< Cells without their row.
    QString truth{};
    QString value{};
    double confidence = 0.0;
    double raw = 0.0;  ///< What the confidence was made from.
    bool doubtful = false;
    bool sure = false;
    bool byPen = false;
    bool right = false;
};

struct Sample {
    QString name{};
    QJsonObject truth{};
    std::vector<recognition::RecognizedPage> pages{};
};

QJsonObject objectIn(const QString &path)
{
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        return {};
    return QJsonDocument::fromJson(file.readAll()).object();
}

QString columnOf(const QString &key)
{
    const QStringList parts = key.split(u'.');
    return parts.size() == 3 ? parts[0] + u'.' + parts[2] : key;
}

/// Letters count, blanks at line ends do not; names are the same in capitals.
bool same(const QString &key, const QString &a, const QString &b)
{
    const QString left = a.normalized(QString::NormalizationForm_C).simplified();
    const QString right = b.normalized(QString::NormalizationForm_C).simplified();
    const auto kind = dossier::fieldKindOf(key);
    return kind == dossier::FieldKind::Name ? left.compare(right, Qt::CaseInsensitive) == 0
                                            : left == right;
}

/// The lower 95 % bound of a share (Clopper–Pearson by bisection on the binomial's tail).
double atLeast(int right, int count)
{
    if (right == 0 || count == 0)
        return 0.0;
    const auto tail = [&](double p) {  // P(X >= right)
        double sum = 0.0;
        for (int k = right; k <= count; ++k)
            sum += std::exp(std::lgamma(count + 1.0) - std::lgamma(k + 1.0) -
                            std::lgamma(count - k + 1.0) + k * std::log(p) +
                            (count - k) * std::log1p(-p));
        return sum;
    };
    double low = 0.0;
    double high = 1.0 - 1e-12;
    for (int i = 0; i < 60; ++i) {
        const double middle = (low + high) / 2;
        (tail(middle) < 0.05 ? low : high) = middle;
    }
    return low;
}

/// Reads what is not in the cache yet.
std::optional<Sample> sampleOf(const QString &folder, const QString &truthFile,
                               const QString &cache, worker::PageWorkerPool &pool)
{
    Sample sample{.name = truthFile.chopped(5), .truth = objectIn(folder + u'/' + truthFile)};
    if (sample.truth[u"side"_s].toInt() != 0)
        return {};
    for (const QJsonValue &side : sample.truth[u"sides"_s].toArray()) {
        const QString stem = cache + u'/' + side.toString().chopped(4);
        if (!QFile::exists(stem + u".page.json"_s)) {
            const auto read =
                pool.read({.source = folder + u'/' + side.toString(), .outputStem = stem}, true);
            if (!read) {
                QTextStream(stderr) << side.toString() << ": " << read.error().detail << '\n';
                return {};
            }
            QFile::remove(stem + u".jpg"_s);
            QFile file(stem + u".page.json"_s);
            if (!file.open(QIODevice::WriteOnly))
                return {};
            file.write(
                QJsonDocument(recognition::toJson(read->page)).toJson(QJsonDocument::Compact));
        }
        const auto page = recognition::recognizedPageFromJson(objectIn(stem + u".page.json"_s));
        if (!page)
            return {};
        sample.pages.push_back(*page);
    }
    return sample;
}

std::vector<Judged> judged(const Sample &sample, const extraction::PaperProposal &proposal,
                           const std::vector<extraction::RawScore> &scores)
{
    const auto score = [&](Judged &one, const QString &key) {
        const auto found =
            std::find_if(scores.begin(), scores.end(), [&](const auto &s) { return s.key == key; });
        if (found != scores.end()) {
            one.raw = found->raw;
            one.doubtful = found->doubtful;
        }
    };
    const QJsonObject fields = sample.truth[u"fields"_s].toObject();
    const QJsonArray penned = sample.truth[u"handwritten"_s].toArray();
    const QJsonArray open = sample.truth[u"open"_s].toArray();
    const QString kind = sample.truth[u"kind"_s].toString();
    const QString condition = sample.truth[u"conditions"_s][u"name"_s].toString();
    const QString dots = sample.truth[u"layout"_s][u"dots"_s].toString();
    std::vector<Judged> all;
    for (auto field = fields.begin(); field != fields.end(); ++field) {
        if (open.contains(field.key()))
            continue;
        Judged one{.paper = sample.name,
                   .kind = kind,
                   .condition = condition,
                   .dots = dots,
                   .key = columnOf(field.key()),
                   .truth = field.value().toString(),
                   .byPen = penned.contains(field.key())};
        const auto found = std::find_if(proposal.fields.begin(), proposal.fields.end(),
                                        [&](const auto &p) { return p.key == field.key(); });
        if (found != proposal.fields.end()) {
            one.value = found->value;
            one.confidence = found->confidence;
            one.sure = found->sure;
            one.right = same(field.key(), one.value, one.truth);
            score(one, field.key());
        }
        all.push_back(one);
    }
    for (const dossier::FieldProposal &field : proposal.fields) {
        if (fields.contains(field.key) || open.contains(field.key))
            continue;
        Judged one{.paper = sample.name,
                   .kind = kind,
                   .condition = condition,
                   .dots = dots,
                   .key = columnOf(field.key),
                   .value = field.value,
                   .confidence = field.confidence,
                   .sure = field.sure};
        score(one, field.key);
        all.push_back(one);
    }
    return all;
}

struct Tally {
    int fields = 0;
    int exact = 0;
    int proposed = 0;
    int sure = 0;
    int sureRight = 0;
    int extra = 0;
};

void print(QTextStream &out, const QString &name, const Tally &t)
{
    const auto share = [](int part, int whole) { return whole > 0 ? 100.0 * part / whole : 0.0; };
    out << u"%1 %2 %3 %4 %5 %6 %7\n"_s.arg(name.leftJustified(26))
               .arg(t.fields, 6)
               .arg(share(t.exact, t.fields), 8, 'f', 1)
               .arg(share(t.sure, t.fields), 8, 'f', 1)
               .arg(t.sure, 7)
               .arg(t.sure - t.sureRight, 7)
               .arg(t.extra, 7);
}

void printTable(QTextStream &out, const QString &title, const std::vector<Judged> &all,
                QString Judged::*by)
{
    std::map<QString, Tally> rows;
    for (const Judged &one : all) {
        if (one.byPen)
            continue;
        for (Tally *tally : {&rows[one.*by], &rows[u"~ all"_s]}) {
            tally->fields += one.truth.isEmpty() ? 0 : 1;
            tally->extra += one.truth.isEmpty() ? 1 : 0;
            tally->exact += one.right ? 1 : 0;
            tally->sure += one.sure ? 1 : 0;
            tally->sureRight += one.sure && one.right ? 1 : 0;
        }
    }
    out << u"\n%1 printed  exact %   sure %    sure   wrong   extra\n"_s.arg(
        title.leftJustified(26));
    for (const auto &[name, tally] : rows)
        print(out, name, tally);
}

void printCurve(QTextStream &out, const std::vector<Judged> &all)
{
    int printed = 0;
    for (const Judged &one : all)
        printed += !one.byPen && !one.truth.isEmpty() ? 1 : 0;
    out << "\nconfidence at least    share %   right %   at least % (95)\n";
    for (const double threshold : {0.0, 0.5, 0.7, 0.8, 0.85, 0.9, 0.93, 0.95, 0.97, 0.98, 0.985,
                                   0.99, 0.993, 0.995, 0.997, 0.999}) {
        int count = 0;
        int right = 0;
        for (const Judged &one : all) {
            if (!one.value.isEmpty() && one.confidence >= threshold) {
                ++count;
                right += one.right ? 1 : 0;
            }
        }
        if (count > 0)
            out << u"%1 %2 %3 %4\n"_s.arg(threshold, 19, 'f', 3)
                       .arg(100.0 * count / printed, 10, 'f', 1)
                       .arg(100.0 * right / count, 9, 'f', 2)
                       .arg(100.0 * atLeast(right, count), 12, 'f', 2);
    }
}

struct Point {
    double raw = 0.0;
    double right = 0.0;
};

/// Monotone: pooled adjacent violators, on groups of neighbouring scores.
std::vector<Point> calibrated(std::vector<const Judged *> proposals)
{
    std::sort(proposals.begin(), proposals.end(),
              [](const auto *a, const auto *b) { return a->raw < b->raw; });
    struct Pool {
        double raw = 0.0;
        double right = 0.0;
        double count = 0.0;
    };
    std::vector<Pool> pools;
    const auto allRight = std::count_if(proposals.begin(), proposals.end(),
                                        [](const Judged *one) { return one->right; });
    const double share = double(allRight) / double(std::max<std::size_t>(1, proposals.size()));
    const std::size_t step = std::max<std::size_t>(8, proposals.size() / 40);
    for (std::size_t i = 0; i < proposals.size(); i += step) {
        // Few proposals promise no more than all of the field do.
        Pool pool{0.0, 2.0 * share, 2.0};
        double raw = 0.0;
        double count = 0.0;
        for (std::size_t j = i; j < std::min(i + step, proposals.size()); ++j) {
            raw += proposals[j]->raw;
            pool.right += proposals[j]->right ? 1.0 : 0.0;
            count += 1.0;
        }
        pool.raw = raw / count;
        pool.count += count;
        pools.push_back(pool);
        while (pools.size() > 1) {
            Pool &before = pools[pools.size() - 2];
            const Pool &last = pools.back();
            if (before.right / before.count <= last.right / last.count)
                break;
            const double whole = before.count + last.count;
            before = {(before.raw * before.count + last.raw * last.count) / whole,
                      before.right + last.right, whole};
            pools.pop_back();
        }
    }
    std::vector<Point> points{
        {0.0, pools.empty() ? 0.0 : 0.5 * pools.front().right / pools.front().count}};
    for (const Pool &pool : pools)
        points.push_back({pool.raw, pool.right / pool.count});
    if (points.back().raw < 1.0)
        points.push_back({1.0, points.back().right});
    return points;
}

double calibratedAt(const std::vector<Point> &points, double raw)
{
    for (std::size_t i = 1; i < points.size(); ++i) {
        if (raw <= points[i].raw) {
            const double width = points[i].raw - points[i - 1].raw;
            const double t = width > 0 ? (raw - points[i - 1].raw) / width : 1.0;
            return std::lerp(points[i - 1].right, points[i].right, t);
        }
    }
    return points.back().right;
}

/// The table that these proposals ask for, of those that nothing speaks against.
void writeCalibration(const QString &path, const std::vector<Judged> &all)
{
    // A field of its own where there is enough of it; else with its kind.
    std::map<QString, std::vector<const Judged *>> byKey;
    for (const Judged &one : all) {
        if (!one.value.isEmpty() && !one.doubtful)
            byKey[one.key.section(u'.', -1)].push_back(&one);
    }
    std::map<QString, std::pair<QStringList, std::vector<const Judged *>>> groups;
    for (const auto &[key, proposals] : byKey) {
        auto &group = groups[proposals.size() >= 150 ? key : u"~ few"_s];
        group.first << key;
        group.second.insert(group.second.end(), proposals.begin(), proposals.end());
    }
    QFile file(path);
    if (!file.open(QIODevice::WriteOnly))
        return;
    QTextStream out(&file);
    for (const auto &[name, group] : groups) {
        const auto points = calibrated(group.second);
        // Lowest threshold above which at most one in 200 is wrong.
        std::vector<const Judged *> sorted = group.second;
        std::sort(sorted.begin(), sorted.end(),
                  [](const auto *a, const auto *b) { return a->raw > b->raw; });
        double sure = 1.0;
        int wrong = 0;
        for (std::size_t i = 0; i < sorted.size(); ++i) {
            wrong += sorted[i]->right ? 0 : 1;
            const bool ends = i + 1 == sorted.size() || sorted[i + 1]->raw < sorted[i]->raw - 1e-9;
            if (ends && wrong * 200.0 <= double(i + 1))
                sure = calibratedAt(points, sorted[i]->raw);
        }
        const QStringList &keys = group.first;
        out << "\n# " << group.second.size() << " proposals\n[[calibration]]\nfields = [";
        if (name != u"~ few")
            out << "\"" << keys.join(u"\", \""_s) << "\"";
        out << "]\nsure = " << u"%1\n"_s.arg(sure, 0, 'f', 4);
        double before = -1.0;
        for (const Point &point : points) {
            if (point.raw < before + 0.001)
                continue;
            before = point.raw;
            out << u"[[calibration.point]]\nraw = %1\nright = %2\n"_s.arg(point.raw, 0, 'f', 4)
                       .arg(point.right, 0, 'f', 4);
        }
    }
}

void writeFailures(const QString &path, std::vector<Judged> all, const std::vector<Sample> &samples)
{
    QFile file(path);
    if (!file.open(QIODevice::WriteOnly))
        return;
    QTextStream out(&file);
    std::map<QString, QString> texts;
    for (const Sample &sample : samples) {
        for (const auto &page : sample.pages)
            texts[sample.name] += page.text() + u'\n';
    }
    std::stable_sort(all.begin(), all.end(), [](const Judged &a, const Judged &b) {
        return std::tie(a.kind, a.key) < std::tie(b.kind, b.key);
    });
    for (const Judged &one : all) {
        if (one.right || (one.byPen && one.value.isEmpty()))
            continue;
        // Whether the engine read the value at all tells recognition from rules.
        const bool read = !one.truth.isEmpty() && texts[one.paper].simplified().contains(
                                                      one.truth.simplified(), Qt::CaseInsensitive);
        out << one.kind << ' ' << one.key << ' ' << one.paper << ' ' << one.condition
            << (one.sure ? " SURE" : "")
            << u" %1 raw %2"_s.arg(one.confidence, 0, 'f', 3).arg(one.raw, 0, 'f', 3)
            << (one.doubtful ? " doubtful" : "")
            << (one.byPen             ? " pen"
                : one.truth.isEmpty() ? " extra"
                : read                ? " text-ok"
                                      : " misread")
            << "\n    read  " << one.value << "\n    truth " << one.truth << '\n';
    }
}

/// Every proposal in a row, to see what keeps a right one from being sure.
void writeProposals(const QString &path, const std::vector<Judged> &all)
{
    QFile file(path);
    if (!file.open(QIODevice::WriteOnly))
        return;
    QTextStream out(&file);
    out << "key\tright\tsure\tdoubtful\traw\tpaper\tkind\tcondition\tvalue\ttruth\n";
    for (const Judged &one : all) {
        if (one.value.isEmpty())
            continue;
        out << one.key << '\t' << one.right << '\t' << one.sure << '\t' << one.doubtful << '\t'
            << u"%1"_s.arg(one.raw, 0, 'f', 3) << '\t' << one.paper << '\t' << one.kind << '\t'
            << one.condition << '\t' << one.value << '\t' << one.truth << '\n';
    }
}

}  // namespace

/// Reads sample papers and compares the proposals with their truth: the tool that calibrates and
/// shows which rule failed. tests/bench/pages/fields_bench.py judges the shipped program end to
/// end.
int main(int argc, char *argv[])
{
    const QCoreApplication application(argc, argv);
    QCommandLineParser parser;
    const QCommandLineOption cache(u"cache"_s, u"Keeps what was read."_s, u"folder"_s, u"cache"_s);
    const QCommandLineOption rules(u"rules"_s, u"resources/extraction"_s, u"folder"_s);
    const QCommandLineOption typed(u"with-type"_s,
                                   u"Tell the kind of paper, as the counter does."_s);
    const QCommandLineOption table(u"calibration"_s, u"Write a table of raw scores."_s, u"file"_s);
    const QCommandLineOption failures(u"failures"_s, u"Write what was not right."_s, u"file"_s);
    const QCommandLineOption rows(u"proposals"_s, u"Write every proposal in a row."_s, u"file"_s);
    const QCommandLineOption kinds(u"page-kinds"_s, u"page_kinds.toml"_s, u"file"_s,
                                   u"resources/pages/page_kinds.toml"_s);
    parser.addOptions({cache, rules, typed, table, failures, rows, kinds});
    parser.addHelpOption();
    parser.addPositionalArgument(u"folder"_s, u"Of sample_papers."_s);
    parser.process(application);
    if (parser.positionalArguments().size() != 1)
        parser.showHelp(2);
    QTextStream out(stdout);

    const auto loaded = extraction::loadExtractionRules(parser.value(rules));
    if (!loaded) {
        QTextStream(stderr) << loaded.error().subject << '\n' << loaded.error().detail << '\n';
        return 1;
    }
    const QString folder = QDir(parser.positionalArguments().constFirst()).absolutePath();
    const QString kept = QDir(parser.value(cache)).absolutePath();
    QDir().mkpath(kept);
    worker::PageWorkerPool pool({.folders = {folder, kept},
                                 .readable = {folder},
                                 .pageKinds = QDir().absoluteFilePath(parser.value(kinds)),
                                 .workers = 1});

    std::vector<Sample> samples;
    std::vector<Judged> all;
    std::map<QString, std::pair<int, int>> types;
    for (const QString &file : QDir(folder).entryList({u"*.json"_s}, QDir::Files, QDir::Name)) {
        auto sample = sampleOf(folder, file, kept, pool);
        if (!sample)
            continue;
        const QString type = sample->truth[u"paper_type"_s].toString();
        const QString given = parser.isSet(typed) ? type : QString();
        const extraction::ExtractionContext context{.today = QDate(2026, 1, 1)};
        const auto proposal = extraction::readPaper(*loaded, sample->pages, given, context);
        const auto scores = extraction::rawScores(*loaded, sample->pages, given, context);
        auto &[right, count] = types[sample->truth[u"kind"_s].toString()];
        right += proposal.type.key == type ? 1 : 0;
        ++count;
        if (proposal.type.key != type)
            out << sample->name << ": " << type << " taken for " << proposal.type.key
                << u" %1\n"_s.arg(proposal.type.confidence, 0, 'f', 2);
        for (Judged &one : judged(*sample, proposal, scores))
            all.push_back(std::move(one));
        samples.push_back(std::move(*sample));
    }
    out << "\nkind of paper proposed right\n";
    for (const auto &[kind, share] : types)
        out << u"%1 %2 of %3\n"_s.arg(kind.leftJustified(26)).arg(share.first, 4).arg(share.second);
    printTable(out, u"field"_s, all, &Judged::key);
    printTable(out, u"kind"_s, all, &Judged::kind);
    printTable(out, u"condition"_s, all, &Judged::condition);
    printTable(out, u"dotted leaders"_s, all, &Judged::dots);
    int penned = 0;
    int claimed = 0;
    int claimedSure = 0;
    for (const Judged &one : all) {
        penned += one.byPen ? 1 : 0;
        claimed += one.byPen && !one.value.isEmpty() ? 1 : 0;
        claimedSure += one.byPen && one.sure ? 1 : 0;
    }
    out << u"\nby pen: %1 fields, %2 proposed, %3 of them as sure\n"_s.arg(penned).arg(claimed).arg(
        claimedSure);
    int sure = 0;
    int right = 0;
    for (const Judged &one : all) {
        sure += one.sure ? 1 : 0;
        right += one.sure && one.right ? 1 : 0;
    }
    out << u"sure and right: %1 of %2, with 95 % at least %3 %\n"_s.arg(right).arg(sure).arg(
        100 * atLeast(right, sure), 0, 'f', 2);
    printCurve(out, all);
    if (parser.isSet(table))
        writeCalibration(parser.value(table), all);
    if (parser.isSet(failures))
        writeFailures(parser.value(failures), all, samples);
    if (parser.isSet(rows))
        writeProposals(parser.value(rows), all);
    return 0;
}
