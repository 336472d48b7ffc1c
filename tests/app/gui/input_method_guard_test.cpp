#include "app/gui/base/input_method_guard.h"

#include "tests/support/catch.h"

#include <QApplication>
#include <QInputMethodEvent>
#include <QLineEdit>
#include <QTest>
#include <QVBoxLayout>
#include <QWidget>

using namespace station::gui;
using namespace Qt::StringLiterals;

namespace {

/// Two fields under the guard.
struct TwoFields {
    TwoFields() : first(new QLineEdit), second(new QLineEdit)
    {
        auto *layout = new QVBoxLayout(&window);
        layout->addWidget(first);
        layout->addWidget(second);
        qApp->installEventFilter(&guard);
        window.show();
        QApplication::setActiveWindow(&window);
    }

    static void compose(QLineEdit *field, const QString &text)
    {
        QInputMethodEvent event(text, {});
        QApplication::sendEvent(field, &event);
    }
    static void commit(QLineEdit *field, const QString &text)
    {
        QInputMethodEvent event;
        event.setCommitString(text);
        QApplication::sendEvent(field, &event);
    }

    InputMethodGuard guard{};
    QWidget window{};
    QLineEdit *first;
    QLineEdit *second;
};

}  // namespace

TEST_CASE("a late commit after a click into the next field is dropped", "[input method]")
{
    TwoFields fields;
    fields.first->setFocus();
    TwoFields::compose(fields.first, u"nguyê"_s);
    TwoFields::commit(fields.first, u"nguyễn"_s);
    fields.second->setFocus();
    TwoFields::commit(fields.second, u"nguyễn"_s);

    CHECK(fields.first->text() == u"nguyễn"_s);
    CHECK(fields.second->text().isEmpty());
}

TEST_CASE("a word composed in the new field is kept however fast it is", "[input method]")
{
    TwoFields fields;
    fields.first->setFocus();
    fields.second->setFocus();
    TwoFields::compose(fields.second, u"đứ"_s);
    TwoFields::commit(fields.second, u"đức"_s);

    CHECK(fields.second->text() == u"đức"_s);
}

TEST_CASE("a commit without composing is kept once the focus has settled", "[input method]")
{
    TwoFields fields;
    fields.first->setFocus();
    fields.second->setFocus();
    QTest::qWait(200);
    TwoFields::commit(fields.second, u"Hà"_s);

    CHECK(fields.second->text() == u"Hà"_s);
}

TEST_CASE("a commit to a field without the focus is left alone", "[input method]")
{
    TwoFields fields;
    fields.second->setFocus();
    TwoFields::commit(fields.first, u"Sữa"_s);

    CHECK(fields.first->text() == u"Sữa"_s);
}
