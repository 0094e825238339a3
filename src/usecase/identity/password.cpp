#include "usecase/identity/password.h"

#include <sodium.h>

#include "engine/base/require.h"
#include "engine/base/text.h"
#include "usecase/identity/secret.h"

namespace vigie {

namespace {

constexpr std::size_t least_characters = 12;
constexpr std::size_t most_characters = 256;
constexpr unsigned long long passes = 2;
constexpr std::size_t memory = std::size_t{19} * 1'024 * 1'024;

bool is_ready() { return sodium_init() >= 0; }

}  // namespace

std::optional<Refused> weakness_of(std::string_view password, const PasswordOwner& owner) {
  const std::size_t characters = characters_in(password);
  if (characters < least_characters || characters > most_characters) {
    return Refused{.refusal = Refusal::password_short,
                   .arguments = {{"least", std::to_string(least_characters)},
                                 {"most", std::to_string(most_characters)}},
                   .faults = {}};
  }
  const std::string plain = plain_form(password);
  if (plain == plain_form(owner.name) || plain == plain_form(owner.email)) {
    return Refused{.refusal = Refusal::password_is_name, .arguments = {}, .faults = {}};
  }
  return std::nullopt;
}

PasswordChecks::PasswordChecks(std::int64_t most)
    : most_{most}, of_nobody_{digest_of_password(made_secret())} {}

Outcome<PasswordChecks::Place> PasswordChecks::take_place() {
  Place place{taken_};
  if (++taken_ > most_) return refused(Refusal::too_busy);
  return place;
}

bool PasswordChecks::match(const std::optional<std::string>& digest,
                           std::string_view password) const {
  const std::string& with = digest ? *digest : of_nobody_;
  ++made_;
  const bool is_match =
      crypto_pwhash_str_verify(with.c_str(), password.data(), password.size()) == 0;
  return is_match && digest.has_value();
}

std::string PasswordChecks::digest_of_password(std::string_view password) {
  static const bool ready = is_ready();
  require(ready, "libsodium has its random bytes");
  char text[crypto_pwhash_STRBYTES];
  const int code = crypto_pwhash_str_alg(text, password.data(), password.size(), passes, memory,
                                         crypto_pwhash_ALG_ARGON2ID13);
  if (code != 0) throw std::bad_alloc{};
  return text;
}

}  // namespace vigie
