// A provider of identities that says what a test makes it say.
#pragma once

#include <boost/json.hpp>
#include <map>
#include <string>

#include "server/identity/openid/provider.h"

namespace vigie {

/// Keys of a provider, made once: RSA and P-256 of its own, and those of someone else.
class SigningKeyForTest {
 public:
  enum class Kind : std::uint8_t { rsa, p256, small_rsa };
  SigningKeyForTest(std::string id, Kind kind);

  const std::string& id() const { return id_; }
  /// RS256 or ES256.
  std::string_view algorithm() const { return kind_ == Kind::p256 ? "ES256" : "RS256"; }
  boost::json::object jwk() const;
  std::string signature_of(std::string_view text) const;

  static const SigningKeyForTest& rsa();
  static const SigningKeyForTest& p256();
  /// Of another, under the name of the first.
  static const SigningKeyForTest& stranger();

 private:
  std::string id_;
  Kind kind_;
  std::shared_ptr<void> key_;
};

/// Answers what `fetch` asks. A code is good once it is announced by `grant`.
class ProviderForTest {
 public:
  static constexpr const char* issuer = "https://login.example/nova";
  static constexpr const char* client = "vigie";
  static constexpr const char* callback = "https://vigie.example/api/sign-in/openid/callback";

  Fetched answer(const FetchAsked& asked);
  Provider::Fetch fetch() {
    return [this](const FetchAsked& each) { return answer(each); };
  }
  OpenidTerms terms() const {
    return {.issuer = issuer, .client = client, .secret = "sesame", .callback = callback};
  }

  /// What a token says of `subject` unless a test changes it: good for an hour around `now`.
  static boost::json::object claims(std::string_view subject, std::string_view nonce, Instant now);
  static std::string token_of(const boost::json::object& claims,
                              const SigningKeyForTest& key = SigningKeyForTest::rsa());
  /// With a head of its own, and that signature.
  static std::string token_of(const boost::json::object& claims, const boost::json::object& head,
                              std::string_view signature);

  /// The next exchange of `code` gives `token`.
  void grant(const std::string& code, const std::string& token) { tokens_[code] = token; }

  boost::json::object person;  // what is told of who shows the access token "opens"

  boost::json::object description;  // what is changed of its discovery document
  boost::json::object key_set = boost::json::object{
      {"keys", {SigningKeyForTest::rsa().jwk(), SigningKeyForTest::p256().jwk()}}};
  std::map<std::string, int> statuses;  // in place of 200, by the end of the path
  std::vector<FetchAsked> asked;        // all of it

  std::size_t times_asked(std::string_view end_of_path) const;

 private:
  Fetched exchanged(const FetchAsked& asked);
  std::map<std::string, std::string> tokens_;
};

}  // namespace vigie
