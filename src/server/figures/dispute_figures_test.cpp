// What both parties agreed on outside of documents, in the figures.
#include <gmock/gmock.h>

#include "server/figures/figures_for_test.h"

namespace vigie {
namespace {

using testing::HasSubstr;
using testing::Not;

class DisputeFigures : public FiguresForTest {
 protected:
  void SetUp() override {
    FiguresForTest::SetUp();
    if (IsSkipped()) return;
    set_up_acme();
    add_ticket("2026-03-02", 3);
    late_ = add_ticket("2026-03-03", 6);
  }
  /// The provider claims that the late ticket be left out, and the customer answers.
  void settle(const std::string& answer) {
    const Response claimed = post("/api/disputes", R"({"about": "verdict", "ticket": ")" + late_ +
                                                       R"(", "agreement": "acme", "ground":)"
                                                       R"( "force_majeure", "motive": "Flood"})");
    ASSERT_EQ(claimed.status, 201) << claimed.body;
    if (answer.empty()) return;
    const Response answered = say_for("customer", "/api/disputes/DSP-1/answers",
                                      R"({"answer": ")" + answer + R"(", "motive": "Seen"})");
    ASSERT_EQ(answered.status, 201) << answered.body;
  }
  std::string figures() { return get("/api/figures?from=2026-03-01&to=2026-03-31").body; }

  std::string late_;
};
VIGIE_ON_BOTH_DATABASES(DisputeFigures);

constexpr const char* half = R"("met":1,"missed":1,"excluded":0)";
constexpr const char* left_out = R"("met":1,"missed":0,"excluded":1)";

TEST_P(DisputeFigures, what_both_agreed_to_leave_out_is_out_of_the_figure_and_of_the_money) {
  EXPECT_THAT(figures(), HasSubstr(R"("attained":false)"));
  EXPECT_THAT(figures(), HasSubstr(R"("amount_minor":30000)"));
  settle("agreed");
  const std::string after = figures();
  EXPECT_THAT(after, HasSubstr(R"("attained":true)"));
  EXPECT_THAT(after, HasSubstr(left_out));
  EXPECT_THAT(after, HasSubstr(std::string{R"("gross":{)"} + half));
  EXPECT_THAT(after, Not(HasSubstr(R"("amount_minor":30000)")));
  EXPECT_THAT(get("/api/figures/verdicts").body, HasSubstr(late_ + ",acme,1,resolve,0,excluded"));
}

TEST_P(DisputeFigures, what_was_refused_changes_nothing) {
  const std::string before = figures();
  settle("refused");
  EXPECT_THAT(figures(), HasSubstr(half));
  EXPECT_THAT(figures(), Not(HasSubstr(left_out)));
  EXPECT_THAT(figures(), HasSubstr(R"("amount_minor":30000)"));
  EXPECT_THAT(before, HasSubstr(half));
}

TEST_P(DisputeFigures, what_is_claimed_and_not_answered_stands_beside_the_figure) {
  settle("");
  const std::string now = figures();
  EXPECT_THAT(now, HasSubstr(std::string{R"("claimed":{)"} + left_out));
  EXPECT_THAT(now, HasSubstr(R"("attained":false)"));
}

TEST_P(DisputeFigures, the_past_does_not_know_what_was_agreed_since) {
  settle("agreed");
  EXPECT_THAT(get("/api/figures?as_of=2026-04-01T00:00:00Z").body, HasSubstr(half));
  EXPECT_THAT(get("/api/figures?as_of=2026-04-01T00:00:00Z").body, Not(HasSubstr(left_out)));
}

TEST_P(DisputeFigures, a_closed_month_gets_a_line_for_what_was_agreed_later) {
  close("2026-03");
  settle("agreed");
  const std::string after = get("/api/figures").body;
  EXPECT_THAT(after, HasSubstr(R"("cause":"exclusion")"));
  EXPECT_THAT(after, HasSubstr(half));
}

TEST_P(DisputeFigures, a_month_closed_with_what_was_agreed_keeps_it) {
  settle("agreed");
  const Response closed = close("2026-03");
  EXPECT_EQ(closed.status, 201) << closed.body;
  EXPECT_THAT(get("/api/figures").body, HasSubstr(left_out));
  EXPECT_THAT(get("/api/figures").body, Not(HasSubstr(R"("cause":)")));
}

TEST_P(DisputeFigures, other_terms_take_what_was_agreed_too) {
  settle("agreed");
  const Response answer =
      post("/api/what-if", R"({"documents": [], "changes": ["resolve.within=8h"]})");
  // With or without eight hours, the ticket is out of the figure.
  EXPECT_THAT(answer.body, Not(HasSubstr(R"("ticket":")" + late_)));
}

TEST_P(DisputeFigures, an_outage_that_both_agreed_to_leave_out_is_out_of_the_availability) {
  set_up_mail_of("zenith", "Zenith");
  const std::string outage = add_outage("zenith", "2026-03-03T08:00:00Z", "2026-03-03T20:24:00Z");
  EXPECT_EQ(code_of(post("/api/disputes", R"({"about": "verdict", "outage": ")" + outage +
                                              R"(", "agreement": "zenith-mail",)"
                                              R"( "commitment": "net-up", "motive": "Flood",)"
                                              R"( "ground": "force_majeure"})")),
            "commitment_unknown");
  const Response claimed =
      post("/api/disputes", R"({"about": "verdict", "outage": ")" + outage +
                                R"(", "agreement": "ZENITH-mail", "ground": "force_majeure",)"
                                R"( "motive": "Flood", "side": "provider"})");
  ASSERT_EQ(claimed.status, 201) << claimed.body;
  const std::string march = "/api/figures?agreement=zenith-mail&from=2026-03-01&to=2026-03-31";
  EXPECT_THAT(get(march).body, HasSubstr(R"("attained":false)"));
  const Caller before = caller_;
  caller_.rights = Rights::of(UserRole::customer, Scope::of({Reach{.customers = {{{2}}}}}));
  const Response agreed =
      post("/api/disputes/DSP-1/answers", R"({"answer": "agreed", "motive": "Seen"})");
  EXPECT_EQ(agreed.status, 201) << agreed.body;
  caller_ = before;
  EXPECT_THAT(get(march).body, HasSubstr(R"("attained":true)"));
  EXPECT_THAT(get(march).body, HasSubstr(R"("excluded_seconds":44640)"));
}

TEST_P(DisputeFigures, a_claim_for_an_outage_is_too_late_once_its_period_is_long_over) {
  set_up_mail_of("zenith", "Zenith", "exclusion_rules: {claim_within: 20 calendar days}\\n");
  const auto claim = [&](const std::string& outage) {
    return post("/api/disputes", R"({"about": "verdict", "outage": ")" + outage +
                                     R"(", "agreement": "zenith-mail", "ground": "force_majeure",)"
                                     R"( "motive": "Flood", "side": "provider"})");
  };
  const Response late = claim(add_outage("zenith", "2026-03-03T08:00:00Z", "2026-03-03T20:24:00Z"));
  EXPECT_EQ(code_of(late), "claim_too_late");
  EXPECT_THAT(late.body, HasSubstr("2026-04-2"));
  const Response going_on =
      post("/api/outages", R"({"item": "mail", "title": "No mail", "customer": "zenith",)"
                           R"( "at": "2026-03-05T08:00:00Z"})");
  EXPECT_EQ(claim(member_of(going_on.body, "reference")).status, 201) << "it has no end yet";
}

}  // namespace
}  // namespace vigie
