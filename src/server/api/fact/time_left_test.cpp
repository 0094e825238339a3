// What is left of a clock, in the hours of its commitment, on both databases.
#include "server/api/fact/fact_for_test.h"

namespace vigie {
namespace {

/// Four hours between nine and six, Monday to Friday; opened on Friday at four in the afternoon.
class TimeLeft : public FactApi {
 protected:
  void SetUp() override {
    FactApi::SetUp();
    if (IsSkipped()) return;
    ASSERT_EQ(
        post("/api/parties", R"({"reference": "mesa", "kind": "customer", "name": "Mesa"})").status,
        201);
    const Response agreement =
        post("/api/agreements",
             R"({"document": "id: mesa\nversion: 1\n)"
             R"(between: {provider: Novalys, customer: Mesa}\nin_force: {from: 2020-01-01}\n)"
             R"(zone: UTC\ncalendars:\n  office: {zone: UTC, hours: mon-fri 09:00-18:00}\n)"
             R"(targets:\n  resolve: {metric: resolution, within: 4h in office}\n"})");
    ASSERT_EQ(agreement.status, 201) << agreement.body;
    const Response opened =
        post("/api/tickets", R"({"customer": "mesa", "title": "No network", "kind": "incident",)"
                             R"( "opened_at": "2026-03-06T16:00:00Z"})");
    ASSERT_EQ(opened.status, 201) << opened.body;
  }
  /// "LEFT since WHEN until WHEN, RISK" at an instant.
  std::string at(const std::string& as_of) {
    const Response then = get("/api/tickets/INC-1?as_of=" + as_of);
    return of_clock(then, "left_seconds") + " since " + of_clock(then, "left_at") + " until " +
           of_clock(then, "changes_at") + ", " + of_clock(then, "is_at_risk");
  }
};
VIGIE_ON_BOTH_DATABASES(TimeLeft);

TEST_P(TimeLeft, it_falls_while_hours_are_open_and_stands_while_they_are_closed) {
  EXPECT_EQ(at("2026-03-06T17:00:00Z"),
            "14400 since 2026-03-06T16:00:00Z until 2026-03-06T18:00:00Z, false");
  EXPECT_EQ(at("2026-03-07T12:00:00Z"), "7200 since none until 2026-03-09T09:00:00Z, false");
  EXPECT_EQ(at("2026-03-09T09:30:00Z"),
            "7200 since 2026-03-09T09:00:00Z until 2026-03-09T18:00:00Z, false");
}

TEST_P(TimeLeft, it_is_at_risk_from_three_quarters_on_and_less_than_nothing_once_passed) {
  EXPECT_EQ(at("2026-03-09T10:00:00Z"),
            "7200 since 2026-03-09T09:00:00Z until 2026-03-09T18:00:00Z, true");
  EXPECT_EQ(at("2026-03-09T19:00:00Z"), "-25200 since none until 2026-03-10T09:00:00Z, false");
}

TEST_P(TimeLeft, a_pause_keeps_what_was_left) {
  tell("awaiting", "2026-03-09T09:30:00Z", R"(, "party": "customer", "value": "access")");
  EXPECT_EQ(at("2026-03-10T10:00:00Z"), "5400 since none until none, false");
}

TEST_P(TimeLeft, what_has_ended_has_nothing_left) {
  tell("resolved", "2026-03-09T09:30:00Z");
  EXPECT_EQ(at("2026-03-10T10:00:00Z"), "none since none until none, false");
}

}  // namespace
}  // namespace vigie
