#include "notation/scalar_cursor.h"

#include <charconv>

#include "engine/base/text.h"
#include "notation/stamp_text.h"

namespace vigie {

namespace {

constexpr std::string_view no_break_space = "\u00A0";
constexpr std::string_view narrow_no_break_space = "\u202F";
constexpr std::size_t most_digits = 9;

/// Letters of any language: bytes beyond ASCII belong to them.
bool is_letter(char byte) {
  return (byte >= 'a' && byte <= 'z') || (byte >= 'A' && byte <= 'Z') ||
         static_cast<unsigned char>(byte) >= 0x80U;
}

}  // namespace

void ScalarCursor::skip_blanks() {
  while (at_ < text_.size()) {
    const auto left = text_.substr(at_);
    if (left.front() == ' ' || left.front() == '\t' || left.front() == '\n') {
      at_ += 1;
    } else if (left.starts_with(no_break_space)) {
      at_ += no_break_space.size();
    } else if (left.starts_with(narrow_no_break_space)) {
      at_ += narrow_no_break_space.size();
    } else {
      return;
    }
  }
}

bool ScalarCursor::at_end() {
  skip_blanks();
  return at_ == text_.size();
}

std::size_t ScalarCursor::at() {
  skip_blanks();
  return at_;
}

bool ScalarCursor::take(std::string_view word) {
  skip_blanks();
  const auto end = at_ + word.size();
  if (folded(text_.substr(at_, word.size())) != folded(word)) return false;
  const auto after = text_.substr(end);
  const bool blank_follows =
      after.starts_with(no_break_space) || after.starts_with(narrow_no_break_space);
  if (!after.empty() && is_letter(after.front()) && !blank_follows) return false;
  at_ = end;
  return true;
}

bool ScalarCursor::take_any(std::initializer_list<std::string_view> words) {
  for (const auto word : words) {
    if (take(word)) return true;
  }
  return false;
}

bool ScalarCursor::take_sign(std::string_view sign) {
  skip_blanks();
  if (!text_.substr(at_).starts_with(sign)) return false;
  at_ += sign.size();
  return true;
}

std::optional<std::int64_t> ScalarCursor::take_number() {
  const auto digits = count_digits();
  if (digits == 0 || digits > most_digits) return std::nullopt;
  std::int64_t number = 0;
  std::from_chars(text_.data() + at_, text_.data() + at_ + digits, number);
  at_ += digits;
  return number;
}

std::string_view ScalarCursor::take_digits() {
  const auto count = count_digits();
  const auto digits = text_.substr(at_, count);
  at_ += count;
  return digits;
}

std::string_view ScalarCursor::take_name() {
  skip_blanks();
  const auto end = std::min(text_.find_first_of(" \t\n,", at_), text_.size());
  const auto name = text_.substr(at_, end - at_);
  at_ = end;
  return name;
}

std::string_view ScalarCursor::rest() {
  skip_blanks();
  return trimmed(text_.substr(at_));
}

std::size_t ScalarCursor::count_digits() {
  skip_blanks();
  std::size_t end = at_;
  while (end < text_.size() && is_digit(text_[end])) ++end;
  return end - at_;
}

Fault part_fault(FaultCode code, std::string_view text, std::string_view part, Arguments arguments,
                 std::vector<Cure> cures) {
  const auto before = text.substr(0, static_cast<std::size_t>(part.data() - text.data()));
  return {.code = code,
          .arguments = std::move(arguments),
          .place = {.file = {},
                    .line = 0,
                    .column = static_cast<int>(characters_in(before)) + 1,
                    .length = std::max(1, static_cast<int>(characters_in(part)))},
          .cures = std::move(cures)};
}

Fault scalar_fault(FaultCode code, std::string_view text, Arguments arguments,
                   std::vector<Cure> cures) {
  return part_fault(code, text, text, std::move(arguments), std::move(cures));
}

}  // namespace vigie
