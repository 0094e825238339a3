#include "server/figures/closure_routes.h"

#include <gmock/gmock.h>

#include "notation/page/rfc3339.h"
#include "server/figures/figures_for_test.h"
#include "store/journal/verify.h"

namespace vigie {
namespace {

using testing::HasSubstr;
using testing::Not;

class ClosureApi : public FiguresForTest {
 protected:
  void SetUp() override {
    FiguresForTest::SetUp();
    if (IsSkipped()) return;
    set_up_acme();
    first_ = add_ticket("2026-03-02", 3);
    add_ticket("2026-03-03", 6);
  }

  /// What was known in March is known otherwise: the first ticket was not resolved that day.
  void reopen_first_ticket() {
    for (const char* event : {R"({"event": "reopened", "at": "2026-03-02T14:00:00Z"})",
                              R"({"event": "resolved", "at": "2026-03-02T20:00:00Z"})"}) {
      EXPECT_EQ(post("/api/tickets/" + first_ + "/events", event).status, 201);
    }
  }
  Response say(const std::string& side, const std::string& step,
               const std::string& closure = "acme-2026-03", const std::string& reason = "Agreed") {
    return say_for(side, "/api/closures/" + closure + "/" + side + "-steps",
                   R"({"step": ")" + step + R"(", "reason": ")" + reason + "\"}");
  }

