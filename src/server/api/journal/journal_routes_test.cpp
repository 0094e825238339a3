#include <gmock/gmock.h>

#include <thread>

#include "server/api/identity_for_test.h"

namespace vigie {
namespace {

using testing::HasSubstr;
using testing::Not;

class JournalRoutes : public IdentityForTest {
 protected:
  void SetUp() override {
    IdentityForTest::SetUp();
    if (IsSkipped()) return;
    ann_ = sign_in("ann");
    post_as(ann_, "/api/tickets", R"({"customer": "acme", "title": "Fire"})");
    post_as(ann_, "/api/tickets", R"({"customer": "zenith", "title": "Flood"})");
    post_as(ann_, "/api/tickets/inc-1/events",
            R"({"event": "resolved", "note": "Put out with sand"})");
    ask_as(ann_, {.method = Method::patch,
                  .path = "/api/parties/acme",
                  .body = R"({"name": "Acme Works"})",
                  .fields = {{"If-Match", "\"1\""}}});
    wait_for_seals();
  }
  /// On PostgreSQL an act is in the journal a moment after it was done.
  void wait_for_seals() {
    for (int i = 0; i < 500; ++i) {
      std::int64_t waiting = 0;
      here().database.read([&](Connection& rows) {
        rows.run("select count(*) from act_seal where position is null", {},
                 [&](const Row& row) { waiting = row.whole(0); });
      });
      if (waiting == 0) return;
      std::this_thread::sleep_for(std::chrono::milliseconds{10});
    }
  }
  std::string journal(const std::string& cookie, const std::string& query = {}) {
    const Response response = ask_as(cookie, {.path = "/api/journal" + query});
    return response.refusal ? code_of(response) : response.body;
  }
  std::string ann_;
};
VIGIE_ON_BOTH_DATABASES(JournalRoutes);

TEST_P(JournalRoutes, it_tells_who_did_what_before_and_after_the_newest_first) {
  const std::string first = journal(ann_, "?limit=1");
  EXPECT_THAT(first, HasSubstr(R"("word":"party_changed","account":"ann",)"));
  EXPECT_THAT(first, HasSubstr(R"("door":"api")"));
  EXPECT_THAT(first, HasSubstr(R"("thing":"party","reference":"acme","version":2)"));
  EXPECT_THAT(first, HasSubstr(R"("after":"Acme Works")"));
  EXPECT_THAT(first, HasSubstr(R"("next":)"));
  const std::string resolved = journal(ann_, "?thing=ticket&reference=INC-1");
  EXPECT_THAT(resolved, HasSubstr("Put out with sand"));
  EXPECT_THAT(resolved, HasSubstr("ticket_opened"));
  EXPECT_THAT(resolved, Not(HasSubstr("INC-2")));
}

TEST_P(JournalRoutes, its_pages_follow_each_other) {
  std::string all;
  std::string query = "?limit=1&thing=ticket";
  for (int page = 0; page < 10; ++page) {
    const Response response = ask_as(ann_, {.path = "/api/journal" + query});
    all += response.body;
    const std::string next = text_in(response, "next");
    if (next.empty()) break;
    query = "?limit=1&thing=ticket&cursor=" + next;
  }
  const auto resolved = all.find("ticket_event_recorded");
  const auto flood = all.find("INC-2");
  EXPECT_LT(resolved, flood);
  EXPECT_LT(flood, all.rfind("INC-1"));
  EXPECT_EQ(journal(ann_, "?cursor=nonsense"), "cursor_unknown");
}

TEST_P(JournalRoutes, it_is_cut_by_instant_and_by_account) {
  EXPECT_EQ(journal(ann_, "?from=2100-01-01T00:00:00Z"), R"({"items":[]})");
  EXPECT_EQ(journal(ann_, "?to=2020-01-01T00:00:00Z"), R"({"items":[]})");
  EXPECT_THAT(journal(ann_, "?account=ann"), HasSubstr("ticket_opened"));
  EXPECT_EQ(journal(ann_, "?account=nobody"), "account_unknown");
  EXPECT_EQ(journal(ann_, "?thing=weather"), "parameter_malformed");
}

TEST_P(JournalRoutes, who_reads_the_journal_of_one_customer_sees_no_other) {
  add_account("rex", R"([{"role": "auditor", "customer": "acme"}])");
  add_account("tom", R"([{"role": "technician"}])");
  const std::string seen = journal(sign_in("rex"));
  EXPECT_THAT(seen, HasSubstr("INC-1"));
  EXPECT_THAT(seen, Not(HasSubstr("INC-2")));
  EXPECT_THAT(seen, Not(HasSubstr(R"("thing":"account")")));
  EXPECT_EQ(journal(sign_in("tom")), "not_permitted");
}

}  // namespace
}  // namespace vigie
