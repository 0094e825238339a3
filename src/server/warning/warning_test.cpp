// What is told of clocks, to whom, on both databases.
#include <gmock/gmock.h>

#include "server/warning/warning_for_test.h"
#include "usecase/ticket/ticket_view.h"
#include "usecase/warning/climbing.h"
#include "usecase/warning/period_watch.h"

namespace vigie {
namespace {

using std::chrono::hours;
using std::chrono::minutes;
using testing::ElementsAre;
using testing::HasSubstr;
using testing::IsEmpty;
using testing::SizeIs;

constexpr const char* sam = R"([{"kind": "account", "reference": "sam"}])";

class Warned : public WarningForTest {};
VIGIE_ON_BOTH_DATABASES(Warned);

TEST_P(Warned, a_clock_that_reaches_a_share_of_its_target_is_told_of_once_with_its_instant) {
  add_ladder(sam);
  add_rule("share_of_target", 75);
  const std::string ticket = open_ticket(hours{3} + minutes{10});
  EXPECT_EQ(fire(), 1);
  EXPECT_THAT(notices(), ElementsAre(ticket + " resolve share_of_target"));
  EXPECT_THAT(inboxes(), ElementsAre("sam 1"));
  const Instant reached = now_ - minutes{10};
  EXPECT_THAT(texts("select cast(of_at as text) from notice"),
              ElementsAre(std::to_string(reached.time_since_epoch().count())));
  tell(ticket, "acknowledged", minutes{5});
  EXPECT_EQ(fire(), 1) << "the point is found again";
  EXPECT_THAT(notices(), SizeIs(1)) << "and was told of";
}

TEST_P(Warned, what_lies_ahead_waits) {
  add_ladder(sam);
  add_rule("time_left", 30);
  open_ticket(hours{3});
  EXPECT_EQ(fire(), 0);
  const Instant due = now_ + hours{1};
  EXPECT_THAT(texts("select cast(fires_at as text) from timer"),
              ElementsAre(std::to_string((due - minutes{30}).time_since_epoch().count())));
}

TEST_P(Warned, a_breach_is_told_of_with_the_instant_at_which_the_target_was_passed) {
  add_ladder(sam);
  add_rule("share_of_target", 100);
  add_rule("share_of_target", 90);
  open_ticket(hours{30});
  EXPECT_EQ(fire(), 1) << "what is passed already is not about to be";
  EXPECT_THAT(texts("select cast(of_at as text) || ' ' || cast(due_at as text) from notice"),
              ElementsAre(std::to_string((now_ - hours{26}).time_since_epoch().count()) + " " +
                          std::to_string((now_ - hours{26}).time_since_epoch().count())));
}

TEST_P(Warned, a_pause_takes_the_timer_away_and_a_wait_that_lasts_is_told_of) {
  add_ladder(sam);
  add_rule("share_of_target", 75);
  add_rule("waits_for_customer", 60);
  const std::string ticket = open_ticket(hours{4});
  tell(ticket, "awaiting", minutes{90}, R"(, "party": "customer", "value": "logs")");
  tell(ticket, "requested", minutes{90}, R"(, "party": "customer")");
  EXPECT_EQ(fire(), 1);
  EXPECT_THAT(notices(), ElementsAre(ticket + "  waits_for_customer"));
  EXPECT_THAT(texts("select cast(of_at as text) from notice"),
              ElementsAre(std::to_string((now_ - minutes{30}).time_since_epoch().count())));
}

TEST_P(Warned, a_ticket_that_has_ended_is_not_told_of) {
  add_ladder(sam);
  add_rule("share_of_target", 75);
  const std::string ticket = open_ticket(hours{3} + minutes{30});
  tell(ticket, "resolved", minutes{1});
  EXPECT_EQ(fire(), 0);
  EXPECT_THAT(notices(), IsEmpty());
}

TEST_P(Warned, what_was_reached_before_the_rule_was_made_is_not_told_of) {
  add_ladder(sam);
  open_ticket(hours{3} + minutes{30});
  const std::string late = open_ticket(minutes{1});
  EXPECT_EQ(post("/api/warning-rules",
                 R"({"reference": "new", "name": "New", "watches": "share_of_target",)"
                 R"( "amount": 75, "ladder": "first"})")
                .status,
            201);
  finish_jobs();
  EXPECT_THAT(texts("select k.reference from timer t join ticket k on k.id = t.ticket"),
              ElementsAre(late))
      << "open tickets are judged again: what lies ahead is told of";
  EXPECT_EQ(fire(), 0);
}

TEST_P(Warned, a_rule_that_is_closed_tells_of_nothing_more) {
  add_ladder(sam);
  add_rule("share_of_target", 75);
  open_ticket(hours{3} + minutes{30});
  EXPECT_EQ(patch("/api/warning-rules/share75", "1", R"({"is_closed": true})").status, 200);
  EXPECT_EQ(fire(), 1) << "the timer is taken away";
  EXPECT_THAT(notices(), IsEmpty());
  finish_jobs();
  EXPECT_THAT(texts("select cast(clock as text) from timer"), IsEmpty());
}

TEST_P(Warned, who_may_not_read_the_ticket_is_not_told) {
  add_ladder(R"([{"kind": "role", "reference": "sdm"}, {"kind": "account", "reference": "zoe"}])");
  add_rule("share_of_target", 75);
  open_ticket(hours{3} + minutes{30});
  fire();
  EXPECT_THAT(inboxes(), ElementsAre("sam 1")) << "zoe answers for zenith";
}

TEST_P(Warned, rules_are_narrowed) {
  add_ladder(sam);
  add_rule("share_of_target", 70, R"(, "customer": "zenith")");
  add_rule("share_of_target", 71, R"(, "metric": "response")");
  add_rule("share_of_target", 72, R"(, "priority": "P1")");
  add_rule("share_of_target", 73, R"(, "kind": "ola")");
  add_rule("share_of_target", 74, R"(, "team": "network")");
  add_rule("share_of_target", 75, R"(, "customer": "acme", "agreement": "acme", "kind": "sla")");
  open_ticket(hours{3} + minutes{30});
  EXPECT_EQ(fire(), 1);
  EXPECT_THAT(texts("select cast(amount as text) from notice"), ElementsAre("750"));
}

TEST_P(Warned, the_team_that_has_the_ball_is_told) {
  add_ladder(R"([{"kind": "holder", "reference": ""}])");
  add_rule("share_of_target", 75);
  const std::string ticket = open_ticket(hours{3} + minutes{30});
  tell(ticket, "assigned", hours{3}, R"(, "party": "nova", "team": "network")");
  fire();
  EXPECT_THAT(inboxes(), ElementsAre("tim 1"));
}

class Climbed : public WarningForTest {
 protected:
  void add_two_levels() {
    const Response added = post("/api/escalation-ladders",
                                R"({"reference": "first", "name": "Two", "levels": [)"
                                R"({"after_minutes": 0, "is_urgent": false,)"
                                R"( "recipients": [{"kind": "team", "reference": "net"}]},)"
                                R"({"after_minutes": 60, "is_urgent": true,)"
                                R"( "recipients": [{"kind": "account", "reference": "sam"}]}]})");
    ASSERT_EQ(added.status, 201) << added.body;
    add_rule("share_of_target", 75);
    ticket_ = open_ticket(hours{3} + minutes{30});
    EXPECT_EQ(fire(), 1);
    EXPECT_THAT(inboxes(), ElementsAre("tim 1"));
  }
  void let_an_hour_pass() { run("update notice set next_level_at = next_level_at - 3600000000"); }
  std::string reference() { return texts("select reference from notice").at(0); }
  std::string ticket_;
};
VIGIE_ON_BOTH_DATABASES(Climbed);

TEST_P(Climbed, the_next_level_is_told_when_nobody_answered) {
  add_two_levels();
  EXPECT_EQ(climb_ladders(parts(), 10), 0) << "the hour has not passed";
  let_an_hour_pass();
  EXPECT_EQ(climb_ladders(parts(), 10), 1);
  EXPECT_EQ(climb_ladders(parts(), 10), 0);
  EXPECT_THAT(inboxes(), ElementsAre("tim 1", "sam 2"));
}

TEST_P(Climbed, who_answers_stops_it) {
  add_two_levels();
  const std::string tim = sign_in("tim");
  const std::string path = "/api/notices/" + reference() + "/acknowledgement";
  const Response answered = post_as(tim, path, R"({"why": "I am on it."})");
  EXPECT_EQ(answered.status, 201) << answered.body;
  EXPECT_EQ(text_in(answered, "by"), "tim");
  let_an_hour_pass();
  EXPECT_EQ(climb_ladders(parts(), 10), 0);
  const Response second = post(path, "{}");
  EXPECT_EQ(text_in(second, "by"), "tim") << "who was first";
  EXPECT_EQ(code_of(post_as(sign_in("zoe"), path, "{}")), "not_found") << "it is acme's";
}

TEST_P(Climbed, a_ticket_that_was_resolved_meanwhile_is_not_told_of) {
  add_two_levels();
  tell(ticket_, "resolved", minutes{1});
  let_an_hour_pass();
  EXPECT_EQ(climb_ladders(parts(), 10), 1);
  EXPECT_THAT(inboxes(), SizeIs(1));
}

class OnCallTold : public WarningForTest {};
VIGIE_ON_BOTH_DATABASES(OnCallTold);

TEST_P(OnCallTold, who_is_on_call_is_told_and_shown) {
  const Response added =
      post("/api/rotas",
           R"({"reference": "night", "name": "Night", "zone": "Europe/Paris", "calendar": ")"
           R"(BEGIN:VCALENDAR\nVERSION:2.0\nBEGIN:VEVENT\nUID:1\nDTSTART:20200101T000000\n)"
           R"(DTEND:20200102T000000\nRRULE:FREQ=DAILY\nSUMMARY:Night\n)"
           R"(ATTENDEE;CN=Tim:mailto:Tim@nova.example\nEND:VEVENT\nBEGIN:VEVENT\nUID:2\n)"
           R"(DTSTART:20200101T000000Z\nDTEND:20200101T080000Z\nSUMMARY:sam\nEND:VEVENT\n)"
           R"(END:VCALENDAR\n"})");
  ASSERT_EQ(added.status, 201) << added.body;
  EXPECT_THAT(added.body, HasSubstr(R"("on_call":["tim@nova.example"])"));
  EXPECT_THAT(get("/api/rotas").body, HasSubstr("tim@nova.example"));
  add_ladder(R"([{"kind": "rota", "reference": "night"}])");
  add_rule("share_of_target", 75);
  open_ticket(hours{3} + minutes{30});
  fire();
  EXPECT_THAT(inboxes(), ElementsAre("tim 1"));
  EXPECT_EQ(patch("/api/rotas/night", "1", R"({"is_closed": true})").status, 200);
  EXPECT_THAT(get("/api/rotas/night").body, HasSubstr(R"("on_call":[])"));
}

