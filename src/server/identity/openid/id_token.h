// What a provider of identities says of who signed in, signed by it.
#pragma once

#include <span>

#include "engine/base/instant.h"
#include "server/identity/openid/provider_key.h"
#include "usecase/identity/openid.h"

namespace vigie {

/// What a token must say to be meant for us, now.
struct TokenTerms {
  std::string issuer;
  std::string client;
  std::string nonce;
  Instant now;
};

/// Its three parts taken apart; nothing of it is believed yet.
class IdToken {
 public:
  /// None when it is no token of three parts with JSON in two of them, 16 KiB at most, or when it
  /// wants what is not known here (`crit`).
  static std::unique_ptr<IdToken> from(std::string_view text);

  /// The keys that may have signed it: of its algorithm, and of its key id when it has one.
  /// Without one, a provider must have a single key of that algorithm.
  std::vector<ProviderKey> keys_among(std::span<const ProviderKey> keys) const;
  /// Whether its algorithm is one that is taken: RS256, ES256.
  bool has_known_algorithm() const;
  /// What is wrong with it, in one word for the log: "signature", "issuer", "audience", "expired",
  /// "not_yet", "nonce", "subject"; empty when nothing is. Both ends of its life have 60 s of
  /// leeway. Source: OpenID Connect Core 3.1.3.7.
  std::string_view flaw(const ProviderKey& key, const TokenTerms& terms) const;
  /// Who signed in; to be asked of a token without flaw.
  OpenidPerson person() const;

 private:
  IdToken() = default;

  struct Claims {
    std::string issuer;
    std::string subject;
    std::vector<std::string> audience;
    std::string authorized;  // azp
    std::string nonce;
    std::string email;
    bool is_email_verified = false;
    std::int64_t expires = 0;  // seconds since 1970, as are those that follow
    std::int64_t issued = 0;
    std::int64_t not_before = 0;
  };
  static Claims claims_from(const std::string& json);
  bool is_for(const std::string& client) const;

  std::string algorithm_;
  std::string key_id_;
  std::string signed_text_;
  std::string signature_;
  Claims claims_;
};

}  // namespace vigie