  std::string first_;
};
VIGIE_ON_BOTH_DATABASES(ClosureApi);

TEST_P(ClosureApi, a_period_is_closed_as_it_was_shown) {
  const Response shown = get("/api/closure-previews?agreement=ACME&period=2026-03");
  EXPECT_THAT(shown.body, HasSubstr(R"("running":false)"));
  EXPECT_THAT(shown.body, HasSubstr(R"("met":1,"missed":1)"));
  const Response closed = close("2026-03");
  EXPECT_EQ(closed.status, 201) << closed.body;
  EXPECT_THAT(closed.body, HasSubstr(R"("reference":"acme-2026-03")"));
  EXPECT_EQ(get("/api/closures/ACME-2026-03").body, closed.body);
  EXPECT_THAT(get("/api/closures").body, HasSubstr(R"("reference":"acme-2026-03")"));
  const Response document = get("/api/closures/acme-2026-03/document");
  EXPECT_EQ(member_of(closed.body, "digest"),
            member_of(document.body.substr(document.body.rfind(R"("digest")")), "digest"));
}

TEST_P(ClosureApi, what_moves_later_is_a_line_of_the_open_period) {
  close("2026-03");
  reopen_first_ticket();
  const Response figures = get("/api/figures?agreement=acme");
  EXPECT_THAT(figures.body, HasSubstr(R"("met":1,"missed":1)"));  // as closed
  EXPECT_THAT(figures.body, HasSubstr(R"("booked_in":"2026-04")"));
  EXPECT_THAT(figures.body, HasSubstr(R"("cause":"reopening")"));
}

TEST_P(ClosureApi, what_cannot_be_closed_is_refused) {
  EXPECT_EQ(code_of(close("2026-02", "x")), "period_unknown");
  EXPECT_EQ(code_of(post("/api/closures",
                         R"({"agreement": "zenith", "period": "2026-03", "accepts": "x"})")),
            "agreement_unknown");
  const std::string now = rfc3339(Instant{Duration{here().database.now()}});
  post("/api/tickets", R"({"customer": "acme", "title": "Now", "kind": "incident"})");
  EXPECT_EQ(code_of(close(now.substr(0, 7), "x")), "period_not_over");
  const std::string digest = digest_shown("2026-03");
  add_ticket("2026-03-04", 1);
  EXPECT_EQ(code_of(close("2026-03", digest)), "figures_moved");
  EXPECT_EQ(close("2026-03").status, 201);
  EXPECT_EQ(code_of(close("2026-03")), "period_is_closed");
}

TEST_P(ClosureApi, both_parties_agree_before_a_period_is_closed_again) {
  close("2026-03");
  reopen_first_ticket();
  EXPECT_EQ(code_of(say("customer", "agreed")), "reopening_not_asked");
  EXPECT_EQ(say("provider", "asked").status, 201);
  EXPECT_EQ(code_of(say("customer", "asked")), "reopening_waits");
  EXPECT_EQ(code_of(say("provider", "agreed")), "other_party_answers");
  EXPECT_EQ(code_of(say("customer", "taken_back")), "other_party_answers");
  EXPECT_EQ(code_of(say("customer", "agreed", "acme-2026-03", " ")), "reason_malformed");
  EXPECT_EQ(code_of(close("2026-03")), "period_is_closed");
  EXPECT_EQ(say("customer", "agreed").status, 201);
  EXPECT_EQ(code_of(say("provider", "taken_back")), "reopening_not_asked");
  const Response again = close("2026-03");
  EXPECT_EQ(again.status, 201) << again.body;
  EXPECT_THAT(again.body, HasSubstr(R"("reference":"acme-2026-03-r2")"));
  EXPECT_THAT(again.body, HasSubstr(R"("reason":"Agreed")"));
  EXPECT_EQ(code_of(say("provider", "asked")), "closure_replaced");
  EXPECT_THAT(get("/api/figures").body, HasSubstr(R"("met":0,"missed":2)"));
  EXPECT_EQ(code_of(close("2026-03")), "period_is_closed");  // agreed once, closed once
}

TEST_P(ClosureApi, what_was_asked_may_be_declined_or_taken_back) {
  close("2026-03");
  say("customer", "asked");
  EXPECT_EQ(say("provider", "declined").status, 201);
  EXPECT_EQ(code_of(close("2026-03")), "period_is_closed");
  EXPECT_EQ(say("provider", "asked").status, 201);
  EXPECT_EQ(say("provider", "taken_back").status, 201);
  EXPECT_THAT(get("/api/closures/acme-2026-03").body, HasSubstr(R"("version":5)"));
  EXPECT_EQ(code_of(ask({.method = Method::post,
                         .path = "/api/closures/acme-2026-03/provider-steps",
                         .body = R"({"step": "asked", "reason": "x"})",
                         .fields = {{"If-Match", "\"2\""}}})),
            "version_changed");
}

TEST_P(ClosureApi, a_period_on_which_a_later_one_rests_is_not_closed_again_first) {
  close("2026-03");
  reopen_first_ticket();
  add_ticket("2026-04-02", 1);
  EXPECT_EQ(close("2026-04").status, 201);
  say("provider", "asked");
  say("customer", "agreed");
  EXPECT_EQ(code_of(close("2026-03")), "closure_rests");
}

TEST_P(ClosureApi, a_closure_edited_by_hand_is_named) {
  close("2026-03");
  say("provider", "asked");
  const auto damages = [&] { return verify_journal(here().database, here().sealer.key()).damages; };
  EXPECT_TRUE(damages().empty());
  here().database.act([](Connection& rows) {
    rows.run("update closure set document = '{}'", {});
    rows.run("update reopening set side = 'customer'", {});
  });
  const auto found = damages();
  ASSERT_EQ(found.size(), 2U);
  EXPECT_EQ(found[0].table, "closure");
  EXPECT_EQ(found[1].table, "reopening");
}

TEST_P(ClosureApi, a_customer_sees_their_closures_and_no_other) {
  close("2026-03");
  post("/api/parties", R"({"reference": "zenith", "kind": "customer", "name": "Zenith"})");
  ask_as(UserRole::customer);
  EXPECT_EQ(get("/api/closures/acme-2026-03").status, 200);
  EXPECT_EQ(code_of(get("/api/closures/acme-2026-03/document")), "not_permitted");
  EXPECT_EQ(code_of(say("provider", "asked")), "not_permitted");
  EXPECT_THAT(get("/api/figures").body, Not(HasSubstr("amount_minor")));
  caller_.rights = Rights::of(UserRole::customer, Scope::of({Reach{.customers = {{{2}}}}}));
  EXPECT_EQ(code_of(get("/api/closures/acme-2026-03")), "not_found");
  EXPECT_EQ(get("/api/closures").body, R"({"items":[]})");
  EXPECT_EQ(code_of(post("/api/closures/acme-2026-03/customer-steps",
                         R"({"step": "asked", "reason": "x"})")),
            "not_found");
  EXPECT_EQ(code_of(get("/api/figures?agreement=acme")), "agreement_unknown");
  EXPECT_THAT(get("/api/figures").body, HasSubstr(R"("agreements":[],)"));
}

TEST_P(ClosureApi, a_repeated_request_closes_once) {
  const Asked asked{.method = Method::post,
                    .path = "/api/closures",
                    .body = R"({"agreement": "acme", "period": "2026-03", "accepts": ")" +
                            digest_shown("2026-03") + "\"}"};
  EXPECT_EQ(ask(asked).status, 201);
  EXPECT_EQ(code_of(ask(asked)), "period_is_closed");
  EXPECT_EQ(code_of(get("/api/closures?cursor=x")), "cursor_unknown");
}

}  // namespace
}  // namespace vigie
