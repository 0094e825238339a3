// Signing in, sessions, passwords.
#include <gmock/gmock.h>

#include <chrono>
#include <thread>

#include "server/api/identity_for_test.h"
#include "store/journal/verify.h"

namespace vigie {
namespace {

using testing::HasSubstr;
using testing::Not;

class SessionApi : public IdentityForTest {
 protected:
  Response try_to_sign_in(const std::string& email, const std::string& with) {
    return ask({.method = Method::post,
                .path = "/api/session",
                .body = R"({"email": ")" + email + R"(", "password": ")" + with + "\"}"});
  }
};
VIGIE_ON_BOTH_DATABASES(SessionApi);

TEST_P(SessionApi, who_signs_in_is_known_until_they_sign_out) {
  const std::string cookie = sign_in("ANN");
  ASSERT_NE(cookie, "");
  const Response me = ask_as(cookie, {.path = "/api/session"});
  EXPECT_EQ(me.status, 200);
  EXPECT_THAT(me.body, HasSubstr(R"("reference":"ann","name":"The ann")"));
  EXPECT_THAT(me.body, HasSubstr(R"("roles":["administrator"])"));
  EXPECT_THAT(me.body, HasSubstr("manage_accounts"));
  const Response out = ask_as(cookie, {.method = Method::delete_, .path = "/api/session"});
  EXPECT_EQ(out.status, 204);
  EXPECT_EQ(code_of(ask_as(cookie, {.path = "/api/session"})), "unauthenticated");
  EXPECT_EQ(code_of(ask({.path = "/api/session"})), "unauthenticated");
  EXPECT_EQ(code_of(ask_as("vigie_session=none", {.path = "/api/session"})), "unauthenticated");
}

TEST_P(SessionApi, what_lets_nobody_in_is_answered_the_same_whatever_the_reason) {
  add_account("bob", R"([{"role": "technician"}])");
  run("update account set closed_at = 1 where person ="
      " (select id from person where reference = 'bob')");
  const Response wrong = try_to_sign_in("ann@nova.example", "four red herons!");
  EXPECT_EQ(wrong.status, 401);
  EXPECT_EQ(code_of(wrong), "sign_in_refused");
  const auto told = [](Response response) {
    return response.body.substr(0, response.body.find("request_id"));
  };
  EXPECT_EQ(told(try_to_sign_in("nobody@nova.example", password)), told(wrong));
  EXPECT_EQ(told(try_to_sign_in("bob@nova.example", password)), told(wrong));
  EXPECT_EQ(told(try_to_sign_in("no address", password)), told(wrong));
}

// Else the time of an answer would say which addresses have an account.
TEST_P(SessionApi, an_address_without_account_is_checked_like_one_that_has_one) {
  for (const char* email : {"ann@nova.example", "nobody@nova.example"}) {
    const std::int64_t before = identity().passwords.made();
    EXPECT_EQ(code_of(try_to_sign_in(email, "four red herons!")), "sign_in_refused");
    EXPECT_EQ(identity().passwords.made(), before + 1) << email;
  }
}

TEST_P(SessionApi, after_sign_in_failures_an_address_waits_even_with_its_password) {
  const std::int64_t most = Limits{}[Limit::sign_in_failures];
  for (int i = 0; i < most; ++i) EXPECT_EQ(sign_in("ann", "four red herons!"), "");
  const Response locked = try_to_sign_in("ann@nova.example", password);
  EXPECT_EQ(code_of(locked), "sign_in_refused");
  EXPECT_THAT(locked.body, HasSubstr("after 5 failures in a row, wait 15 minutes"));
  EXPECT_EQ(whole_of(here().database, "select count(*) from act where word = 'sign_in_locked'"), 1);
  run("update sign_in_failure set last_at = last_at - 15 * 60000000");  // sign_in_lock_minutes
  EXPECT_NE(sign_in("ann"), "");
  EXPECT_EQ(whole_of(here().database, "select count(*) from sign_in_failure"), 0);
}

TEST_P(SessionApi, failures_before_the_lock_are_forgotten_once_signed_in) {
  for (int round = 0; round < 2; ++round) {
    for (int i = 0; i < 4; ++i) EXPECT_EQ(sign_in("ann", "four red herons!"), "");
    EXPECT_NE(sign_in("ann"), "");
  }
}

TEST_P(SessionApi, a_session_that_is_silent_or_old_has_ended) {
  const std::string idle = sign_in("ann");
  const std::string old = sign_in("ann");
  EXPECT_EQ(ask_as(idle, {.path = "/api/session"}).status, 200);
  EXPECT_EQ(ask_as(old, {.path = "/api/session"}).status, 200);
  run("update session set seen_at = seen_at - 7140000000");  // session_idle_minutes
  EXPECT_EQ(ask_as(old, {.path = "/api/session"}).status, 200);
  run("update session set seen_at = seen_at - 60000000 where id = 1;"
      "update session set begun_at = begun_at - 43200000000 where id = 2");  // session_minutes
  EXPECT_EQ(code_of(ask_as(idle, {.path = "/api/session"})), "unauthenticated");
  EXPECT_EQ(code_of(ask_as(old, {.path = "/api/session"})), "unauthenticated");
}

TEST_P(SessionApi, what_a_session_writes_comes_from_our_own_pages) {
  const std::string cookie = sign_in("ann");
  const auto end_from = [&](std::vector<std::pair<std::string, std::string>> fields) {
    fields.emplace_back("Cookie", cookie);
    return ask({.method = Method::delete_, .path = "/api/sessions/none", .fields = fields});
  };
  EXPECT_EQ(code_of(end_from({})), "cross_site");
  EXPECT_EQ(code_of(end_from({{"Sec-Fetch-Site", "cross-site"}})), "cross_site");
  EXPECT_EQ(code_of(end_from({{"Origin", "http://evil.example"}})), "cross_site");
  EXPECT_EQ(code_of(end_from({{"Origin", "http://a"}})), "not_found");
  EXPECT_EQ(code_of(end_from({{"Sec-Fetch-Site", "same-origin"}})), "not_found");
  EXPECT_EQ(code_of(ask({.method = Method::post,
                         .path = "/api/session",
                         .body = R"({"email": "ann@nova.example", "password": "x"})",
                         .fields = {{"Origin", "http://evil.example"}}})),
            "cross_site");
}

TEST_P(SessionApi, one_sees_and_ends_one_s_own_sessions_and_no_other_s) {
  add_account("bob", R"([{"role": "technician"}])");
  const std::string mine = sign_in("ann");
  const std::string there = sign_in("ann");
  const std::string of_bob = sign_in("bob");
  const Response list = ask_as(mine, {.path = "/api/sessions"});
  EXPECT_THAT(list.body, HasSubstr(R"("is_this":true)"));
  EXPECT_THAT(list.body, HasSubstr(R"("is_this":false)"));
  EXPECT_THAT(list.body, Not(HasSubstr("digest")));
  const std::string bob = text_in(ask_as(of_bob, {.path = "/api/sessions"}), "reference");
  const std::string last = list.body.substr(list.body.rfind("reference"));
  const std::string other = last.substr(12, last.find('"', 12) - 12);
  const auto end = [&](const std::string& reference) {
    return ask_as(mine, {.method = Method::delete_, .path = "/api/sessions/" + reference});
  };
  EXPECT_EQ(code_of(end(bob)), "not_found");
  EXPECT_EQ(end(other).status, 204);
  EXPECT_EQ(code_of(ask_as(there, {.path = "/api/session"})), "unauthenticated");
  EXPECT_EQ(ask_as(mine, {.path = "/api/session"}).status, 200);
  EXPECT_EQ(ask_as(of_bob, {.path = "/api/session"}).status, 200);
}

TEST_P(SessionApi, a_password_is_changed_by_who_knows_it_and_ends_the_other_sessions) {
  const std::string cookie = sign_in("ann");
  const std::string other = sign_in("ann");
  const auto change = [&](const std::string& from, const std::string& to) {
    return post_as(cookie, "/api/password",
                   R"({"old_password": ")" + from + R"(", "new_password": ")" + to + "\"}");
  };
  EXPECT_EQ(code_of(change("five blue herons", "three green herons")), "password_wrong");
  EXPECT_EQ(code_of(change(password, "elevenchars")), "password_short");
  EXPECT_EQ(code_of(change(password, std::string(257, 'a'))), "password_short");
  EXPECT_EQ(code_of(change(password, "ANN@nova.example")), "password_is_name");
  EXPECT_EQ(change(password, "three green herons").status, 204);
  EXPECT_EQ(ask_as(cookie, {.path = "/api/session"}).status, 200);
  EXPECT_EQ(code_of(ask_as(other, {.path = "/api/session"})), "unauthenticated");
  EXPECT_EQ(sign_in("ann"), "");
  EXPECT_NE(sign_in("ann", "three green herons"), "");
}

