#include "server/api/party_routes.h"

#include <gmock/gmock.h>

#include <thread>

#include "server/api/api_for_test.h"
#include "store/journal/verify.h"

namespace vigie {
namespace {

using testing::HasSubstr;

class PartyApi : public ApiForTest {
 protected:
  std::vector<Route> routes(Installation& here) override { return party_routes(here); }

  Response add(const std::string& reference, const std::string& name,
               const std::string& more = {}) {
    return ask({.method = Method::post,
                .path = "/api/parties",
                .body = R"({"reference": ")" + reference + R"(", "kind": "customer", "name": ")" +
                        name + "\"" + more + "}"});
  }
  Response change(const std::string& reference, const std::string& body,
                  const std::string& version) {
    return ask({.method = Method::patch,
                .path = "/api/parties/" + reference,
                .body = body,
                .fields = {{"If-Match", version}}});
  }
};
VIGIE_ON_BOTH_DATABASES(PartyApi);

TEST_P(PartyApi, a_party_is_added_and_read_again) {
  const Response added = add("ACME", "Acmé");
  EXPECT_EQ(added.status, 201);
  EXPECT_EQ(added.entity_tag, "1");
  EXPECT_THAT(added.fields, testing::Contains(std::pair<std::string_view, std::string>(
                                "Location", "/api/parties/acme")));
  const Response read = ask({.path = "/api/parties/acme"});
  EXPECT_EQ(read.status, 200);
  EXPECT_EQ(read.body, added.body);
  EXPECT_EQ(read.body, R"({"reference":"acme","version":1,"kind":"customer","name":"Acmé"})");
}

TEST_P(PartyApi, a_part_names_the_whole) {
  add("acme", "Acme");
  EXPECT_THAT(add("acme-lyon", "Acme Lyon", R"(, "parent": "acme")").body,
              HasSubstr(R"("parent":"acme")"));
  EXPECT_THAT(ask({.path = "/api/parties"}).body, HasSubstr(R"("parent":"acme")"));
}

TEST_P(PartyApi, what_cannot_be_added_is_refused_in_the_order_of_the_reference) {
  add("acme", "Acme");
  EXPECT_EQ(code_of(add("-acme", "")), "reference_malformed");
  EXPECT_EQ(code_of(add("zenith", " ")), "name_malformed");
  EXPECT_EQ(code_of(add("zenith", "Zenith", R"(, "parent": "orion")")), "parent_unknown");
  EXPECT_EQ(code_of(add("Acme", "Another")), "reference_taken");
  EXPECT_EQ(code_of(add("zenith", "Acme")), "designation_taken");
}

TEST_P(PartyApi, a_body_that_is_not_understood_says_where) {
  const Response wrong = ask({.method = Method::post,
                              .path = "/api/parties",
                              .body = R"({"reference": 7, "kind": "frend", "nam": "x"})"});
  EXPECT_EQ(wrong.status, 422);
  EXPECT_EQ(code_of(wrong), "body_not_understood");
  EXPECT_THAT(wrong.body, HasSubstr(R"("pointer":"/reference","code":"not_a_text")"));
  EXPECT_THAT(wrong.body, HasSubstr(R"("pointer":"/kind","code":"not_of_the_list")"));
  EXPECT_THAT(wrong.body, HasSubstr(R"("code":"member_missing")"));
  EXPECT_THAT(wrong.body, HasSubstr(R"("code":"member_unknown")"));
  const Response text = ask(
      {.method = Method::post, .path = "/api/parties", .fields = {{"Content-Type", "text/plain"}}});
  EXPECT_EQ(code_of(text), "media_type_unknown");
  EXPECT_EQ(text.status, 415);
}

TEST_P(PartyApi, a_change_wants_the_version_that_was_read) {
  add("acme", "Acme");
  const Response changed = change("acme", R"({"name": "Acme France"})", "\"1\"");
  EXPECT_EQ(changed.status, 200);
  EXPECT_EQ(changed.entity_tag, "2");
  const Response late = change("acme", R"({"name": "Acme SA"})", "\"1\"");
  EXPECT_EQ(late.status, 412);
  EXPECT_EQ(code_of(late), "version_changed");
  const Response unsaid = ask({.method = Method::patch, .path = "/api/parties/acme", .body = "{}"});
  EXPECT_EQ(unsaid.status, 428);
  EXPECT_EQ(code_of(unsaid), "version_missing");
  EXPECT_EQ(code_of(change("zenith", "{}", "\"1\"")), "not_found");
}

TEST_P(PartyApi, a_list_is_read_page_by_page) {
  for (const char* name : {"Éole", "Acme", "zenith", "Borée"}) {
    add("p" + std::to_string(name[0] & 0x7F) + std::to_string(std::string{name}.size()), name);
  }
  const Response first = ask({.path = "/api/parties?limit=3"});
  EXPECT_LT(first.body.find("Acme"), first.body.find("Borée"));
  EXPECT_LT(first.body.find("Borée"), first.body.find("Éole"));
  const std::size_t at = first.body.find(R"("next":")");
  ASSERT_NE(at, std::string::npos) << first.body;
  const std::string cursor = first.body.substr(at + 8, first.body.size() - at - 10);
  const Response second = ask({.path = "/api/parties?limit=3&cursor=" + cursor});
  EXPECT_THAT(second.body, HasSubstr("zenith"));
  EXPECT_EQ(second.body.find("next"), std::string::npos);
  EXPECT_EQ(code_of(ask({.path = "/api/parties?cursor=xyz"})), "cursor_unknown");
  EXPECT_EQ(code_of(ask({.path = "/api/parties?limit=0"})), "parameter_malformed");
  EXPECT_EQ(code_of(ask({.path = "/api/parties?limt=3"})), "parameter_unknown");
}

TEST_P(PartyApi, who_may_not_is_refused_and_who_may_not_see_finds_nothing) {
  add("acme", "Acme");
  add("zenith", "Zenith");
  caller_.rights = Rights::of(UserRole::technician);
  EXPECT_EQ(code_of(add("orion", "Orion")), "not_permitted");
  caller_.rights = Rights::of(UserRole::customer, Scope::of({Reach{.customers = {{{1}}}}}));
  EXPECT_EQ(ask({.path = "/api/parties/acme"}).status, 200);
  EXPECT_EQ(code_of(ask({.path = "/api/parties/zenith"})), "not_found");
  EXPECT_EQ(ask({.path = "/api/parties"}).body.find("zenith"), std::string::npos);
}

TEST_P(PartyApi, a_request_that_comes_twice_is_answered_as_the_first_time) {
  add("acme", "Acme");
  here().database.act([](Connection& rows) {
    rows.run_script(
        "insert into person (reference, version, party) values ('ann', 1, 1);"
        "insert into account (person, version, language) values (1, 1, 'en')");
  });
  caller_.account = Key<AccountRow>{1};
  const auto add_with = [&](const std::string& key, const std::string& name) {
    return ask({.method = Method::post,
                .path = "/api/parties",
                .body = R"({"reference": "zenith", "kind": "supplier", "name": ")" + name + "\"}",
                .fields = {{"Idempotency-Key", key}}});
  };
  const Response first = add_with("k-1", "Zenith");
  EXPECT_EQ(first.status, 201);
  change("zenith", R"({"name": "Zenith SA"})", "\"1\"");
  const Response again = add_with("k-1", "Zenith");
  EXPECT_EQ(again.status, 201);
  EXPECT_EQ(again.body, first.body);
  EXPECT_EQ(again.fields.back().second, first.fields.back().second);
  EXPECT_EQ(code_of(add_with("k-1", "Another")), "idempotency_key_reused");
  EXPECT_EQ(code_of(add_with("k-2", "Zenith")), "reference_taken");
  EXPECT_EQ(code_of(add_with(std::string(129, 'k'), "Zenith")), "idempotency_key_malformed");
}

