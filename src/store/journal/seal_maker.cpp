#include "store/journal/seal_maker.h"

#include <sodium.h>

#include "engine/base/require.h"

namespace vigie {

struct SealMaker::State {
  crypto_generichash_blake2b_state blake;
};

namespace {

template <class Number>
void append(crypto_generichash_blake2b_state& blake, char kind, Number number) {
  unsigned char bytes[1 + sizeof number];
  bytes[0] = static_cast<unsigned char>(kind);
  for (std::size_t i = 0; i < sizeof number; ++i) {
    bytes[1 + i] = static_cast<unsigned char>(static_cast<std::uint64_t>(number) >> (8 * i));
  }
  crypto_generichash_blake2b_update(&blake, bytes, sizeof bytes);
}

struct Add {
  crypto_generichash_blake2b_state& blake;

  void operator()(std::monostate) const { append(blake, 'n', std::uint8_t{0}); }
  void operator()(std::int64_t whole) const { append(blake, 'w', whole); }
  void operator()(std::string_view text) const { add('t', text.data(), text.size()); }
  void operator()(BytesView bytes) const { add('b', bytes.data(), bytes.size()); }

 private:
  void add(char kind, const void* first, std::size_t size) const {
    append(blake, kind, std::uint64_t{size});
    crypto_generichash_blake2b_update(&blake, static_cast<const unsigned char*>(first), size);
  }
};

const unsigned char* bytes_of(const SealingKey& key) {
  return reinterpret_cast<const unsigned char*>(key.secret().data());
}

}  // namespace

SealMaker::SealMaker(const SealingKey& key, std::size_t size)
    : state_{std::make_unique<State>()}, size_{size} {
  crypto_generichash_blake2b_init(&state_->blake, bytes_of(key), SealingKey::size, size_);
}

SealMaker::~SealMaker() = default;

SealMaker& SealMaker::add(const Parameter& value) {
  std::visit(Add{state_->blake}, value);
  return *this;
}

Bytes SealMaker::bytes() {
  Bytes bytes(size_);
  auto* const first = reinterpret_cast<unsigned char*>(bytes.data());
  const int code = crypto_generichash_blake2b_final(&state_->blake, first, size_);
  require(code == 0, "a seal is ended once");
  return bytes;
}

Bytes made_salt() {
  Bytes salt(SealMaker::of_row);
  randombytes_buf(salt.data(), salt.size());
  return salt;
}

Bytes salted_digest(const SealingKey& key, const Bytes& salt,
                    std::initializer_list<std::optional<std::string>> texts) {
  SealMaker maker{key};
  maker.add(salt);
  for (const auto& text : texts) maker.add(text ? Parameter{std::string_view{*text}} : Parameter{});
  return maker.bytes();
}

}  // namespace vigie