TEST_P(SessionApi, the_old_password_is_not_to_be_guessed_in_a_session_either) {
  const std::string cookie = sign_in("ann");
  for (int i = 0; i < 5; ++i) {
    post_as(cookie, "/api/password",
            R"({"old_password": "x", "new_password": "three green herons"})");
  }
  const Response locked = post_as(cookie, "/api/password",
                                  std::string{R"({"old_password": ")"} + password +
                                      R"(", "new_password": "three green herons"})");
  EXPECT_EQ(code_of(locked), "password_wrong");
}

TEST_P(SessionApi, only_so_many_password_checks_go_on_at_once) {
  std::vector<PasswordChecks::Place> taken;
  const std::int64_t most = Limits{}[Limit::password_checks];
  for (int i = 0; i < most; ++i) taken.push_back(identity().passwords.take_place().value());
  const Response busy = try_to_sign_in("ann@nova.example", password);
  EXPECT_EQ(code_of(busy), "too_busy");
  EXPECT_EQ(busy.status, 503);
  taken.clear();
  EXPECT_NE(sign_in("ann"), "");
}

TEST_P(SessionApi, no_secret_is_kept_and_every_act_is_in_the_journal) {
  const std::string cookie = sign_in("ann");
  const std::string secret = cookie.substr(cookie.find('=') + 1);
  EXPECT_EQ(secret.size(), 43U);
  std::string kept;
  here().database.read([&](Connection& rows) {
    rows.run("select coalesce(password_digest, '') from account", {},
             [&](const Row& row) { kept += row.text(0); });
    rows.run("select coalesce(before, '') || coalesce(after, '') from act_change", {},
             [&](const Row& row) { kept += row.text(0); });
    rows.run("select digest from session", {}, [&](const Row& row) {
      kept += std::string{reinterpret_cast<const char*>(row.bytes(0).data()), row.bytes(0).size()};
    });
  });
  EXPECT_THAT(kept, HasSubstr("$argon2id$v=19$m=19456,t=2,p=1$"));
  EXPECT_THAT(kept, Not(HasSubstr(secret)));
  EXPECT_THAT(kept, Not(HasSubstr(password)));
  EXPECT_EQ(whole_of(here().database,
                     "select count(*) from act a join account c on c.id = a.account"
                     " where a.word = 'signed_in' and a.reference = 'ann'"),
            1);
  EXPECT_TRUE(verify_journal(here().database, here().sealer.key()).damages.empty());
}

}  // namespace
}  // namespace vigie
