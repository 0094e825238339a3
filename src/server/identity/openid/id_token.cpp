#include "server/identity/openid/id_token.h"

#include <algorithm>

#include "server/identity/openid/provider_words.h"
#include "usecase/identity/base64url.h"

namespace vigie {

namespace {

constexpr std::size_t longest_token = 16'384;
constexpr std::int64_t leeway_seconds = 60;

std::string_view name_of(SigningAlgorithm algorithm) {
  return algorithm == SigningAlgorithm::rs256 ? "RS256" : "ES256";
}

/// 1 to 255 characters of ASCII, as the provider must keep them.
bool is_subject(std::string_view text) {
  constexpr std::size_t most = 255;
  return !text.empty() && text.size() <= most &&
         std::ranges::all_of(text, [](char c) { return c >= ' ' && c < 0x7F; });
}

}  // namespace

std::unique_ptr<IdToken> IdToken::from(std::string_view text) {
  const std::size_t first = text.find('.');
  const std::size_t second = text.find('.', std::min(first, text.size() - 1) + 1);
  if (text.empty() || text.size() > longest_token || second == std::string_view::npos ||
      text.find('.', second + 1) != std::string_view::npos) {
    return nullptr;
  }
  const auto head = behind_base64url(text.substr(0, first));
  const auto body = behind_base64url(text.substr(first + 1, second - first - 1));
  auto signature = behind_base64url(text.substr(second + 1));
  if (!head || !body || !signature) return nullptr;
  const auto said = ProviderWords::from(*head);
  if (!said || said->has("crit") || !ProviderWords::from(*body)) return nullptr;
  std::unique_ptr<IdToken> token{new IdToken};
  token->algorithm_ = said->text("alg");
  token->key_id_ = said->text("kid");
  token->signed_text_ = std::string{text.substr(0, second)};
  token->signature_ = *std::move(signature);
  token->claims_ = claims_from(*body);
  return token;
}

IdToken::Claims IdToken::claims_from(const std::string& json) {
  const auto claims = ProviderWords::from(json);
  return {.issuer = claims->text("iss"),
          .subject = claims->text("sub"),
          .audience = claims->texts("aud"),
          .authorized = claims->text("azp"),
          .nonce = claims->text("nonce"),
          .email = claims->text("email"),
          .is_email_verified = claims->is_true("email_verified"),
          .expires = claims->seconds("exp"),
          .issued = claims->seconds("iat"),
          .not_before = claims->seconds("nbf")};
}

bool IdToken::has_known_algorithm() const {
  return algorithm_ == name_of(SigningAlgorithm::rs256) ||
         algorithm_ == name_of(SigningAlgorithm::es256);
}

std::vector<ProviderKey> IdToken::keys_among(std::span<const ProviderKey> keys) const {
  std::vector<ProviderKey> found;
  std::ranges::copy_if(keys, std::back_inserter(found), [&](const ProviderKey& key) {
    return name_of(key.algorithm) == algorithm_ && (key_id_.empty() || key.id == key_id_);
  });
  if (key_id_.empty() && found.size() > 1) found.clear();
  return found;
}

bool IdToken::is_for(const std::string& client) const {
  const auto& audience = claims_.audience;
  if (std::ranges::find(audience, client) == audience.end()) return false;
  if (audience.size() > 1 && claims_.authorized.empty()) return false;
  return claims_.authorized.empty() || claims_.authorized == client;
}

std::string_view IdToken::flaw(const ProviderKey& key, const TokenTerms& terms) const {
  if (!is_signed_by(key, signed_text_, signature_)) return "signature";
  if (claims_.issuer != terms.issuer) return "issuer";
  if (!is_for(terms.client)) return "audience";
  const std::int64_t now =
      std::chrono::floor<std::chrono::seconds>(terms.now).time_since_epoch().count();
  if (claims_.expires == 0 || now >= claims_.expires + leeway_seconds) return "expired";
  if (claims_.issued == 0 || now < claims_.issued - leeway_seconds) return "not_yet";
  if (now < claims_.not_before - leeway_seconds) return "not_yet";
  if (terms.nonce.empty() || claims_.nonce != terms.nonce) return "nonce";
  return is_subject(claims_.subject) ? "" : "subject";
}

OpenidPerson IdToken::person() const {
  OpenidPerson person{.issuer = claims_.issuer, .subject = claims_.subject, .email = {}};
  if (claims_.is_email_verified && !claims_.email.empty()) person.email = claims_.email;
  return person;
}

}  // namespace vigie
