// How a columnar file of histories is laid out: a header, sections, and their digests. Design E4.
#pragma once

#include <array>
#include <cstdint>
#include <string_view>
#include <type_traits>

namespace vigie {

inline constexpr std::string_view history_magic = "VIGIEcol";
inline constexpr std::uint32_t history_format = 2;
inline constexpr std::uint32_t history_byte_order = 0x01020304;
inline constexpr std::size_t section_alignment = 64;

/// In the order of the file. Each begins at a multiple of 64 bytes; what lies between is zero.
enum class HistorySection : std::uint8_t {
  places,       // TicketPlace, by ticket
  by_name,      // uint32: by id of a name, 1 + index of the ticket
  at,           // int64, by event; the columns that follow too
  party,        // uint32
  team,         // uint32
  person,       // uint32
  value,        // uint32
  word,         // uint8
  attribute,    // uint8
  marks,        // uint8
  rare,         // RareFields, by event
  name_begins,  // uint32, by id
  name_bytes,   // char
  name_slots,   // uint32
  findings,     // what reading found, in lines of text
  outages,      // canonical events of outages, in lines of text
  digests,      // uint64: of each block of 1 MiB of the sections above
};
inline constexpr std::size_t history_sections = 17;

struct SectionPlace {
  std::uint64_t offset = 0;
  std::uint64_t bytes = 0;
};

struct HistoryHeader {
  std::array<char, 8> magic{};
  std::uint32_t byte_order = history_byte_order;
  std::uint32_t format = history_format;
  std::uint64_t vocabulary = 0;  // digest of the words that the columns hold by number
  std::uint64_t file_bytes = 0;
  std::uint64_t position = 0;  // how many events were recorded
  std::uint64_t tickets = 0;
  std::uint64_t names = 0;
  std::uint64_t rows = 0;       // of the source that was read; 0: it had none
  std::int64_t last_event = 0;  // microseconds since 1970; before it when there is no event
  std::array<SectionPlace, history_sections> sections{};
  std::uint64_t digest_of_digests = 0;
  std::uint64_t digest = 0;  // of all the fields above
};
static_assert(std::is_trivially_copyable_v<HistoryHeader>);
static_assert(sizeof(HistoryHeader) == 8 + 4 + 4 + 7 * 8 + history_sections * 16 + 16);

/// Digest of the lists of words whose numbers stand in the columns: with other words, or in another
/// order, a file must be made again.
std::uint64_t vocabulary_digest();

/// Digest of a header, its own field left out.
std::uint64_t header_digest(const HistoryHeader& header);

constexpr std::uint64_t aligned(std::uint64_t offset) {
  return (offset + section_alignment - 1) / section_alignment * section_alignment;
}

}  // namespace vigie
