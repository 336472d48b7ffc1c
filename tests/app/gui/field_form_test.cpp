#include "app/gui/counter/field_form.h"

#include "app/gui/widgets/note_row.h"
#include "app/gui/widgets/value_edit.h"
#include "tests/support/catch.h"

#include <QApplication>
#include <QLabel>
#include <QScrollArea>
#include <QScrollBar>
#include <QTest>
#include <QTextBlock>
#include <QTextLayout>

using namespace station;
using namespace station::gui;
using namespace Qt::StringLiterals;

namespace {

namespace keys = dossier::field_key;

FieldSlot slot(const QString &key, const QString &value, bool sure, bool required = false)
{
    return {{.key = key, .value = value, .sure = sure}, required};
}

/// A paper with four vehicles, some of their cells required and doubtful.
PaperDraft longDraft()
{
    std::vector<FieldSlot> read{
        slot(keys::cell(keys::vehicles, 2, keys::plate), u"72C-104.62"_s, false, true),
        slot(keys::documentNumber, u"12/ĐN-VT"_s, true, true),
        slot(keys::signer, u"Lê Văn Ẩn"_s, false, true)};
    for (int row = 4; row > 0; --row) {
        for (const QString &column : {keys::vehicleBrand, keys::load, keys::madeYear})
            read.push_back(slot(keys::cell(keys::vehicles, row, column), u"2019"_s, row != 3));
    }
    read.push_back(slot(keys::taxCode, u"0312345678"_s, true));
    return PaperDraft({.fields = std::move(read)});
}

class ShownForm {
public:
    explicit ShownForm(const PaperDraft &draft)
    {
        form.resize(330, 420);
        form.show();
        form.showDraft(draft, false);
        QTest::qWait(1);
    }
    QScrollBar &bar() { return *form.findChild<QScrollArea *>()->verticalScrollBar(); }
    ValueEdit &field(const QString &key) { return *form.findChild<ValueEdit *>(u"field_"_s + key); }

    FieldForm form{};
};

}  // namespace

TEST_CASE("rows of a table stand together behind the single fields", "[fields]")
{
    const PaperDraft draft = longDraft();
    QStringList order;
    for (const FieldDraft &field : draft.fields())
        order << field.slot.proposal.key;
    CHECK(order.mid(0, 3) == QStringList{keys::signer, keys::documentNumber, keys::taxCode});
    CHECK(order.mid(3, 3) == QStringList{keys::cell(keys::vehicles, 1, keys::vehicleBrand),
                                         keys::cell(keys::vehicles, 1, keys::load),
                                         keys::cell(keys::vehicles, 1, keys::madeYear)});
    CHECK(order.mid(6, 4).filter(u"vehicles.2."_s).size() == 4);
    CHECK(order.size() == 16);
}

TEST_CASE("what waits in a table is reached with the others", "[fields]")
{
    PaperDraft draft = longDraft();
    CHECK(draft.nextOpen() == keys::signer);
    REQUIRE(draft.confirm(keys::signer));
    const QString plate = keys::cell(keys::vehicles, 2, keys::plate);
    CHECK(draft.nextOpen(keys::signer) == plate);
    REQUIRE(draft.confirm(plate));
    CHECK(draft.isComplete());
}

TEST_CASE("each row of a table has its heading and each cell its whole name", "[fields]")
{
    ShownForm shown(longDraft());
    QStringList headings;
    for (const QLabel *heading : shown.form.findChildren<QLabel *>(u"fieldGroup"_s))
        headings << heading->text();
    CHECK(headings == QStringList{u"Vehicle 1"_s, u"Vehicle 2"_s, u"Vehicle 3"_s, u"Vehicle 4"_s});
    CHECK(shown.field(keys::cell(keys::vehicles, 2, keys::plate)).accessibleName() ==
          u"Vehicle 2: Number plate"_s);
}

TEST_CASE("a field that is entered comes into sight with the word about it", "[fields]")
{
    ShownForm shown(longDraft());
    const QString last = keys::cell(keys::vehicles, 4, keys::madeYear);
    QApplication::setActiveWindow(&shown.form);
    shown.form.focusField(last);
    REQUIRE(QTest::qWaitFor([&] { return shown.bar().value() > 0; }));
    const auto &edit = shown.field(last);
    const QRect place(edit.mapTo(&shown.form, QPoint()), edit.size());
    CHECK(shown.form.rect().contains(place));
}

TEST_CASE("a paper that looks like another kind says so above its fields", "[fields]")
{
    const std::vector<FieldSlot> read{slot(keys::signer, u"Lê Văn Ẩn"_s, true)};
    ShownForm plain(PaperDraft({.fields = read}));
    CHECK_FALSE(plain.form.findChild<NoteRow *>(u"looksLike"_s));
    ShownForm odd(PaperDraft({.fields = read, .looksLike = u"Giấy khám sức khỏe"_s}));
    const auto *note = odd.form.findChild<NoteRow *>(u"looksLike"_s);
    REQUIRE(note);
    CHECK(note->text() == u"Looks like: Giấy khám sức khỏe"_s);
    CHECK(note->y() < odd.field(keys::signer).y());
}

TEST_CASE("a long value is shown to its end", "[fields]")
{
    const QString subject =
        u"Về việc đề nghị cấp giấy phép liên vận giữa Việt Nam và Campuchia cho phương tiện "
        "thương mại, phương tiện vận tải hành khách theo tuyến cố định và phương tiện phi thương "
        "mại của Công ty trách nhiệm hữu hạn Vận tải và Thương mại Đường Sữa"_s;
    ShownForm shown(PaperDraft({.fields = {slot(keys::subject, subject, true, true)}}));
    const auto &edit = shown.field(keys::subject);
    const auto textHeight = edit.document()->firstBlock().layout()->boundingRect().height();
    CHECK(edit.viewport()->height() >= textHeight);
    CHECK(edit.height() > 4 * edit.fontMetrics().lineSpacing());
}
