// Imports over the API: taken, rehearsed, loaded, published, added to, withdrawn.
#include <gmock/gmock.h>

#include "server/api/import/import_for_test.h"
#include "store/journal/verify.h"

namespace vigie {
namespace {

using testing::HasSubstr;
using testing::Not;

constexpr const char* profile = R"(id: desk
format: csv
separator: ","
encoding: utf-8
ticket: number
order: by stamp, ties in file order
stamps:
  at: updated
  formats: yyyy-MM-dd HH:mm
  zone: Europe/Paris
states:
  column: state
  phases:
    New: open
    Waiting: {awaiting: customer, reason: awaiting_user}
    Solved: resolved
attributes:
  priority: {column: priority}
  customer: {column: company}
holder:
  group: team
)";

const std::string header = "number,updated,state,priority,team,company\n";
const std::string first_file = header +
                               "a-1,2026-03-02 09:00,New,P1,Network,acme\n"
                               "a-1,2026-03-02 10:00,Waiting,P1,Network,acme\n"
                               "a-2,2026-03-02 09:30,New,P2,Network,\n";
const std::string longer_file = first_file +
                                "a-1,2026-03-02 11:00,Solved,P1,Network,acme\n"
                                "a-3,2026-03-03 09:00,New,P3,Desk,acme-lyon\n";

class ImportApi : public ImportForTest {
 protected:
  void promise() {
    const std::string document =
        "id: sla-acme\nversion: 1\nbetween: {provider: nova, customer: acme}\nin_force: {from: "
        "2020-01-01}\nzone: Europe/Paris\ntargets:\n  resolve: {metric: resolution, within: 4h in "
        "always, required: 90 % per month}\n";
    const Response added = ask({.method = Method::post,
                                .path = "/api/agreements",
                                .body = R"({"document": )" + json_text(document) + "}"});
    ASSERT_EQ(added.status, 201) << added.body;
  }
  std::string member(const std::string& import, const std::string& name) {
    const std::string body = get("/api/imports/" + import).body;
    const std::size_t at = body.find("\"" + name + "\":");
    return body.substr(at, body.find_first_of(",}", at) - at);
  }
};
VIGIE_ON_BOTH_DATABASES(ImportApi);

TEST_P(ImportApi, nothing_counts_before_it_is_published_and_everything_after) {
  promise();
  const std::string reference = add(profile);
  EXPECT_EQ(put(reference, first_file).status, 200);
  EXPECT_EQ(step(reference, "run").status, 201);
  EXPECT_EQ(member(reference, "state"), R"("state":"loading")");
  work();
  EXPECT_EQ(member(reference, "state"), R"("state":"loaded")");
  EXPECT_EQ(get("/api/tickets/A-1").status, 404);
  EXPECT_THAT(get("/api/tickets").body, Not(HasSubstr("A-1")));
  EXPECT_EQ(step(reference, "publish").status, 201);
  const Response ticket = get("/api/tickets/A-1");
  EXPECT_EQ(ticket.status, 200);
  EXPECT_THAT(ticket.body, HasSubstr(R"("customer":"acme")"));
  EXPECT_THAT(ticket.body, HasSubstr(R"("phase":"awaiting")"));
  EXPECT_THAT(ticket.body, HasSubstr(R"("commitment":"resolve")"));
  EXPECT_THAT(get("/api/tickets").body, HasSubstr("A-2"));
}

TEST_P(ImportApi, the_same_file_again_adds_nothing) {
  promise();
  publish(profile, first_file);
  const std::string before = effective_state();
  const std::string again = publish(profile, first_file);
  EXPECT_EQ(member(again, "tickets"), R"("tickets":2)");
  EXPECT_EQ(member(again, "tickets_added"), R"("tickets_added":0)");
  EXPECT_EQ(member(again, "events_added"), R"("events_added":0)");
  EXPECT_EQ(effective_state(), before);
}

TEST_P(ImportApi, a_longer_file_adds_what_is_new_and_its_withdrawal_takes_that_back) {
  promise();
  publish(profile, first_file);
  const std::string before = effective_state();
  const std::string longer = publish(profile, longer_file);
  EXPECT_EQ(member(longer, "tickets_added"), R"("tickets_added":1)");
  EXPECT_THAT(get("/api/tickets/A-1").body, HasSubstr(R"("phase":"resolved")"));
  EXPECT_THAT(get("/api/tickets/A-3").body, HasSubstr(R"("customer":"acme-lyon")"));
  EXPECT_EQ(step(longer, "withdraw").status, 201);
  work();
  EXPECT_EQ(effective_state(), before);
  EXPECT_EQ(get("/api/tickets/A-3").status, 404);
}

TEST_P(ImportApi, what_was_withdrawn_comes_again_by_a_new_import) {
  promise();
  const std::string first = publish(profile, first_file);
  const std::string before = effective_state();
  EXPECT_EQ(step(first, "withdraw").status, 201);
  work();
  EXPECT_EQ(effective_state(), "");
  const std::string again = publish(profile, first_file);
  EXPECT_EQ(member(again, "tickets_added"), R"("tickets_added":2)");
  EXPECT_EQ(get("/api/tickets/A-1").status, 200);
  EXPECT_THAT(effective_state(), HasSubstr("A-2"));
}

TEST_P(ImportApi, an_import_on_which_an_act_of_a_person_rests_is_not_withdrawn) {
  const std::string reference = publish(profile, first_file);
  EXPECT_EQ(ask({.method = Method::post,
                 .path = "/api/tickets/A-2/events",
                 .body = R"({"event": "resolved"})"})
                .status,
            201);
  const Response refused = step(reference, "withdraw");
  EXPECT_EQ(code_of(refused), "import_rested_on");
  EXPECT_THAT(refused.body, HasSubstr("A-2"));
}

TEST_P(ImportApi, an_earlier_import_is_not_withdrawn_before_a_later_one_of_its_source) {
  const std::string first = publish(profile, first_file);
  const std::string longer = publish(profile, longer_file);
  const Response refused = step(first, "withdraw");
  EXPECT_EQ(code_of(refused), "import_rested_on");
  EXPECT_THAT(refused.body, HasSubstr(longer));
  EXPECT_EQ(step(longer, "withdraw").status, 201);
  EXPECT_EQ(step(first, "withdraw").status, 201);
}

TEST_P(ImportApi, somebody_may_write_on_a_ticket_while_more_of_it_waits_to_be_published) {
  publish(profile, first_file);
  const std::string longer = add(profile);
  put(longer, longer_file);
  step(longer, "run");
  work();
  const auto comment = [&] {
    return ask({.method = Method::post,
                .path = "/api/tickets/A-1/events",
                .body = R"({"event": "commented", "note": "Any news?"})"});
  };
  EXPECT_EQ(comment().status, 201);
  EXPECT_EQ(step(longer, "publish").status, 201);
  work();
  EXPECT_EQ(comment().status, 201);
  EXPECT_THAT(get("/api/tickets/A-1").body, HasSubstr(R"("phase":"resolved")"));
}

TEST_P(ImportApi, a_rehearsal_tells_what_would_be_added_and_changes_nothing) {
  promise();
  const std::string before = effective_state();
  const std::string reference = add(profile);
  put(reference, first_file + "a-9,yesterday,New,P1,Network,acme\n" +
                     "a-8,2026-03-02 09:00,New,P1,Network,nobody\n");
  EXPECT_EQ(step(reference, "rehearse").status, 201);
  work();
  const std::string result = result_of(reference);
  EXPECT_THAT(result, HasSubstr(R"("tickets_added":2)"));
  EXPECT_THAT(result, HasSubstr(R"("code":"import_customer_unknown","times":1)"));
  EXPECT_THAT(result, HasSubstr(R"("commitment":"resolve")"));
  EXPECT_EQ(effective_state(), before);
  EXPECT_EQ(member(reference, "state"), R"("state":"filled")");
  const Response csv = get("/api/imports/" + reference + "/findings.csv");
  EXPECT_EQ(csv.media_type, "text/csv; charset=utf-8");
  EXPECT_THAT(csv.body, HasSubstr("stamp_unreadable,1,"));
  EXPECT_THAT(csv.body, HasSubstr("import_customer_unknown,1,a-8,"));
}

TEST_P(ImportApi, events_later_than_the_clock_are_left_out_and_those_not_told_again_kept) {
  publish(profile, first_file);
  const std::string other = publish(profile, header +
                                                 "a-1,2026-03-02 09:00,New,P1,Network,acme\n"
                                                 "a-1,2199-03-02 10:00,Solved,P1,Network,acme\n");
  const std::string csv = get("/api/imports/" + other + "/findings.csv").body;
  EXPECT_THAT(csv, HasSubstr("event_ahead,1,a-1,"));
  EXPECT_THAT(csv, HasSubstr("event_not_told_again,"));
  EXPECT_THAT(get("/api/tickets/A-1").body, HasSubstr(R"("phase":"awaiting")"));
}

TEST_P(ImportApi, canonical_events_need_no_profile) {
  publish("", R"({"ticket": "T-1", "at": "2026-03-02T08:00:00Z", "event": "opened"})"
              "\n"
              R"({"ticket": "T-1", "at": "2026-03-02T09:00:00Z", "event": "resolved"})"
              "\n");
  EXPECT_THAT(get("/api/tickets/T-1").body, HasSubstr(R"("phase":"resolved")"));
}

TEST_P(ImportApi, tickets_of_a_file_are_found_by_their_words_and_by_what_they_are_a_part_of) {
  publish("", R"({"ticket": "t-1", "at": "2026-03-02T08:00:00Z", "event": "opened"})"
              "\n"
              R"({"ticket": "t-2", "at": "2026-03-02T08:00:00Z", "event": "opened"})"
              "\n"
              R"({"ticket": "t-2", "at": "2026-03-02T09:00:00Z", "event": "related", )"
              R"("relation": "child_of", "other": "t-1"})"
              "\n");
  const std::string found = get("/api/tickets?words=t-2").body;
  EXPECT_THAT(found, HasSubstr("T-2"));
  EXPECT_THAT(found, Not(HasSubstr(R"("reference":"T-1")")));
  const std::string part = get("/api/tickets?part_of=T-1").body;
  EXPECT_THAT(part, HasSubstr(R"("reference":"T-2")"));
}

TEST_P(ImportApi, keys_that_are_taken_or_no_references_get_one_of_their_own) {
  const std::string rows = header + "a-1,2026-03-02 09:00,New,P1,Network,acme\n" +
                           "no key,2026-03-02 09:00,New,P1,Network,acme\n";
  publish(profile, rows, "desk");
  const std::string other = publish(profile, rows, "helpdesk");
  EXPECT_EQ(get("/api/tickets/IMP-1-2").status, 200);
  EXPECT_EQ(get("/api/tickets/IMP-2-1").status, 200) << "A-1 is that of another source";
  EXPECT_EQ(member(other, "tickets_added"), R"("tickets_added":2)");
}

TEST_P(ImportApi, a_load_that_was_stopped_goes_on_and_one_that_was_killed_adds_nothing_twice) {
  std::string rows = header;
  for (int i = 0; i < 1'500; ++i) {
    rows += "t-" + std::to_string(i) + ",2026-03-02 09:00,New,P1,Network,acme\n";
  }
  const std::string reference = add(profile);
  put(reference, rows);
  step(reference, "run");
  stops_ = true;
  work_until_stopped();
  stops_ = false;
  work();
  EXPECT_EQ(member(reference, "tickets_added"), R"("tickets_added":1500)");
  step(reference, "publish");
  here().database.read([](Connection& rows_now) {
    EXPECT_EQ(whole_of(rows_now, "select count(*) from ticket"), 1'500);
  });
}

TEST_P(ImportApi, what_cannot_be_read_says_so_in_its_job_and_its_findings) {
  const auto refusal_of = [&](const std::string& bytes) {
    const std::string reference = add(profile);
    put(reference, bytes);
    step(reference, "rehearse");
    work();
    last_ = reference;
    return text_in(get("/api/jobs/" + text_in(get("/api/imports/" + reference), "job")), "refusal");
  };
  EXPECT_EQ(refusal_of("a,b\n1,2\n"), "import_file_unreadable");
  EXPECT_THAT(get("/api/imports/" + last_ + "/findings.csv").body, HasSubstr("column_unknown"));
  EXPECT_EQ(refusal_of("\x1f\x8b broken"), "import_file_unreadable");
  EXPECT_EQ(refusal_of("PK\x03\x04 a workbook"), "import_file_unreadable");
  EXPECT_EQ(refusal_of(header), "import_has_no_ticket");
  Limits few;
  few.set(Limit::import_rows, 2);
  most_rows_ = static_cast<std::uint64_t>(few[Limit::import_rows]);
  EXPECT_EQ(refusal_of(first_file), "import_too_long");
  const std::string job = text_in(get("/api/imports/" + last_), "job");
  const Response why = get("/api/jobs/" + job + "/result");
  EXPECT_EQ(code_of(why), "import_too_long");
  EXPECT_THAT(why.body, HasSubstr("more than 2 rows"));
  step(last_, "rehearse");
  const std::string waits = text_in(get("/api/imports/" + last_), "job");
  EXPECT_EQ(code_of(get("/api/jobs/" + waits + "/result")), "job_result_missing");
}

TEST_P(ImportApi, each_state_allows_what_the_reference_says) {
  const std::string reference = add(profile);
  EXPECT_EQ(code_of(step(reference, "run")), "import_state_wrong");
  EXPECT_EQ(code_of(put(reference, "")), "import_file_empty");
  EXPECT_EQ(put(reference, first_file).status, 200);
  const Response same = put(reference, first_file);
  EXPECT_EQ(same.entity_tag, "2") << "the same bytes again change nothing";
  EXPECT_EQ(code_of(step(reference, "publish")), "import_state_wrong");
  EXPECT_EQ(step(reference, "run").status, 201);
  EXPECT_EQ(code_of(step(reference, "run")), "import_state_wrong");
  const std::string other = add(profile);
  put(other, first_file);
  EXPECT_EQ(code_of(step(other, "run")), "import_under_way");
  EXPECT_EQ(step(reference, "cancel").status, 201);
  work();
  EXPECT_EQ(step(other, "run").status, 201);
  work();
  EXPECT_EQ(code_of(put(other, first_file)), "import_state_wrong");
  EXPECT_EQ(step(other, "cancel").status, 201);
  EXPECT_EQ(code_of(step(other, "publish")), "import_state_wrong");
  EXPECT_EQ(effective_state(), "");
}

TEST_P(ImportApi, faults_of_a_profile_are_told_with_their_place) {
  const Response refused =
      ask({.method = Method::post,
           .path = "/api/imports",
           .body = R"({"customer": "acme", "source": "desk", "profile": "format: gif\n"})"});
  EXPECT_EQ(code_of(refused), "document_faulty");
  EXPECT_THAT(refused.body, HasSubstr(R"("pointer":"/profile")"));
  const auto add_with = [&](const std::string& source, const std::string& customer) {
    return code_of(
        ask({.method = Method::post,
             .path = "/api/imports",
             .body = R"({"customer": ")" + customer + R"(", "source": ")" + source + "\"}"}));
  };
  EXPECT_EQ(add_with("a b", "acme"), "reference_malformed");
  EXPECT_EQ(add_with("desk", "nobody"), "customer_unknown");
}

TEST_P(ImportApi, somebody_who_asked_for_many_jobs_waits_for_one) {
  add_account("ida", R"([{"role": "integrator", "customer": "acme"}])");
  const std::string ida = sign_in("ida");
  const std::string reference = add(profile);
  put(reference, first_file);
  Response last;
  const std::int64_t most = limit_values[static_cast<std::size_t>(Limit::jobs_of_account)].usual;
  for (std::int64_t i = 0; i <= most; ++i)
    last = post_as(ida, "/api/imports/" + reference + "/rehearse", "{}");
  EXPECT_EQ(code_of(last), "too_many_jobs");
  const std::string jobs = ask_as(ida, {.path = "/api/jobs"}).body;
  EXPECT_THAT(jobs, HasSubstr(R"("state":"waiting")"));
  EXPECT_EQ(code_of(post_as(ida, "/api/jobs/job-1/cancel", "{}")), "");
  EXPECT_EQ(code_of(post_as(ida, "/api/jobs/job-1/cancel", "{}")), "job_has_ended");
}

TEST_P(ImportApi, who_may_not_see_a_customer_brings_no_ticket_of_it) {
  add_account("ida", R"([{"role": "integrator", "customer": "acme"}])");
  const std::string ida = sign_in("ida");
  const std::string reference = add(profile);
  put(reference, header + "z-1,2026-03-02 09:00,New,P1,Network,zenith\n" +
                     "a-1,2026-03-02 09:00,New,P1,Network,acme\n");
  EXPECT_EQ(post_as(ida, "/api/imports/" + reference + "/run", "{}").status, 201);
  work();
  EXPECT_EQ(member(reference, "tickets_added"), R"("tickets_added":1)");
  EXPECT_THAT(get("/api/imports/" + reference + "/findings.csv").body,
              HasSubstr("import_customer_unknown,1,z-1,"));
}

TEST_P(ImportApi, what_an_import_brings_is_sealed_with_the_rest) {
  publish(profile, longer_file);
  EXPECT_TRUE(verify_journal(here().database, here().sealer.key()).damages.empty());
  run("update ticket_event set loaded_by = null where sequence = 2");
  const auto damages = verify_journal(here().database, here().sealer.key()).damages;
  ASSERT_FALSE(damages.empty());
  EXPECT_EQ(damages[0].table, "ticket_event");
}

}  // namespace
}  // namespace vigie
