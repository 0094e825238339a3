// What one party contests, and what the other answers.
#include <gmock/gmock.h>

#include "server/api/fact/fact_for_test.h"

namespace vigie {
namespace {

using testing::HasSubstr;

class Disputes : public FactApi {
 protected:
  Response contest(const std::string& body) {
    return post("/api/disputes", R"({"motive": "It was not so.", )" + body + "}");
  }
  Response answer(const std::string& word, const std::string& more = {}) {
    return post("/api/disputes/DSP-1/answers",
                R"({"answer": ")" + word + R"(", "motive": "We looked." )" + more + "}");
  }
  /// INC-1 waits for the customer from 11:00 to 13:00 and is resolved at 15:30: 3 h 30.
  void resolve_after_a_wait() {
    open_ticket();
    tell("awaiting", "2026-03-02T11:00:00Z", R"(, "party": "customer")");  // event 4
    tell("resumed", "2026-03-02T13:00:00Z");
    tell("resolved", "2026-03-02T15:30:00Z");
  }
  static constexpr const char* of_verdict =
      R"("about": "verdict", "ticket": "INC-1", "agreement": "acme", "ground": "force_majeure")";
};
VIGIE_ON_BOTH_DATABASES(Disputes);

TEST_P(Disputes, a_pause_that_both_agree_never_was_counts_again) {
  resolve_after_a_wait();
  EXPECT_EQ(of_clock(get("/api/tickets/INC-1"), "verdict"), "met");
  be_customer_of(acme);
  const Response claimed = contest(R"("about": "pause", "ticket": "INC-1", "event": 4)");
  ASSERT_EQ(claimed.status, 201) << claimed.body;
  EXPECT_EQ(of_body(claimed, "side"), "customer");
  EXPECT_EQ(of_body(claimed, "turn"), "provider");
  EXPECT_EQ(code_of(contest(R"("about": "pause", "ticket": "INC-1", "event": 4)")),
            "dispute_repeated");
  EXPECT_EQ(code_of(answer("agreed")), "side_of_other");
  be_provider();
  const Response agreed = answer("agreed");
  EXPECT_EQ(of_body(agreed, "state"), "agreed");
  // 5 h 30 against 4 h.
  EXPECT_EQ(of_clock(agreed, "verdict"), "breached");
  EXPECT_EQ(of_clock(agreed, "breached_at"), "2026-03-02T14:00:00Z");
  EXPECT_THAT(get("/api/tickets/INC-1/events").body, HasSubstr(R"("note":"DSP-1")"));
  EXPECT_EQ(code_of(answer("refused")), "dispute_settled");
}

TEST_P(Disputes, another_instant_is_proposed_instead_and_agreed) {
  resolve_after_a_wait();
  be_customer_of(acme);
  contest(R"("about": "event", "ticket": "INC-1", "event": 6, "at": "2026-03-02T18:00:00Z")");
  be_provider();
  EXPECT_EQ(code_of(answer("countered")), "dispute_incomplete");
  const Response countered = answer("countered", R"(, "at": "2026-03-02T16:30:00Z")");
  EXPECT_EQ(of_body(countered, "turn"), "customer");
  be_customer_of(acme);
  const Response agreed = answer("agreed");
  // 4 h 30 against 4 h: passed at 16:00.
  EXPECT_EQ(of_clock(agreed, "breached_at"), "2026-03-02T16:00:00Z");
}

TEST_P(Disputes, a_priority_that_both_agree_on_holds_from_the_opening) {
  open_ticket(R"(, "priority": "P3")");
  be_customer_of(acme);
  EXPECT_EQ(code_of(contest(R"("about": "priority", "ticket": "INC-1")")), "dispute_incomplete");
  contest(R"("about": "priority", "ticket": "INC-1", "value": "P1")");
  be_provider();
  answer("agreed");
  EXPECT_EQ(of_body(get("/api/tickets/INC-1"), "priority"), "P1");
}

TEST_P(Disputes, a_running_ticket_shows_its_three_figures) {
  const Response opened =
      post("/api/tickets", R"({"customer": "acme", "title": "Slow", "kind": "incident"})");
  EXPECT_EQ(of_clock(opened, "standing"), "none");
  const Response claimed = contest(of_verdict);
  ASSERT_EQ(claimed.status, 201) << claimed.body;
  EXPECT_EQ(of_clock(claimed, "verdict"), "pending");
  EXPECT_EQ(of_clock(claimed, "net_claimed"), "excluded");
  EXPECT_NE(of_body(claimed, "answer_until"), "none");
  EXPECT_EQ(of_body(claimed, "then"), "refused");
  be_customer_of(acme);
  EXPECT_EQ(of_clock(answer("agreed"), "verdict"), "excluded");
  EXPECT_EQ(of_clock(get("/api/tickets/INC-1"), "gross"), "pending");
}

TEST_P(Disputes, a_claim_that_is_withdrawn_leaves_nothing) {
  post("/api/tickets", R"({"customer": "acme", "title": "Slow", "kind": "incident"})");
  contest(of_verdict);
  be_customer_of(acme);
  EXPECT_EQ(code_of(answer("withdrawn")), "side_of_other");
  be_provider();
  EXPECT_EQ(of_body(answer("withdrawn"), "state"), "withdrawn");
  EXPECT_EQ(of_clock(get("/api/tickets/INC-1"), "standing"), "none");
}

TEST_P(Disputes, what_cannot_be_is_refused) {
  resolve_after_a_wait();
  EXPECT_EQ(code_of(contest(R"("about": "verdict")")), "dispute_misplaced");
  EXPECT_EQ(code_of(contest(R"("about": "verdict", "outage": "OUT-9", "agreement": "acme",)"
                            R"( "ground": "third_party")")),
            "dispute_misplaced");
  EXPECT_EQ(code_of(contest(R"("about": "verdict", "ticket": "INC-9")")), "ticket_unknown");
  EXPECT_EQ(code_of(contest(R"("about": "verdict", "ticket": "INC-1")")), "dispute_incomplete");
  EXPECT_EQ(code_of(contest(R"("about": "verdict", "ticket": "INC-1", "agreement": "acme")")),
            "dispute_incomplete");
  EXPECT_EQ(code_of(contest(R"("about": "event", "ticket": "INC-1")")), "dispute_incomplete");
  EXPECT_EQ(code_of(contest(R"("about": "event", "ticket": "INC-1", "event": 99)")),
            "event_unknown");
  EXPECT_EQ(code_of(contest(R"("about": "pause", "ticket": "INC-1", "event": 1)")),
            "event_unknown");
  EXPECT_EQ(code_of(contest(R"("about": "verdict", "ticket": "INC-1", "agreement": "zenith",)"
                            R"( "ground": "third_party")")),
            "commitment_unknown");
  // March ended long ago.
  EXPECT_EQ(code_of(contest(of_verdict)), "claim_too_late");
  EXPECT_EQ(code_of(post("/api/disputes", R"({"motive": "", "about": "event", "ticket": "INC-1",)"
                                          R"( "event": 1})")),
            "note_missing");
  be_customer_of(acme);
  const std::string event = R"("about": "event", "ticket": "INC-1", "event": 1, )";
  EXPECT_EQ(code_of(contest(event + R"("side": "provider")")), "side_not_yours");
  EXPECT_EQ(code_of(contest(event + R"("said_at": "2026-03-02T18:00:00Z")")), "event_not_yours");
  be_provider();
  EXPECT_EQ(code_of(contest(event + R"("said_at": "2199-01-01T00:00:00Z")")),
            "event_in_the_future");
  be_customer_of(zenith);
  EXPECT_EQ(code_of(contest(event + R"("at": "2026-03-02T18:00:00Z")")), "ticket_unknown");
  EXPECT_EQ(get("/api/disputes").body, R"({"items":[]})");
}

}  // namespace
}  // namespace vigie
