#include "store/journal/journal_head.h"

#include <array>
#include <charconv>

namespace vigie {

namespace {

constexpr std::string_view digits = "0123456789abcdef";
constexpr std::size_t digest_size = 32;

JournalHead head_from_row(const Row& row) {
  return {.position = row.whole(0), .digest = FieldValue<Bytes>::from_sql(row, 1)};
}

}  // namespace

JournalHead head_of_journal(Connection& rows) {
  JournalHead head;
  rows.run("select last_position, digest from block order by number desc limit 1", {},
           [&](const Row& row) { head = head_from_row(row); });
  return head;
}

bool has_head(Connection& rows, const JournalHead& head) {
  JournalHead kept;
  rows.run("select last_position, digest from block where last_position = $1",
           std::array<Parameter, 1>{head.position},
           [&](const Row& row) { kept = head_from_row(row); });
  return kept.position == head.position && kept.digest == head.digest;
}

std::string text_of(const JournalHead& head) {
  std::string text = std::to_string(head.position) + ":";
  for (const std::byte byte : head.digest) {
    text += digits[std::to_integer<std::size_t>(byte >> 4U)];
    text += digits[std::to_integer<std::size_t>(byte & std::byte{15})];
  }
  return text;
}

std::optional<JournalHead> head_from(std::string_view text) {
  JournalHead head;
  const std::size_t colon = text.find(':');
  if (colon == std::string_view::npos) return std::nullopt;
  const std::string_view number = text.substr(0, colon);
  const auto read = std::from_chars(number.data(), number.data() + number.size(), head.position);
  const bool is_number = read.ec == std::errc{} && read.ptr == number.data() + number.size();
  const std::string_view written = text.substr(colon + 1);
  const bool is_digest = written.size() == 2 * digest_size || written.empty();
  if (!is_number || head.position < 0 || !is_digest) return std::nullopt;
  for (std::size_t i = 0; i < written.size(); i += 2) {
    const std::size_t high = digits.find(written[i]);
    const std::size_t low = digits.find(written[i + 1]);
    if (high == std::string_view::npos || low == std::string_view::npos) return std::nullopt;
    head.digest.push_back(static_cast<std::byte>(high << 4U | low));
  }
  return head;
}

}  // namespace vigie
