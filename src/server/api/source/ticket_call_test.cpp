// Tickets that a source tells as they live.
#include <gmock/gmock.h>

#include "server/api/source/source_for_test.h"
#include "store/journal/verify.h"

namespace vigie {
namespace {

using testing::HasSubstr;

const std::string profile =
    "ticket: number\\nstamps: {at: updated, formats: iso, offset: Z}\\n"
    "states: {column: state, phases: {New: open, Waiting: awaiting customer, Solved: resolved}}\\n"
    "attributes: {priority: priority}\\nconstants: {kind: incident}\\n";

class TicketCalls : public SourceForTest {
 protected:
  void SetUp() override {
    SourceForTest::SetUp();
    if (IsSkipped()) return;
    const std::string document =
        "id: acme\\nversion: 1\\nbetween: {provider: nova, customer: acme}\\n"
        "in_force: {from: 2020-01-01}\\nzone: UTC\\n"
        "targets:\\n  resolve: {metric: resolution, for: {kind: incident}, within: 4h in "
        "always}\\n";
    const Response agreed = ask({.method = Method::post,
                                 .path = "/api/agreements",
                                 .body = R"({"document": ")" + document + "\"}"});
    EXPECT_EQ(agreed.status, 201) << agreed.body;
    add("desk", "tickets", R"(, "customer": "acme", "profile": ")" + profile + "\"");
  }
  static std::string rows(const std::string& lines) {
    return "number,updated,state,priority\n" + lines;
  }
};
VIGIE_ON_BOTH_DATABASES(TicketCalls);

TEST_P(TicketCalls, rows_count_and_are_judged_at_once) {
  const Response told = tell("desk", rows("T-1,2026-03-02T10:00:00Z,New,P2\n"));
  ASSERT_EQ(told.status, 202) << told.body;
  EXPECT_THAT(told.body, HasSubstr(R"("tickets":1,"events":)"));
  const Response open = get("/api/tickets/T-1");
  EXPECT_THAT(open.body, HasSubstr(R"("due_at":"2026-03-02T14:00:00Z")"));
  tell("desk", rows("T-1,2026-03-02T10:00:00Z,New,P2\nT-1,2026-03-02T11:00:00Z,Waiting,P2\n"));
  const Response solved = tell("desk", rows("T-1,2026-03-02T10:00:00Z,New,P2\n"
                                            "T-1,2026-03-02T11:00:00Z,Waiting,P2\n"
                                            "T-1,2026-03-02T12:00:00Z,Solved,P2\n"));
  EXPECT_THAT(solved.body, HasSubstr(R"("tickets":1)"));
  const Response ended = get("/api/tickets/T-1");
  EXPECT_THAT(ended.body, HasSubstr(R"("verdict":"met")"));
  EXPECT_THAT(ended.body, HasSubstr(R"("ended_at":"2026-03-02T12:00:00Z")"));
  EXPECT_TRUE(verify_journal(here().database, here().sealer.key()).damages.empty());
}

TEST_P(TicketCalls, the_same_rows_again_change_nothing) {
  const std::string body =
      rows("T-1,2026-03-02T10:00:00Z,New,P2\nT-2,2026-03-02T10:30:00Z,New,P1\n");
  EXPECT_THAT(tell("desk", body).body, HasSubstr(R"("tickets":2)"));
  EXPECT_THAT(tell("desk", body).body, HasSubstr(R"("tickets":0,"events":0)"));
  const Response signed_once = tell_signed("desk", "m1", body);
  EXPECT_EQ(tell_signed("desk", "m1", body).body, signed_once.body);
}

TEST_P(TicketCalls, keys_that_are_no_references_are_told_apart) {
  tell("desk", rows("Nº 1,2026-03-02T10:00:00Z,New,P2\n"));
  tell("desk", rows("Nº 2,2026-03-02T10:00:00Z,New,P2\n"));
  tell("desk", rows("Nº 1,2026-03-02T12:00:00Z,Solved,P2\n"));
  std::string references;
  std::int64_t count = 0;
  here().database.read([&](Connection& rows) {
    rows.run("select reference from ticket order by id", {}, [&](const Row& row) {
      ++count;
      references += std::string{row.text(0)} + " ";
    });
  });
  EXPECT_EQ(count, 2) << references;
}

TEST_P(TicketCalls, rows_that_cannot_be_read_are_refused_with_their_place) {
  const Response faulty = tell("desk", "id,when\n1,2\n");
  EXPECT_EQ(code_of(faulty), "document_faulty");
  EXPECT_EQ(code_of(tell("desk", rows(""))), "import_has_no_ticket");
  std::string many;
  for (int i = 0; i <= 1'000; ++i) {
    many += "T-" + std::to_string(i) + ",2026-03-02T10:00:00Z,New,P2\n";
  }
  EXPECT_EQ(code_of(tell("desk", rows(many))), "import_too_long");
  EXPECT_THAT(tell("desk", rows("T-1,2199-03-02T10:00:00Z,New,P2\n")).body,
              HasSubstr(R"("findings":)"));
}

TEST_P(TicketCalls, what_was_withdrawn_stays_so_until_it_is_told_again) {
  const std::string body = rows("T-1,2026-03-02T10:00:00Z,New,P2\n");
  tell("desk", body);
  const Response withdrawn =
      ask({.method = Method::post, .path = "/api/imports/imp-1/withdraw", .body = "{}"});
  ASSERT_EQ(withdrawn.status, 201) << withdrawn.body;
  EXPECT_EQ(get("/api/tickets/T-1").status, 404);
  EXPECT_THAT(tell("desk", body).body, HasSubstr(R"("tickets":1)"));
  EXPECT_EQ(get("/api/tickets/T-1").status, 200);
  EXPECT_THAT(tell("desk", body).body, HasSubstr(R"("tickets":0)"));
}

TEST_P(TicketCalls, they_are_live_and_warned_of) {
  const auto post = [&](const std::string& path, const std::string& body) {
    return ask({.method = Method::post, .path = path, .body = body}).status;
  };
  ASSERT_EQ(
      post("/api/escalation-ladders",
           R"({"reference": "first", "name": "First", "levels": [{"after_minutes": 0,)"
           R"( "is_urgent": false, "recipients": [{"kind": "account", "reference": "ann"}]}]})"),
      201);
  ASSERT_EQ(post("/api/warning-rules",
                 R"({"reference": "share", "name": "Soon", "watches": "share_of_target",)"
                 R"( "amount": 75, "ladder": "first"})"),
            201);
  tell("desk", rows("T-1," + stamp(55) + ",New,P2\n"));
  std::string fires;
  here().database.read([&](Connection& rows) {
    rows.run("select (fires_at - $1) / 60000000 from timer",
             std::array<Parameter, 1>{epoch_.time_since_epoch().count()},
             [&](const Row& row) { fires += std::to_string(row.whole(0)) + " "; });
  });
  EXPECT_EQ(fires, "235 ");  // three hours of four, from minute 55 on
}

TEST_P(TicketCalls, canonical_events_need_no_profile) {
  add("bus", "tickets", R"(, "customer": "acme")");
  const Response told =
      tell("bus", R"({"ticket": "B-1", "at": "2026-03-02T10:00:00Z", "event": "opened"})"
                  "\n");
  EXPECT_EQ(told.status, 202) << told.body;
  EXPECT_EQ(get("/api/tickets/B-1").status, 200);
}

}  // namespace
}  // namespace vigie
