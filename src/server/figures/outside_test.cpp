// What a customer never reads, on any route: who works behind the promise, and the words of the
// house.
#include <gmock/gmock.h>

#include <map>

#include "server/api/fact/attachment_routes.h"
#include "server/api/terms/life_routes.h"
#include "server/figures/figures_for_test.h"

namespace vigie {
namespace {

using testing::HasSubstr;
using testing::Not;

constexpr const char* promise =
    "# Alpha is slower than what we promise.\\nid: acme\\nversion: 1\\n"
    "between: {provider: Novalys, customer: Acme, suppliers: [Alpha]}\\n"
    "in_force: {from: 2020-01-01}\\nzone: Europe/Paris\\nunderpinned_by: [uc-alpha]\\n"
    "services: [mail]\\n"
    "targets:\\n"
    "  resolve: {metric: resolution, for: {kind: incident}, within: 4h in always,"
    " required: 90 % per month}\\n"
    "penalties:\\n"
    "  split: {Alpha: 60, Novalys: 40}\\n"
    "  lines:\\n"
    "    gtr: {on: resolve, each: 150.00 per started hour}\\n";
constexpr const char* behind =
    "id: uc-alpha\\nkind: uc\\nbetween: {provider: Alpha, customer: Novalys}\\n"
    "in_force: {from: 2020-01-01}\\nzone: Europe/Paris\\n"
    "targets:\\n"
    "  restore: {metric: resolution, for: {kind: incident}, within: 8h in always,"
    " required: 90 % per month}\\n";

class Outside : public FiguresForTest {
 protected:
  std::vector<Route> routes(Installation& here) override {
    std::vector<Route> all = FiguresForTest::routes(here);
    for (Route& route : life_routes(here, parts().shelf)) all.push_back(std::move(route));
    for (Route& route : attachment_routes(here)) all.push_back(std::move(route));
    return all;
  }

  void made(const std::string& path, const std::string& body) {
    const Response response = post(path, body);
    ASSERT_EQ(response.status, 201) << path << " " << response.body;
  }

  /// A ticket of Acme that goes through a team and a supplier, with words on both sides.
  void set_up() {
    made("/api/parties", R"({"reference": "acme", "kind": "customer", "name": "Acme"})");
    made("/api/parties", R"({"reference": "novalys", "kind": "owner", "name": "Novalys"})");
    made("/api/parties", R"({"reference": "alpha", "kind": "supplier", "name": "Alpha"})");
    made("/api/agreements", R"({"document": ")" + std::string{behind} + "\"}");
    made("/api/agreements", R"({"document": ")" + std::string{promise} + "\"}");
    made("/api/tickets", R"({"customer": "acme", "title": "No mail", "kind": "incident",)"
                         R"( "service": "mail", "opened_at": "2026-10-05T08:00:00Z"})");
    const auto tell = [&](const std::string& event) { made("/api/tickets/INC-1/events", event); };
    tell(R"({"event": "assigned", "at": "2026-10-05T09:00:00Z", "team": "Nightshift"})");
    tell(R"({"event": "assigned", "at": "2026-10-05T10:00:00Z", "party": "Alpha"})");
    tell(R"({"event": "commented", "note": "Grumble of the house."})");
    tell(R"({"event": "assigned", "at": "2026-10-06T09:00:00Z", "party": "Alpha",
             "note": "Chase by phone.", "audience": "internal"})");
    tell(R"({"event": "updated", "note": "A courier is on his way."})");
    made("/api/disputes", R"({"about": "verdict", "ticket": "INC-1", "agreement": "uc-alpha",
                              "ground": "agreed", "motive": "Quarrel about the contract.",
                              "said_at": "2026-10-05T19:00:00Z"})");
  }

  /// Every page that a route of the table gives, of every thing that is there, as one text a route.
  std::map<std::string, std::string> everything_read() {
    std::map<std::string, std::string> pages;
    for (const Route& route : routes(here())) {
      if (route.method != Method::get) continue;
      for (const char* reference : {"INC-1", "acme", "uc-alpha", "alpha", "DSP-1"}) {
        std::string path{route.pattern};
        const auto put = [&](std::string_view hole, std::string_view text) {
          const std::size_t at = path.find(hole);
          if (at != std::string::npos) path.replace(at, hole.size(), text);
        };
        put("{reference}", reference);
        put("{number}", "1");
        const Response response = get(path);
        if (response.status == 200) pages[std::string{route.pattern}] += response.body;
      }
    }
    return pages;
  }
};
VIGIE_ON_BOTH_DATABASES(Outside);

constexpr const char* secrets[] = {"Alpha",   "uc-alpha",       "Nightshift",
                                   "Grumble", "Chase by phone", "Quarrel"};

TEST_P(Outside, no_route_tells_a_customer_who_works_behind_the_promise) {
  set_up();
  std::string all;
  for (const auto& [route, page] : everything_read()) all += page;
  for (const char* secret : secrets) EXPECT_THAT(all, HasSubstr(secret)) << "the sweep is blind";
  ask_as(UserRole::customer);
  const auto pages = everything_read();
  EXPECT_GE(pages.size(), 10U);
  for (const auto& [route, page] : pages) {
    for (const char* secret : secrets) EXPECT_THAT(page, Not(HasSubstr(secret))) << route;
  }
  EXPECT_THAT(pages.at("/api/tickets/{reference}"), HasSubstr(R"("holder":"supplier")"));
  EXPECT_THAT(pages.at("/api/tickets/{reference}/events"), HasSubstr("A courier is on his way."));
  EXPECT_THAT(pages.at("/api/agreements/{reference}/versions/{number}/document"),
              HasSubstr("resolve: {metric: resolution"));
}

