#include "usecase/identity/openid_attempt.h"

#include <sodium.h>

#include <algorithm>
#include <charconv>

#include "store/journal/seal_maker.h"
#include "usecase/identity/base64url.h"
#include "usecase/identity/secret.h"

namespace vigie {

namespace {

std::optional<Instant> instant_from(std::string_view text) {
  std::int64_t count = 0;
  const auto read = std::from_chars(text.data(), text.data() + text.size(), count);
  if (read.ec != std::errc{} || read.ptr != text.data() + text.size()) return std::nullopt;
  return Instant{Duration{count}};
}

/// What stands before the next point, which is taken off with it.
std::string_view next_part(std::string_view& text) {
  const std::size_t end = std::min(text.find('.'), text.size());
  const std::string_view part = text.substr(0, end);
  text.remove_prefix(std::min(end + 1, text.size()));
  return part;
}

bool is_same(std::string_view a, std::string_view b) {
  return a.size() == b.size() && sodium_memcmp(a.data(), b.data(), a.size()) == 0;
}

}  // namespace

OpenidAttempt::OpenidAttempt(const SealingKey& key, std::string secret, Instant begun_at,
                             std::string to)
    : key_{key}, secret_{std::move(secret)}, begun_at_{begun_at}, to_{std::move(to)} {}

OpenidAttempt OpenidAttempt::begun(const SealingKey& key, Instant now, std::string to) {
  return {key, made_secret(), now, std::move(to)};
}

std::optional<OpenidAttempt> OpenidAttempt::from(const SealingKey& key, std::string_view text) {
  constexpr std::size_t longest = 2'000;
  if (text.size() > longest) return std::nullopt;
  std::string secret{next_part(text)};
  const auto begun_at = instant_from(next_part(text));
  auto to = behind_base64url(next_part(text));
  if (!begun_at || !to) return std::nullopt;
  OpenidAttempt attempt{key, std::move(secret), *begun_at, *std::move(to)};
  if (!is_same(text, attempt.word("seal"))) return std::nullopt;
  return attempt;
}

std::string OpenidAttempt::shown() const {
  return secret_ + "." + std::to_string(begun_at_.time_since_epoch().count()) + "." +
         base64url_of(to_) + "." + word("seal");
}

std::string OpenidAttempt::challenge() const {
  const std::string secret = verifier();
  std::string digest(crypto_hash_sha256_BYTES, '\0');
  crypto_hash_sha256(reinterpret_cast<unsigned char*>(digest.data()),
                     reinterpret_cast<const unsigned char*>(secret.data()), secret.size());
  return base64url_of(digest);
}

std::string OpenidAttempt::word(std::string_view of) const {
  SealMaker maker{key_, SealMaker::of_block};
  maker.add(std::string_view{"sign-in elsewhere"}).add(of).add(std::string_view{secret_});
  maker.add(begun_at_.time_since_epoch().count()).add(std::string_view{to_});
  const Bytes bytes = maker.bytes();
  return base64url_of({reinterpret_cast<const char*>(bytes.data()), bytes.size()});
}

bool is_own_path(std::string_view to) {
  constexpr std::size_t longest = 1'000;
  const bool is_path = to.starts_with('/') && !to.starts_with("//") && to.size() <= longest;
  return is_path && std::ranges::all_of(to, [](char c) {
           return c > ' ' && c < 0x7F && c != '\\' && c != '"' && c != '<' && c != '>' && c != '\'';
         });
}

}  // namespace vigie
