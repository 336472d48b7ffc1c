#include "app/gui/counter/component_delegate.h"
#include "app/gui/counter/component_model.h"
#include "app/gui/counter/side_model.h"
#include "app/gui/widgets/page_picture.h"
#include "app/gui/widgets/plain_list.h"

#include "tests/support/catch.h"

#include <QAbstractItemModelTester>
#include <QListView>
#include <QScrollBar>
#include <QSignalSpy>
#include <QTest>

#include <memory>

using namespace station;
using namespace station::gui;
using namespace Qt::StringLiterals;
using Reporting = QAbstractItemModelTester::FailureReportingMode;

namespace {

std::vector<ChecklistPaper> threePapers()
{
    return {{{u"A"_s, dossier::OpenSlot{}}, u"Đơn"_s, true, dossier::Decision::Digitize, {}},
            {{u"B"_s, dossier::OpenSlot{}}, u"Giấy"_s, true, dossier::Decision::Reuse, {}},
            {{u"C"_s, dossier::ShownPaper{}}, u"Thẻ"_s, false, dossier::Decision::ShownOnly, {}}};
}

}  // namespace

TEST_CASE("the checklist is a well-behaved model", "[models]")
{
    ComponentModel model;
    const QAbstractItemModelTester tester(&model, Reporting::Fatal);
    model.setPapers(threePapers());
    model.setPapers({});
    model.setPapers(threePapers());
    CHECK(model.rowCount() == 3);
}

TEST_CASE("the same checklist in a new state keeps its rows", "[models]")
{
    ComponentModel model;
    model.setPapers(threePapers());
    const QSignalSpy reset(&model, &QAbstractItemModel::modelReset);
    auto papers = threePapers();
    papers[0].component.state = dossier::DigitizeSlot{};
    model.setPapers(papers);
    CHECK(reset.isEmpty());
    CHECK(model.index(0).data(ComponentModel::StateRole).toString() == u"to be scanned"_s);
}

TEST_CASE("what needs a human is told beside the state", "[models]")
{
    ComponentModel model;
    auto papers = threePapers();
    papers[2].returnReason = u"mờ dấu"_s;
    model.setPapers(papers);
    model.setFlagged({u"A"_s});
    CHECK(model.index(0).data(ComponentModel::NoticeRole).toString() == u"pages to look at"_s);
    CHECK(model.index(1).data(ComponentModel::NoticeRole).toString().contains(u"repository"_s));
    CHECK(model.index(2).data(ComponentModel::NoticeRole).toString().contains(u"mờ dấu"_s));
}

TEST_CASE("rows of the checklist keep their place when the scroll bar takes of it", "[models]")
{
    // Names of all lengths: one of them fits the list just without its scroll bar.
    ComponentModel model;
    std::vector<ChecklistPaper> papers;
    for (int letters = 0; letters < 120; ++letters)
        papers.push_back({{QString::number(letters), dossier::OpenSlot{}},
                          u"Giấy "_s + QString(letters, u'i') + u" xe"_s,
                          true,
                          dossier::Decision::Digitize,
                          {}});
    const std::unique_ptr<QListView> list(newPlainList(u"list"_s, u"list"_s, model));
    list->setItemDelegate(new ComponentDelegate(list.get()));
    list->resize(316, 400);
    list->show();
    model.setPapers(papers);
    REQUIRE(QTest::qWaitFor([&] { return list->verticalScrollBar()->maximum() > 0; }));
    for (int row = 0; row < model.rowCount(); ++row) {
        QStyleOptionViewItem option;
        option.initFrom(list.get());
        option.widget = list.get();
        CAPTURE(row);
        CHECK(list->visualRect(model.index(row)).height() ==
              list->itemDelegate()->sizeHint(option, model.index(row)).height());
    }
}

TEST_CASE("the strip is a well-behaved model", "[models]")
{
    SideModel model;
    const QAbstractItemModelTester tester(&model, Reporting::Fatal);
    model.put({.id = u"1"_s});
    model.put({.id = u"2"_s, .face = dossier::Face::Back});
    model.setSides({{.id = u"2"_s}, {.id = u"3"_s}});
    CHECK(model.rowCount() == 2);
}

TEST_CASE("a cleaned side replaces its row and shows its flag", "[models]")
{
    SideModel model;
    model.put({.id = u"1"_s});
    model.put({.id = u"1"_s, .cleaned = true, .blank = true});
    CHECK(model.rowCount() == 1);
    CHECK(model.index(0).data(SideModel::FlagRole).toString() == u"blank?"_s);
}

TEST_CASE("smaller pictures of a page are averages and take nothing from beside it", "[models]")
{
    QImage page(1031, 1077, QImage::Format_RGB32);
    page.fill(QColor(40, 200, 120));
    for (int y = 0; y < page.height(); ++y)
        page.setPixelColor(0, y, Qt::white);
    const PagePicture picture(page);
    const QImage &half = picture.levelFor(0.5);
    CHECK(half.size() == QSize(515, 538));
    CHECK(half.pixelColor(0, 7) == QColor(148, 228, 188));  // white and page, in equal parts
    CHECK(half.pixelColor(514, 537) == QColor(40, 200, 120));
    const QImage &quarter = picture.levelFor(0.25);
    CHECK(quarter.size() == QSize(257, 269));
    CHECK(quarter.pixelColor(256, 268) == QColor(40, 200, 120));
    CHECK(picture.levelFor(0.01).size() == QSize(128, 134));
}
