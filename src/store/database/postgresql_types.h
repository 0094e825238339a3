// Types and numbers as PostgreSQL sends them.
#pragma once

#include <array>
#include <cstdint>
#include <string_view>

namespace vigie {

/// Those that we use, by the number that the server names them with.
/// Source: pg_type.dat; they never change.
enum class PostgresqlType : std::uint32_t {
  unknown = 0,  // the server decides
  boolean = 16,
  bytea = 17,
  name = 19,
  int8 = 20,
  int2 = 21,
  int4 = 23,
  text = 25,
  varchar = 1043,
  numeric = 1700,
};

/// A whole number in the order of the network: most significant byte first.
template <class Whole>
Whole from_network(std::string_view bytes) {
  std::uint64_t whole = 0;
  for (std::size_t i = 0; i < sizeof(Whole); ++i) {
    whole = whole << 8U | static_cast<unsigned char>(bytes[i]);
  }
  return static_cast<Whole>(whole);
}

template <class Whole>
std::array<char, sizeof(Whole)> to_network(Whole whole) {
  std::array<char, sizeof(Whole)> bytes{};
  for (std::size_t i = 0; i < sizeof(Whole); ++i) {
    const std::size_t shift = 8 * (sizeof(Whole) - 1 - i);
    bytes[i] = static_cast<char>(static_cast<std::uint64_t>(whole) >> shift & 0xFFU);
  }
  return bytes;
}

}  // namespace vigie
