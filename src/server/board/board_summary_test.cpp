#include <gmock/gmock.h>

#include "connector/zone_folder.h"
#include "server/api/agreement_routes.h"
#include "server/api/api_for_test.h"
#include "server/api/identity_for_test.h"
#include "server/api/party_routes.h"
#include "server/api/ticket_routes.h"
#include "server/board/board_summary_routes.h"
#include "server/document_reader.h"
#include "usecase/ticket/ticket_view.h"

namespace vigie {
namespace {

using testing::HasSubstr;

constexpr const char* short_targets =
    "id: CUSTOMER\\nversion: 1\\nbetween: {provider: Novalys, customer: CUSTOMER}\\n"
    "in_force: {from: 2020-01-01}\\nzone: Europe/Paris\\n"
    "targets:\\n"
    "  p1: {metric: resolution, for: {priority: P1}, within: 20 min in always,"
    " required: 90 % per month}\\n"
    "  p2: {metric: resolution, for: {priority: P2}, within: 90 min in always,"
    " required: 90 % per month}\\n"
    "  p3: {metric: resolution, for: {priority: P3}, within: 5h in always,"
    " required: 90 % per month}\\n"
    "  p4: {metric: resolution, for: {priority: P4}, within: 9000h in always,"
    " required: 90 % per month}\\n";

std::string counts(const char* name, int total, int provider, int customer = 0) {
  return std::string{"\""} + name + R"(":{"total":)" + std::to_string(total) + R"(,"provider":)" +
         std::to_string(provider) + R"(,"customer":)" + std::to_string(customer) +
         R"(,"supplier":0,"third_party":0,"nobody":0})";
}

class BoardSummaryRoutes : public ApiForTest {
 protected:
  void SetUp() override {
    ApiForTest::SetUp();
    if (IsSkipped()) return;
    for (const std::string customer : {"acme", "zenith"}) {
      post("/api/parties", R"({"reference": ")" + customer + R"(", "kind": "customer", "name": ")" +
                               customer + "\"}");
      std::string text{short_targets};
      for (std::size_t at = 0; (at = text.find("CUSTOMER", at)) != std::string::npos;) {
        text.replace(at, 8, customer);
      }
      EXPECT_EQ(post("/api/agreements", R"({"document": ")" + text + "\"}").status, 201);
    }
  }
  void TearDown() override {
    ApiForTest::TearDown();
    board_.reset();
  }
  std::vector<Route> routes(Installation& here) override {
    board_ = std::make_unique<TicketBoard>(here, shelf_);
    std::vector<Route> all = party_routes(here);
    for (auto& route : agreement_routes(here, shelf_)) all.push_back(std::move(route));
    for (auto& route : ticket_routes(here, shelf_)) all.push_back(std::move(route));
    for (auto& route : board_summary_routes(here, *board_)) all.push_back(std::move(route));
    return all;
  }
  Response post(const std::string& path, const std::string& body) {
    return ask({.method = Method::post, .path = path, .body = body});
  }
  std::string open(const std::string& customer, const std::string& more) {
    return text_in(
        post("/api/tickets", R"({"customer": ")" + customer +
                                 R"(", "title": "Fire", "kind": "incident")" + more + "}"),
        "reference");
  }
  std::string summary(const std::string& query = {}) {
    const Response response = ask({.path = "/api/board-summary" + query});
    return response.refusal ? code_of(response) : response.body;
  }
  static Instant clock_after(std::chrono::minutes distance) {
    return std::chrono::time_point_cast<Duration>(std::chrono::system_clock::now() + distance);
  }
  void see_only(const std::string& customer) {
    Reach reach;
    here().database.read([&](Connection& rows) {
      reach.customers = {party_by_reference(rows, Scope::whole(), customer)->key};
    });
    caller_.rights = Rights::of(UserRole::technician, Scope::of({reach}));
  }

 private:
  YamlDocumentReader reader_;
  ZoneFolder zones_;
  TermsShelf shelf_{reader_, zones_};
  std::unique_ptr<TicketBoard> board_;
};
VIGIE_ON_BOTH_DATABASES(BoardSummaryRoutes);

