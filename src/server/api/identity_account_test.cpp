// Accounts, their roles, invitations.
#include <gmock/gmock.h>

#include "server/api/identity_for_test.h"
#include "store/journal/verify.h"

namespace vigie {
namespace {

using testing::HasSubstr;
using testing::Not;

class AccountApi : public IdentityForTest {
 protected:
  void SetUp() override {
    IdentityForTest::SetUp();
    if (!IsSkipped()) ann_ = sign_in("ann");
  }
  Response add(const std::string& reference, const std::string& grants,
               const std::string& email = "bob@acme.example", const std::string& party = "acme") {
    return post_as(ann_, "/api/accounts",
                   R"({"reference": ")" + reference + R"(", "name": "Bob", "email": ")" + email +
                       R"(", "party": ")" + party + R"(", "language": "fr", "grants": )" + grants +
                       "}");
  }
  Response change(const std::string& reference, const std::string& body, const char* version) {
    return ask_as(ann_, {.method = Method::patch,
                         .path = "/api/accounts/" + reference,
                         .body = body,
                         .fields = {{"If-Match", "\"" + std::string{version} + "\""}}});
  }
  std::string invite(const std::string& account) {
    return text_in(post_as(ann_, "/api/invitations", R"({"account": ")" + account + "\"}"),
                   "secret");
  }
  Response accept(const std::string& secret, const std::string& with) {
    return ask({.method = Method::post,
                .path = "/api/invitations/" + secret + "/acceptance",
                .body = R"({"password": ")" + with + "\"}"});
  }
  std::string ann_;
};
VIGIE_ON_BOTH_DATABASES(AccountApi);

constexpr const char* of_acme = R"([{"role": "customer", "customer": "ACME"}])";

TEST_P(AccountApi, who_is_invited_chooses_a_password_and_sees_their_customer_alone) {
  const Response added = add("BOB", of_acme);
  EXPECT_EQ(added.status, 201);
  EXPECT_THAT(added.body, HasSubstr(R"("state":"invited")"));
  EXPECT_THAT(added.body, HasSubstr(R"("grants":[{"role":"customer","customer":"acme"}])"));
  const std::string secret = invite("bob");
  EXPECT_EQ(code_of(accept(secret, "too short")), "password_short");
  EXPECT_EQ(code_of(accept("none", "three green herons")), "invitation_unknown");
  EXPECT_EQ(accept(secret, "three green herons").status, 204);
  EXPECT_EQ(code_of(accept(secret, "three green herons")), "invitation_unknown");
  const Response signed_in =
      ask({.method = Method::post,
           .path = "/api/session",
           .body = R"({"email": "Bob@ACME.example", "password": "three green herons"})"});
  ASSERT_EQ(signed_in.status, 204);
  const std::string field = signed_in.fields.front().second;
  const std::string cookie = field.substr(0, field.find(';'));
  EXPECT_EQ(ask_as(cookie, {.path = "/api/parties/acme"}).status, 200);
  EXPECT_EQ(ask_as(cookie, {.path = "/api/parties/acme-lyon"}).status, 200);
  EXPECT_EQ(code_of(ask_as(cookie, {.path = "/api/parties/zenith"})), "not_found");
  EXPECT_EQ(code_of(ask_as(cookie, {.path = "/api/accounts"})), "not_permitted");
  EXPECT_THAT(ask_as(ann_, {.path = "/api/accounts/bob"}).body, HasSubstr(R"("state":"active")"));
}

TEST_P(AccountApi, what_cannot_be_added_is_refused_in_the_order_of_the_reference) {
  EXPECT_EQ(code_of(add("-", "[]", "x", "y")), "reference_malformed");
  for (const char* email : {"bob", "@x", "x@", "a@b@c", "a b@c"}) {
    EXPECT_EQ(code_of(add("bob", "[]", email)), "email_malformed") << email;
  }
  EXPECT_EQ(code_of(add("bob", "[]", "b@x", "orion")), "party_unknown");
  EXPECT_EQ(code_of(add("bob", "[]")), "role_missing");
  EXPECT_EQ(code_of(add("bob", R"([{"role": "customer", "part": "run"}])")),
            "grant_needs_customer");
  EXPECT_EQ(code_of(add("bob", R"([{"role": "administrator", "customer": "acme"}])")),
            "grant_is_whole");
  EXPECT_EQ(code_of(add("bob", R"([{"role": "sdm", "customer": "orion"}])")), "party_unknown");
  EXPECT_EQ(code_of(add("bob", R"([{"role": "technician", "team": "a b"}])")),
            "reference_malformed");
  EXPECT_EQ(code_of(add("bob", R"([{"role": "sdm"}, {"role": "sdm"}])")), "grant_repeated");
  EXPECT_EQ(code_of(add("ann", of_acme)), "reference_taken");
  EXPECT_EQ(code_of(add("bob", of_acme, "ANN@nova.example")), "email_taken");
}

