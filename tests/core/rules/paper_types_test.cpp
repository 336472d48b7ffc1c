#include "core/rules/paper_types.h"

#include "core/dossier/field.h"
#include "tests/core/rules/law_file.h"
#include "tests/support/catch.h"

using namespace station;
using namespace station::rules;
using namespace Qt::StringLiterals;

TEST_CASE("the shipped paper types ask only for fields that exist", "[rules]")
{
    const auto papers = loadPaperTypes(shared(u"papers/paper_types.toml"_s));
    REQUIRE(papers);
    CHECK(papers->all().size() >= 20);
    for (const auto &type : papers->all()) {
        CAPTURE(type.key);
        CHECK_FALSE(type.name.isEmpty());
        for (const auto &field : type.requiredFields)
            CHECK(dossier::field_key::isKnown(field));
    }
}

TEST_CASE("the shipped paper types know the papers of a licence exchange", "[rules]")
{
    const auto papers = loadPaperTypes(shared(u"papers/paper_types.toml"_s));
    REQUIRE(papers);
    const auto *health = papers->find(u"giay_kham_suc_khoe"_s);
    REQUIRE(health);
    CHECK(health->name == u"Giấy khám sức khỏe"_s);
    CHECK(health->validityMonths == 12);
    REQUIRE(papers->find(u"cccd"_s));
    CHECK(papers->find(u"cccd"_s)->requiredFields.contains(u"personal_id"_s));
    CHECK(papers->find(u"khong_co"_s) == nullptr);
}

TEST_CASE("a paper type can ask for more proof than the rule profile", "[rules]")
{
    const LawFile file("[[paper]]\nkey='a'\nname='A'\nrequired_fields=[]\n"
                       "signature_wanted='LTA'\nsignature_required='T'\n"
                       "[[paper]]\nkey='b'\nname='B'\nrequired_fields=[]");
    const auto papers = loadPaperTypes(file.path());
    REQUIRE(papers);
    CHECK(papers->find(u"a"_s)->wantedLevel == SignatureLevel::LTA);
    CHECK(papers->find(u"a"_s)->requiredLevel == SignatureLevel::T);
    CHECK_FALSE(papers->find(u"b"_s)->wantedLevel);
    CHECK_FALSE(papers->find(u"b"_s)->requiredLevel);
}

TEST_CASE("paper types that contradict themselves are refused", "[rules]")
{
    const auto [content, problem] = GENERATE(table<QByteArray, QString>({
        {"[[paper]]\nkey='a'\nname='A'\nrequired_fields=[]\nvalidity_months=3\nunlimited=true",
         u"6:11: paper.unlimited: contradicts validity_months"_s},
        {"[[paper]]\nkey='a'\nname='A'\nrequired_fields=[]\n"
         "[[paper]]\nkey='a'\nname='B'\nrequired_fields=[]",
         u"6:5: paper.key: appears twice"_s},
        {"[[paper]]\nkey='a'\nname='A'\nrequired_fields=[]\n"
         "signature_wanted='T'\nsignature_required='LT'",
         u"6:20: paper.signature_required: asks for more than signature_wanted"_s},
        {"[[paper]]\nkey='a'\nname='A'", u"1:1: paper.required_fields: is missing"_s},
    }));
    const LawFile file(content);
    const auto papers = loadPaperTypes(file.path());
    REQUIRE_FALSE(papers);
    CHECK(papers.error().fault == Fault::SettingsInvalid);
    CHECK(papers.error().subject == file.at(problem));
}
