// Signing in elsewhere, through the API: what a browser is given, and what it is refused.
#include "server/api/identity_openid_routes.h"

#include <gtest/gtest.h>

#include <algorithm>

#include "server/api/identity_for_test.h"
#include "server/identity/openid/door.h"
#include "server/identity/openid/provider_for_test.h"

namespace vigie {
namespace {

class OpenidRoutes : public IdentityForTest {
 protected:
  std::vector<Route> routes(Installation& here) override {
    std::vector<Route> all = IdentityForTest::routes(here);
    std::erase_if(all, [](const Route& route) {
      return route.pattern.find("openid") != std::string_view::npos;
    });
    OpenidTerms terms = told_.terms();
    terms.links_by_email = links_by_email_;
    provider_.emplace(terms, told_.fetch(), [this] { return steady_; });
    door_.emplace(identity(), limits_, *provider_,
                  [this](std::string_view event, std::string_view why, std::string_view) {
                    log_ += std::string{event} + " " + std::string{why} + "\n";
                  });
    std::ranges::move(openid_routes(here, identity(), offers_ ? &*door_ : nullptr),
                      std::back_inserter(all));
    return all;
  }

  Instant now() { return Instant{Duration{here().database.now()}}; }

  static std::string field_of(const Response& response, std::string_view name,
                              std::string_view begin = {}) {
    for (const auto& [each, value] : response.fields) {
      if (each == name && value.starts_with(begin)) return value;
    }
    return {};
  }

  /// What a browser has when it leaves: its cookie, and what the provider was told.
  struct Left {
    std::string cookie;
    std::string state;
    std::string nonce;
  };
  Left leave(const std::string& query = {}) {
    const Response response = ask({.path = "/api/sign-in/openid" + query});
    const std::string address = field_of(response, "Location");
    const std::string cookie = field_of(response, "Set-Cookie");
    const auto parameter = [&](const std::string& name) {
      const std::size_t from = address.find("&" + name + "=") + name.size() + 2;
      return address.substr(from, address.find('&', from) - from);
    };
    return {.cookie = cookie.substr(0, cookie.find(';')),
            .state = parameter("state"),
            .nonce = parameter("nonce")};
  }

  Response come_back(const Left& left, const std::string& query) {
    std::vector<std::pair<std::string, std::string>> fields;
    if (!left.cookie.empty()) fields.emplace_back("Cookie", "other=1; " + left.cookie);
    return ask({.path = "/api/sign-in/openid/callback?state=" + left.state + "&" + query,
                .fields = fields});
  }

  /// From our redirection to the answer, as someone whom the provider knows.
  Response sign_in_as(const std::string& subject, const std::string& email) {
    const Left left = leave();
    grant("code", left, subject, email);
    return come_back(left, "code=code&session_state=x");
  }
  void grant(const std::string& code, const Left& left, const std::string& subject,
             const std::string& email) {
    auto claims = ProviderForTest::claims(subject, left.nonce, now());
    claims["email"] = email;
    claims["email_verified"] = true;
    told_.grant(code, ProviderForTest::token_of(claims));
  }
  static std::string session_of(const Response& response) {
    const std::string cookie = field_of(response, "Set-Cookie", "vigie_session=");
    return cookie.substr(0, cookie.find(';'));
  }
  std::string name_behind(const Response& response) {
    return text_in(ask_as(session_of(response), {.path = "/api/session"}), "reference");
  }
  std::int64_t count(const std::string& table) {
    return whole_of(here().database, "select count(*) from " + table);
  }

