// The story of one ticket over the API, on both databases; each figure was computed by hand.
#include <gmock/gmock.h>

#include "server/api/fact/fact_for_test.h"
#include "store/journal/verify.h"

namespace vigie {
namespace {

using testing::HasSubstr;

/// 4 hours, day and night; the customer's time does not count.
class TicketStory : public FactApi {
 protected:
  /// One hour is counted when the wait begins; nothing is due while it lasts.
  void wait_for_the_customer() {
    tell("awaiting", "2026-03-02T11:00:00Z", R"(, "party": "customer", "value": "log files")");
    const Response asked = tell("requested", "2026-03-02T11:00:00Z", R"(, "party": "customer")");
    EXPECT_EQ(of_body(asked, "phase"), "awaiting");
    EXPECT_EQ(of_body(asked, "holder"), "customer");
    EXPECT_EQ(of_body(asked, "reason"), "log files");
    EXPECT_EQ(of_body(asked, "requested_at"), "2026-03-02T11:00:00Z");
    EXPECT_EQ(of_clock(asked, "due_at"), "none");
  }

  /// Three hours are left at 13:00, when the customer answers himself. He had answered at noon:
  /// three hours were left then.
  void answer_and_correct_it() {
    be_customer_of(acme);
    const Response answered = tell("answered", "2026-03-02T13:00:00Z", R"(, "party": "customer")");
    EXPECT_EQ(of_clock(answered, "due_at"), "2026-03-02T16:00:00Z");
    EXPECT_EQ(of_body(answered, "since"), "2026-03-02T13:00:00Z");
    be_provider();
    const Response corrected =
        post("/api/tickets/INC-1/corrections",
             R"({"event": 7, "at": "2026-03-02T12:00:00Z", "reason": "He wrote at noon."})");
    EXPECT_EQ(corrected.status, 201) << corrected.body;
    EXPECT_EQ(of_clock(corrected, "due_at"), "2026-03-02T15:00:00Z");
    const Response then =
        get("/api/tickets/INC-1?as_of=2026-03-02T14:00:00Z&known_at=" + of_body(answered, "as_of"));
    EXPECT_EQ(of_clock(then, "due_at"), "2026-03-02T16:00:00Z");
    EXPECT_EQ(of_body(then, "version"), "7");
  }

  /// 1 h + 2 h 30 = 3 h 30; half an hour is left when it is reopened, and it takes an hour more.
  void resolve_reopen_and_resolve() {
    const Response resolved = tell("resolved", "2026-03-02T14:30:00Z");
    EXPECT_EQ(of_clock(resolved, "verdict"), "met");
    EXPECT_EQ(of_body(resolved, "ended_at"), "2026-03-02T14:30:00Z");
    const Response reopened = tell("reopened", "2026-03-02T15:00:00Z");
    EXPECT_EQ(of_clock(reopened, "breached_at"), "2026-03-02T15:30:00Z");
    const Response again = tell("resolved", "2026-03-02T16:00:00Z");
    EXPECT_EQ(of_clock(again, "verdict"), "breached");
    EXPECT_EQ(of_clock(again, "breached_at"), "2026-03-02T15:30:00Z");
  }

  /// The period ended with March, claims with the 20th of April. It is November: silence had
  /// refused. But he had agreed in the committee of the 10th: in time, whenever it is written down.
  void contest_and_agree() {
    const Response claimed =
        post("/api/disputes", R"({"about": "verdict", "ticket": "inc-1", "agreement": "acme",)"
                              R"( "commitment": "resolve", "ground": "customer_caused",)"
                              R"( "said_at": "2026-04-03T09:00:00Z",)"
                              R"( "motive": "The site was closed."})");
    ASSERT_EQ(claimed.status, 201) << claimed.body;
    EXPECT_EQ(of_body(claimed, "reference"), "DSP-1");
    EXPECT_EQ(of_body(claimed, "side"), "provider");
    EXPECT_EQ(of_body(claimed, "turn"), "none");
    EXPECT_EQ(of_body(claimed, "by_silence"), "true");
    const Response agreed = post("/api/disputes/DSP-1/answers",
                                 R"({"answer": "agreed", "motive": "", "side": "customer",)"
                                 R"( "said_at": "2026-04-10T09:00:00Z"})");
    ASSERT_EQ(agreed.status, 201) << agreed.body;
    EXPECT_EQ(of_body(agreed, "state"), "agreed");
  }
};
VIGIE_ON_BOTH_DATABASES(TicketStory);

TEST_P(TicketStory, from_its_opening_to_what_both_parties_agree_of_its_verdict) {
  EXPECT_EQ(of_clock(open_ticket(), "due_at"), "2026-03-02T14:00:00Z");
  const Response assigned = tell("assigned", "2026-03-02T10:30:00Z", R"(, "team": "N2")");
  EXPECT_EQ(of_body(assigned, "team"), "N2");
  EXPECT_EQ(of_body(assigned, "holder"), "provider");
  wait_for_the_customer();
  answer_and_correct_it();
  resolve_reopen_and_resolve();
  contest_and_agree();

  const Response settled = get("/api/tickets/INC-1");
  EXPECT_EQ(of_clock(settled, "gross"), "breached");
  EXPECT_EQ(of_clock(settled, "verdict"), "excluded");
  EXPECT_EQ(of_clock(settled, "net_claimed"), "excluded");
  EXPECT_EQ(of_clock(settled, "ground"), "customer_caused");

  // On the 5th the claim was not answered: officially breached still.
  const Response pending = get("/api/tickets/INC-1?as_of=2026-04-05T00:00:00Z");
  EXPECT_EQ(of_clock(pending, "verdict"), "breached");
  EXPECT_EQ(of_clock(pending, "standing"), "claimed");
  EXPECT_EQ(of_clock(pending, "net_claimed"), "excluded");

  const Response journal = get("/api/tickets/INC-1/events?limit=8");
  EXPECT_THAT(journal.body, HasSubstr(R"("superseded_by":8)"));
  EXPECT_THAT(journal.body, HasSubstr(R"("supersedes":7,"note":"He wrote at noon.")"));
  EXPECT_NE(of_body(journal, "next"), "none");
  const Response why = get("/api/tickets/INC-1/explanation?commitment=resolve");
  EXPECT_THAT(why.body, HasSubstr("caused by the customer"));
  EXPECT_TRUE(verify_journal(here().database, here().sealer.key()).damages.empty());
}

}  // namespace
}  // namespace vigie
