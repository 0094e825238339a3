#include "server/figures/penalty_routes.h"

#include <gmock/gmock.h>

#include "server/figures/figures_for_test.h"
#include "store/journal/verify.h"

namespace vigie {
namespace {

using testing::HasSubstr;
using testing::Not;

constexpr const char* threshold =
    "  threshold: {amount: 400.00, kind: all_or_nothing, per: contract}\\n";

class PenaltyApi : public FiguresForTest {
 protected:
  Response say(const std::string& side, const std::string& state, const std::string& more = {},
               const std::string& penalty = "PEN-1") {
    return say_for(side, "/api/penalties/" + penalty + "/" + side + "-steps",
                   R"({"state": ")" + state + R"(", "reason": "As we said")" + more + "}");
  }
};
VIGIE_ON_BOTH_DATABASES(PenaltyApi);

TEST_P(PenaltyApi, an_amount_lives_from_the_closure_to_its_settlement) {
  set_up_acme();
  add_ticket("2026-03-03", 6);
  close("2026-03");
  EXPECT_THAT(get("/api/penalties/pen-1").body,
              HasSubstr(R"("computed_minor":30000,"amount_minor":30000)"));
  EXPECT_THAT(get("/api/penalties/PEN-1/derivation").body, HasSubstr(R"("clause":"gtr")"));
  EXPECT_EQ(say("provider", "proposed").status, 201);
  EXPECT_EQ(say("customer", "in_discussion").status, 201);
  EXPECT_EQ(say("provider", "proposed", R"(, "amount_minor": 20000)").status, 201);
  EXPECT_THAT(say("customer", "agreed").body, HasSubstr(R"("amount_minor":20000)"));
  const Response settled = say("provider", "settled", R"(, "settled_by": "set_off")");
  EXPECT_THAT(settled.body, HasSubstr(R"("state":"settled")"));
  EXPECT_THAT(settled.body, HasSubstr(R"("settled_by":"set_off")"));
  EXPECT_EQ(settled.entity_tag, "6");
}

TEST_P(PenaltyApi, a_step_that_cannot_be_is_refused) {
  set_up_acme();
  add_ticket("2026-03-03", 6);
  close("2026-03");
  EXPECT_EQ(code_of(say("provider", "settled", R"(, "settled_by": "payment")")),
            "penalty_step_impossible");
  EXPECT_EQ(code_of(say("provider", "proposed", R"(, "amount_minor": 30001)")),
            "penalty_amount_malformed");
  EXPECT_EQ(code_of(say("provider", "waived", R"(, "amount_minor": 1)")),
            "penalty_amount_malformed");
  EXPECT_EQ(code_of(say("provider", "proposed", R"(, "settled_by": "payment")")),
            "settlement_missing");
  EXPECT_EQ(code_of(post("/api/penalties/PEN-1/provider-steps",
                         R"({"state": "proposed", "reason": ""})")),
            "reason_malformed");
  EXPECT_EQ(code_of(say("provider", "proposed", "", "PEN-9")), "not_found");
  EXPECT_EQ(code_of(ask({.method = Method::post,
                         .path = "/api/penalties/PEN-1/provider-steps",
                         .body = R"({"state": "proposed", "reason": "x"})",
                         .fields = {{"If-Match", "\"7\""}}})),
            "version_changed");
  say("provider", "proposed");
  say("customer", "agreed");
  EXPECT_EQ(code_of(say("provider", "settled")), "settlement_missing");
  EXPECT_EQ(code_of(say("provider", "waived")), "penalty_step_impossible");
}

TEST_P(PenaltyApi, who_answers_for_the_customer_sees_an_amount_once_it_is_proposed) {
  set_up_acme();
  add_ticket("2026-03-03", 6);
  close("2026-03");
  const Caller ours = caller_;
  ask_as(UserRole::customer);
  EXPECT_EQ(code_of(get("/api/penalties/PEN-1")), "not_found");
  EXPECT_EQ(code_of(say("customer", "agreed")), "not_found");
  EXPECT_EQ(get("/api/penalties").body, R"({"items":[]})");
  caller_ = ours;
  say("provider", "proposed");
  ask_as(UserRole::customer);
  EXPECT_THAT(get("/api/penalties").body, HasSubstr(R"("reference":"PEN-1")"));
  EXPECT_THAT(get("/api/penalties/PEN-1").body, Not(HasSubstr(R"("state":"computed")")));
  EXPECT_EQ(code_of(get("/api/penalties/PEN-1/derivation")), "not_permitted");
  EXPECT_EQ(say("customer", "agreed").status, 201);
}

TEST_P(PenaltyApi, what_was_held_is_released_by_the_closing_that_crosses_the_threshold) {
  set_up_acme(threshold);
  add_ticket("2026-03-03", 6);
  close("2026-03");
  EXPECT_THAT(get("/api/penalties/PEN-1").body, HasSubstr(R"("state":"held")"));
  EXPECT_EQ(code_of(say("provider", "proposed")), "penalty_step_impossible");
  add_ticket("2026-04-03", 6);
  close("2026-04");
  const Response released = get("/api/penalties/PEN-1");
  EXPECT_THAT(released.body, HasSubstr(R"("due_in":"2026-04")"));
  EXPECT_THAT(released.body, HasSubstr(R"("state":"computed","side":"program")"));
  EXPECT_THAT(get("/api/penalties/PEN-2").body, HasSubstr(R"("period":"2026-04")"));
}

TEST_P(PenaltyApi, what_moves_after_the_closure_is_booked_as_a_difference) {
  set_up_acme();
  const std::string ticket = add_ticket("2026-03-03", 3);
  close("2026-03");
  EXPECT_EQ(get("/api/penalties").body, R"({"items":[]})");
  for (const char* event : {R"({"event": "reopened", "at": "2026-03-03T17:00:00Z"})",
                            R"({"event": "resolved", "at": "2026-03-03T19:00:00Z"})"}) {
    post("/api/tickets/" + ticket + "/events", event);
  }
  add_ticket("2026-04-02", 1);
  close("2026-04");
  const Response difference = get("/api/penalties/PEN-1");
  EXPECT_THAT(difference.body, HasSubstr(R"("closure":"acme-2026-04")"));
  EXPECT_THAT(difference.body, HasSubstr(R"("period":"2026-03","due_in":"2026-04")"));
  EXPECT_THAT(difference.body, HasSubstr(R"("computed_minor":15000)"));
  EXPECT_THAT(difference.body, HasSubstr(R"("regularises":"reopening")"));
}

TEST_P(PenaltyApi, of_a_closure_that_is_replaced_what_was_agreed_stays) {
  set_up_acme();
  const std::string ticket = add_ticket("2026-03-03", 6);
  add_ticket("2026-03-04", 5);
  close("2026-03");
  say("provider", "proposed");
  say("customer", "agreed");
  add_ticket("2026-03-05", 5);
  const auto step = [&](const char* side, const char* word) {
    return say_for(side, std::string{"/api/closures/acme-2026-03/"} + side + "-steps",
                   R"({"step": ")" + std::string{word} + R"(", "reason": "Found late"})");
  };
  step("provider", "asked");
  step("customer", "agreed");
  ASSERT_EQ(close("2026-03").status, 201);
  EXPECT_THAT(get("/api/penalties/PEN-1").body, HasSubstr(R"("state":"agreed")"));
  EXPECT_THAT(get("/api/penalties/PEN-2").body, HasSubstr(R"("state":"waived")"));
  EXPECT_THAT(get("/api/penalties/PEN-3").body, HasSubstr(R"("closure":"acme-2026-03-r2")"));
}

TEST_P(PenaltyApi, a_step_edited_by_hand_is_named) {
  set_up_acme();
  add_ticket("2026-03-03", 6);
  close("2026-03");
  here().database.act(
      [](Connection& rows) { rows.run("update penalty_step set amount_minor = 1", {}); });
  const auto found = verify_journal(here().database, here().sealer.key()).damages;
  ASSERT_EQ(found.size(), 1U);
  EXPECT_EQ(found[0].table, "penalty_step");
  EXPECT_EQ(code_of(get("/api/penalties?cursor=x")), "cursor_unknown");
}

}  // namespace
}  // namespace vigie
