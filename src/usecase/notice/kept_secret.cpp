#include "usecase/notice/kept_secret.h"

#include <sodium.h>

namespace vigie {

namespace {

using SecretKey = std::array<unsigned char, crypto_secretbox_KEYBYTES>;

/// One of its own for this use.
SecretKey key_for_secrets(const SealingKey& key) {
  constexpr std::string_view use = "vigie secrets of other programs";
  SecretKey made;
  crypto_generichash(made.data(), made.size(), reinterpret_cast<const unsigned char*>(use.data()),
                     use.size(), reinterpret_cast<const unsigned char*>(key.secret().data()),
                     key.secret().size());
  return made;
}

}  // namespace

Bytes sealed_secret(const SealingKey& key, std::string_view secret) {
  Bytes sealed(crypto_secretbox_NONCEBYTES + crypto_secretbox_MACBYTES + secret.size());
  auto* nonce = reinterpret_cast<unsigned char*>(sealed.data());
  randombytes_buf(nonce, crypto_secretbox_NONCEBYTES);
  crypto_secretbox_easy(nonce + crypto_secretbox_NONCEBYTES,
                        reinterpret_cast<const unsigned char*>(secret.data()), secret.size(), nonce,
                        key_for_secrets(key).data());
  return sealed;
}

std::optional<std::string> opened_secret(const SealingKey& key, BytesView sealed) {
  constexpr std::size_t around = crypto_secretbox_NONCEBYTES + crypto_secretbox_MACBYTES;
  if (sealed.size() < around) return std::nullopt;
  const auto* nonce = reinterpret_cast<const unsigned char*>(sealed.data());
  std::string secret(sealed.size() - around, '\0');
  const int code = crypto_secretbox_open_easy(
      reinterpret_cast<unsigned char*>(secret.data()), nonce + crypto_secretbox_NONCEBYTES,
      sealed.size() - crypto_secretbox_NONCEBYTES, nonce, key_for_secrets(key).data());
  if (code != 0) return std::nullopt;
  return secret;
}

}  // namespace vigie
