#include "engine/base/digest.h"

#include <sodium.h>

#include <array>

namespace vigie {

namespace {

constexpr std::size_t length = 16;

}  // namespace

struct Digest::State {
  crypto_generichash_state hash{};
};

Digest::Digest() : state_(std::make_unique<State>()) {
  crypto_generichash_init(&state_->hash, nullptr, 0, length);
}

Digest::~Digest() = default;

void Digest::add(std::string_view bytes) {
  crypto_generichash_update(&state_->hash, reinterpret_cast<const unsigned char*>(bytes.data()),
                            bytes.size());
}

std::string Digest::text() {
  std::array<unsigned char, length> bytes{};
  crypto_generichash_final(&state_->hash, bytes.data(), bytes.size());
  std::string text;
  for (const unsigned char byte : bytes) {
    constexpr std::string_view digits = "0123456789abcdef";
    text.push_back(digits[byte >> 4U]);
    text.push_back(digits[byte & 15U]);
  }
  return text;
}

std::string digest_of(std::string_view bytes) {
  Digest digest;
  digest.add(bytes);
  return digest.text();
}

}  // namespace vigie
