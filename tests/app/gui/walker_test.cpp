#include "app/gui/base/theme.h"
#include "app/gui/widgets/foldable_column.h"
#include "app/gui/widgets/key_button.h"
#include "app/gui/widgets/page_view.h"
#include "app/languages/languages.h"
#include "tests/app/gui/contrast.h"
#include "tests/app/gui/scenes.h"
#include "tests/support/catch.h"

#include <QAccessible>
#include <QApplication>
#include <QLabel>
#include <QScrollBar>
#include <QTranslator>

using namespace station;
using namespace station::gui;
using namespace station::gui::test;
using namespace Qt::StringLiterals;

namespace {

constexpr QSize smallScreen(1366, 768);
constexpr QSize doubledScreen(960, 540);  // full HD, everything at 200 %
constexpr int stripWidth = 128;
constexpr int leastTarget = 24;        // WCAG 2.2, success criterion 2.5.8
constexpr double leastContrast = 4.5;  // 1.4.3

QString nameOf(const QWidget &widget)
{
    return QLatin1String(widget.metaObject()->className()) + u" "_s + widget.objectName();
}

/// In a column that has no width.
bool isFolded(const QWidget &widget)
{
    for (const auto *around = widget.parentWidget(); around; around = around->parentWidget()) {
        if (qobject_cast<const FoldableColumn *>(around))
            return around->width() == 0;
    }
    return false;
}

/// What is wrong with one scene, a line each.
QStringList faultsOf(CounterWindow &window, QSize screen)
{
    QStringList faults;
    if (window.width() > screen.width() || window.height() > screen.height())
        faults << u"too large for the screen: %1 by %2"_s.arg(window.width()).arg(window.height());
    const auto *view = window.findChild<PageView *>();
    if (view->isVisible() && 2 * (view->width() + stripWidth) < window.width())
        faults << u"the pages have less than half of it"_s;
    for (QWidget *widget : window.findChildren<QWidget *>()) {
        if (!widget->isVisible() || isFolded(*widget))
            continue;
        if (widget->focusPolicy() != Qt::NoFocus) {
            auto *reader = QAccessible::queryAccessibleInterface(widget);
            if (!reader || reader->text(QAccessible::Name).trimmed().isEmpty())
                faults << nameOf(*widget) + u": nameless"_s;
            if (widget->width() < leastTarget || widget->height() < leastTarget)
                faults << nameOf(*widget) + u": too small a target"_s;
        }
        if (const auto *button = qobject_cast<KeyButton *>(widget);
            button && button->width() < button->sizeHint().width())
            faults << nameOf(*widget) + u": clipped: "_s + button->text();
        const auto *label = qobject_cast<QLabel *>(widget);
        if (!label || label->text().isEmpty())
            continue;
        if (!label->wordWrap() && label->width() < label->sizeHint().width())
            faults << nameOf(*widget) + u": clipped: "_s + label->text();
        if (label->wordWrap() && label->height() < label->heightForWidth(label->width()))
            faults << nameOf(*widget) + u": its last line is missing: "_s + label->text();
        if (label->isEnabled() && label->autoFillBackground() &&
            contrast(label->palette().color(label->foregroundRole()),
                     label->palette().color(label->backgroundRole())) < leastContrast)
            faults << nameOf(*widget) + u": hard to read"_s;
    }
    return faults;
}

void walk(const QString &language, QSize screen, Appearance appearance)
{
    languages::install(language);
    QApplication::setPalette(paletteFor(appearance));
    QStringList faults;
    int scenes = 0;
    const Visit visit{.scene =
                          [&](const QString &name, CounterWindow &window) {
                              ++scenes;
                              for (const QString &fault : faultsOf(window, screen))
                                  faults << name + u": "_s + fault;
                          },
                      .settleMs = 40};
    for (const Chapter &chapter : chapters())
        chapter.play(visit, screen);
    languages::install(u"en"_s);
    QApplication::setPalette(paletteFor(Appearance::Light));
    CAPTURE(language.toStdString(), static_cast<int>(appearance));
    INFO(faults.join(u'\n').toStdString());
    CHECK(faults.isEmpty());
    CHECK(scenes > 60);
}

}  // namespace

TEST_CASE("every scene can be read and reached in Vietnamese", "[accessibility]")
{
    walk(u"vi"_s, smallScreen, GENERATE(Appearance::Light, Appearance::Dark));
}

TEST_CASE("every scene can be read and reached in English", "[accessibility]")
{
    walk(u"en"_s, smallScreen, GENERATE(Appearance::Light, Appearance::Dark));
}

TEST_CASE("every scene can be read and reached in Czech", "[accessibility]")
{
    walk(u"cs"_s, smallScreen, GENERATE(Appearance::Light, Appearance::Dark));
}

TEST_CASE("every scene folds to full HD at 200 % in Vietnamese", "[accessibility]")
{
    walk(u"vi"_s, doubledScreen, Appearance::Light);
}

TEST_CASE("every scene folds to full HD at 200 % in English", "[accessibility]")
{
    walk(u"en"_s, doubledScreen, Appearance::Light);
}

TEST_CASE("every scene folds to full HD at 200 % in Czech", "[accessibility]")
{
    walk(u"cs"_s, doubledScreen, Appearance::Light);
}
