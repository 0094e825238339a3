// What is recorded of a ticket, corrected, and refused.
#include <gmock/gmock.h>

#include "server/api/fact/fact_for_test.h"

namespace vigie {
namespace {

using testing::HasSubstr;

class TicketEvents : public FactApi {
 protected:
  std::string refusal_of(const std::string& event, const std::string& more = {},
                         const std::string& at = "2026-03-02T11:00:00Z") {
    return code_of(tell(event, at, more));
  }
  std::string refusal_of_correction(const std::string& body) {
    return code_of(post("/api/tickets/INC-1/corrections", body));
  }
};
VIGIE_ON_BOTH_DATABASES(TicketEvents);

TEST_P(TicketEvents, each_word_says_what_it_wants_and_nothing_that_nobody_reads) {
  open_ticket();
  EXPECT_EQ(refusal_of("classified", R"(, "value": "P1")"), "event_incomplete");
  EXPECT_EQ(refusal_of("classified", R"(, "attribute": "priority")"), "event_incomplete");
  EXPECT_EQ(refusal_of("awaiting"), "event_incomplete");
  EXPECT_EQ(refusal_of("commented"), "event_incomplete");
  EXPECT_EQ(refusal_of("milestone"), "event_incomplete");
  EXPECT_EQ(refusal_of("dated", R"(, "value": "last_day")"), "event_incomplete");
  EXPECT_EQ(refusal_of("merged"), "event_incomplete");
  EXPECT_EQ(refusal_of("related", R"(, "other": "INC-2")"), "event_incomplete");
  EXPECT_EQ(refusal_of("resolved", R"(, "team": "N2")"), "event_field_idle");
  EXPECT_EQ(refusal_of("updated", R"(, "effect": "origin")"), "event_field_idle");
}

TEST_P(TicketEvents, what_makes_no_sense_where_it_stands_is_refused_unless_it_is_meant) {
  open_ticket();
  EXPECT_EQ(refusal_of("opened"), "opened_once");
  EXPECT_EQ(refusal_of("retracted"), "correction_mute");
  EXPECT_EQ(refusal_of("resumed"), "nobody_awaited");
  EXPECT_EQ(refusal_of("reopened"), "ticket_still_open");
  EXPECT_EQ(refusal_of("related", R"(, "other": "inc-1", "relation": "child_of")"),
            "ticket_itself");
  EXPECT_EQ(refusal_of("merged", R"(, "other": "INC-77")"), "ticket_unknown");
  EXPECT_EQ(tell("resolved", "2026-03-02T11:00:00Z").status, 201);
  EXPECT_EQ(refusal_of("resolved", {}, "2026-03-02T12:00:00Z"), "ticket_resolved");
  EXPECT_EQ(refusal_of("awaiting", R"(, "party": "customer")", "2026-03-02T12:00:00Z"),
            "ticket_resolved");
  EXPECT_EQ(tell("closed", "2026-03-02T12:00:00Z").status, 201);
  EXPECT_EQ(refusal_of("updated", {}, "2026-03-02T13:00:00Z"), "ticket_ended");
  const Response meant =
      tell("updated", "2026-03-02T13:00:00Z", R"(, "anyway": true, "note": "Said on the phone.")");
  EXPECT_EQ(meant.status, 201) << meant.body;
  EXPECT_EQ(of_body(meant, "phase"), "closed");
}

TEST_P(TicketEvents, a_customer_records_what_he_does_himself) {
  be_customer_of(acme);
  EXPECT_EQ(code_of(open_ticket(R"(, "priority": "P1")")), "event_not_yours");
  EXPECT_EQ(open_ticket(R"(, "declared_priority": "P1")").status, 201);
  EXPECT_EQ(refusal_of("resolved"), "event_not_yours");
  EXPECT_EQ(refusal_of("classified", R"(, "attribute": "priority", "value": "P1")"),
            "event_not_yours");
  EXPECT_EQ(
      tell("classified", "2026-03-02T11:00:00Z", R"(, "attribute": "urgency", "value": "high")")
          .status,
      201);
  EXPECT_EQ(tell("commented", "2026-03-02T11:00:00Z", R"(, "note": "Any news?")").status, 201);
  EXPECT_EQ(refusal_of_correction(R"({"event": 1, "reason": "x", "at": "2026-03-02T09:00:00Z"})"),
            "not_permitted");
  be_customer_of(zenith);
  EXPECT_EQ(code_of(get("/api/tickets/INC-1/events")), "not_found");
  EXPECT_EQ(code_of(get("/api/tickets/INC-1/explanation")), "not_found");
}

TEST_P(TicketEvents, a_correction_replaces_and_both_stay) {
  open_ticket();
  tell("resolved", "2026-03-02T14:30:00Z");
  EXPECT_EQ(of_clock(get("/api/tickets/INC-1"), "verdict"), "breached");
  const Response mended = post("/api/tickets/INC-1/corrections",
                               R"({"event": 4, "at": "2026-03-02T13:30:00Z", "reason": "Typed."})");
  EXPECT_EQ(of_clock(mended, "verdict"), "met");
  // The correction is retracted: what was first recorded holds again.
  const Response back = post("/api/tickets/INC-1/corrections",
                             R"({"event": 5, "retract": true, "reason": "It was right."})");
  EXPECT_EQ(back.status, 201) << back.body;
  EXPECT_EQ(of_clock(back, "verdict"), "breached");
  // The opening itself moves, and the target with it.
  const Response earlier = post("/api/tickets/INC-1/corrections",
                                R"({"event": 1, "at": "2026-03-02T08:00:00Z", "reason": "Mail."})");
  EXPECT_EQ(of_body(earlier, "opened_at"), "2026-03-02T08:00:00Z");
  EXPECT_EQ(of_clock(earlier, "breached_at"), "2026-03-02T12:00:00Z");
}

TEST_P(TicketEvents, a_correction_that_says_nothing_is_refused) {
  open_ticket();
  EXPECT_EQ(refusal_of_correction(R"({"event": 9, "reason": "x", "retract": true})"),
            "event_unknown");
  EXPECT_EQ(refusal_of_correction(R"({"event": 1, "reason": "", "at": "2026-03-02T09:00:00Z"})"),
            "note_missing");
  EXPECT_EQ(refusal_of_correction(R"({"event": 1, "reason": "x"})"), "correction_mute");
  EXPECT_EQ(refusal_of_correction(R"({"event": 1, "reason": "x", "retract": true})"),
            "correction_of_opening");
  EXPECT_EQ(refusal_of_correction(R"({"event": 3, "reason": "x", "team": "N2"})"),
            "event_field_idle");
  EXPECT_EQ(refusal_of_correction(R"({"event": 3, "reason": "x", "at": "2199-01-01T00:00:00Z"})"),
            "event_in_the_future");
  EXPECT_EQ(refusal_of_correction(R"({"event": 3, "reason": "x", "at": "2026-03-02T09:00:00Z"})"),
            "event_before_opening");
}

TEST_P(TicketEvents, what_was_known_and_what_nobody_knew_yet) {
  open_ticket();
  EXPECT_EQ(code_of(get("/api/tickets/INC-1?as_of=2026-03-02T09:00:00Z")), "not_known_yet");
  EXPECT_EQ(code_of(get("/api/tickets/INC-1?known_at=2026-03-03T09:00:00Z")), "not_known_yet");
  EXPECT_EQ(code_of(get("/api/tickets/INC-1?as_of=yesterday")), "parameter_malformed");
  EXPECT_EQ(code_of(get("/api/tickets/INC-1?when=now")), "parameter_unknown");
  const Response then = get("/api/tickets/INC-1?as_of=2026-03-02T11:00:00Z");
  EXPECT_EQ(of_clock(then, "state"), "on_track");
  EXPECT_EQ(code_of(get("/api/tickets/INC-1/explanation?commitment=restore")),
            "commitment_unknown");
}

TEST_P(TicketEvents, a_deferral_ends_by_its_date_although_nothing_is_recorded) {
  open_ticket();
  const Response deferred =
      tell("awaiting", "2026-03-02T11:00:00Z", R"(, "date": "2026-03-05T11:00:00Z")");
  EXPECT_EQ(deferred.status, 201) << deferred.body;
  EXPECT_EQ(of_body(get("/api/tickets/INC-1?as_of=2026-03-04T00:00:00Z"), "phase"), "deferred");
  EXPECT_EQ(of_body(get("/api/tickets/INC-1"), "phase"), "open");
}

TEST_P(TicketEvents, reasons_are_told_in_the_language_of_who_asks) {
  open_ticket();
  tell("resolved", "2026-03-02T14:30:00Z");
  const Response french =
      ask({.path = "/api/tickets/INC-1/explanation", .fields = {{"Accept-Language", "fr"}}});
  EXPECT_THAT(french.body, HasSubstr(R"("code":)"));
  EXPECT_THAT(french.body, HasSubstr("non tenu"));
}

}  // namespace
}  // namespace vigie
