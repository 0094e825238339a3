// Tokens of programs, and how fast the gate lets in.
#include <gmock/gmock.h>

#include <chrono>

#include "server/api/identity_for_test.h"

namespace vigie {
namespace {

using testing::HasSubstr;
using testing::Not;

class TokenApi : public IdentityForTest {
 protected:
  void SetUp() override {
    IdentityForTest::SetUp();
    if (IsSkipped()) return;
    add_account("bob", R"([{"role": "sdm", "customer": "acme"}, {"role": "technician"}])");
    bob_ = sign_in("bob");
  }
  Response make(const std::string& permissions, int days = 30, const std::string& name = "sync") {
    return post_as(bob_, "/api/tokens",
                   R"({"name": ")" + name + R"(", "permissions": )" + permissions +
                       R"(, "days": )" + std::to_string(days) + "}");
  }
  Response with(const std::string& secret, Asked asked) {
    asked.fields.emplace_back("Authorization", "Bearer " + secret);
    return ask(asked);
  }
  std::string bob_;
};
VIGIE_ON_BOTH_DATABASES(TokenApi);

TEST_P(TokenApi, a_token_opens_what_it_was_given_and_no_more) {
  const Response made = make(R"(["read_parties"])");
  EXPECT_EQ(made.status, 201);
  const std::string secret = text_in(made, "secret");
  EXPECT_THAT(secret, testing::StartsWith("vigie_"));
  EXPECT_EQ(with(secret, {.path = "/api/parties"}).status, 200);
  EXPECT_EQ(code_of(with(secret, {.path = "/api/session"})), "not_permitted");
  const Response write = with(secret, {.method = Method::patch,
                                       .path = "/api/parties/acme",
                                       .body = R"({"name": "Acme"})",
                                       .fields = {{"If-Match", "\"1\""}}});
  EXPECT_EQ(code_of(write), "not_permitted");
  EXPECT_EQ(code_of(with(secret + "x", {.path = "/api/parties"})), "unauthenticated");
  EXPECT_EQ(code_of(ask({.path = "/api/parties", .fields = {{"Authorization", "Basic eDp5"}}})),
            "unauthenticated");
}

TEST_P(TokenApi, each_permission_of_a_token_has_the_reach_of_the_grants_that_hold_it) {
  const std::string secret = text_in(make(R"(["read_parties", "write_parties"])"), "secret");
  const auto rename = [&](const std::string& party) {
    return with(secret, {.method = Method::patch,
                         .path = "/api/parties/" + party,
                         .body = R"({"name": "Renamed"})",
                         .fields = {{"If-Match", "\"1\""}}});
  };
  EXPECT_EQ(with(secret, {.path = "/api/parties/zenith"}).status, 200) << "technician everywhere";
  EXPECT_EQ(code_of(rename("zenith")), "not_found") << "responsible for acme alone";
  EXPECT_EQ(rename("acme").status, 200);
}

TEST_P(TokenApi, what_cannot_be_made_is_refused_in_the_order_of_the_reference) {
  EXPECT_EQ(code_of(make("[]", 0, " ")), "name_malformed");
  EXPECT_EQ(code_of(make("[]", 0)), "permission_missing");
  EXPECT_EQ(code_of(make(R"(["manage_accounts"])", 0)), "permission_not_held");
  EXPECT_EQ(code_of(make(R"(["anyone"])", 0)), "permission_not_held");
  EXPECT_EQ(code_of(make(R"(["read_parties"])", 0)), "expiry_out_of_range");
  EXPECT_EQ(code_of(make(R"(["read_parties"])", 366)), "expiry_out_of_range");  // token_days
}

TEST_P(TokenApi, a_token_cannot_make_a_stronger_one) {
  const std::string secret = text_in(make(R"(["be_signed_in"])"), "secret");
  const Response stronger =
      with(secret, {.method = Method::post,
                    .path = "/api/tokens",
                    .body = R"({"name": "n", "permissions": ["read_parties"], "days": 1})"});
  EXPECT_EQ(code_of(stronger), "permission_not_held");
}

TEST_P(TokenApi, tokens_and_sessions_come_page_by_page) {
  for (const char* name : {"one", "two", "three"}) make(R"(["read_parties"])", 30, name);
  sign_in("bob");
  for (const std::string path : {"/api/tokens", "/api/sessions"}) {
    std::string seen;
    std::string next;
    int pages = 0;
    do {
      const std::string query = "?limit=1" + (next.empty() ? "" : "&cursor=" + next);
      const Response page = ask_as(bob_, {.path = path + query});
      ASSERT_EQ(page.status, 200) << page.body;
      const std::string reference = text_in(page, "reference");
      EXPECT_EQ(seen.find(reference), std::string::npos) << "twice";
      seen += reference + " ";
      next = text_in(page, "next");
      ++pages;
    } while (!next.empty());
    EXPECT_EQ(pages, path == "/api/tokens" ? 3 : 2) << path;
    EXPECT_EQ(code_of(ask_as(bob_, {.path = path + "?cursor=nonsense"})), "cursor_unknown");
  }
}

TEST_P(TokenApi, a_token_is_shown_once_listed_without_secret_and_ended) {
  const Response made = make(R"(["read_parties"])");
  const std::string secret = text_in(made, "secret");
  const std::string reference = text_in(made, "reference");
  EXPECT_THAT(ask_as(bob_, {.path = "/api/tokens"}).body, Not(HasSubstr("used_on")));
  EXPECT_EQ(with(secret, {.path = "/api/parties"}).status, 200);
  const Response list = ask_as(bob_, {.path = "/api/tokens"});
  EXPECT_THAT(list.body, HasSubstr("used_on"));
  EXPECT_THAT(list.body, Not(HasSubstr(secret)));
  EXPECT_EQ(whole_of(here().database, "select count(*) from answer"), 0);
  const auto end = [&](const std::string& cookie) {
    return ask_as(cookie, {.method = Method::delete_, .path = "/api/tokens/" + reference});
  };
  EXPECT_EQ(code_of(end(sign_in("ann"))), "not_found") << "another's";
  EXPECT_EQ(end(bob_).status, 204);
  EXPECT_EQ(code_of(with(secret, {.path = "/api/parties"})), "unauthenticated");
}

TEST_P(TokenApi, a_token_that_has_expired_opens_nothing) {
  const std::string secret = text_in(make(R"(["read_parties"])", 1), "secret");
  EXPECT_EQ(with(secret, {.path = "/api/parties"}).status, 200);
  run("update token set expires_at = expires_at - 86400000000");
  EXPECT_EQ(code_of(with(secret, {.path = "/api/parties"})), "unauthenticated");
}

}  // namespace
}  // namespace vigie