TEST_P(Outside, what_a_customer_writes_is_answered_without_the_chain_too) {
  set_up();
  ask_as(UserRole::customer);
  const Response said =
      post("/api/tickets/INC-1/events", R"({"event": "commented", "note": "Any news?"})");
  ASSERT_EQ(said.status, 201) << said.body;
  EXPECT_THAT(said.body, Not(HasSubstr("Alpha")));
  const Response opened = post("/api/tickets", R"({"customer": "acme", "title": "Again",
                                                   "kind": "incident", "service": "mail"})");
  ASSERT_EQ(opened.status, 201) << opened.body;
  EXPECT_THAT(opened.body, Not(HasSubstr("uc-alpha")));
  EXPECT_EQ(code_of(post("/api/tickets/INC-1/events",
                         R"({"event": "commented", "note": "Psst.", "audience": "internal"})")),
            "event_not_yours");
  EXPECT_THAT(get("/api/tickets/INC-1/events").body, HasSubstr("Any news?"));
}

// A guess that finds something tells as much as the name.
TEST_P(Outside, who_works_behind_the_promise_cannot_be_found_by_guessing) {
  set_up();
  ask_as(UserRole::customer);
  for (const char* route : {"/api/tickets", "/api/tickets.csv", "/api/tickets.xlsx"}) {
    EXPECT_EQ(code_of(get(std::string{route} + "?holder=Alpha")), "not_permitted") << route;
    EXPECT_EQ(code_of(get(std::string{route} + "?team=Nightshift")), "not_permitted") << route;
    EXPECT_EQ(get(std::string{route} + "?holder=supplier").status, 200) << route;
  }
}

TEST_P(Outside, a_comment_of_the_house_stays_inside_when_it_is_corrected_or_taken_back) {
  set_up();
  const std::string journal = get("/api/tickets/INC-1/events").body;
  const std::size_t grumble = journal.find("Grumble");
  const std::size_t at = journal.rfind(R"("sequence":)", grumble) + 11;
  const std::string number = journal.substr(at, journal.find(',', at) - at);
  made("/api/tickets/INC-1/corrections",
       R"({"event": )" + number + R"(, "retract": true, "reason": "Grumble of another."})");
  ask_as(UserRole::customer);
  EXPECT_THAT(get("/api/tickets/INC-1/events").body, Not(HasSubstr("Grumble")));
}

TEST_P(Outside, work_for_everyone_is_shown_to_those_whose_agreement_is_about_it) {
  set_up();
  const auto announce = [&](const char* title, const char* item) {
    made("/api/maintenance", std::string{R"({"title": ")"} + title + R"(", "item": ")" + item +
                                 R"(", "starts_at": "2026-12-01T02:00:00Z",)"
                                 R"( "ends_at": "2026-12-01T04:00:00Z"})");
  };
  announce("Mail moves", "mail");
  announce("Another matter", "payroll of others");
  add_outage("", "2026-10-07T02:00:00Z", "2026-10-07T03:00:00Z");
  ask_as(UserRole::customer);
  const std::string windows = get("/api/maintenance").body;
  EXPECT_THAT(windows, HasSubstr("Mail moves"));
  EXPECT_THAT(windows, Not(HasSubstr("Another matter")));
  EXPECT_EQ(get("/api/maintenance/MNT-1").status, 200);
  EXPECT_EQ(code_of(get("/api/maintenance/MNT-2")), "not_found");
  EXPECT_THAT(get("/api/outages").body, HasSubstr("OUT-1"));
  EXPECT_EQ(get("/api/outages/OUT-1").status, 200);
  EXPECT_EQ(code_of(get("/api/outages?customer=alpha")), "customer_unknown");
}

TEST_P(Outside, lists_are_narrowed_to_a_customer_and_disputes_to_a_ticket) {
  set_up();
  set_up_mail_of("zenith", "Zenith");
  add_outage("zenith", "2026-10-07T02:00:00Z", "2026-10-07T03:00:00Z");
  EXPECT_THAT(get("/api/outages?customer=zenith").body, HasSubstr("OUT-1"));
  EXPECT_THAT(get("/api/outages?customer=acme").body, Not(HasSubstr("OUT-1")));
  EXPECT_THAT(get("/api/disputes?customer=acme").body, HasSubstr("DSP-1"));
  EXPECT_THAT(get("/api/disputes?customer=zenith").body, Not(HasSubstr("DSP-1")));
  EXPECT_THAT(get("/api/disputes?ticket=INC-1").body, HasSubstr("DSP-1"));
  EXPECT_EQ(code_of(get("/api/disputes?ticket=INC-9")), "ticket_unknown");
  for (const char* path : {"/api/closures", "/api/penalties", "/api/maintenance"}) {
    EXPECT_EQ(get(std::string{path} + "?customer=acme").status, 200) << path;
    EXPECT_EQ(code_of(get(std::string{path} + "?customer=nobody")), "customer_unknown") << path;
  }
}

TEST_P(Outside, an_agreement_is_listed_with_the_version_that_holds_and_a_ticket_with_its_person) {
  set_up();
  EXPECT_THAT(get("/api/agreements").body,
              HasSubstr(R"("number":1,"state":"in_force","in_force_from":"2020-01-01")"));
  made("/api/tickets/INC-1/events", R"({"event": "assigned", "team": "Nightshift",)"
                                    R"( "person": "someone"})");
  EXPECT_THAT(get("/api/tickets/INC-1").body, HasSubstr(R"("person":"someone")"));
  EXPECT_THAT(get("/api/tickets/INC-1").body, HasSubstr(R"("target_seconds":14400)"));
  ask_as(UserRole::customer);
  EXPECT_THAT(get("/api/tickets/INC-1").body, Not(HasSubstr("someone")));
}

}  // namespace
}  // namespace vigie
