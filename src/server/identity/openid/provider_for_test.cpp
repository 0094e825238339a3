#include "server/identity/openid/provider_for_test.h"

#include <openssl/core_names.h>
#include <openssl/ec.h>
#include <openssl/evp.h>
#include <openssl/rsa.h>

#include <algorithm>

#include "engine/base/require.h"
#include "usecase/identity/base64url.h"

namespace vigie {

namespace {

std::shared_ptr<void> made_key(SigningKeyForTest::Kind kind) {
  using Kind = SigningKeyForTest::Kind;
  constexpr unsigned usual_bits = 2'048;
  constexpr unsigned too_few_bits = 1'024;
  EVP_PKEY* key = kind == Kind::p256 ? EVP_EC_gen("P-256")
                                     : EVP_RSA_gen(kind == Kind::rsa ? usual_bits : too_few_bits);
  ensure(key != nullptr, "OpenSSL makes keys");
  return {key, EVP_PKEY_free};
}

std::string number_in(const void* key, const char* name) {
  BIGNUM* number = nullptr;
  ensure(EVP_PKEY_get_bn_param(static_cast<const EVP_PKEY*>(key), name, &number) == 1,
         "a key has its numbers");
  std::string bytes(static_cast<std::size_t>(BN_num_bytes(number)), '\0');
  BN_bn2bin(number, reinterpret_cast<unsigned char*>(bytes.data()));
  BN_free(number);
  return bytes;
}

/// A coordinate of P-256, of 32 bytes whatever its value.
std::string coordinate_in(const void* key, const char* name) {
  constexpr std::size_t size = 32;
  const std::string bytes = number_in(key, name);
  return std::string(size - bytes.size(), '\0') + bytes;
}

/// The two numbers of an ECDSA signature side by side, as JWS has them.
std::string side_by_side(const std::string& der) {
  constexpr int half = 32;
  const auto* from = reinterpret_cast<const unsigned char*>(der.data());
  ECDSA_SIG* pair = d2i_ECDSA_SIG(nullptr, &from, static_cast<long>(der.size()));
  std::string bytes(std::size_t{half} * 2, '\0');
  auto* to = reinterpret_cast<unsigned char*>(bytes.data());
  BN_bn2binpad(ECDSA_SIG_get0_r(pair), to, half);
  BN_bn2binpad(ECDSA_SIG_get0_s(pair), to + half, half);
  ECDSA_SIG_free(pair);
  return bytes;
}

std::int64_t seconds_of(Instant at) {
  return std::chrono::floor<std::chrono::seconds>(at).time_since_epoch().count();
}

std::string value_in_form(const std::string& form, const std::string& name) {
  const std::size_t at = ("&" + form).find("&" + name + "=");
  if (at == std::string::npos) return {};
  const std::size_t from = at + name.size() + 1;
  return form.substr(from, form.find('&', from) - from);
}

}  // namespace

SigningKeyForTest::SigningKeyForTest(std::string id, Kind kind)
    : id_{std::move(id)}, kind_{kind}, key_{made_key(kind)} {}

const SigningKeyForTest& SigningKeyForTest::rsa() {
  static const SigningKeyForTest key{"first", Kind::rsa};
  return key;
}

const SigningKeyForTest& SigningKeyForTest::p256() {
  static const SigningKeyForTest key{"second", Kind::p256};
  return key;
}

const SigningKeyForTest& SigningKeyForTest::stranger() {
  static const SigningKeyForTest key{"first", Kind::rsa};
  return key;
}

boost::json::object SigningKeyForTest::jwk() const {
  const auto text = [](const std::string& bytes) { return base64url_of(bytes); };
  if (kind_ == Kind::p256) {
    return {{"kty", "EC"},
            {"crv", "P-256"},
            {"kid", id_},
            {"use", "sig"},
            {"x", text(coordinate_in(key_.get(), OSSL_PKEY_PARAM_EC_PUB_X))},
            {"y", text(coordinate_in(key_.get(), OSSL_PKEY_PARAM_EC_PUB_Y))}};
  }
  return {{"kty", "RSA"},
          {"kid", id_},
          {"alg", "RS256"},
          {"n", text(number_in(key_.get(), OSSL_PKEY_PARAM_RSA_N))},
          {"e", text(number_in(key_.get(), OSSL_PKEY_PARAM_RSA_E))}};
}

std::string SigningKeyForTest::signature_of(std::string_view text) const {
  EVP_MD_CTX* context = EVP_MD_CTX_new();
  const auto* from = reinterpret_cast<const unsigned char*>(text.data());
  std::size_t size = 0;
  EVP_DigestSignInit(context, nullptr, EVP_sha256(), nullptr, static_cast<EVP_PKEY*>(key_.get()));
  EVP_DigestSign(context, nullptr, &size, from, text.size());
  std::string signature(size, '\0');
  EVP_DigestSign(context, reinterpret_cast<unsigned char*>(signature.data()), &size, from,
                 text.size());
  signature.resize(size);
  EVP_MD_CTX_free(context);
  return kind_ == Kind::p256 ? side_by_side(signature) : signature;
}

boost::json::object ProviderForTest::claims(std::string_view subject, std::string_view nonce,
                                            Instant now) {
  constexpr std::int64_t while_good = 1'800;
  return {{"iss", issuer},
          {"sub", subject},
          {"aud", client},
          {"nonce", nonce},
          {"exp", seconds_of(now) + while_good},
          {"iat", seconds_of(now) - while_good}};
}

std::string ProviderForTest::token_of(const boost::json::object& claims,
                                      const SigningKeyForTest& key) {
  const boost::json::object head{{"alg", key.algorithm()}, {"kid", key.id()}};
  const std::string text = base64url_of(boost::json::serialize(head)) + "." +
                           base64url_of(boost::json::serialize(claims));
  return text + "." + base64url_of(key.signature_of(text));
}

std::string ProviderForTest::token_of(const boost::json::object& claims,
                                      const boost::json::object& head, std::string_view signature) {
  return base64url_of(boost::json::serialize(head)) + "." +
         base64url_of(boost::json::serialize(claims)) + "." + base64url_of(signature);
}

Fetched ProviderForTest::answer(const FetchAsked& asked_now) {
  asked.push_back(asked_now);
  for (const auto& [end, status] : statuses) {
    if (asked_now.address.ends_with(end)) return {.status = status, .body = {}};
  }
  if (asked_now.address == std::string{issuer} + "/.well-known/openid-configuration") {
    boost::json::object told{{"issuer", issuer},
                             {"authorization_endpoint", "https://login.example/auth?tenant=nova"},
                             {"token_endpoint", "https://login.example/token"},
                             {"jwks_uri", "https://login.example/keys"}};
    for (const auto& [name, value] : description) told[name] = value;
    return {.status = 200, .body = boost::json::serialize(told)};
  }
  if (asked_now.address == "https://login.example/keys") {
    return {.status = 200, .body = boost::json::serialize(key_set)};
  }
  if (asked_now.address == "https://login.example/me") {
    return {.status = asked_now.token == "opens" ? 200 : 401,
            .body = boost::json::serialize(person)};
  }
  return exchanged(asked_now);
}

Fetched ProviderForTest::exchanged(const FetchAsked& asked_now) {
  const auto found = tokens_.find(value_in_form(asked_now.form.value_or(""), "code"));
  if (found == tokens_.end()) return {.status = 400, .body = R"({"error": "invalid_grant"})"};
  const boost::json::object told{
      {"token_type", "Bearer"}, {"id_token", found->second}, {"access_token", "opens"}};
  tokens_.erase(found);
  return {.status = 200, .body = boost::json::serialize(told)};
}

std::size_t ProviderForTest::times_asked(std::string_view end_of_path) const {
  return static_cast<std::size_t>(std::ranges::count_if(
      asked, [&](const FetchAsked& each) { return each.address.ends_with(end_of_path); }));
}

}  // namespace vigie
