#include "tests/app/gui/scenes.h"

#include "app/errors/standing_text.h"
#include "app/gui/widgets/page_view.h"
#include "tests/app/gui/scripted_desk.h"

#include <QAbstractButton>
#include <QApplication>
#include <QInputMethodEvent>
#include <QListView>
#include <QTest>

using namespace Qt::StringLiterals;

namespace station::gui::test {
namespace {

class Album {
public:
    Album(const Visit &visit, WorkMode mode, QSize size) : m_visit(visit)
    {
        using Content = FeederSide::Content;
        m_desk.feeder = {{{Content::Form}},
                         {{Content::Certificate}, {Content::Blank, station::dossier::Face::Back}}};
        m_desk.reusableCopies = 2;
        if (mode == WorkMode::Training)
            m_desk.tray = std::make_unique<ScriptedTray>(m_desk.view().papers);
        m_window = std::make_unique<CounterWindow>(m_desk, mode);
        m_window->resize(size);
        m_window->show();
        settle();
    }

    ScriptedDesk &desk() { return m_desk; }
    template <typename Widget>
    Widget *find(const char *name)
    {
        return m_window->findChild<Widget *>(QLatin1String(name));
    }
    void openDossier()
    {
        type(ScriptedDesk::dossierCode);
        press(Qt::Key_Return);
    }

    void shoot(const QString &name)
    {
        settle();
        m_visit.scene(name, *m_window);
    }
    void press(Qt::Key key, Qt::KeyboardModifiers modifiers = Qt::NoModifier)
    {
        QTest::keyClick(focus(), key, modifiers);
        settle();
    }
    void type(const QString &text)
    {
        QTest::keyClicks(focus(), text);
        settle();
    }
    /// Text that no key has, as an input method gives it.
    void insert(const QString &text)
    {
        QInputMethodEvent composed;
        composed.setCommitString(text);
        QApplication::sendEvent(focus(), &composed);
        settle();
    }
    CounterWindow &window() { return *m_window; }

private:
    QWidget *focus() const
    {
        QWidget *widget = QApplication::focusWidget();
        return widget ? widget : m_window.get();
    }
    void settle() const { QTest::qWait(m_visit.settleMs); }

