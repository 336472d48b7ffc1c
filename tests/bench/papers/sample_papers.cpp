#include "tests/bench/papers/kinds.h"

#include <QCommandLineParser>
#include <QDir>
#include <QGuiApplication>

#include <cstdio>
#include <vector>

using namespace station::papers;
using namespace Qt::StringLiterals;

/// Draws papers nobody has written: the same seed gives the same papers.
int main(int argc, char *argv[])
{
    qputenv("QT_QPA_PLATFORM", "offscreen");
    const QGuiApplication application(argc, argv);
    QCommandLineParser parser;
    const QCommandLineOption seed(u"seed"_s, u"First random number."_s, u"n"_s, u"1"_s);
    const QCommandLineOption count(u"count"_s, u"How many papers."_s, u"n"_s, u"20"_s);
    const QCommandLineOption only(u"kinds"_s, u"Names of kinds, parted by commas."_s, u"names"_s);
    parser.addOptions({seed, count, only});
    parser.addHelpOption();
    parser.addPositionalArgument(u"folder"_s, u"Where pictures and truth go."_s);
    parser.process(application);
    if (parser.positionalArguments().size() != 1)
        parser.showHelp(2);

    std::vector<const Kind *> chosen;
    const QStringList names = parser.value(only).split(u',', Qt::SkipEmptyParts);
    for (const Kind &kind : kinds) {
        if (names.isEmpty())
            chosen.insert(chosen.end(), std::size_t(kind.weight), &kind);
        else if (names.contains(QLatin1StringView(kind.name)))
            chosen.push_back(&kind);
    }
    if (chosen.empty()) {
        std::fputs("no such kind\n", stderr);
        return 2;
    }
    const QString folder = parser.positionalArguments().constFirst();
    QDir().mkpath(folder);
    const auto first = parser.value(seed).toULongLong();
    for (int i = 0; i < parser.value(count).toInt(); ++i) {
        Random random(first * 1'000'003U + std::uint64_t(i));
        // One after the other when few are asked for, so that none is missed.
        const Kind &kind =
            names.isEmpty() ? *random.pick(chosen) : *chosen[std::size_t(i) % chosen.size()];
        Draft draft(random.next(), kind.card);
        kind.draw(draft);
        if (!draft.save(folder, u"s%1-%2"_s.arg(first).arg(i + 1, 4, 10, QChar(u'0')),
                        QString::fromLatin1(kind.name))) {
            std::fputs("cannot write\n", stderr);
            return 1;
        }
    }
    return 0;
}
