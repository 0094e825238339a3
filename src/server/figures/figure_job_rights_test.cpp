// What a job about figures may see is what its asker may see.
#include <gmock/gmock.h>

#include "server/api/identity_for_test.h"
#include "server/figures/figure_job_routes.h"
#include "server/figures/figures_for_test.h"

namespace vigie {
namespace {

using testing::HasSubstr;
using testing::Not;

class FigureJobRights : public IdentityForTest {
 protected:
  void SetUp() override {
    IdentityForTest::SetUp();
    if (IsSkipped()) return;
    ann_ = sign_in("ann");
    for (const char* customer : {"acme", "zenith"}) promise_and_miss(customer);
  }
  /// An agreement of that customer, with a ticket that cost 300.00.
  void promise_and_miss(const std::string& customer) {
    const Response added =
        post_as(ann_, "/api/agreements",
                R"({"document": "id: sla-)" + customer +
                    "\\nversion: 1\\nbetween: {provider: nova, customer: " + customer +
                    "}\\nin_force: {from: 2020-01-01}\\nzone: UTC\\ntargets:\\n"
                    "  resolve: {metric: resolution, within: 4h in always, required: 90 % per "
                    "month}\\npenalties:\\n  lines:\\n"
                    "    gtr: {on: resolve, each: 150.00 per started hour}\\n\"}");
    ASSERT_EQ(added.status, 201) << added.body;
    const Response opened = post_as(ann_, "/api/tickets",
                                    R"({"customer": ")" + customer +
                                        R"(", "title": "Slow", "kind": "incident",)"
                                        R"( "opened_at": "2026-03-02T10:00:00Z"})");
    ASSERT_EQ(opened.status, 201) << opened.body;
    const Response resolved =
        post_as(ann_, "/api/tickets/" + text_in(opened, "reference") + "/events",
                R"({"event": "resolved", "at": "2026-03-02T16:00:00Z"})");
    ASSERT_EQ(resolved.status, 201) << resolved.body;
  }
  void work() {
    wait_for_seals(here().database);
    JobTerms terms;
    add_figure_works(terms.works, {here(), shelf(), questions_, closures_});
    JobSlot slot{here(), terms, std::nullopt, stops_};
    while (slot.take_next()) {
    }
  }
  Response result(const std::string& cookie, const std::string& job) {
    return ask_as(cookie, {.path = "/api/jobs/" + job + "/result"});
  }
  static constexpr const char* question = R"({"as_of": "2026-05-01T00:00:00Z"})";

  std::string ann_;
  Questions questions_{2};
  JsonClosureText closures_;
  std::atomic<bool> stops_{false};
};
VIGIE_ON_BOTH_DATABASES(FigureJobRights);

TEST_P(FigureJobRights, a_job_sees_what_its_asker_sees_and_is_read_by_him_alone) {
  add_account("bob", R"([{"role": "customer", "customer": "acme"}])");
  const std::string bob = sign_in("bob");
  const Response asked = post_as(bob, "/api/evaluations", question);
  ASSERT_EQ(asked.status, 201) << asked.body;
  const std::string job = text_in(asked, "reference");
  work();
  const Response own = result(bob, job);
  EXPECT_EQ(own.body, ask_as(bob, {.path = "/api/figures?as_of=2026-05-01T00:00:00Z"}).body);
  EXPECT_THAT(own.body, HasSubstr("sla-acme"));
  EXPECT_THAT(own.body, Not(HasSubstr("zenith")));
  EXPECT_EQ(code_of(result(ann_, job)), "not_found");
  EXPECT_EQ(code_of(post_as(bob, "/api/evaluations", R"({"agreement": "sla-zenith"})")),
            "agreement_unknown");
  EXPECT_EQ(code_of(post_as(bob, "/api/what-if-evaluations",
                            R"({"documents": [], "changes": ["resolve.within=8h"]})")),
            "not_permitted");
}

TEST_P(FigureJobRights, rights_are_those_of_when_it_runs) {
  add_account("bob", R"([{"role": "sdm"}])");
  const std::string bob = sign_in("bob");
  const std::string narrowed = text_in(post_as(bob, "/api/evaluations", question), "reference");
  const Response changed =
      ask_as(ann_, {.method = Method::patch,
                    .path = "/api/accounts/bob",
                    .body = R"({"grants": [{"role": "sdm", "customer": "acme"}]})",
                    .fields = {{"If-Match", "\"2\""}}});
  ASSERT_EQ(changed.status, 200) << changed.body;
  work();
  EXPECT_THAT(result(bob, narrowed).body, HasSubstr("sla-acme"));
  EXPECT_THAT(result(bob, narrowed).body, Not(HasSubstr("zenith")));
  const std::string taken =
      text_in(post_as(bob, "/api/what-if-evaluations",
                      R"({"documents": [], "changes": ["resolve.within=8h"]})"),
              "reference");
  const Response technician = ask_as(ann_, {.method = Method::patch,
                                            .path = "/api/accounts/bob",
                                            .body = R"({"grants": [{"role": "technician"}]})",
                                            .fields = {{"If-Match", "\"3\""}}});
  ASSERT_EQ(technician.status, 200) << technician.body;
  work();
  EXPECT_EQ(code_of(result(bob, taken)), "not_permitted");
}

TEST_P(FigureJobRights, a_token_that_may_not_see_amounts_gets_none_from_its_job) {
  const Response made = post_as(ann_, "/api/tokens",
                                R"({"name": "board", "days": 30,)"
                                R"( "permissions": ["read_figures", "follow_jobs"]})");
  ASSERT_EQ(made.status, 201) << made.body;
  const auto with_token = [&](Asked asked) {
    asked.fields.emplace_back("Authorization", "Bearer " + text_in(made, "secret"));
    return ask(asked);
  };
  const Response asked =
      with_token({.method = Method::post, .path = "/api/evaluations", .body = question});
  ASSERT_EQ(asked.status, 201) << asked.body;
  work();
  const Response told =
      with_token({.path = "/api/jobs/" + text_in(asked, "reference") + "/result"});
  EXPECT_EQ(told.status, 200);
  EXPECT_EQ(told.body, with_token({.path = "/api/figures?as_of=2026-05-01T00:00:00Z"}).body);
  EXPECT_THAT(told.body, Not(HasSubstr("30000")));
  EXPECT_THAT(ask_as(ann_, {.path = "/api/figures?as_of=2026-05-01T00:00:00Z"}).body,
              HasSubstr("30000"));
}

TEST_P(FigureJobRights, one_person_asks_for_so_many_at_once) {
  for (int i = 0; i < 20; ++i) {
    EXPECT_EQ(post_as(ann_, "/api/evaluations", question).status, 201);
  }
  EXPECT_EQ(code_of(post_as(ann_, "/api/evaluations", question)), "too_many_jobs");
  EXPECT_EQ(code_of(post_as(ann_, "/api/what-if-evaluations",
                            R"({"documents": [], "changes": ["resolve.within=8h"]})")),
            "too_many_jobs");
}

}  // namespace
}  // namespace vigie
