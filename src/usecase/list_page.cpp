#include "usecase/list_page.h"

#include <sodium.h>

#include <charconv>

#include "engine/base/digest.h"

namespace vigie {

namespace {

constexpr char separator = '\0';  // no stored text holds one
constexpr std::size_t digest_size = 8;
constexpr std::size_t longest = 2'000;
constexpr int variant = sodium_base64_VARIANT_URLSAFE_NO_PADDING;

std::string digest_of_filter(std::string_view filter) {
  return digest_of(filter).substr(0, digest_size);
}

}  // namespace

std::string cursor_of(std::string_view filter, std::span<const std::string> place) {
  std::string plain = digest_of_filter(filter);
  for (const std::string& part : place) (plain += separator) += part;
  std::string text(sodium_base64_encoded_len(plain.size(), variant), '\0');
  sodium_bin2base64(text.data(), text.size(), reinterpret_cast<const unsigned char*>(plain.data()),
                    plain.size(), variant);
  text.pop_back();  // its NUL
  return text;
}

std::optional<std::vector<std::string>> place_in(std::string_view cursor, std::string_view filter,
                                                 std::size_t parts) {
  if (cursor.size() > longest) return std::nullopt;
  std::string plain(cursor.size(), '\0');
  std::size_t size = 0;
  const int code =
      sodium_base642bin(reinterpret_cast<unsigned char*>(plain.data()), plain.size(), cursor.data(),
                        cursor.size(), nullptr, &size, nullptr, variant);
  if (code != 0) return std::nullopt;
  plain.resize(size);
  std::vector<std::string> place;
  for (std::size_t from = 0; from <= plain.size();) {
    const std::size_t to = std::min(plain.find(separator, from), plain.size());
    place.push_back(plain.substr(from, to - from));
    from = to + 1;
  }
  if (place.front() != digest_of_filter(filter) || place.size() != parts + 1) return std::nullopt;
  place.erase(place.begin());
  return place;
}

std::int64_t whole_in(std::string_view part) {
  std::int64_t whole = 0;
  std::from_chars(part.data(), part.data() + part.size(), whole);
  return whole;
}

}  // namespace vigie