    const Visit &m_visit;
    ScriptedDesk m_desk{};
    std::unique_ptr<CounterWindow> m_window{};
};

/// A pile that ends in a trouble after `good` sheets.
std::vector<FeederSide> pileWith(Fault trouble, int good)
{
    using Content = FeederSide::Content;
    std::vector<FeederSide> pile{{Content::Certificate}};
    pile.resize(static_cast<std::size_t>(good), {Content::Form});
    pile.push_back({.content = Content::Form, .trouble = trouble});
    return pile;
}

void shootTroubles(const Visit &visit, QSize size)
{
    const std::vector<std::pair<Fault, QString>> troubles{
        {Fault::PaperJam, u"jam"_s},          {Fault::FeederEmpty, u"feeder-short"_s},
        {Fault::CoverOpen, u"cover-open"_s},  {Fault::DoubleFeed, u"double-feed"_s},
        {Fault::DeviceStalled, u"stalled"_s}, {Fault::DeviceLost, u"unplugged"_s},
        {Fault::StorageLow, u"disk"_s}};
    for (const auto &[fault, name] : troubles) {
        Album album(visit, WorkMode::Real, size);
        album.desk().feeder = {pileWith(fault, 12)};
        album.openDossier();
        album.press(Qt::Key_E);
        album.type(u"15"_s);
        album.press(Qt::Key_Return);
        album.press(Qt::Key_F5);
        album.shoot(u"trouble-"_s + name);
        album.press(Qt::Key_Escape);
    }
}

void shootCapture(const Visit &visit, QSize size)
{
    using Content = FeederSide::Content;
    using dossier::Attention;
    Album album(visit, WorkMode::Real, size);
    album.desk().feeder = {
        {{Content::Certificate},
         {.content = Content::Form, .attention = Attention::CutOff},
         {.content = Content::Form, .attention = Attention::TooLight | Attention::Skewed},
         {Content::Form},
         {.content = Content::Blank, .face = dossier::Face::Back},
         {.content = Content::Form, .damaged = true},
         {.content = Content::Form, .attention = Attention::TurnedUpright}}};
    album.openDossier();
    album.press(Qt::Key_E);
    album.type(u"8"_s);
    album.shoot(u"count"_s);
    album.press(Qt::Key_Return);
    album.press(Qt::Key_F5);
    album.press(Qt::Key_1);
    auto *strip = album.find<QListView>("strip");
    strip->setCurrentIndex(strip->model()->index(3, 0));
    album.press(Qt::Key_Delete);
    strip->setCurrentIndex(strip->model()->index(2, 0));
    album.shoot(u"flags"_s);
    strip->setCurrentIndex(strip->model()->index(6, 0));
    album.shoot(u"flags-below"_s);
    album.press(Qt::Key_2);
    album.desk().feeder = {{{Content::Certificate}}};
    album.press(Qt::Key_F5);
    album.press(Qt::Key_R);
    album.press(Qt::Key_Return);
    album.press(Qt::Key_Escape);
    album.press(Qt::Key_4);
    album.press(Qt::Key_H);
    album.press(Qt::Key_F8);
    album.shoot(u"explain"_s);
}

/// Papers 1 and 2 scanned, 3 reused, 4 shown: everything waits for the signature.
void captureAll(Album &album)
{
    using Content = FeederSide::Content;
    album.desk().reusableCopies = 1;
    album.desk().feeder = {{{Content::Form}}, {{Content::Certificate}}};
    album.openDossier();
    album.press(Qt::Key_F5);
    album.press(Qt::Key_F5);
    album.press(Qt::Key_R);
    album.press(Qt::Key_H);
}

void typePin(Album &album)
{
    album.type(QString::fromLatin1(ScriptedDesk::rightPin));
    album.press(Qt::Key_Return);
}

void shootPin(const Visit &visit, QSize size)
{
    const auto shoot = [&](const QString &name, auto prepare, auto then) {
        Album album(visit, WorkMode::Real, size);
        prepare(album.desk());
        captureAll(album);
        album.press(Qt::Key_F8);
        then(album);
        album.shoot(name);
    };
    const auto nothing = [](auto &) {};
    shoot(u"pin"_s, nothing, nothing);
    shoot(
        u"pin-soon-over"_s,
        [](ScriptedDesk &desk) {
            desk.certificates[0].warnDays = 7;
            desk.certificates[0].pin = PinState::WrongBefore;
            desk.certificates[0].revocationUnknown = true;
            desk.certificates[0].shortestPin = 6;
            desk.clock = {.verdict = signing::ClockVerdict::Doubtful, .offsetMs = 95'000};
        },
        [](Album &album) {
            album.type(u"123"_s);
            album.press(Qt::Key_Return);
        });
    shoot(
        u"pin-last-try"_s, [](ScriptedDesk &desk) { desk.certificates[0].pin = PinState::LastTry; },
        nothing);
    shoot(
        u"pin-locked"_s, [](ScriptedDesk &desk) { desk.certificates[0].pin = PinState::Locked; },
        nothing);
    shoot(
        u"pin-two-certificates"_s,
        [](ScriptedDesk &desk) {
            auto other = desk.certificates[0];
            other.sha256 = u"c2"_s;
            other.name = u"UBND phường Đông Sơn"_s;
            other.token = u"VGCA-0977"_s;
            desk.certificates.push_back(other);
            other.sha256 = u"c3"_s;
            other.name = u"Lê Văn Ẩn"_s;
            other.flaws = {u"It has expired: ask its authority for a new one."_s};
            desk.certificates.push_back(other);
        },
        [](Album &album) { album.press(Qt::Key_F2); });
}

void shootBatch(const Visit &visit, QSize size)
{
    QSemaphore permits(1);
    Album running(visit, WorkMode::Real, size);
    running.desk().holdSign = &permits;
    running.desk().tellProof(
        {.waiting = 2, .trouble = Fault::NetworkDown, .nextAtMs = 1'795'664'520'000});
    captureAll(running);
    running.press(Qt::Key_F8);
    typePin(running);
    running.shoot(u"batch"_s);
    running.press(Qt::Key_P);
    running.shoot(u"batch-paused"_s);
    permits.release();
    running.press(Qt::Key_Return);
    running.shoot(u"proof"_s);
    running.desk().tellProof({});
    running.desk().tellOutbox({.waiting = 3, .dead = 1, .trouble = Fault::RepositoryDown});
    running.shoot(u"outbox"_s);

    Album failed(visit, WorkMode::Real, size);
    failed.desk().failingPapers = {{u"GT01"_s, Fault::NoRoomForMark}};
    captureAll(failed);
    failed.press(Qt::Key_F8);
    typePin(failed);
    failed.shoot(u"batch-failed"_s);

    Album pulled(visit, WorkMode::Real, size);
    pulled.desk().tokenGoneBefore = u"GT02"_s;
    captureAll(pulled);
    pulled.press(Qt::Key_F8);
    typePin(pulled);
    pulled.shoot(u"trouble-token"_s);
}

void shootUnseen(const Visit &visit, QSize size)
{
    using Content = FeederSide::Content;
    Album album(visit, WorkMode::Real, size);
    album.desk().asksForReview = true;
    captureAll(album);
    album.press(Qt::Key_5);
    album.desk().feeder = {{{Content::Form}, {Content::Form}, {Content::Certificate}}};
    album.press(Qt::Key_F5);
    for (int i = 0; i < 4; ++i)
        album.shoot(u"unseen"_s);
}

/// What is by hand, what lies apart, and the page as it was scanned.
void shootCleanup(const Visit &visit, QSize size)
{
    using Content = FeederSide::Content;
    using dossier::Attention;
    Album album(visit, WorkMode::Real, size);
    album.desk().feeder = {{{Content::Certificate},
                            {.content = Content::Form,
                             .attention = Attention::SeveralItems,
                             .items = {{90, 90, 620, 400}, {90, 640, 620, 400}}},
                            {.content = Content::Form, .attention = Attention::Blurred},
                            {.content = Content::Form, .attention = Attention::TextUnread}}};
    album.openDossier();
    album.press(Qt::Key_F5);
    album.press(Qt::Key_1);
    auto *strip = album.find<QListView>("strip");
    const auto choose = [&](int row) { strip->setCurrentIndex(strip->model()->index(row, 0)); };
    choose(0);
    for (const Qt::Key key : {Qt::Key_T, Qt::Key_C, Qt::Key_L, Qt::Key_U})
        album.press(key);
    album.shoot(u"cleanup-by-hand"_s);
    album.find<QAbstractButton>("asScannedButton")->click();
    const auto *page = album.find<PageView>("pageView");
    (void)QTest::qWaitFor([page] { return page->isOriginalShown(); });
    album.shoot(u"cleanup-as-scanned"_s);
    choose(2);
    album.shoot(u"cleanup-blurred"_s);
    choose(3);
    album.shoot(u"cleanup-unread"_s);
    choose(1);
    album.shoot(u"cleanup-items"_s);
    album.press(Qt::Key_G);
    album.shoot(u"cleanup-divided"_s);
    album.press(Qt::Key_F1);
    album.shoot(u"cleanup-keys"_s);
    album.press(Qt::Key_F1);
    choose(0);
    album.press(Qt::Key_Q);
    (void)QTest::qWaitFor([page] { return page->isOriginalShown(); });
    for (int i = 0; i < 5; ++i)
        album.press(Qt::Key_Right, Qt::ShiftModifier);
    album.press(Qt::Key_PageDown);
    album.press(Qt::Key_PageDown);
    album.shoot(u"cleanup-frame"_s);
    album.press(Qt::Key_Escape);
    album.find<QAbstractButton>("setAsideButton")->setFocus();
    QTest::keyPress(album.find<QWidget>("setAsideButton"), Qt::Key_M);
    album.shoot(u"cleanup-glass"_s);
    QTest::keyRelease(album.find<QWidget>("setAsideButton"), Qt::Key_M);
}

/// A paper with many fields and a table.
void shootFields(const Visit &visit, QSize size)
{
    Album album(visit, WorkMode::Real, size);
    album.desk().readsTable = true;
    album.desk().looksLike = u"Giấy đề nghị cấp phù hiệu xe ô tô kinh doanh vận tải"_s;
    captureAll(album);
    album.press(Qt::Key_F8);
    typePin(album);
    album.press(Qt::Key_Return);
    album.press(Qt::Key_2);
    album.shoot(u"fields"_s);
    for (const QString &key : {u"vehicles.1.plate"_s, u"vehicles.3.plate"_s}) {
        album.find<QWidget>(u"field_%1"_s.arg(key).toLatin1().constData())->setFocus();
        album.shoot(u"fields-"_s + key);
    }
}

/// Copies that may be reused and those that may not, a code that is not claimed yet, and a
/// correction.
void shootReuse(const Visit &visit, QSize size)
{
    const auto spent = [](const char *number, const QString &day, const QString &whyNot) {
        return StoredCopy{u"056191004823.KQ.GT03.790123004567."_s + QLatin1String(number),
                          u"Giấy phép lái xe số 790123004567, "_s + day, whyNot};
    };
    sync::StoredPaper expired{
        .copy = {{},
                 codes::DigitizationCode::parse(u"056191004823.KQ.GT03.790123004567.01"_s).value()},
        .expiresOn = QDate(2021, 9, 2),
        .standing = sync::Standing::Expired};
    sync::StoredPaper superseded = expired;
    superseded.standing = sync::Standing::Superseded;
    superseded.supersededBy = superseded.copy.code.text();
    const std::vector<StoredCopy> spentCopies{
        spent("02", u"12/03/2021"_s, standingText(superseded)),
        spent("01", u"02/09/2016"_s, standingText(expired))};
    const QString age =
        ageText({.asOfMs = 1'795'664'520'000, .unanswered = Error{Fault::RepositoryDown}});

    Album album(visit, WorkMode::Real, size);
    album.desk().reusableCopies = 2;
    album.desk().spentCopies = spentCopies;
    album.openDossier();
    album.press(Qt::Key_3);
    album.press(Qt::Key_R);
    album.shoot(u"reuse"_s);
    album.press(Qt::Key_Escape);
    album.desk().reusableCopies = 0;
    album.desk().storedCopiesAge = age;
    album.press(Qt::Key_R);
    album.shoot(u"reuse-none"_s);

    Album signedAlbum(visit, WorkMode::Real, size);
    captureAll(signedAlbum);
    signedAlbum.press(Qt::Key_F8);
    typePin(signedAlbum);
    signedAlbum.press(Qt::Key_Return);
    signedAlbum.shoot(u"provisional"_s);
    for (int i = 0; i < 4; ++i)
        signedAlbum.press(Qt::Key_Return);
    signedAlbum.press(Qt::Key_1);
    signedAlbum.shoot(u"provisional-accepted"_s);
    signedAlbum.press(Qt::Key_F10);
    signedAlbum.openDossier();
    signedAlbum.press(Qt::Key_1);
    signedAlbum.press(Qt::Key_K);
    signedAlbum.shoot(u"correction"_s);
}

void shootSigning(const Visit &visit, QSize size)
{
    shootPin(visit, size);
    shootBatch(visit, size);
    shootUnseen(visit, size);
}

void shootTraining(const Visit &visit, QSize size)
{
    Album album(visit, WorkMode::Training, size);
    album.openDossier();
    album.press(Qt::Key_F12);
    album.find<QAbstractButton>("trayFeed")->click();
    album.press(Qt::Key_F5);
    album.shoot(u"training"_s);
    album.press(Qt::Key_F12);
    album.shoot(u"tour"_s);
}

/// Put aside and found again, and what hides everything.
void shootHold(const Visit &visit, QSize size)
{
    Album album(visit, WorkMode::Real, size);
    album.openDossier();
    album.press(Qt::Key_H, Qt::ControlModifier);
    album.insert(u"Chờ công dân mang bản chính"_s);
    album.press(Qt::Key_Tab);
    album.insert(u"Chị Bưởi, quầy 6"_s);
    album.shoot(u"hold"_s);
    album.press(Qt::Key_Return);
    album.shoot(u"held"_s);
    album.press(Qt::Key_T, Qt::ControlModifier);
    album.shoot(u"taken-up"_s);
    album.window().setSessionLocked(true);
    album.shoot(u"locked"_s);
    album.window().setSessionLocked(false);
    album.desk().tellOutbox({.waiting = 2});
    album.window().close();
    album.shoot(u"closing"_s);
}

void shootDossier(const Visit &visit, QSize size)
{
    Album album(visit, WorkMode::Real, size);
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

void shootPrinting(const Visit &visit, QSize size)
{
    Album album(visit, WorkMode::Real, size);
    album.desk().dueOpen = true;
    album.openDossier();
    album.press(Qt::Key_P, Qt::ControlModifier | Qt::ShiftModifier);
    album.shoot(u"receipt"_s);
    album.press(Qt::Key_Escape);
    album.press(Qt::Key_P, Qt::ControlModifier);
    album.shoot(u"separators"_s);
}

}  // namespace

const std::vector<Chapter> &chapters()
{
    static const std::vector<Chapter> all{
        {u"dossier"_s, shootDossier}, {u"troubles"_s, shootTroubles},
        {u"capture"_s, shootCapture}, {u"training"_s, shootTraining},
        {u"signing"_s, shootSigning}, {u"cleanup"_s, shootCleanup},
        {u"fields"_s, shootFields},   {u"reuse"_s, shootReuse},
        {u"hold"_s, shootHold},       {u"printing"_s, shootPrinting}};
    return all;
}

}  // namespace station::gui::test
