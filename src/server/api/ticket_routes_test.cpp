#include "server/api/ticket_routes.h"

#include <gmock/gmock.h>

#include "connector/zone_folder.h"
#include "server/api/agreement_routes.h"
#include "server/api/api_for_test.h"
#include "server/api/party_routes.h"
#include "server/document_reader.h"
#include "store/journal/verify.h"

namespace vigie {
namespace {

using testing::HasSubstr;
using testing::Not;

// "4h in always" from a Monday 10:00 UTC is due at 14:00 UTC.
constexpr const char* document =
    "id: acme\\nversion: 1\\nbetween: {provider: Novalys, customer: Acme}\\n"
    "in_force: {from: 2020-01-01}\\nzone: Europe/Paris\\n"
    "targets:\\n"
    "  resolve: {metric: resolution, for: {kind: incident}, within: 4h in always,"
    " required: 90 % per month}\\n";

class TicketApi : public ApiForTest {
 protected:
  std::vector<Route> routes(Installation& here) override {
    std::vector<Route> all = party_routes(here);
    for (auto& route : agreement_routes(here, shelf_)) all.push_back(std::move(route));
    for (auto& route : ticket_routes(here, shelf_)) all.push_back(std::move(route));
    return all;
  }

  Response post(const std::string& path, const std::string& body) {
    return ask({.method = Method::post, .path = path, .body = body});
  }
  Response add_party(const std::string& reference, const std::string& name) {
    return post("/api/parties", R"({"reference": ")" + reference +
                                    R"(", "kind": "customer", "name": ")" + name + "\"}");
  }
  Response add_agreement(const std::string& text = document) {
    return post("/api/agreements", R"({"document": ")" + text + "\"}");
  }
  Response open_ticket(const std::string& more = {}) {
    return post("/api/tickets",
                R"({"customer": "acme", "title": "Printer on fire", "kind": "incident",)"
                R"( "opened_at": "2026-03-02T10:00:00Z")" +
                    more + "}");
  }
  void set_up_acme() {
    ASSERT_EQ(add_party("acme", "Acme").status, 201);
    const Response added = add_agreement();
    ASSERT_EQ(added.status, 201) << added.body;
  }

 private:
  YamlDocumentReader reader_;
  ZoneFolder zones_;
  TermsShelf shelf_{reader_, zones_};
};
VIGIE_ON_BOTH_DATABASES(TicketApi);

TEST_P(TicketApi, a_ticket_is_judged_when_it_is_opened) {
  set_up_acme();
  const Response opened = open_ticket();
  EXPECT_EQ(opened.status, 201) << opened.body;
  EXPECT_THAT(opened.body, HasSubstr(R"("reference":"INC-1")"));
  EXPECT_THAT(opened.body, HasSubstr(R"("commitment":"resolve")"));
  EXPECT_THAT(opened.body, HasSubstr(R"("verdict":"breached")"));  // of March, and it is later
  EXPECT_THAT(opened.body, HasSubstr(R"("breached_at":"2026-03-02T14:00:00Z")"));
  const Response read = ask({.path = "/api/tickets/inc-1"});
  EXPECT_EQ(read.status, 200);
  EXPECT_THAT(read.body, HasSubstr(R"("breached_at":"2026-03-02T14:00:00Z")"));
}

TEST_P(TicketApi, an_event_is_judged_at_once) {
  set_up_acme();
  open_ticket();
  const Response resolved =
      post("/api/tickets/INC-1/events", R"({"event": "resolved", "at": "2026-03-02T13:59:00Z"})");
  EXPECT_EQ(resolved.status, 201) << resolved.body;
  EXPECT_THAT(resolved.body, HasSubstr(R"("phase":"resolved")"));
  EXPECT_THAT(resolved.body, HasSubstr(R"("ended_at":"2026-03-02T13:59:00Z")"));
  EXPECT_THAT(resolved.body, HasSubstr(R"("verdict":"met")"));
  EXPECT_THAT(ask({.path = "/api/tickets"}).body, Not(HasSubstr("INC-1")));
}