TEST_P(BoardSummaryRoutes, each_open_ticket_is_counted_once_by_what_is_due_first) {
  open("acme", R"(, "priority": "P1", "opened_at": "2026-03-02T10:00:00Z")");
  open("acme", R"(, "priority": "P1")");
  open("acme", R"(, "priority": "P2")");
  open("zenith", R"(, "priority": "P3")");
  open("zenith", R"(, "priority": "P4")");
  open("zenith", R"(, "priority": "P5")");
  const std::string waits = open("zenith", R"(, "priority": "P2")");
  post("/api/tickets/" + waits + "/events",
       R"({"event": "awaiting", "party": "customer", "value": "answer"})");
  const std::string ended = open("zenith", R"(, "priority": "P1")");
  post("/api/tickets/" + ended + "/events", R"({"event": "resolved"})");
  const std::string all = summary("?day_ends_at=" + text_of(clock_after(std::chrono::hours{24})));
  EXPECT_THAT(all, HasSubstr(R"("open":7,"at_risk":0)"));
  EXPECT_THAT(all, HasSubstr(counts("overdue", 1, 1)));
  EXPECT_THAT(all, HasSubstr(counts("within_30_minutes", 1, 1)));
  EXPECT_THAT(all, HasSubstr(counts("within_2_hours", 1, 1)));
  EXPECT_THAT(all, HasSubstr(counts("today", 1, 1)));
  EXPECT_THAT(all, HasSubstr(counts("later", 1, 1)));
  EXPECT_THAT(all, HasSubstr(counts("paused", 1, 0, 1)));
  EXPECT_THAT(all, HasSubstr(counts("without_clock", 1, 1)));
  EXPECT_THAT(all, HasSubstr(R"("customers":[{"reference":"acme","name":"acme","open":3,)"
                             R"("overdue":1,"at_risk":0},{"reference":"zenith",)"
                             R"("name":"zenith","open":4,"overdue":0,"at_risk":0}],)"
                             R"("customers_total":2)"));
  EXPECT_THAT(summary(), HasSubstr(counts("later", 2, 2)));
}

TEST_P(BoardSummaryRoutes, one_at_risk_is_counted_until_it_is_overdue) {
  open("acme", R"(, "priority": "P1", "opened_at": "2026-03-02T10:00:00Z")");
  open("acme", R"(, "priority": "P1", "opened_at": ")" +
                   text_of(clock_after(-std::chrono::minutes{18})) + "\"");
  EXPECT_THAT(summary(), HasSubstr(R"("open":2,"at_risk":1)"));
}

TEST_P(BoardSummaryRoutes, it_counts_what_the_filter_leaves_and_the_scope_covers) {
  open("acme", R"(, "priority": "P1")");
  open("acme", R"(, "priority": "P2")");
  open("zenith", R"(, "priority": "P2")");
  EXPECT_THAT(summary("?priority=P2"), HasSubstr(R"("open":2,)"));
  EXPECT_THAT(summary("?customer=zenith&holder=provider"), HasSubstr(R"("open":1,)"));
  EXPECT_EQ(summary("?customer=nobody"), "customer_unknown");
  EXPECT_EQ(summary("?words=fire"), "parameter_unknown");
  see_only("zenith");
  EXPECT_THAT(summary(), HasSubstr(R"("open":1,)"));
  EXPECT_THAT(summary(), HasSubstr(R"("customers_total":1)"));
  EXPECT_EQ(summary("?customer=acme"), "customer_unknown");
}

TEST_P(BoardSummaryRoutes, are_not_counted_by_name_for_who_does_not_read_the_chain) {
  open("acme", R"(, "priority": "P2")");
  caller_.rights = Rights::of(UserRole::customer, Scope::whole());
  EXPECT_EQ(summary("?team=Desk"), "not_permitted");
  EXPECT_EQ(summary("?holder=novalys"), "not_permitted");
  EXPECT_THAT(summary("?holder=provider"), HasSubstr(R"("provider":1)"));
}

}  // namespace
}  // namespace vigie
