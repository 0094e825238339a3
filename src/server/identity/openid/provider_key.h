// Keys by which a provider of identities signs.
#pragma once

#include <memory>
#include <string>
#include <string_view>
#include <vector>

namespace vigie {

/// The two that are taken. Source: RFC 7518 3.1.
enum class SigningAlgorithm : std::uint8_t { rs256, es256 };

struct ProviderKey {
  std::string id;  // its kid; empty when it has none
  SigningAlgorithm algorithm{};
  std::shared_ptr<void> key;  // of OpenSSL
};

/// Those of a JWK set that may sign and are of a kind that is taken: RSA of 2048 to 8192 bits, and
/// P-256. Others are passed over: a provider has keys for other ends too. Throws `ProviderAway` for
/// what is no JWK set. Source: RFC 7517 5, RFC 7518 6.
std::vector<ProviderKey> provider_keys_from(std::string_view jwk_set);

/// Whether `signature`, as JWS writes it, is that of `text` by `key`. Source: RFC 7518 3.3, 3.4.
bool is_signed_by(const ProviderKey& key, std::string_view text, std::string_view signature);

}  // namespace vigie