TEST_P(TicketApi, a_clock_that_runs_is_pending_and_due) {
  set_up_acme();
  const Response opened =
      post("/api/tickets", R"({"customer": "acme", "title": "Slow", "kind": "incident"})");
  EXPECT_THAT(opened.body, HasSubstr(R"("verdict":"pending","state":"on_track")"));
  EXPECT_THAT(opened.body, HasSubstr(R"("due_at":")"));
  const Response listed = ask({.path = "/api/tickets"});
  EXPECT_THAT(listed.body, HasSubstr(R"("title":"Slow")"));
}

TEST_P(TicketApi, what_happens_to_a_ticket_is_told_of_those_tied_to_it) {
  set_up_acme();
  open_ticket();
  const Response second =
      post("/api/tickets", R"({"customer": "acme", "title": "Same", "kind": "incident",)"
                           R"( "opened_at": "2026-03-02T12:00:00Z"})");
  EXPECT_THAT(second.body, HasSubstr(R"("due_at":"2026-03-02T16:00:00Z")"));
  post("/api/tickets/INC-1/events",
       R"({"event": "merged", "other": "inc-2", "at": "2026-03-02T12:30:00Z"})");
  // The survivor keeps the earliest opening.
  EXPECT_THAT(ask({.path = "/api/tickets/INC-2"}).body,
              HasSubstr(R"("due_at":"2026-03-02T14:00:00Z")"));
  EXPECT_THAT(ask({.path = "/api/tickets/INC-1"}).body, HasSubstr(R"("phase":"merged")"));
}

TEST_P(TicketApi, what_cannot_be_is_refused) {
  set_up_acme();
  EXPECT_EQ(code_of(post("/api/tickets", R"({"customer": "zenith", "title": "x"})")),
            "customer_unknown");
  EXPECT_EQ(code_of(open_ticket(R"(, "title": " ")")), "body_not_understood");
  EXPECT_EQ(code_of(post("/api/tickets", R"({"customer": "acme", "title": " "})")),
            "name_malformed");
  EXPECT_EQ(code_of(post("/api/tickets", R"({"customer": "acme", "title": "x",)"
                                         R"( "opened_at": "2199-01-01T00:00:00Z"})")),
            "event_in_the_future");
  open_ticket();
  EXPECT_EQ(code_of(post("/api/tickets/INC-1/events",
                         R"({"event": "resolved", "at": "2026-03-02T09:00:00Z"})")),
            "event_before_opening");
  EXPECT_EQ(code_of(post("/api/tickets/INC-9/events", R"({"event": "resolved"})")), "not_found");
  EXPECT_EQ(code_of(ask({.method = Method::post,
                         .path = "/api/tickets/INC-1/events",
                         .body = R"({"event": "resolved"})",
                         .fields = {{"If-Match", "\"1\""}}})),
            "version_changed");
}

TEST_P(TicketApi, a_document_that_check_would_refuse_is_refused_with_its_places) {
  add_party("acme", "Acme");
  const Response faulty = add_agreement("id: acme\\nversion: 1\\nzone: Mars/Olympus\\n");
  EXPECT_EQ(code_of(faulty), "document_faulty");
  EXPECT_THAT(faulty.body, HasSubstr(R"("line":)"));
  std::string other = document;
  other.replace(other.find("Acme"), 4, "Zenith");
  EXPECT_EQ(code_of(add_agreement(other)), "designation_unknown");
  EXPECT_EQ(add_agreement().status, 201);
  EXPECT_EQ(code_of(add_agreement()), "document_faulty");  // the same version twice
}

TEST_P(TicketApi, another_customer_sees_nothing_of_it) {
  set_up_acme();
  open_ticket();
  add_party("zenith", "Zenith");
  caller_.rights = Rights::of(UserRole::customer, Scope::of({Reach{.customers = {{{2}}}}}));
  EXPECT_EQ(code_of(ask({.path = "/api/tickets/INC-1"})), "not_found");
  EXPECT_EQ(code_of(ask({.path = "/api/agreements/acme"})), "not_found");
  EXPECT_EQ(ask({.path = "/api/tickets"}).body, R"({"items":[]})");
  EXPECT_EQ(ask({.path = "/api/agreements"}).body, R"({"items":[]})");
  EXPECT_EQ(code_of(post("/api/tickets/INC-1/events", R"({"event": "commented"})")), "not_found");
  EXPECT_EQ(code_of(open_ticket()), "customer_unknown");
}

TEST_P(TicketApi, events_and_documents_are_sealed) {
  set_up_acme();
  open_ticket();
  const auto damages = [&] { return verify_journal(here().database, here().sealer.key()).damages; };
  EXPECT_TRUE(damages().empty());
  const auto edit = [&](const char* sql) {
    here().database.act([&](Connection& rows) { rows.run(sql, {}); });
  };
  edit("update ticket_event set value = 'request' where attribute = 'kind'");
  edit("update agreement_version set document = 'id: acme'");
  const auto found = damages();
  ASSERT_EQ(found.size(), 2U);
  EXPECT_EQ(found[0].table, "agreement_version");
  EXPECT_EQ(found[1].table, "ticket_event");
}

}  // namespace
}  // namespace vigie
