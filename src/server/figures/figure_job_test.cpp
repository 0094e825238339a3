// Questions about figures that are answered by jobs.
#include <gmock/gmock.h>

#include "server/figures/figure_job_routes.h"
#include "server/figures/figures_for_test.h"

namespace vigie {
namespace {

using testing::HasSubstr;
using testing::Not;

constexpr const char* at = R"("as_of": "2026-05-01T00:00:00Z")";

class FigureJobs : public FiguresForTest {
 protected:
  void SetUp() override {
    FiguresForTest::SetUp();
    if (IsSkipped()) return;
    set_up_acme();
    add_ticket("2026-03-02", 3);
    add_ticket("2026-04-03", 6);
  }
  /// Does what was asked for, and gives the last job.
  Response done(const std::string& job) {
    wait_for_seals(here().database);
    const JobTerms terms = works();
    JobSlot slot{here(), terms, std::nullopt, stops_};
    while (slot.take_next()) {
    }
    return get("/api/jobs/" + job);
  }
  JobTerms works() {
    JobTerms terms;
    add_figure_works(terms.works, parts());
    terms.failed = [](const std::exception& error) { ADD_FAILURE() << error.what(); };
    return terms;
  }
  std::atomic<bool> stops_{false};
};
VIGIE_ON_BOTH_DATABASES(FigureJobs);

TEST_P(FigureJobs, a_job_gives_the_scorecard_that_is_answered_at_once) {
  const Response asked = post("/api/evaluations", std::string{"{"} + at + "}");
  ASSERT_EQ(asked.status, 201) << asked.body;
  EXPECT_THAT(asked.fields, testing::Contains(std::pair<std::string_view, std::string>{
                                "Location", "/api/jobs/job-1"}));
  EXPECT_THAT(asked.body, HasSubstr(R"("state":"waiting")"));
  EXPECT_EQ(code_of(get("/api/jobs/job-1/result")), "job_result_missing");
  const Response job = done("job-1");
  EXPECT_THAT(job.body, HasSubstr(R"("state":"done")"));
  EXPECT_THAT(job.body, HasSubstr(R"("units_done":2,"units_total":2)"));
  const Response now = get("/api/figures?as_of=2026-05-01T00:00:00Z");
  EXPECT_EQ(get("/api/jobs/job-1/result").body, now.body);
  EXPECT_THAT(now.body, HasSubstr(R"("amount_minor":30000)"));
}

TEST_P(FigureJobs, a_job_about_one_agreement_and_some_days_is_answered_alike) {
  close("2026-03");
  const Response asked =
      post("/api/evaluations", R"({"agreement": "ACME", "from": "2026-04-01", "to": "2026-04-30",)"
                               R"( "as_of": "2099-01-01T00:00:00Z"})");
  EXPECT_THAT(asked.body, HasSubstr(R"("about":"ACME")"));
  // The figures, the amounts of all periods, and what is closed: three times two tickets.
  EXPECT_THAT(done("job-1").body, HasSubstr(R"("units_done":6,"units_total":6)"));
  EXPECT_EQ(get("/api/jobs/job-1/result").body,
            get("/api/figures?agreement=acme&from=2026-04-01&to=2026-04-30"
                "&as_of=2099-01-01T00:00:00Z")
                .body);
}

TEST_P(FigureJobs, a_question_without_an_instant_is_of_the_moment_it_is_asked) {
  post("/api/evaluations", "{}");
  post("/api/tickets", R"({"customer": "acme", "title": "After", "kind": "incident"})");
  done("job-1");
  EXPECT_THAT(get("/api/jobs/job-1/result").body, HasSubstr(R"("pending":0)"));
}

TEST_P(FigureJobs, a_what_if_of_a_job_is_that_which_is_answered_at_once) {
  const std::string body =
      std::string{R"({"documents": [], "changes": ["resolve.within=8h"], )"} + at + "}";
  const Response asked = post("/api/what-if-evaluations", body);
  ASSERT_EQ(asked.status, 201) << asked.body;
  EXPECT_THAT(done("job-1").body, HasSubstr(R"("units_done":4,"units_total":4)"));
  EXPECT_EQ(get("/api/jobs/job-1/result").body, post("/api/what-if", body).body);
}

TEST_P(FigureJobs, what_is_wrong_with_a_question_is_told_at_once) {
  EXPECT_EQ(code_of(post("/api/evaluations", R"({"from": "soon"})")), "parameter_malformed");
  EXPECT_EQ(code_of(post("/api/evaluations", R"({"to": "2026-02-30"})")), "parameter_malformed");
  EXPECT_EQ(code_of(post("/api/evaluations", R"({"agreement": "orion"})")), "agreement_unknown");
  const std::string path = "/api/what-if-evaluations";
  EXPECT_EQ(code_of(post(path, R"({"documents": [], "changes": []})")), "what_if_empty");
  EXPECT_EQ(code_of(post(path, R"({"documents": [], "changes": ["x.within=2h"]})")),
            "change_malformed");
  const Response faulty = post(path, R"({"documents": ["zone: Mars/Olympus"], "changes": []})");
  EXPECT_EQ(code_of(faulty), "document_faulty");
  EXPECT_EQ(get("/api/jobs").body, R"({"items":[]})");
}

TEST_P(FigureJobs, what_is_found_wrong_later_is_the_answer_for_the_result) {
  post("/api/evaluations", R"({"from": "2026-04-02", "to": "2026-04-01"})");
  EXPECT_THAT(done("job-1").body, HasSubstr(R"("refusal":"parameter_malformed")"));
  EXPECT_EQ(code_of(get("/api/jobs/job-1/result")), "parameter_malformed");
}

TEST_P(FigureJobs, a_job_waits_for_its_turn_and_may_be_cancelled_meanwhile) {
  const auto one = questions_.take_place();
  const auto two = questions_.take_place();
  post("/api/evaluations", "{}");
  const JobTerms terms = works();
  JobSlot slot{here(), terms, std::nullopt, stops_};
  std::jthread working{[&] { slot.take_next(); }};
  while (get("/api/jobs/job-1").body.find(R"("state":"running")") == std::string::npos) {
  }
  EXPECT_EQ(post("/api/jobs/job-1/cancel", "{}").status, 201);
  slot.beat();
  working.join();
  EXPECT_THAT(get("/api/jobs/job-1").body, HasSubstr(R"("state":"cancelled")"));
}

}  // namespace
}  // namespace vigie
