#include "app/gui/counter/field_draft.h"

#include "tests/support/catch.h"

using namespace station;
using namespace station::gui;
using namespace Qt::StringLiterals;

namespace {

FieldSlot slot(const QString &key, const QString &value, bool sure, bool required = true)
{
    return {{.key = key, .value = value, .sure = sure}, required};
}

PaperDraft sample()
{
    return PaperDraft({.fields = {slot(u"a"_s, u"1"_s, true), slot(u"b"_s, u"2"_s, false),
                                  slot(u"c"_s, {}, false, false), slot(u"d"_s, {}, false)}});
}

}  // namespace

TEST_CASE("doubtful and missing required fields come first", "[draft]")
{
    const PaperDraft draft = sample();
    QString order;
    for (const FieldDraft &field : draft.fields())
        order += field.slot.proposal.key;
    CHECK(order == u"bdac"_s);
    CHECK(draft.openCount() == 2);
}

TEST_CASE("an edit takes the confirmation back", "[draft]")
{
    PaperDraft draft = sample();
    draft.edit(u"a"_s, u"7"_s);
    CHECK_FALSE(draft.field(u"a"_s)->confirmed);
    CHECK(draft.openCount() == 3);
}

TEST_CASE("an empty required field cannot be confirmed", "[draft]")
{
    PaperDraft draft = sample();
    CHECK_FALSE(draft.confirm(u"d"_s));
    draft.edit(u"d"_s, u"  4 "_s);
    CHECK(draft.confirm(u"d"_s));
    CHECK(draft.field(u"d"_s)->value == u"4"_s);
}

TEST_CASE("the next open field goes round once and then there is none", "[draft]")
{
    PaperDraft draft = sample();
    CHECK(draft.nextOpen() == u"b"_s);
    CHECK(draft.nextOpen(u"b"_s) == u"d"_s);
    CHECK(draft.nextOpen(u"d"_s) == u"b"_s);
    draft.confirm(u"b"_s);
    draft.edit(u"d"_s, u"4"_s);
    draft.confirm(u"d"_s);
    CHECK(draft.nextOpen().isEmpty());
    CHECK(draft.isComplete());
}

TEST_CASE("only what is confirmed is handed on", "[draft]")
{
    PaperDraft draft = sample();
    CHECK(draft.values() == std::vector<FieldValue>{{u"a"_s, u"1"_s}});
    draft.confirm(u"b"_s);
    CHECK(draft.values() == std::vector<FieldValue>{{u"b"_s, u"2"_s}, {u"a"_s, u"1"_s}});
}

TEST_CASE("a doubtful field that nobody requires is left out unless it is confirmed", "[draft]")
{
    PaperDraft draft({.fields = {slot(u"a"_s, u"1"_s, true), slot(u"e"_s, u"5"_s, false, false)}});
    CHECK(draft.fields().front().slot.proposal.key == u"e");
    CHECK(draft.isComplete());
    CHECK(draft.values() == std::vector<FieldValue>{{u"a"_s, u"1"_s}});
    draft.edit(u"e"_s, u"6"_s);
    CHECK(draft.nextOpen() == u"e"_s);
    draft.confirm(u"e"_s);
    CHECK(draft.values().size() == 2);
}

TEST_CASE("what was typed before a restart stands as it was left", "[draft]")
{
    PaperDraft draft = sample();
    draft.edit(u"d"_s, u"4"_s);
    draft.confirm(u"b"_s);
    const auto typed = draft.typed();
    CHECK(typed == store::DraftFields{{u"b"_s, u"2"_s, true}, {u"d"_s, u"4"_s, false}});

    PaperReading again{.fields = {slot(u"a"_s, u"1"_s, true), slot(u"b"_s, u"2"_s, false),
                                  slot(u"c"_s, {}, false, false), slot(u"d"_s, {}, false)}};
    again.typed = typed;
    const PaperDraft later(std::move(again));
    CHECK(later.field(u"b"_s)->confirmed);
    CHECK(later.field(u"d"_s)->value == u"4"_s);
    CHECK(later.openCount() == 1);
    CHECK(later.typed().size() == 2);
}
