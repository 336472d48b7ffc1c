// Renders every scene of the counter window into PNG files, in three languages and two palettes, so
// that a change of the window comes with pictures: shots FOLDER [CHAPTER [LANGUAGE]].

#include "app/gui/base/theme.h"
#include "app/languages/languages.h"
#include "tests/app/gui/scenes.h"

#include <QApplication>
#include <QDir>

#include <cstdio>

using namespace station;
using namespace station::gui;
using namespace station::gui::test;
using namespace Qt::StringLiterals;

namespace {

QString argument(int at)
{
    return QCoreApplication::arguments().value(at);
}

}  // namespace

int main(int argc, char **argv)
{
    qputenv("QT_QPA_PLATFORM", "offscreen");
    QApplication application(argc, argv);
    if (argc < 2) {
        std::fprintf(stderr, "usage: shots FOLDER [CHAPTER [LANGUAGE]]\n");
        return 2;
    }
    const QDir folder(argument(1));
    folder.mkpath(u"."_s);
    for (const QString &language : {u"vi"_s, u"en"_s, u"cs"_s}) {
        if (!argument(3).isEmpty() && argument(3) != language)
            continue;
        languages::install(language);
        for (const Appearance appearance : {Appearance::Light, Appearance::Dark}) {
            dress(application, appearance);
            const bool dark = appearance == Appearance::Dark;
            // What else has room on a large screen, and what folds on a small one (full HD at
            // 200 %); one language tells.
            std::vector<QSize> sizes{{1366, 768}};
            if (language == u"vi"_s && !dark)
                sizes.insert(sizes.end(), {QSize(1920, 1080), QSize(960, 540)});
            for (const QSize size : sizes) {
                const QString prefix =
                    u"%1-%2-%3-"_s.arg(language, dark ? u"dark"_s : u"light"_s).arg(size.width());
                const Visit visit{.scene = [&](const QString &name, CounterWindow &window) {
                    window.grab().save(folder.filePath(prefix + name + u".png"_s));
                }};
                for (const Chapter &chapter : chapters()) {
                    if (argument(2).isEmpty() || argument(2) == chapter.name)
                        chapter.play(visit, size);
                }
            }
        }
    }
    return 0;
}
