#include <gmock/gmock.h>

#include "server/api/identity_for_test.h"

namespace vigie {
namespace {

using testing::HasSubstr;
using testing::Not;

class ViewRoutes : public IdentityForTest {
 protected:
  void SetUp() override {
    IdentityForTest::SetUp();
    if (IsSkipped()) return;
    ann_ = sign_in("ann");
  }
  Response save(const std::string& cookie, const std::string& name, bool is_shared = false,
                const std::string& screen = "board") {
    return post_as(cookie, "/api/views",
                   R"({"name": ")" + name + R"(", "screen": ")" + screen +
                       R"(", "query": "?priority=P1", "is_shared": )" +
                       (is_shared ? "true" : "false") + "}");
  }
  Response change(const std::string& cookie, const std::string& reference, const std::string& body,
                  const std::string& version = "\"1\"") {
    return ask_as(cookie, {.method = Method::patch,
                           .path = "/api/views/" + reference,
                           .body = body,
                           .fields = {{"If-Match", version}}});
  }
  Response remove(const std::string& cookie, const std::string& reference) {
    return ask_as(cookie, {.method = Method::delete_, .path = "/api/views/" + reference});
  }
  std::string views(const std::string& cookie, const std::string& query = {}) {
    const Response response = ask_as(cookie, {.path = "/api/views" + query});
    return response.refusal ? code_of(response) : response.body;
  }
  std::string ann_;
};
VIGIE_ON_BOTH_DATABASES(ViewRoutes);

TEST_P(ViewRoutes, what_is_saved_is_read_changed_and_removed) {
  const Response saved = save(ann_, "Urgent");
  EXPECT_EQ(saved.status, 201);
  EXPECT_THAT(saved.body, HasSubstr(R"("version":1,"name":"Urgent","screen":"board",)"
                                    R"("query":"?priority=P1","is_shared":false,"is_own":true)"));
  const std::string reference = text_in(saved, "reference");
  EXPECT_THAT(change(ann_, reference, R"({"name": "Very urgent"})").body,
              HasSubstr(R"("version":2,"name":"Very urgent")"));
  EXPECT_EQ(code_of(change(ann_, reference, R"({"name": "Urgent"})")), "version_changed");
  EXPECT_THAT(ask_as(ann_, {.path = "/api/views/" + reference}).body, HasSubstr("Very urgent"));
  EXPECT_EQ(remove(ann_, reference).status, 204);
  EXPECT_EQ(code_of(remove(ann_, reference)), "not_found");
  EXPECT_EQ(views(ann_), R"({"items":[]})");
}

TEST_P(ViewRoutes, what_is_shared_is_seen_by_the_same_company_alone) {
  add_account("tom", R"([{"role": "technician"}])");
  add_account("cleo", R"([{"role": "customer", "customer": "acme"}])");
  run("update person set party = (select id from party where reference = 'acme-lyon')"
      " where reference = 'cleo'");
  const std::string tom = sign_in("tom");
  const std::string cleo = sign_in("cleo");
  save(ann_, "Mine");
  const std::string shared = text_in(save(ann_, "Ours", true), "reference");
  EXPECT_THAT(views(tom), HasSubstr("Ours"));
  EXPECT_THAT(views(tom), Not(HasSubstr("Mine")));
  EXPECT_EQ(code_of(change(tom, shared, R"({"name": "Theirs"})")), "view_of_other");
  EXPECT_EQ(code_of(remove(tom, shared)), "view_of_other");
  EXPECT_EQ(views(cleo), R"({"items":[]})");
  EXPECT_EQ(code_of(remove(cleo, shared)), "not_found");
}

TEST_P(ViewRoutes, they_are_listed_by_name_and_by_screen) {
  for (const char* name : {"beta", "Alpha", "Gamma"}) save(ann_, name);
  save(ann_, "Delta", false, "reviews");
  const std::string board = views(ann_, "?screen=board&limit=2");
  EXPECT_LT(board.find("Alpha"), board.find("beta"));
  EXPECT_THAT(board, Not(HasSubstr("Gamma")));
  const std::string next =
      text_in(ask_as(ann_, {.path = "/api/views?screen=board&limit=2"}), "next");
  const std::string rest = views(ann_, "?screen=board&limit=2&cursor=" + next);
  EXPECT_THAT(rest, HasSubstr("Gamma"));
  EXPECT_THAT(rest, Not(HasSubstr("Delta")));
  EXPECT_EQ(views(ann_, "?cursor=nonsense"), "cursor_unknown");
}

TEST_P(ViewRoutes, what_cannot_be_saved_is_refused) {
  EXPECT_EQ(code_of(save(ann_, "   ")), "name_malformed");
  EXPECT_EQ(code_of(save(ann_, "Urgent", false, "a board")), "reference_malformed");
  const std::string long_query(4097, 'q');
  EXPECT_EQ(
      code_of(post_as(ann_, "/api/views",
                      R"({"name": "Long", "screen": "board", "query": ")" + long_query + "\"}")),
      "body_not_understood");
  const std::int64_t most = Limits{}[Limit::views_of_account];
  for (std::int64_t i = 0; i < most; ++i) EXPECT_EQ(save(ann_, "Urgent").status, 201);
  EXPECT_EQ(code_of(save(ann_, "Urgent")), "views_full");
}

}  // namespace
}  // namespace vigie
