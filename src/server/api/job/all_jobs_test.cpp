// The jobs of everybody, on both databases.
#include <gmock/gmock.h>

#include "server/api/identity_for_test.h"
#include "usecase/job/job.h"

namespace vigie {
namespace {

using testing::HasSubstr;
using testing::Not;

class AllJobs : public IdentityForTest {
 protected:
  void SetUp() override {
    IdentityForTest::SetUp();
    if (IsSkipped()) return;
    ann_ = sign_in("ann");
    add_account("sam", R"([{"role": "sdm"}])");
    const Response asked = post_as(sign_in("sam"), "/api/evaluations", "{}");
    ASSERT_EQ(asked.status, 201) << asked.body;
    job_ = "/api/all-jobs/" + text_in(asked, "reference");
  }
  std::string ann_;
  std::string job_;
};
VIGIE_ON_BOTH_DATABASES(AllJobs);

TEST_P(AllJobs, an_administrator_sees_who_asked_for_what) {
  const Response all = ask_as(ann_, {.path = "/api/all-jobs?state=waiting&kind=evaluation"});
  EXPECT_THAT(all.body, HasSubstr(R"("account":"sam")"));
  EXPECT_THAT(ask_as(ann_, {.path = "/api/all-jobs?state=done"}).body, HasSubstr(R"("items":[])"));
  EXPECT_EQ(code_of(ask_as(ann_, {.path = "/api/all-jobs?cursor=nonsense"})), "cursor_unknown");
  EXPECT_EQ(ask_as(ann_, {.path = job_}).status, 200);
  EXPECT_EQ(code_of(ask_as(ann_, {.path = "/api/all-jobs/job-99"})), "not_found");
  EXPECT_EQ(code_of(ask_as(sign_in("sam"), {.path = "/api/all-jobs"})), "not_permitted");
}

TEST_P(AllJobs, one_is_cancelled_and_asked_for_again_for_who_had_asked) {
  const Response under_way = post_as(ann_, job_ + "/retry", "{}");
  EXPECT_EQ(text_in(under_way, "state"), "waiting") << "it is given as it is";
  const Response cancelled = post_as(ann_, job_ + "/cancel", R"({"why": "By mistake."})");
  EXPECT_EQ(text_in(cancelled, "state"), "cancelled") << cancelled.body;
  EXPECT_EQ(code_of(post_as(ann_, job_ + "/cancel", "{}")), "job_has_ended");
  const Response again = post_as(ann_, job_ + "/retry", "{}");
  EXPECT_EQ(text_in(again, "account"), "sam") << again.body;
  EXPECT_EQ(text_in(again, "state"), "waiting");
  EXPECT_THAT(job_, Not(HasSubstr(text_in(again, "reference"))));
  EXPECT_EQ(code_of(post_as(ann_, "/api/all-jobs/job-99/retry", "{}")), "not_found");
}

}  // namespace
}  // namespace vigie
