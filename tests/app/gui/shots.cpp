// Renders the counter window with sample data into PNG files, so that a change
// of the window comes with pictures: shots FOLDER.

#include "app/gui/base/theme.h"
#include "app/gui/counter/counter_window.h"
#include "app/languages/languages.h"
#include "tests/app/gui/scripted_desk.h"

#include <QApplication>
#include <QDir>
#include <QLineEdit>
#include <QTest>
#include <QTranslator>

using namespace station;
using namespace station::gui;
using namespace station::gui::test;
using namespace Qt::StringLiterals;

namespace {

constexpr int settleMs = 120;

class Album {
public:
    Album(QDir folder, QString prefix, WorkMode mode)
        : m_folder(folder), m_prefix(std::move(prefix))
    {
        using Content = FeederSide::Content;
        m_desk.feeder = {{{Content::Form}},
                         {{Content::Certificate}, {Content::Blank, station::dossier::Face::Back}}};
        m_desk.reusableCopies = 2;
        m_window = std::make_unique<CounterWindow>(m_desk, mode);
        m_window->show();
        settle();
    }

    void shoot(const QString &name)
    {
        settle();
        m_window->grab().save(m_folder.filePath(m_prefix + u'-' + name + u".png"_s));
    }
    void press(Qt::Key key)
    {
        QTest::keyClick(focus(), key);
        settle();
    }
    void type(const QString &text)
    {
        QTest::keyClicks(focus(), text);
        settle();
    }

private:
    QWidget *focus() const
    {
        QWidget *widget = QApplication::focusWidget();
        return widget ? widget : m_window.get();
    }
    static void settle() { QTest::qWait(settleMs); }

    QDir m_folder;
    QString m_prefix;
    ScriptedDesk m_desk{};
    std::unique_ptr<CounterWindow> m_window{};
};

void shootAll(const QDir &folder, const QString &prefix, WorkMode mode)
{
    Album album(folder, prefix, mode);
    album.shoot(u"1-start"_s);
    album.type(ScriptedDesk::dossierCode);
    album.press(Qt::Key_Return);
    album.shoot(u"2-checklist"_s);
    album.press(Qt::Key_F5);
    album.press(Qt::Key_F5);
    album.press(Qt::Key_R);
    album.shoot(u"3-reuse"_s);
    album.press(Qt::Key_Return);
    album.press(Qt::Key_H);
    album.press(Qt::Key_2);
    album.shoot(u"4-scanned"_s);
    album.press(Qt::Key_Space);
    album.shoot(u"5-flagged"_s);
    album.press(Qt::Key_F8);
    album.type(u"1111"_s);
    album.press(Qt::Key_Return);
    album.shoot(u"6-pin"_s);
    album.type(QString::fromLatin1(ScriptedDesk::rightPin));
    album.press(Qt::Key_Return);
    album.press(Qt::Key_Return);
    album.shoot(u"7-fields"_s);
    album.press(Qt::Key_Return);
    album.press(Qt::Key_Return);
    album.shoot(u"8-code"_s);
    album.press(Qt::Key_F1);
    album.shoot(u"9-keys"_s);
    album.press(Qt::Key_F1);
    album.press(Qt::Key_Return);
    album.press(Qt::Key_F10);
    album.shoot(u"10-handed-over"_s);
}

}  // namespace

int main(int argc, char **argv)
{
    qputenv("QT_QPA_PLATFORM", "offscreen");
    QApplication application(argc, argv);
    const QDir folder(argc > 1 ? QString::fromLocal8Bit(argv[1]) : u"shots"_s);
    folder.mkpath(u"."_s);
    for (const QString &language : {u"vi"_s, u"en"_s, u"cs"_s}) {
        languages::install(language);
        dress(application, Appearance::Light);
        shootAll(folder, language + u"-light"_s, WorkMode::Real);
        for (QTranslator *translator : application.findChildren<QTranslator *>())
            delete translator;
    }
    languages::install(u"vi"_s);
    dress(application, Appearance::Dark);
    shootAll(folder, u"vi-dark"_s, WorkMode::Training);
    return 0;
}