class PeriodsWatched : public WarningForTest {};
VIGIE_ON_BOTH_DATABASES(PeriodsWatched);

TEST_P(PeriodsWatched, a_threshold_that_may_be_lost_and_a_budget_that_is_spent_are_told_of_once) {
  add_ladder(sam);
  add_rule("threshold_at_risk", 0);
  add_rule("budget_spent", 80);
  open_ticket(hours{5});  // breached: the only one of the month
  for (int i = 0; i < 2; ++i) {
    run("update installation set periods_watched_at = 0");
    ask_for_period_watch(parts());
    finish_jobs();
  }
  EXPECT_THAT(texts("select subject || ' ' || commitment || ' ' || watches from notice order by 1"),
              ElementsAre("acme resolve budget_spent", "acme resolve threshold_at_risk"));
  EXPECT_THAT(inboxes(), ElementsAre("sam 1", "sam 1"));
}

TEST_P(PeriodsWatched, an_agreement_that_ends_and_a_notice_to_give_are_told_of) {
  const auto day = [&](int days) { return stamp_of(now_ + hours{24 * days}).substr(0, 10); };
  const std::string document =
      "id: soon\\nversion: 1\\nbetween: {provider: nova, customer: acme}\\n"
      "in_force: {from: 2026-01-01, to: " +
      day(20) + "}\\nnotice_by: " + day(5) +
      "\\nzone: UTC\\ntargets:\\n  respond: {metric: response, within: 1h in always}\\n";
  const Response added = post("/api/agreements", R"({"document": ")" + document + "\"}");
  ASSERT_EQ(added.status, 201) << added.body;
  add_ladder(sam);
  add_rule("agreement_ends", 30);
  add_rule("agreement_ends", 10);
  add_rule("notice_to_give", 10);
  ask_for_period_watch(parts());
  finish_jobs();
  EXPECT_THAT(texts("select subject || ' ' || watches || ' ' || cast(amount as text) from notice"
                    " order by 1"),
              ElementsAre("soon agreement_ends 30", "soon notice_to_give 10"));
}

