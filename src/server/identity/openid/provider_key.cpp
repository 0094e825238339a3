#include "server/identity/openid/provider_key.h"

#include <openssl/bn.h>
#include <openssl/core_names.h>
#include <openssl/ec.h>
#include <openssl/evp.h>
#include <openssl/param_build.h>

#include "server/identity/openid/provider_away.h"
#include "server/identity/openid/provider_words.h"
#include "usecase/identity/base64url.h"

namespace vigie {

namespace {

using Number = std::unique_ptr<BIGNUM, decltype([](BIGNUM* number) { BN_free(number); })>;
using Builder =
    std::unique_ptr<OSSL_PARAM_BLD, decltype([](OSSL_PARAM_BLD* b) { OSSL_PARAM_BLD_free(b); })>;
using Parameters =
    std::unique_ptr<OSSL_PARAM, decltype([](OSSL_PARAM* all) { OSSL_PARAM_free(all); })>;
using KeyContext =
    std::unique_ptr<EVP_PKEY_CTX, decltype([](EVP_PKEY_CTX* made) { EVP_PKEY_CTX_free(made); })>;
using DigestContext =
    std::unique_ptr<EVP_MD_CTX, decltype([](EVP_MD_CTX* made) { EVP_MD_CTX_free(made); })>;
using PairOfNumbers =
    std::unique_ptr<ECDSA_SIG, decltype([](ECDSA_SIG* pair) { ECDSA_SIG_free(pair); })>;
using SharedKey = std::shared_ptr<void>;

constexpr std::size_t half_of_p256 = 32;  // bytes of a coordinate, and of each half of a signature

const unsigned char* bytes_of(const std::string& text) {
  return reinterpret_cast<const unsigned char*>(text.data());
}

Number number_from(std::string_view bytes) {
  return Number{BN_bin2bn(reinterpret_cast<const unsigned char*>(bytes.data()),
                          static_cast<int>(bytes.size()), nullptr)};
}

/// Null when OpenSSL refuses those parameters.
SharedKey key_of(const char* kind, OSSL_PARAM_BLD* builder) {
  const Parameters parameters{OSSL_PARAM_BLD_to_param(builder)};
  const KeyContext context{EVP_PKEY_CTX_new_from_name(nullptr, kind, nullptr)};
  EVP_PKEY* key = nullptr;
  if (!parameters || !context || EVP_PKEY_fromdata_init(context.get()) != 1 ||
      EVP_PKEY_fromdata(context.get(), &key, EVP_PKEY_PUBLIC_KEY, parameters.get()) != 1) {
    return nullptr;
  }
  return {key, EVP_PKEY_free};
}

SharedKey rsa_key_from(const ProviderWords& jwk) {
  constexpr int least_bits = 2'048;
  constexpr int most_bits = 8'192;
  const auto modulus = behind_base64url(jwk.text("n"));
  const auto exponent = behind_base64url(jwk.text("e"));
  if (!modulus || !exponent || modulus->size() * 8 > most_bits + 8 || exponent->size() > 8) {
    return nullptr;
  }
  const Number n = number_from(*modulus);
  const Number e = number_from(*exponent);
  const int bits = BN_num_bits(n.get());
  if (bits < least_bits || bits > most_bits || BN_is_odd(e.get()) == 0 || BN_is_one(e.get())) {
    return nullptr;
  }
  const Builder builder{OSSL_PARAM_BLD_new()};
  OSSL_PARAM_BLD_push_BN(builder.get(), OSSL_PKEY_PARAM_RSA_N, n.get());
  OSSL_PARAM_BLD_push_BN(builder.get(), OSSL_PKEY_PARAM_RSA_E, e.get());
  return key_of("RSA", builder.get());
}

/// OpenSSL refuses a point that is not on the curve.
SharedKey p256_key_from(const ProviderWords& jwk) {
  const auto x = behind_base64url(jwk.text("x"));
  const auto y = behind_base64url(jwk.text("y"));
  if (jwk.text("crv") != "P-256" || !x || !y || x->size() != half_of_p256 ||
      y->size() != half_of_p256) {
    return nullptr;
  }
  const std::string point = '\x04' + *x + *y;  // uncompressed, SEC 1 2.3.3
  const Builder builder{OSSL_PARAM_BLD_new()};
  OSSL_PARAM_BLD_push_utf8_string(builder.get(), OSSL_PKEY_PARAM_GROUP_NAME, "P-256", 0);
  OSSL_PARAM_BLD_push_octet_string(builder.get(), OSSL_PKEY_PARAM_PUB_KEY, point.data(),
                                   point.size());
  return key_of("EC", builder.get());
}

/// None for a key of another kind, or for another end.
std::unique_ptr<ProviderKey> provider_key_from(const ProviderWords& jwk) {
  const std::string kind = jwk.text("kty");
  const std::string use = jwk.text("use");
  const std::string algorithm = jwk.text("alg");
  if (!use.empty() && use != "sig") return nullptr;
  ProviderKey key{.id = jwk.text("kid"), .algorithm = {}, .key = {}};
  if (kind == "RSA" && (algorithm.empty() || algorithm == "RS256")) {
    key.algorithm = SigningAlgorithm::rs256;
    key.key = rsa_key_from(jwk);
  } else if (kind == "EC" && (algorithm.empty() || algorithm == "ES256")) {
    key.algorithm = SigningAlgorithm::es256;
    key.key = p256_key_from(jwk);
  }
  return key.key ? std::make_unique<ProviderKey>(std::move(key)) : nullptr;
}

/// The signature of ES256, two numbers side by side, as OpenSSL reads one; empty when it is none.
std::string der_of(std::string_view signature) {
  if (signature.size() != 2 * half_of_p256) return {};
  const PairOfNumbers pair{ECDSA_SIG_new()};
  ECDSA_SIG_set0(pair.get(), number_from(signature.substr(0, half_of_p256)).release(),
                 number_from(signature.substr(half_of_p256)).release());
  const int size = i2d_ECDSA_SIG(pair.get(), nullptr);
  if (size <= 0) return {};
  std::string der(static_cast<std::size_t>(size), '\0');
  auto* to = reinterpret_cast<unsigned char*>(der.data());
  i2d_ECDSA_SIG(pair.get(), &to);
  return der;
}

}  // namespace

std::vector<ProviderKey> provider_keys_from(std::string_view jwk_set) {
  constexpr std::size_t most = 100;
  const auto set = ProviderWords::from(jwk_set);
  const auto all = set ? set->objects("keys") : std::nullopt;
  if (!all || all->size() > most) throw ProviderAway{"its keys are no JWK set"};
  std::vector<ProviderKey> keys;
  for (const ProviderWords& each : *all) {
    if (auto key = provider_key_from(each)) keys.push_back(std::move(*key));
  }
  return keys;
}

bool is_signed_by(const ProviderKey& key, std::string_view text, std::string_view signature) {
  const bool is_pair = key.algorithm == SigningAlgorithm::es256;
  const std::string as_read = is_pair ? der_of(signature) : std::string{signature};
  const DigestContext context{EVP_MD_CTX_new()};
  return EVP_DigestVerifyInit(context.get(), nullptr, EVP_sha256(), nullptr,
                              static_cast<EVP_PKEY*>(key.key.get())) == 1 &&
         EVP_DigestVerify(context.get(), bytes_of(as_read), as_read.size(),
                          reinterpret_cast<const unsigned char*>(text.data()), text.size()) == 1;
}

}  // namespace vigie
