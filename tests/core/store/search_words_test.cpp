#include "core/store/search_words.h"
#include "tests/support/catch.h"

using namespace station::store;
using namespace Qt::StringLiterals;

namespace {

bool matches(const QString &text, const QString &search)
{
    return SearchWords(text).match(SearchWords(search));
}

}  // namespace

TEST_CASE("every word of a search begins a word of the text", "[store]")
{
    const QString text = u"Nguyễn Thị Hồng Đào 000.00.16.H62-240715-0001 026185001234"_s;
    for (const auto &found : {u"dao"_s, u"Đào"_s, u"d"_s, u"DAO NGUY"_s, u"hồng thi"_s, u"026185"_s,
                              u"026185001234"_s, u"H62-240715"_s, u"h62.2407"_s, u"0001"_s,
                              u"000.00.16.H62-240715-0001"_s, u"16.h62"_s, u"\"hong\""_s})
        CHECK(matches(text, found));
    for (const auto &not_found : {u"ao"_s, u"hong tran"_s, u"nguyenx"_s, u"0261850012345"_s,
                                  u"62-240715"_s, u"h62-0001"_s, u"240715.h62"_s})
        CHECK_FALSE(matches(text, not_found));
    CHECK(SearchWords(u" \"-* "_s).isEmpty());
}

TEST_CASE("an index holds what every match needs and no long words", "[store]")
{
    const SearchWords text(u"Nguyễn 16.H62-240715"_s);
    const auto indexed = text.indexed();
    CHECK(indexed.contains(u"n"_s));
    CHECK(indexed.contains(u"nguyen"_s));
    CHECK(indexed.contains(u"16.h62.2"_s));
    CHECK(indexed.contains(u"240715"_s));
    CHECK_FALSE(indexed.contains(u"16.h62.24"_s));
    for (const auto &search : {u"ng"_s, u"16.h62.240715"_s, u"h62-24"_s, u"2407"_s})
        CHECK(indexed.contains(SearchWords(search).wanted()));
    CHECK_FALSE(indexed.contains(SearchWords(u"62.24"_s).wanted()));
}
