#include "usecase/notice/webhook_signature.h"

#include <sodium.h>

#include <charconv>

#include "engine/base/require.h"

namespace vigie {

namespace {

constexpr std::string_view prefix = "whsec_";
constexpr std::string_view version = "v1,";
constexpr int variant = sodium_base64_VARIANT_ORIGINAL;

std::string base64_of(const unsigned char* bytes, std::size_t size) {
  std::string text(sodium_base64_ENCODED_LEN(size, variant), '\0');
  sodium_bin2base64(text.data(), text.size(), bytes, size, variant);
  text.pop_back();  // its NUL
  return text;
}

/// None when it is not base64, or longer than any secret.
std::optional<std::string> behind_base64(std::string_view text) {
  std::string bytes(64, '\0');
  std::size_t size = 0;
  const int code = sodium_base642bin(reinterpret_cast<unsigned char*>(bytes.data()), bytes.size(),
                                     text.data(), text.size(), nullptr, &size, nullptr, variant);
  if (code != 0) return std::nullopt;
  bytes.resize(size);
  return bytes;
}

std::optional<std::string> key_of_secret(std::string_view secret) {
  if (!secret.starts_with(prefix)) return std::nullopt;
  auto key = behind_base64(secret.substr(prefix.size()));
  if (!key || key->size() < 24) return std::nullopt;
  return key;
}

}  // namespace

std::string made_webhook_secret() {
  unsigned char bytes[32];
  randombytes_buf(bytes, sizeof bytes);
  return std::string{prefix} + base64_of(bytes, sizeof bytes);
}

bool is_webhook_secret(std::string_view secret) { return key_of_secret(secret).has_value(); }

std::string webhook_signature(std::string_view secret, const SignedCall& call) {
  const auto key = key_of_secret(secret);
  require(key.has_value(), "a secret of a webhook");
  crypto_auth_hmacsha256_state state;
  const auto add = [&](std::string_view text) {
    crypto_auth_hmacsha256_update(&state, reinterpret_cast<const unsigned char*>(text.data()),
                                  text.size());
  };
  crypto_auth_hmacsha256_init(&state, reinterpret_cast<const unsigned char*>(key->data()),
                              key->size());
  add(call.id);
  add(".");
  add(call.timestamp);
  add(".");
  add(call.body);
  unsigned char digest[crypto_auth_hmacsha256_BYTES];
  crypto_auth_hmacsha256_final(&state, digest);
  return std::string{version} + base64_of(digest, sizeof digest);
}

bool is_signed_by(std::string_view secret, const SignedCall& call, std::string_view signatures) {
  const std::string expected = webhook_signature(secret, call);
  bool is_one = false;
  for (std::size_t from = 0; from < signatures.size();) {
    const std::size_t to = std::min(signatures.find(' ', from), signatures.size());
    const std::string_view each = signatures.substr(from, to - from);
    is_one = is_one || (each.size() == expected.size() &&
                        sodium_memcmp(each.data(), expected.data(), expected.size()) == 0);
    from = to + 1;
  }
  return is_one;
}

bool is_timely(const SignedCall& call, Instant now) {
  std::int64_t seconds = 0;
  const char* end = call.timestamp.data() + call.timestamp.size();
  const auto [read, error] = std::from_chars(call.timestamp.data(), end, seconds);
  if (error != std::errc{} || read != end || seconds < 0 || seconds > 7'258'118'400) return false;
  const Duration apart = now - Instant{std::chrono::seconds{seconds}};
  return std::chrono::abs(apart) <= std::chrono::minutes{5};
}

}  // namespace vigie
