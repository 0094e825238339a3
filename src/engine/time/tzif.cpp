// Reads the bytes of a TZif file. Source: RFC 8536.
#include <algorithm>
#include <array>

#include "engine/time/posix_rule.h"
#include "engine/time/zone.h"
#include "vocabulary/fault.h"

namespace vigie {
namespace {

using std::chrono::seconds;

constexpr std::size_t header_length = 44;

struct Header {
  std::size_t utc_flags, standard_flags, leaps, times, types, letters;

  std::size_t length_of_body(std::size_t time_size) const {
    return times * (time_size + 1) + types * 6 + letters + leaps * (time_size + 4) +
           standard_flags + utc_flags;
  }
};

std::int64_t big_endian(std::span<const std::byte> bytes, std::size_t at, std::size_t size) {
  auto number = static_cast<std::uint64_t>(0);
  for (std::size_t i = 0; i < size; ++i) {
    number = number << 8U | std::to_integer<std::uint64_t>(bytes[at + i]);
  }
  if (size == 4) return static_cast<std::int32_t>(static_cast<std::uint32_t>(number));
  return static_cast<std::int64_t>(number);
}

std::optional<Header> read_header(std::span<const std::byte> bytes) {
  constexpr std::string_view magic = "TZif";
  if (bytes.size() < header_length) return std::nullopt;
  for (std::size_t i = 0; i < magic.size(); ++i) {
    if (std::to_integer<char>(bytes[i]) != magic[i]) return std::nullopt;
  }
  std::array<std::size_t, 6> counts{};
  for (std::size_t i = 0; i < counts.size(); ++i) {
    const auto count = big_endian(bytes, 20 + 4 * i, 4);
    if (count < 0 || count > 1'000'000) return std::nullopt;
    counts[i] = static_cast<std::size_t>(count);
  }
  return Header{counts[0], counts[1], counts[2], counts[3], counts[4], counts[5]};
}

std::string_view footer_in(std::span<const std::byte> bytes) {
  const std::string_view text{reinterpret_cast<const char*>(bytes.data()), bytes.size()};
  if (!text.starts_with('\n')) return {};
  const auto end = text.find('\n', 1);
  return end == std::string_view::npos ? std::string_view{} : text.substr(1, end - 1);
}

/// Stamps outside these bounds say "since ever"; kept away from the ends of int64 microseconds.
Instant bounded_instant(std::int64_t stamp) {
  constexpr std::int64_t bound = 100'000'000'000;
  return Instant{seconds{std::clamp(stamp, -bound, bound)}};
}

bool read_changes(std::span<const std::byte> body, const Header& header,
                  std::vector<Zone::Change>& changes) {
  const std::size_t indices = header.times * 8;
  const std::size_t types = indices + header.times;
  const auto offset_of = [&](std::size_t type) {
    return seconds{big_endian(body, types + type * 6, 4)};
  };
  changes.push_back({Instant::min(), offset_of(0)});
  for (std::size_t i = 0; i < header.times; ++i) {
    const auto type = std::to_integer<std::size_t>(body[indices + i]);
    const Instant at = bounded_instant(big_endian(body, i * 8, 8));
    if (type >= header.types || at < changes.back().at) return false;
    changes.push_back({at, offset_of(type)});
  }
  return true;
}

/// Adds the changes that the footer promises after the last one of the file.
void unroll(const PosixRule& rule, std::vector<Zone::Change>& changes) {
  using namespace std::chrono;
  if (!rule.summer) {
    if (changes.size() == 1) changes.front().offset = rule.offset;
    return;
  }
  const Instant known_until = changes.back().at;
  const Instant first = std::max(known_until, first_instant);
  const year last_year = year_month_day{floor<days>(last_instant)}.year();
  for (year y = year_month_day{floor<days>(first)}.year() - years{1}; y <= last_year; ++y) {
    const Instant starts{rule.summer->starts.in_year(y).time_since_epoch() - rule.offset};
    const Instant ends{rule.summer->ends.in_year(y).time_since_epoch() - rule.summer->offset};
    std::array<Zone::Change, 2> both{{{ends, rule.offset}, {starts, rule.summer->offset}}};
    if (starts < ends) std::swap(both[0], both[1]);
    for (const Zone::Change& change : both) {
      if (change.at > known_until) changes.push_back(change);
    }
  }
}

void keep_real_changes(std::vector<Zone::Change>& changes) {
  std::vector<Zone::Change> kept{changes.front()};
  for (std::size_t i = 1; i < changes.size(); ++i) {
    const bool is_replaced = i + 1 < changes.size() && changes[i + 1].at == changes[i].at;
    if (!is_replaced && changes[i].offset != kept.back().offset) kept.push_back(changes[i]);
  }
  changes = std::move(kept);
}

Fault unreadable(const std::string& name, std::string why) {
  return {.code = FaultCode::zone_unreadable,
          .arguments = {{"zone", name}, {"why", std::move(why)}},
          .place = {},
          .cures = {}};
}

}  // namespace

Result<Zone> Zone::from_tzif(std::string name, std::span<const std::byte> bytes) {
  const auto old_header = read_header(bytes);
  if (!old_header) return unreadable(name, "not TZif");
  if (std::to_integer<char>(bytes[4]) < '2') return unreadable(name, "TZif version 1");
  const std::size_t start = header_length + old_header->length_of_body(4);
  if (start > bytes.size()) return unreadable(name, "cut short");
  const auto header = read_header(bytes.subspan(start));
  if (!header) return unreadable(name, "cut short");
  const auto body = bytes.subspan(start + header_length);
  if (header->length_of_body(8) > body.size()) return unreadable(name, "cut short");
  if (header->types == 0) return unreadable(name, "no local time in it");
  if (header->leaps > 0) return unreadable(name, "it counts leap seconds");

  std::vector<Change> changes;
  if (!read_changes(body, *header, changes)) return unreadable(name, "its changes are in disorder");
  const std::string_view footer = footer_in(body.subspan(header->length_of_body(8)));
  if (!footer.empty()) {
    const auto rule = read_posix_rule(footer);
    if (!rule) return unreadable(name, "its footer is not a rule: " + std::string{footer});
    unroll(*rule, changes);
  }
  keep_real_changes(changes);
  return Zone{std::move(name), std::move(changes)};
}

}  // namespace vigie