class WarningsRefused : public WarningForTest {
 protected:
  std::string ladder(const std::string& levels) {
    return code_of(post("/api/escalation-ladders",
                        R"({"reference": "other", "name": "Other", "levels": )" + levels + "}"));
  }
  std::string rule(const std::string& more) {
    return code_of(
        post("/api/warning-rules", R"({"reference": "other", "name": "Other")" + more + "}"));
  }
};
VIGIE_ON_BOTH_DATABASES(WarningsRefused);

TEST_P(WarningsRefused, ladders_that_tell_nobody) {
  const std::string to = R"("is_urgent": false, "recipients": [{"kind": )";
  EXPECT_EQ(ladder("[]"), "ladder_levels_malformed");
  EXPECT_EQ(ladder(R"([{"after_minutes": 0, "is_urgent": false, "recipients": []}])"),
            "ladder_levels_malformed");
  EXPECT_EQ(ladder(R"([{"after_minutes": 5, )" + to +
                   R"("account", "reference": "sam"}]}, {"after_minutes": 5, )" + to +
                   R"("account", "reference": "sam"}]}])"),
            "ladder_levels_malformed");
  for (const char* kind : {"account", "team", "rota", "role", "webhook", "holder"}) {
    EXPECT_EQ(ladder(R"([{"after_minutes": 0, )" + to + "\"" + kind +
                     R"(", "reference": "nobody-here"}]}])"),
              "recipient_unknown")
        << kind;
  }
  add_ladder(sam);
  add_rule("share_of_target", 75);
  EXPECT_EQ(code_of(patch("/api/escalation-ladders/first", "1", R"({"is_closed": true})")),
            "ladder_in_use");
  EXPECT_EQ(patch("/api/escalation-ladders/first", "1", R"({"name": "Renamed"})").status, 200);
}

