// Someone is erased: nothing says who they are, and what they did stays sealed.
#include <gmock/gmock.h>

#include "server/api/identity_for_test.h"
#include "store/database/database_for_test.h"
#include "store/journal/verify.h"

namespace vigie {
namespace {

class PersonErasure : public IdentityForTest {
 protected:
  void SetUp() override {
    IdentityForTest::SetUp();
    if (IsSkipped()) return;
    ann_ = sign_in("ann");
    add_account("bob", R"([{"role": "technician"}])");
    bob_ = sign_in("bob");
    post_as(bob_, "/api/tickets", R"({"customer": "acme", "title": "Slow"})");
  }

  Response erase(const std::string& reference, const std::string& body = "{}") {
    return post_as(ann_, "/api/people/" + reference + "/erase", body);
  }
  void close(const std::string& reference) {
    const Response closed = ask_as(ann_, {.method = Method::patch,
                                          .path = "/api/accounts/" + reference,
                                          .body = R"({"is_closed": true})",
                                          .fields = {{"If-Match", "\"2\""}}});
    ASSERT_EQ(closed.status, 200) << closed.body;
  }
  std::int64_t count(const std::string& sql) { return whole_of(here().database, sql); }

  std::string ann_;
  std::string bob_;
};
VIGIE_ON_BOTH_DATABASES(PersonErasure);

TEST_P(PersonErasure, nothing_says_who_they_were_and_the_chain_verifies) {
  close("bob");
  const Response erased = erase("bob");
  ASSERT_EQ(erased.status, 201) << erased.body;
  EXPECT_EQ(text_in(erased, "reference"), "bob");
  EXPECT_EQ(count("select count(*) from person where reference = 'bob' and name is null"
                  " and name_sort is null and email is null and erased_at is not null"),
            1);
  EXPECT_EQ(count("select count(*) from act a join account c on c.id = a.account join person p"
                  " on p.id = c.person where p.reference = 'bob' and a.origin is not null"),
            0);
  EXPECT_EQ(count("select count(*) from act_change where after like '%bob@%' or before like"
                  " '%bob@%'"),
            0);
  EXPECT_EQ(count("select count(*) from answer where body like '%bob@%'"), 0);
  EXPECT_EQ(count("select count(*) from session s join account c on c.id = s.account join person p"
                  " on p.id = c.person where p.reference = 'bob'"),
            0);
  const Verification found = verify_journal(here().database, here().sealer.key());
  EXPECT_THAT(found.damages, testing::IsEmpty());
  EXPECT_GT(found.erased, 0);
  EXPECT_EQ(count("select count(*) from act where word = 'person_erased' and reference = 'bob'"),
            1);
  EXPECT_TRUE(sign_in("bob").empty());
}

TEST_P(PersonErasure, what_others_did_stays) {
  close("bob");
  ASSERT_EQ(erase("bob").status, 201);
  EXPECT_EQ(count("select count(*) from act a join account c on c.id = a.account join person p"
                  " on p.id = c.person where p.reference = 'ann' and a.origin is null"),
            0);
  EXPECT_GT(count("select count(*) from act_change where after = 'ann@nova.example'"), 0);
}

TEST_P(PersonErasure, who_may_still_sign_in_is_not_erased) {
  const Response refused = erase("bob");
  EXPECT_EQ(refused.status, 409);
  EXPECT_EQ(code_of(refused), "account_still_open");
  EXPECT_EQ(count("select count(*) from person where erased_at is not null"), 0);
}

TEST_P(PersonErasure, nobody_is_erased_twice) {
  close("bob");
  ASSERT_EQ(erase("bob").status, 201);
  const Response again = erase("bob");
  EXPECT_EQ(again.status, 409);
  EXPECT_EQ(code_of(again), "person_already_erased");
}

TEST_P(PersonErasure, nobody_is_erased_who_is_not_there_or_by_who_may_not) {
  EXPECT_EQ(erase("nobody").status, 404);
  EXPECT_EQ(post_as(bob_, "/api/people/ann/erase", "{}").status, 403);
}

TEST_P(PersonErasure, what_they_wrote_beside_events_goes_when_it_is_asked_for) {
  add_account("eve", R"([{"role": "sdm"}])");
  const std::string eve = sign_in("eve");
  const std::string note = R"("note": "Eve was on call"})";
  ASSERT_EQ(post_as(eve, "/api/tickets/INC-1/events", R"({"event": "commented", )" + note).status,
            201);
  ASSERT_EQ(post_as(eve, "/api/outages",
                    R"({"item": "mail", "title": "No mail", "customer": "acme", )" + note)
                .status,
            201);
  close("eve");
  ASSERT_EQ(erase("eve", R"({"notes": true})").status, 201);
  for (const std::string table : {"ticket_event", "outage_event"}) {
    EXPECT_EQ(count("select count(*) from " + table + " where note is not null"), 0) << table;
    EXPECT_EQ(count("select count(*) from " + table + " where note_digest is not null"), 1)
        << table << " keeps the digest, so that its seal holds";
  }
  EXPECT_THAT(verify_journal(here().database, here().sealer.key()).damages, testing::IsEmpty());
}

}  // namespace
}  // namespace vigie
