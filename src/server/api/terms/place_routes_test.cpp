// Sites, teams and people over the API, on both databases.
#include "server/api/terms/place_routes.h"

#include <gmock/gmock.h>

#include "server/api/identity_for_test.h"
#include "store/journal/verify.h"

namespace vigie {
namespace {

using testing::HasSubstr;
using testing::Not;

class PlaceApi : public IdentityForTest {
 protected:
  void SetUp() override {
    IdentityForTest::SetUp();
    if (!IsSkipped()) ann_ = sign_in("ann");
  }
  Response post(const std::string& path, const std::string& body) {
    return post_as(ann_, "/api/" + path, body);
  }
  Response get(const std::string& path) { return ask_as(ann_, {.path = "/api/" + path}); }
  Response patch(const std::string& path, const std::string& body, const std::string& tag = "1") {
    return ask_as(ann_, {.method = Method::patch,
                         .path = "/api/" + path,
                         .body = body,
                         .fields = {{"If-Match", "\"" + tag + "\""}}});
  }
  Response add_site(const std::string& reference, const std::string& name,
                    const std::string& more = {}, const std::string& customer = "acme",
                    const std::string& zone = "Europe/Paris") {
    return post("sites", R"({"reference": ")" + reference + R"(", "customer": ")" + customer +
                             R"(", "name": ")" + name + R"(", "zone": ")" + zone + "\"" + more +
                             "}");
  }
  Response add_team(const std::string& reference, const std::string& name,
                    const std::string& more = {}) {
    return post("teams", R"({"reference": ")" + reference + R"(", "party": "nova", "name": ")" +
                             name + "\"" + more + "}");
  }
  Response add_person(const std::string& reference, const std::string& name,
                      const std::string& more = {}) {
    return post("people", R"({"reference": ")" + reference + R"(", "party": "acme", "name": ")" +
                              name + "\"" + more + "}");
  }
  std::string ann_;
};
VIGIE_ON_BOTH_DATABASES(PlaceApi);

TEST_P(PlaceApi, a_site_is_added_read_again_and_changed) {
  const Response added = add_site("nimes", "Nîmes", R"(, "holidays": ["fr"])");
  EXPECT_EQ(added.body,
            R"({"reference":"nimes","version":1,"customer":"acme","name":"Nîmes",)"
            R"("designation":"Nîmes","zone":"Europe/Paris","holidays":["fr"],"is_closed":false})");
  EXPECT_EQ(get("sites/nimes").body, added.body);
  const Response changed = patch(
      "sites/nimes",
      R"({"name": "Nîmes Gare", "holidays": ["fr", "fr-alsace-moselle"], "is_closed": true})");
  EXPECT_THAT(changed.body, HasSubstr(R"("name":"Nîmes Gare","designation":"Nîmes")"));
  EXPECT_THAT(changed.body, HasSubstr(R"("holidays":["fr","fr-alsace-moselle"])"));
  EXPECT_EQ(code_of(patch("sites/nimes", "{}", "1")), "version_changed");
  EXPECT_TRUE(verify_journal(here().database, here().sealer.key()).damages.empty());
}

TEST_P(PlaceApi, what_cannot_be_a_site_is_refused_in_the_order_of_the_reference) {
  add_site("nimes", "Nîmes");
  EXPECT_EQ(code_of(add_site("-x", " ")), "reference_malformed");
  EXPECT_EQ(code_of(add_site("lyon", " ")), "name_malformed");
  EXPECT_EQ(code_of(add_site("lyon", "Lyon", {}, "orion")), "customer_unknown");
  EXPECT_EQ(code_of(add_site("lyon", "Lyon", {}, "acme", "Europe/Lyon")), "zone_unknown");
  EXPECT_EQ(code_of(add_site("lyon", "Lyon", R"(, "holidays": ["gaul"])")), "holidays_unknown");
  EXPECT_EQ(code_of(add_site("NIMES", "Lyon")), "reference_taken");
  EXPECT_EQ(code_of(add_site("lyon", "Nîmes")), "name_taken");
  EXPECT_EQ(add_site("nimes-z", "Nîmes", {}, "zenith").status, 201) << "of another customer";
}

TEST_P(PlaceApi, sites_are_found_by_words_without_their_accents_page_by_page) {
  for (const char* name : {"Nîmes Gare", "Nîmes Centre", "Lyon Gare"}) {
    add_site("s" + std::to_string(std::string{name}.size()), name);
  }
  const Response found = get("sites?search=GARE+nim");
  EXPECT_THAT(found.body, HasSubstr("Nîmes Gare"));
  EXPECT_THAT(found.body, Not(HasSubstr("Lyon")));
  EXPECT_THAT(get("sites?search=s9").body, HasSubstr("Lyon Gare"));
  EXPECT_THAT(get("sites?search=%25").body, HasSubstr("Lyon Gare")) << "no word, no sign: all";
  const Response first = get("sites?limit=2");
  EXPECT_LT(first.body.find("Lyon Gare"), first.body.find("Nîmes Centre"));
  const std::string next = text_in(first, "next");
  EXPECT_THAT(get("sites?limit=2&cursor=" + next).body, HasSubstr("Nîmes Gare"));
  EXPECT_EQ(code_of(get("sites?search=gare&cursor=" + next)), "cursor_unknown");
  EXPECT_EQ(code_of(get("sites?search=a+b+c+d+e+f+g+h+i")), "parameter_malformed");
  EXPECT_EQ(code_of(get("parties?search=acme")), "parameter_unknown");
}