TEST_P(AccountApi, roles_that_are_taken_are_gone_at_the_next_request) {
  add_account("bob", R"([{"role": "sdm"}])");
  const std::string bob = sign_in("bob");
  EXPECT_EQ(ask_as(bob, {.path = "/api/parties/zenith"}).status, 200);
  const Response changed =
      change("bob", R"({"grants": [{"role": "sdm", "customer": "acme"}]})", "2");
  EXPECT_EQ(changed.status, 200) << changed.body;
  EXPECT_EQ(code_of(ask_as(bob, {.path = "/api/parties/zenith"})), "not_found");
  EXPECT_EQ(ask_as(bob, {.path = "/api/parties/acme"}).status, 200);
  EXPECT_EQ(whole_of(here().database,
                     "select count(*) from act_change where field = 'grants' and before = 'sdm'"
                     " and after = 'sdm of acme'"),
            1);
  const Response part = post_as(
      ann_, "/api/parties",
      R"({"reference": "acme-nice", "kind": "customer", "parent": "acme", "name": "Acme Nice"})");
  EXPECT_EQ(part.status, 201);
  EXPECT_EQ(ask_as(bob, {.path = "/api/parties/acme-nice"}).status, 200);
}

TEST_P(AccountApi, an_account_that_is_closed_lets_nobody_in_and_stays_closed) {
  add_account("bob", R"([{"role": "sdm"}])");
  const std::string bob = sign_in("bob");
  const Response made =
      post_as(bob, "/api/tokens", R"({"name": "t", "permissions": ["read_parties"], "days": 1})");
  const std::string token = text_in(made, "secret");
  EXPECT_EQ(change("bob", R"({"is_closed": true})", "2").status, 200);
  EXPECT_EQ(code_of(ask_as(bob, {.path = "/api/session"})), "unauthenticated");
  EXPECT_EQ(
      code_of(ask({.path = "/api/parties", .fields = {{"Authorization", "Bearer " + token}}})),
      "unauthenticated");
  EXPECT_EQ(sign_in("bob"), "");
  EXPECT_EQ(code_of(change("bob", R"({"is_closed": false})", "3")), "account_is_closed");
  EXPECT_EQ(code_of(post_as(ann_, "/api/invitations", R"({"account": "bob"})")),
            "account_is_closed");
  EXPECT_EQ(code_of(change("bob", "{}", "2")), "version_changed");
  EXPECT_EQ(code_of(change("carl", "{}", "2")), "not_found");
}

TEST_P(AccountApi, someone_stays_who_gives_roles) {
  EXPECT_EQ(code_of(change("ann", R"({"is_closed": true})", "2")), "last_administrator");
  EXPECT_EQ(code_of(change("ann", R"({"grants": [{"role": "sdm"}]})", "2")), "last_administrator");
  add("bob", R"([{"role": "administrator"}])");
  EXPECT_EQ(code_of(change("ann", R"({"is_closed": true})", "2")), "last_administrator")
      << "bob has no password yet";
  add_account("carl", R"([{"role": "administrator"}])");
  EXPECT_EQ(change("ann", R"({"grants": [{"role": "sdm"}], "language": "fr"})", "2").status, 200);
}

TEST_P(AccountApi, an_invitation_is_replaced_by_the_next_and_grows_old) {
  add("bob", of_acme);
  const std::string first = invite("bob");
  const std::string second = invite("bob");
  EXPECT_EQ(code_of(accept(first, "three green herons")), "invitation_unknown");
  run("update invitation set expires_at = expires_at - 604800000000");  // invitation_days
  EXPECT_EQ(code_of(accept(second, "three green herons")), "invitation_unknown");
  EXPECT_EQ(code_of(post_as(ann_, "/api/invitations", R"({"account": "nobody"})")), "not_found");
}

TEST_P(AccountApi, accounts_are_listed_by_the_names_of_their_owners) {
  add_account("zoe", R"([{"role": "technician"}])");
  add_account("bob", R"([{"role": "finance"}])");
  const Response first = ask_as(ann_, {.path = "/api/accounts?limit=2"});
  EXPECT_LT(first.body.find("The ann"), first.body.find("The bob"));
  EXPECT_THAT(first.body, Not(HasSubstr("The zoe")));
  EXPECT_THAT(first.body, Not(HasSubstr("argon2")));
  const Response second =
      ask_as(ann_, {.path = "/api/accounts?limit=2&cursor=" + text_in(first, "next")});
  EXPECT_THAT(second.body, HasSubstr("The zoe"));
  EXPECT_EQ(code_of(ask_as(ann_, {.path = "/api/accounts?cursor=x"})), "cursor_unknown");
}

TEST_P(AccountApi, what_is_done_to_accounts_is_in_the_journal_without_a_secret) {
  add("bob", of_acme);
  const std::string secret = invite("bob");
  accept(secret, "three green herons");
  for (const char* word : {"account_added", "account_invited", "invitation_accepted"}) {
    EXPECT_EQ(
        whole_of(here().database, "select count(*) from act where reference = 'bob' and word = $1",
                 std::array<Parameter, 1>{word}),
        1)
        << word;
  }
  EXPECT_EQ(whole_of(here().database,
                     "select count(*) from act_change where after like '%herons%' or after = $1",
                     std::array<Parameter, 1>{secret}),
            0);
  EXPECT_TRUE(verify_journal(here().database, here().sealer.key()).damages.empty());
}

}  // namespace
}  // namespace vigie
