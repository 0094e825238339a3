#include "server/identity/openid/provider.h"

#include <gtest/gtest.h>

#include "server/identity/openid/provider_away.h"
#include "server/identity/openid/provider_for_test.h"

namespace vigie {
namespace {

using boost::json::array;
using boost::json::object;

class ProviderTest : public testing::Test {
 protected:
  static constexpr Instant now{std::chrono::hours{24 * 20'500}};

  object claims() const { return ProviderForTest::claims("ann-17", attempt_.nonce(), now); }
  object claims_with(std::string_view name, const boost::json::value& value) const {
    object changed = claims();
    changed[name] = value;
    return changed;
  }
  std::string flaw_of(const std::string& token) {
    return std::string{provider_.verify(token, attempt_, now).flaw};
  }
  std::string flaw_of(const object& said) { return flaw_of(ProviderForTest::token_of(said)); }
  static std::int64_t seconds(std::int64_t later) {
    return std::chrono::floor<std::chrono::seconds>(now).time_since_epoch().count() + later;
  }

  ProviderForTest told_;
  Provider::SteadyInstant steady_{std::chrono::hours{1}};
  Provider provider_{told_.terms(), told_.fetch(), [this] { return steady_; }};
  const OpenidAttempt attempt_ = OpenidAttempt::begun(SealingKey::made(), now, "/");
};

TEST_F(ProviderTest, a_token_says_who_signed_in_under_both_algorithms) {
  for (const auto* key : {&SigningKeyForTest::rsa(), &SigningKeyForTest::p256()}) {
    object said = claims_with("email", "ann@nova.example");
    said["email_verified"] = true;
    const auto verified = provider_.verify(ProviderForTest::token_of(said, *key), attempt_, now);
    ASSERT_TRUE(verified.person) << verified.flaw;
    EXPECT_EQ(verified.person->issuer, ProviderForTest::issuer);
    EXPECT_EQ(verified.person->subject, "ann-17");
    EXPECT_EQ(verified.person->email, "ann@nova.example");
  }
}

TEST_F(ProviderTest, an_address_that_is_not_verified_is_not_believed) {
  const std::vector<boost::json::value> not_true{false, nullptr, "true"};
  for (const boost::json::value& verified : not_true) {
    object said = claims_with("email", "ann@nova.example");
    said["email_verified"] = verified;
    const auto person = provider_.verify(ProviderForTest::token_of(said), attempt_, now).person;
    ASSERT_TRUE(person);
    EXPECT_FALSE(person->email);
  }
}

TEST_F(ProviderTest, a_token_that_is_not_for_us_now_is_not_believed) {
  EXPECT_EQ(flaw_of(claims()), "");
  EXPECT_EQ(flaw_of(claims_with("nonce", "of another attempt")), "nonce");
  EXPECT_EQ(flaw_of(claims_with("nonce", nullptr)), "nonce");
  EXPECT_EQ(flaw_of(claims_with("iss", "https://login.example/zenith")), "issuer");
  EXPECT_EQ(flaw_of(claims_with("aud", "another")), "audience");
  EXPECT_EQ(flaw_of(claims_with("aud", array{"vigie", "another"})), "audience");
  EXPECT_EQ(flaw_of(claims_with("aud", array{"vigie", 1})), "audience");
  EXPECT_EQ(flaw_of(claims_with("azp", "another")), "audience");
  EXPECT_EQ(flaw_of(claims_with("exp", seconds(-60))), "expired");
  EXPECT_EQ(flaw_of(claims_with("exp", seconds(-59))), "");
  EXPECT_EQ(flaw_of(claims_with("exp", "never")), "expired");
  EXPECT_EQ(flaw_of(claims_with("exp", 1e300)), "expired");
  EXPECT_EQ(flaw_of(claims_with("iat", seconds(61))), "not_yet");
  EXPECT_EQ(flaw_of(claims_with("iat", nullptr)), "not_yet");
  EXPECT_EQ(flaw_of(claims_with("nbf", seconds(61))), "not_yet");
  EXPECT_EQ(flaw_of(claims_with("sub", "")), "subject");
  EXPECT_EQ(flaw_of(claims_with("sub", boost::json::string(256, 'a'))), "subject");
  object several = claims_with("aud", array{"another", "vigie"});
  several["azp"] = "vigie";
  EXPECT_EQ(flaw_of(several), "");
}

TEST_F(ProviderTest, a_signature_that_is_not_the_provider_s_is_not_believed) {
  const auto& rsa = SigningKeyForTest::rsa();
  EXPECT_EQ(flaw_of(ProviderForTest::token_of(claims(), SigningKeyForTest::stranger())),
            "signature");
  EXPECT_EQ(flaw_of(ProviderForTest::token_of(claims(), {{"alg", "none"}}, "")), "algorithm");
  // What is public as a shared secret: the oldest trick.
  const object symmetric{{"alg", "HS256"}, {"kid", rsa.id()}};
  EXPECT_EQ(flaw_of(ProviderForTest::token_of(claims(), symmetric, "a")), "algorithm");
  const object crossed{{"alg", "ES256"}, {"kid", rsa.id()}};
  EXPECT_EQ(flaw_of(ProviderForTest::token_of(claims(), crossed, "a")), "key");
  const object short_pair{{"alg", "ES256"}, {"kid", SigningKeyForTest::p256().id()}};
  EXPECT_EQ(flaw_of(ProviderForTest::token_of(claims(), short_pair, "a")), "signature");
  EXPECT_EQ(flaw_of(ProviderForTest::token_of(claims(), short_pair, std::string(64, '\0'))),
            "signature");
  const object wanting{{"alg", "RS256"}, {"kid", rsa.id()}, {"crit", {"b64"}}};
  EXPECT_EQ(flaw_of(ProviderForTest::token_of(claims(), wanting, "a")), "form");
  std::string good = ProviderForTest::token_of(claims());
  const std::string other = ProviderForTest::token_of(claims_with("sub", "bob-18"));
  const std::size_t signature = good.rfind('.');
  EXPECT_EQ(flaw_of(other.substr(0, other.rfind('.')) + good.substr(signature)), "signature");
}

TEST_F(ProviderTest, what_is_no_token_is_not_believed) {
  const std::string good = ProviderForTest::token_of(claims());
  for (const std::string& text :
       {std::string{}, std::string{"."}, std::string{".."}, std::string{"a.b.c"}, good + ".a",
        good + "=", "=" + good, good.substr(0, good.rfind('.')), std::string(20'000, 'a')}) {
    EXPECT_EQ(flaw_of(text), "form") << text.substr(0, 40);
  }
}

TEST_F(ProviderTest, a_key_that_is_unknown_is_asked_for_once_a_minute) {
  const SigningKeyForTest fresh{"third", SigningKeyForTest::Kind::p256};
  const std::string token = ProviderForTest::token_of(claims(), fresh);
  EXPECT_EQ(flaw_of(token), "key");
  EXPECT_EQ(flaw_of(token), "key");
  EXPECT_EQ(told_.times_asked("/keys"), 1U) << "they were just told";
  told_.key_set["keys"].as_array().emplace_back(fresh.jwk());
  steady_ += std::chrono::minutes{1};
  EXPECT_EQ(flaw_of(token), "");
  EXPECT_EQ(flaw_of(token), "");
  EXPECT_EQ(told_.times_asked("/keys"), 2U);
  steady_ += std::chrono::hours{1};
  EXPECT_EQ(flaw_of(token), "");
  EXPECT_EQ(told_.times_asked("/openid-configuration"), 2U);
}

TEST_F(ProviderTest, keys_of_other_kinds_are_passed_over) {
  object encrypts = SigningKeyForTest::rsa().jwk();
  encrypts["use"] = "enc";
  object other = SigningKeyForTest::rsa().jwk();
  other["alg"] = "PS256";
  object off_the_curve = SigningKeyForTest::p256().jwk();
  off_the_curve["x"] = off_the_curve["y"];
  object even = SigningKeyForTest::rsa().jwk();
  even["e"] = "Ag";
  const SigningKeyForTest small{"small", SigningKeyForTest::Kind::small_rsa};
  const array all{encrypts,
                  other,
                  off_the_curve,
                  even,
                  small.jwk(),
                  object{{"kty", "oct"}},
                  SigningKeyForTest::p256().jwk()};
  const auto keys = provider_keys_from(boost::json::serialize(object{{"keys", all}}));
  ASSERT_EQ(keys.size(), 1U);
  EXPECT_EQ(keys[0].id, "second");
}

TEST_F(ProviderTest, without_the_name_of_a_key_there_must_be_one_only) {
  const object nameless{{"alg", "RS256"}};
  const std::string text = ProviderForTest::token_of(claims(), nameless, "");
  const std::string head_and_claims = text.substr(0, text.rfind('.'));
  const std::string signature = SigningKeyForTest::rsa().signature_of(head_and_claims);
  const std::string token = ProviderForTest::token_of(claims(), nameless, signature);
  EXPECT_EQ(flaw_of(token), "");
  told_.key_set["keys"].as_array().emplace_back(SigningKeyForTest::stranger().jwk());
  steady_ += std::chrono::hours{1};
  EXPECT_EQ(flaw_of(token), "key");
}

TEST_F(ProviderTest, it_is_away_when_it_does_not_answer_as_it_should) {
  const auto leaves = [&] { (void)provider_.sign_in_address(attempt_); };
  told_.statuses["/openid-configuration"] = 302;
  EXPECT_THROW(leaves(), ProviderAway);
  told_.statuses = {{"/keys", 500}};
  EXPECT_THROW(leaves(), ProviderAway);
  told_.statuses.clear();
  const object wrong[] = {{{"issuer", "https://login.example/zenith"}},
                          {{"jwks_uri", "http://login.example/keys"}},
                          {{"token_endpoint", "file:///etc/passwd"}},
                          {{"authorization_endpoint", nullptr}}};
  for (const object& description : wrong) {
    told_.description = description;
    EXPECT_THROW(leaves(), ProviderAway) << boost::json::serialize(description);
  }
  told_.description.clear();
  const std::vector<boost::json::value> no_keys{nullptr, "a", array{1}};
  for (const boost::json::value& keys : no_keys) {
    told_.key_set["keys"] = keys;
    EXPECT_THROW(leaves(), ProviderAway) << boost::json::serialize(keys);
  }
}

TEST_F(ProviderTest, an_address_may_be_told_apart_from_the_token) {
  const OpenidPerson ann{.issuer = ProviderForTest::issuer, .subject = "ann-17", .email = {}};
  EXPECT_FALSE(provider_.with_email(ann, "opens").person->email) << "it has no such address";
  told_.description = {{"userinfo_endpoint", "https://login.example/me"}};
  steady_ += std::chrono::hours{1};
  told_.person = {{"sub", "ann-17"}, {"email", "ann@nova.example"}, {"email_verified", true}};
  EXPECT_EQ(provider_.with_email(ann, "opens").person->email, "ann@nova.example");
  EXPECT_FALSE(provider_.with_email(ann, "").person->email);
  EXPECT_THROW((void)provider_.with_email(ann, "of another"), ProviderAway);
  told_.person["email_verified"] = "true";
  EXPECT_FALSE(provider_.with_email(ann, "opens").person->email);
  told_.person["sub"] = "bob-18";
  EXPECT_EQ(provider_.with_email(ann, "opens").flaw, "subject");
}

TEST_F(ProviderTest, our_secret_is_told_as_the_provider_takes_it) {
  told_.grant("c1", "a.b.c");
  EXPECT_EQ(provider_.exchange("c1", attempt_).token, "a.b.c");
  EXPECT_EQ(told_.asked.back().user, "vigie");
  EXPECT_EQ(told_.asked.back().password, "sesame");
  EXPECT_EQ(told_.asked.back().form->find("sesame"), std::string::npos);
  EXPECT_EQ(provider_.exchange("c1", attempt_).refused, "invalid_grant");
  told_.description = {{"token_endpoint_auth_methods_supported", array{"client_secret_post"}}};
  steady_ += std::chrono::hours{1};
  told_.grant("c2", "a.b.c");
  EXPECT_EQ(provider_.exchange("c2", attempt_).token, "a.b.c");
  EXPECT_FALSE(told_.asked.back().user);
  EXPECT_NE(told_.asked.back().form->find("client_secret=sesame"), std::string::npos);
  EXPECT_NE(told_.asked.back().form->find("code_verifier=" + attempt_.verifier()),
            std::string::npos);
}

}  // namespace
}  // namespace vigie