TEST_P(PlaceApi, a_calendar_that_follows_the_site_takes_the_zone_of_the_site_that_is_kept) {
  const std::string document =
      "id: sla-acme\\nversion: 1\\nbetween: {provider: nova, customer: acme}\\n"
      "in_force: {from: 2020-01-01}\\nzone: Europe/Paris\\n"
      "calendars: {shop: {zone: site, hours: [mon-fri 09:00-18:00]}}\\n"
      "targets:\\n  resolve: {metric: resolution, within: 1h in shop, required: 90 % per month}\\n";
  ASSERT_EQ(post("agreements", R"({"document": ")" + document + "\"}").status, 201)
      << post("agreements", R"({"document": ")" + document + "\"}").body;
  ASSERT_EQ(add_site("mtl", "Montréal", {}, "acme", "America/Montreal").status, 201);
  const std::string body = R"({"customer": "acme", "title": "Slow", "site": "Montréal",)"
                           R"( "opened_at": "2026-03-02T15:00:00Z"})";
  EXPECT_THAT(post("tickets", body).body, HasSubstr(R"("due_at":"2026-03-02T16:00:00Z")"))
      << "ten o'clock in Montreal";
  patch("sites/mtl", R"({"zone": "Asia/Tokyo"})");
  EXPECT_THAT(post("tickets", body).body, HasSubstr(R"("due_at":"2026-03-03T01:00:00Z")"))
      << "midnight in Tokyo: the shop opens at nine";
}

TEST_P(PlaceApi, a_team_has_members_whom_only_those_who_may_read_people_see) {
  add_person("eve", "Eve Roy");
  EXPECT_EQ(code_of(add_team("desk", "Desk", R"(, "members": ["nobody"])")), "person_unknown");
  const Response added = add_team("desk", "Desk", R"(, "members": ["eve", "ann", "eve"])");
  EXPECT_THAT(added.body, HasSubstr(R"("members":["ann","eve"])"));
  EXPECT_EQ(code_of(add_team("desk", "Other")), "reference_taken");
  EXPECT_EQ(code_of(add_team("desk-2", "Desk")), "name_taken");
  EXPECT_EQ(code_of(add_team("d", " ")), "name_malformed");
  EXPECT_EQ(code_of(add_team("-", "D")), "reference_malformed");
  EXPECT_EQ(code_of(post("teams", R"({"reference": "d", "party": "orion", "name": "D"})")),
            "party_unknown");
  const Response changed = patch("teams/desk", R"({"members": ["ann"], "name": "Service desk"})");
  EXPECT_THAT(changed.body,
              HasSubstr(R"("designation":"Desk","is_closed":false,"members":["ann"])"));
  EXPECT_EQ(code_of(patch("teams/desk", R"({"members": ["nobody"]})", "2")), "person_unknown");
  EXPECT_EQ(get("teams/desk").body, changed.body);
  EXPECT_THAT(get("teams?search=service").body, HasSubstr(R"("reference":"desk")"));
  post("teams", R"({"reference": "shop", "party": "acme", "name": "Shop", "members": ["eve"]})");
  add_account("guy", R"([{"role": "customer", "customer": "acme"}])");
  const std::string guy = sign_in("guy");
  EXPECT_THAT(ask_as(guy, {.path = "/api/teams/shop"}).body, Not(HasSubstr("members")));
  EXPECT_EQ(code_of(ask_as(guy, {.path = "/api/teams/desk"})), "not_found");
  EXPECT_EQ(code_of(ask_as(guy, {.path = "/api/people"})), "not_permitted");
}

TEST_P(PlaceApi, whoever_has_the_reach_of_a_team_or_of_a_site_sees_that_one) {
  add_team("desk", "Desk");
  add_team("field", "Field");
  add_site("nimes", "Nîmes");
  add_site("lyon", "Lyon");
  add_account("tea", R"([{"role": "technician", "team": "desk"}])");
  add_account("sid", R"([{"role": "technician", "customer": "acme", "site": "lyon"}])");
  EXPECT_THAT(ask_as(sign_in("tea"), {.path = "/api/teams"}).body,
              testing::AllOf(HasSubstr("desk"), Not(HasSubstr("field"))));
  EXPECT_THAT(ask_as(sign_in("sid"), {.path = "/api/sites"}).body,
              testing::AllOf(HasSubstr("lyon"), Not(HasSubstr("nimes"))));
}