TEST_P(PartyApi, acts_are_in_the_journal_and_verify) {
  add("acme", "Acme");
  change("acme", R"({"name": "Acme France"})", "\"1\"");
  EXPECT_EQ(whole_of(here().database, "select count(*) from act"), 2);
  EXPECT_EQ(whole_of(here().database,
                     "select count(*) from act_change where act = 2 and field = 'name'"
                     " and before = 'Acme' and after = 'Acme France'"),
            1);
  const Verification found = verify_journal(here().database, here().sealer.key());
  EXPECT_TRUE(found.damages.empty());
}

// The first pixel of many pages.
constexpr const char* pixel =
    "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNkYPhfDwAChwGA60e6kgAAAABJRU5ErkJg"
    "gg==";

TEST_P(PartyApi, a_company_has_a_colour_and_a_logo_of_its_own) {
  add("acme", "Acme");
  const auto brand = [&](const std::string& body, const std::string& version) {
    return change("acme/brand", body, version);
  };
  EXPECT_EQ(ask({.path = "/api/parties/acme/brand"}).body,
            R"({"reference":"acme","version":0,"name":"Acme"})");
  const Response made =
      brand(R"({"accent": "#7a0f1a", "logo": ")" + std::string{pixel} + "\"}", "\"0\"");
  EXPECT_THAT(made.body, HasSubstr(R"("version":1,"name":"Acme","accent":"#7A0F1A")"));
  EXPECT_THAT(made.body, HasSubstr(R"("accent_in_the_dark":"#)"));
  EXPECT_THAT(made.body, HasSubstr(std::string{R"("logo":"data:image/png;base64,)"} + pixel));
  EXPECT_EQ(code_of(brand("{}", "\"0\"")), "version_changed");
  EXPECT_EQ(code_of(brand(R"({"accent": "red"})", "\"1\"")), "accent_malformed");
  EXPECT_EQ(code_of(brand(R"({"accent": "#FF0000"})", "\"1\"")), "accent_faint");
  for (const char* logo : {"PHN2Zz4=", "%%%", "AAAA"}) {
    EXPECT_EQ(code_of(brand(R"({"logo": ")" + std::string{logo} + "\"}", "\"1\"")),
              "logo_malformed");
  }
  const std::string large = std::string{"iVBORw0KGgoA"} + std::string(19'900, 'A');
  EXPECT_EQ(code_of(brand(R"({"logo": ")" + large + "\"}", "\"1\"")), "logo_malformed");
  EXPECT_EQ(ask({.path = "/api/parties/acme/brand"}).body, made.body);
  EXPECT_EQ(brand(R"({"accent": "", "logo": ""})", "\"1\"").body,
            R"({"reference":"acme","version":2,"name":"Acme"})");
  EXPECT_EQ(code_of(ask({.path = "/api/parties/zenith/brand"})), "not_found");
  EXPECT_EQ(code_of(change("zenith/brand", "{}", "\"0\"")), "not_found");
}

TEST_P(PartyApi, the_company_that_runs_all_is_seen_at_the_door) {
  EXPECT_EQ(ask({.path = "/api/brand"}).body, R"({"reference":"","version":0,"name":""})");
  add("acme", "Acme");
  ask({.method = Method::post,
       .path = "/api/parties",
       .body = R"({"reference": "nova", "kind": "owner", "name": "Nova"})"});
  EXPECT_EQ(ask({.path = "/api/brand"}).body, R"({"reference":"nova","version":0,"name":"Nova"})");
  change("nova/brand", R"({"accent": "#006400"})", "\"0\"");
  EXPECT_THAT(ask({.path = "/api/brand"}).body, HasSubstr(R"("accent":"#006400")"));
}

}  // namespace
}  // namespace vigie
