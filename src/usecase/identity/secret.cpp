#include "usecase/identity/secret.h"

#include <sodium.h>

namespace vigie {

std::string made_secret() {
  constexpr std::size_t size = 32;
  constexpr int variant = sodium_base64_VARIANT_URLSAFE_NO_PADDING;
  unsigned char bytes[size];
  randombytes_buf(bytes, size);
  std::string text(sodium_base64_ENCODED_LEN(size, variant), '\0');
  sodium_bin2base64(text.data(), text.size(), bytes, size, variant);
  text.pop_back();  // its NUL
  return text;
}

Bytes digest_of_secret(std::string_view secret) {
  Bytes digest(crypto_generichash_BYTES);
  crypto_generichash(reinterpret_cast<unsigned char*>(digest.data()), digest.size(),
                     reinterpret_cast<const unsigned char*>(secret.data()), secret.size(), nullptr,
                     0);
  return digest;
}

std::string made_reference() {
  constexpr std::string_view letters =
      "abcdefghijkmnpqrstuvwxyz23456789";  // none looks like another
  std::string reference;
  for (int i = 0; i < 10; ++i) {
    reference += letters[randombytes_uniform(static_cast<std::uint32_t>(letters.size()))];
  }
  return reference;
}

}  // namespace vigie