TEST_P(PlaceApi, whoever_has_the_reach_of_a_site_sees_its_tickets_and_not_those_of_a_namesake) {
  add_site("nimes", "Nîmes");
  add_site("nimes-z", "Nîmes", {}, "zenith");
  const auto open = [&](const std::string& customer, const std::string& site) {
    post("tickets", R"({"customer": ")" + customer + R"(", "title": "At )" + customer + " in " +
                        site + R"(", "site": ")" + site + "\"}");
  };
  open("acme", "Nîmes");
  open("acme", "Lyon");
  open("zenith", "Nîmes");
  add_account("sid", R"([{"role": "technician", "site": "nimes"}])");
  add_account("sam", R"([{"role": "technician", "customer": "acme", "site": "nimes-z"}])");
  const Response seen = ask_as(sign_in("sid"), {.path = "/api/tickets"});
  EXPECT_THAT(seen.body, HasSubstr("At acme in Nîmes"));
  EXPECT_THAT(seen.body, Not(HasSubstr("Lyon")));
  EXPECT_THAT(seen.body, Not(HasSubstr("zenith")));
  EXPECT_THAT(ask_as(sign_in("sam"), {.path = "/api/tickets"}).body, HasSubstr(R"("items":[])"))
      << "that site is not one of that customer";
}

TEST_P(PlaceApi, people_who_do_not_sign_in_are_added_and_changed) {
  const Response added = add_person("eve", "Ève Roy", R"(, "email": "Eve@Acme.example")");
  EXPECT_EQ(added.body, R"({"reference":"eve","version":1,"party":"acme","name":"Ève Roy",)"
                        R"("email":"eve@acme.example","signs_in":false})");
  EXPECT_EQ(code_of(add_person("-", "Eve")), "reference_malformed");
  EXPECT_EQ(code_of(add_person("bob", "")), "name_malformed");
  EXPECT_EQ(code_of(add_person("bob", "Bob", R"(, "email": "bob")")), "email_malformed");
  EXPECT_EQ(code_of(add_person("eve", "Bob")), "reference_taken");
  EXPECT_EQ(code_of(add_person("bob", "Bob", R"(, "email": "eve@acme.example")")), "email_taken");
  EXPECT_EQ(code_of(post("people", R"({"reference": "b", "party": "orion", "name": "B"})")),
            "party_unknown");
  const Response changed =
      patch("people/eve", R"({"name": "Ève Leroy", "email": "", "party": "zenith"})");
  EXPECT_EQ(changed.body, R"({"reference":"eve","version":2,"party":"zenith","name":"Ève Leroy",)"
                          R"("signs_in":false})");
  EXPECT_EQ(code_of(patch("people/ann", R"({"name": "Mallory"})", "1")), "person_has_account");
  EXPECT_THAT(get("people?search=leroy").body, HasSubstr(R"("reference":"eve")"));
  run("update person set name = null, name_sort = null, erased_at = 0 where reference = 'eve'");
  EXPECT_EQ(code_of(patch("people/eve", R"({"name": "Eve"})", "2")), "person_already_erased");
  EXPECT_THAT(get("people").body, Not(HasSubstr("eve")));
}

TEST_P(PlaceApi, a_company_moves_in_the_tree_and_its_readers_with_it) {
  add_account("zed", R"([{"role": "executive", "customer": "zenith"}])");
  const std::string zed = sign_in("zed");
  EXPECT_EQ(code_of(ask_as(zed, {.path = "/api/parties/acme-lyon"})), "not_found");
  EXPECT_EQ(code_of(patch("parties/acme", R"({"parent": "acme-lyon"})")), "parent_within");
  EXPECT_EQ(code_of(patch("parties/acme", R"({"parent": "acme"})")), "parent_within");
  EXPECT_EQ(code_of(patch("parties/acme", R"({"parent": "orion"})")), "parent_unknown");
  EXPECT_THAT(patch("parties/acme-lyon", R"({"parent": "zenith"})").body,
              HasSubstr(R"("parent":"zenith")"));
  EXPECT_EQ(ask_as(zed, {.path = "/api/parties/acme-lyon"}).status, 200)
      << "who reads the whole reads its parts, from the next request on";
  EXPECT_THAT(patch("parties/acme-lyon", R"({"parent": ""})", "2").body, Not(HasSubstr("parent")));
  EXPECT_EQ(code_of(ask_as(zed, {.path = "/api/parties/acme-lyon"})), "not_found");
}

TEST_P(PlaceApi, nobody_takes_a_company_away_from_one_that_they_do_not_see) {
  add_account("lou", R"([{"role": "sdm", "customer": "acme-lyon"}])");
  const Response moved = ask_as(sign_in("lou"), {.method = Method::patch,
                                                 .path = "/api/parties/acme-lyon",
                                                 .body = R"({"parent": ""})",
                                                 .fields = {{"If-Match", "\"1\""}}});
  EXPECT_EQ(code_of(moved), "not_permitted");
}

}  // namespace
}  // namespace vigie