  bool offers_ = true;
  bool links_by_email_ = true;
  Limits limits_;
  ProviderForTest told_;
  Provider::SteadyInstant steady_{std::chrono::hours{1}};
  std::optional<Provider> provider_;
  std::optional<OpenidDoor> door_;
  std::string log_;
};
VIGIE_ON_BOTH_DATABASES(OpenidRoutes);

TEST_P(OpenidRoutes, a_browser_is_sent_to_the_provider_with_what_ties_the_answer_to_it) {
  const Response response = ask({.path = "/api/sign-in/openid"});
  EXPECT_EQ(response.status, 303);
  const std::string address = field_of(response, "Location");
  EXPECT_TRUE(address.starts_with(
      "https://login.example/auth?tenant=nova&response_type=code&client_id=vigie&redirect_uri="
      "https%3A%2F%2Fvigie.example%2Fapi%2Fsign-in%2Fopenid%2Fcallback&scope=openid%20email&"
      "state="))
      << address;
  EXPECT_NE(address.find("&code_challenge_method=S256"), std::string::npos) << address;
  const std::string cookie = field_of(response, "Set-Cookie");
  EXPECT_TRUE(
      cookie.ends_with("; Path=/api/sign-in/openid; HttpOnly; SameSite=Lax; Max-Age=600; Secure"))
      << cookie;
  EXPECT_NE(leave().state, leave().state);
}

TEST_P(OpenidRoutes, the_first_sign_in_links_the_account_of_a_verified_address) {
  const Response first = sign_in_as("ann-17", "Ann@Nova.example");
  EXPECT_EQ(first.status, 200) << first.body;
  EXPECT_NE(first.body.find("0;url=/\""), std::string::npos) << first.body;
  EXPECT_EQ(name_behind(first), "ann");
  const std::string cookie = field_of(first, "Set-Cookie", "vigie_session=");
  EXPECT_NE(cookie.find("HttpOnly; SameSite=Strict; Secure"), std::string::npos) << cookie;
  EXPECT_NE(field_of(first, "Set-Cookie", "vigie_openid=").find("Max-Age=0"), std::string::npos);
  // From now on it is the subject that counts, whatever the address.
  EXPECT_EQ(name_behind(sign_in_as("ann-17", "ann.married@nova.example")), "ann");
  EXPECT_EQ(count("openid_identity"), 1);
  EXPECT_EQ(count("act where word = 'signed_in_elsewhere'"), 2);
  EXPECT_EQ(count("act_change where field = 'openid'"), 1);
}

TEST_P(OpenidRoutes, an_address_that_goes_to_another_person_opens_nothing) {
  EXPECT_EQ(sign_in_as("ann-17", "ann@nova.example").status, 200);
  const Response other = sign_in_as("ann-99", "ann@nova.example");
  EXPECT_EQ(code_of(other), "openid_no_account");
  EXPECT_EQ(session_of(other), "");
}

TEST_P(OpenidRoutes, who_has_no_account_or_a_closed_one_is_refused) {
  EXPECT_EQ(code_of(sign_in_as("eve-1", "eve@nova.example")), "openid_no_account");
  EXPECT_EQ(code_of(sign_in_as("eve-1", "no address")), "openid_no_account");
  add_account("bob", R"([{"role": "sdm"}])");
  EXPECT_EQ(name_behind(sign_in_as("bob-2", "bob@nova.example")), "bob");
  run("update account set closed_at = 1 where person = (select id from person where reference = "
      "'bob')");
  EXPECT_EQ(code_of(sign_in_as("bob-2", "bob@nova.example")), "openid_no_account");
}

TEST_P(OpenidRoutes, an_attempt_opens_one_session) {
  const Left left = leave();
  grant("first", left, "ann-17", "ann@nova.example");
  grant("second", left, "ann-17", "ann@nova.example");
  EXPECT_EQ(come_back(left, "code=first").status, 200);
  const Response again = come_back(left, "code=second");
  EXPECT_EQ(code_of(again), "openid_attempt_unknown");
  EXPECT_EQ(session_of(again), "");
  EXPECT_EQ(count("session"), 1);
  EXPECT_EQ(count("act where word = 'signed_in_elsewhere'"), 1);
}

TEST_P(OpenidRoutes, what_was_not_begun_in_this_browser_is_refused_before_the_provider_is_asked) {
  const Left left = leave();
  const Left other = leave();
  const std::size_t asked = told_.asked.size();
  const std::string cookie = left.cookie;
  std::string forged = cookie;
  forged[forged.find('.') + 1] = forged[forged.find('.') + 1] == '1' ? '2' : '1';
  for (const Left& wrong : {Left{.cookie = {}, .state = left.state, .nonce = {}},
                            Left{.cookie = other.cookie, .state = left.state, .nonce = {}},
                            Left{.cookie = cookie, .state = {}, .nonce = {}},
                            Left{.cookie = forged, .state = left.state, .nonce = {}},
                            Left{.cookie = "vigie_openid=a.b.c.d", .state = "a", .nonce = {}}}) {
    EXPECT_EQ(code_of(come_back(wrong, "code=code")), "openid_attempt_unknown") << wrong.cookie;
  }
  EXPECT_EQ(told_.asked.size(), asked);
}

TEST_P(OpenidRoutes, an_attempt_that_took_too_long_is_refused) {
  const auto attempt = OpenidAttempt::begun(
      here().sealer.key(), now() - std::chrono::minutes{10} - std::chrono::seconds{1}, "/");
  const Left late{.cookie = "vigie_openid=" + attempt.shown(),
                  .state = attempt.state(),
                  .nonce = attempt.nonce()};
  grant("code", late, "ann-17", "ann@nova.example");
  EXPECT_EQ(code_of(come_back(late, "code=code")), "openid_attempt_unknown");  // 10 minutes:
  EXPECT_EQ(limits_[Limit::openid_attempt_minutes], 10);
}

TEST_P(OpenidRoutes, a_token_that_cannot_be_trusted_opens_nothing_and_the_log_says_why) {
  const Left left = leave();
  grant("code", leave(), "ann-17", "ann@nova.example");  // for another attempt
  EXPECT_EQ(code_of(come_back(left, "code=code")), "openid_token_refused");
  EXPECT_EQ(log_, "openid_token_refused nonce\n");
  told_.grant("code", "no token");
  EXPECT_EQ(code_of(come_back(left, "code=code")), "openid_token_refused");
  EXPECT_EQ(code_of(come_back(left, "code=code&iss=https%3A%2F%2Fother.example")),
            "openid_token_refused");
  EXPECT_EQ(log_,
            "openid_token_refused nonce\nopenid_token_refused form\nopenid_token_refused issuer\n");
  EXPECT_EQ(count("session"), 0);
}

TEST_P(OpenidRoutes, what_the_provider_refuses_is_told_word_for_word_where_it_is_a_word) {
  const Left left = leave();
  const auto detail = [&](const std::string& query) {
    const Response response = come_back(left, query);
    EXPECT_EQ(code_of(response), "openid_provider_refused");
    return text_in(response, "detail");
  };
  EXPECT_TRUE(detail("error=access_denied").ends_with(": access_denied"));
  EXPECT_TRUE(detail("error=%3Cb%3EHello").ends_with(": error"));
  EXPECT_TRUE(detail("nothing=1").ends_with(": error"));
  EXPECT_TRUE(detail("code=unknown").ends_with(": invalid_grant"));
}

TEST_P(OpenidRoutes, a_provider_that_is_away_is_asked_again_later) {
  told_.statuses["/openid-configuration"] = 500;
  const Response response = ask({.path = "/api/sign-in/openid"});
  EXPECT_EQ(code_of(response), "openid_provider_away");
  EXPECT_EQ(field_of(response, "Retry-After"), "1");
  EXPECT_EQ(log_, "openid_provider_away it answers 500 instead of 200\n");
  told_.statuses.clear();
  EXPECT_EQ(ask({.path = "/api/sign-in/openid"}).status, 303);
}

TEST_P(OpenidRoutes, few_wait_for_the_provider_at_once) {
  limits_.set(Limit::openid_exchanges, 1);
  std::string meanwhile;
  OpenidDoor* asked_again = nullptr;
  Provider provider{told_.terms(), [&](const FetchAsked& asked) {
                      const auto second = asked_again->leave("/", "r2");
                      meanwhile = second ? "let in" : key_of(second.error().refusal);
                      return told_.answer(asked);
                    }};
  OpenidDoor door{identity(), limits_, provider, [](auto, auto, auto) {}};
  asked_again = &door;
  EXPECT_TRUE(door.leave("/", "r1"));
  EXPECT_EQ(meanwhile, "too_busy");
  EXPECT_TRUE(door.leave("/", "r3")) << "the place is free again";
}

TEST_P(OpenidRoutes, one_goes_on_where_one_wanted_to_and_nowhere_else) {
  const Left left = leave("?to=%2Ftickets%3Fa%3D1%26b%3D2");
  grant("code", left, "ann-17", "ann@nova.example");
  const Response response = come_back(left, "code=code");
  EXPECT_NE(response.body.find("0;url=/tickets?a=1&amp;b=2\""), std::string::npos) << response.body;
  for (const char* to : {"https://evil.example", "//evil.example", "/%5Cevil.example", "tickets",
                         "/a%22onload", "/%3Cb%3E", "/a%0Ab"}) {
    EXPECT_EQ(code_of(ask({.path = std::string{"/api/sign-in/openid?to="} + to})),
              "parameter_malformed")
        << to;
  }
  EXPECT_EQ(code_of(ask({.path = "/api/sign-in/openid?next=%2F"})), "parameter_unknown");
}

TEST_P(OpenidRoutes, an_account_that_is_unlinked_is_let_in_no_more_by_that_name) {
  const std::string session = session_of(sign_in_as("ann-17", "ann@nova.example"));
  const auto unlink = [&](const std::string& cookie, const std::string& reference) {
    return ask_as(cookie,
                  {.method = Method::delete_, .path = "/api/accounts/" + reference + "/openid"});
  };
  EXPECT_EQ(code_of(unlink(session, "nobody")), "not_found");
  EXPECT_EQ(unlink(session, "ann").status, 204);
  EXPECT_EQ(code_of(ask_as(session, {.path = "/api/session"})), "unauthenticated");
  EXPECT_EQ(count("act where word = 'identity_unlinked'"), 1);
  EXPECT_EQ(unlink(sign_in("ann"), "ann").status, 204) << "there is nothing left to unlink";
  EXPECT_EQ(count("act where word = 'identity_unlinked'"), 1);
  EXPECT_EQ(name_behind(sign_in_as("ann-99", "ann@nova.example")), "ann");
}

class OpenidNotOffered : public OpenidRoutes {
 protected:
  OpenidNotOffered() { offers_ = false; }
};
VIGIE_ON_BOTH_DATABASES(OpenidNotOffered);

TEST_P(OpenidNotOffered, where_no_provider_is_set_nobody_is_sent_to_one) {
  for (const char* path : {"/api/sign-in/openid", "/api/sign-in/openid/callback?code=a"}) {
    EXPECT_EQ(code_of(ask({.path = path})), "openid_not_offered");
  }
}

class OpenidByHand : public OpenidRoutes {
 protected:
  OpenidByHand() { links_by_email_ = false; }
};
VIGIE_ON_BOTH_DATABASES(OpenidByHand);

TEST_P(OpenidByHand, where_addresses_link_nothing_only_those_who_are_linked_are_let_in) {
  EXPECT_EQ(code_of(sign_in_as("ann-17", "ann@nova.example")), "openid_no_account");
  run("insert into openid_identity (issuer, subject, account, linked_at) select '" +
      std::string{ProviderForTest::issuer} +
      "', 'ann-17', a.id, 1 from account a join person p on p.id = a.person where p.reference = "
      "'ann'");
  EXPECT_EQ(name_behind(sign_in_as("ann-17", "")), "ann");
}

}  // namespace
}  // namespace vigie