TEST_P(WarningsRefused, rules_that_would_tell_of_nothing) {
  add_ladder(sam);
  const std::string share = R"(, "watches": "share_of_target", "amount": )";
  EXPECT_EQ(rule(share + R"(0, "ladder": "first")"), "rule_amount_out_of_range");
  EXPECT_EQ(rule(share + R"(75, "ladder": "none")"), "ladder_unknown");
  EXPECT_EQ(rule(share + R"(75, "ladder": "first", "customer": "none")"), "customer_unknown");
  EXPECT_EQ(rule(share + R"(75, "ladder": "first", "agreement": "none")"), "agreement_unknown");
  EXPECT_EQ(rule(R"(, "watches": "agreement_ends", "amount": 30, "ladder": "first",)"
                 R"( "priority": "P1")"),
            "rule_narrowing_useless");
  EXPECT_EQ(rule(R"(, "watches": "waits_for_customer", "amount": 30, "ladder": "first",)"
                 R"( "metric": "response")"),
            "rule_narrowing_useless");
}

TEST_P(WarningsRefused, calendars_that_cannot_be_read) {
  const std::string rota = R"({"reference": "other", "name": "Other", "zone": )";
  EXPECT_EQ(code_of(post("/api/rotas", rota + R"("Europe/Nowhere", "calendar": ""})")),
            "zone_unknown");
  const Response faulty = post("/api/rotas", rota + R"("Europe/Paris", "calendar": "Hello"})");
  EXPECT_EQ(code_of(faulty), "document_faulty");
  EXPECT_THAT(faulty.body, HasSubstr("icalendar_malformed"));
}

}  // namespace
}  // namespace vigie
