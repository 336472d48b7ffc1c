#include "app/gui/base/theme.h"
#include "app/gui/widgets/key_button.h"
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
constexpr int leastTarget = 24;        // WCAG 2.2, success criterion 2.5.8
constexpr double leastContrast = 4.5;  // 1.4.3

QString nameOf(const QWidget &widget)
{
    return QLatin1String(widget.metaObject()->className()) + u" "_s + widget.objectName();
}

/// What is wrong with one scene, a line each.
QStringList faultsOf(CounterWindow &window)
{
    QStringList faults;
    if (window.minimumSizeHint().width() > smallScreen.width() ||
        window.minimumSizeHint().height() > smallScreen.height())
        faults << u"too large for the screen: %1 by %2"_s.arg(window.minimumSizeHint().width())
                      .arg(window.minimumSizeHint().height());
    for (QWidget *widget : window.findChildren<QWidget *>()) {
        if (!widget->isVisible())
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

void walk(const QString &language)
{
    const auto appearance = GENERATE(Appearance::Light, Appearance::Dark);
    languages::install(language);
    QApplication::setPalette(paletteFor(appearance));
    QStringList faults;
    int scenes = 0;
    const Visit visit{.scene =
                          [&](const QString &name, CounterWindow &window) {
                              ++scenes;
                              for (const QString &fault : faultsOf(window))
                                  faults << name + u": "_s + fault;
                          },
                      .settleMs = 40};
    for (const Chapter &chapter : chapters())
        chapter.play(visit, smallScreen);
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
    walk(u"vi"_s);
}

TEST_CASE("every scene can be read and reached in English", "[accessibility]")
{
    walk(u"en"_s);
}

TEST_CASE("every scene can be read and reached in Czech", "[accessibility]")
{
    walk(u"cs"_s);
}
