#include "notation/stamp.h"

#include <algorithm>
#include <charconv>

#include "notation/stamp_text.h"

namespace vigie {

namespace {

using namespace std::chrono;

constexpr std::string_view known_letters = "yMdEHhmsSaX";
constexpr int longest_epoch = 18;  // digits

/// Letters of the words that are not patterns.
constexpr char iso_letter = 'I';
constexpr char epoch_seconds_letter = '1';
constexpr char epoch_milliseconds_letter = '3';

struct Parts {
  int year = 0;
  int month = 0;
  int day = 0;
  int hour = 0;
  int minute = 0;
  int second = 0;
  microseconds fraction{};
  std::optional<int> half_of_day;
  std::optional<seconds> offset;
};

bool take(std::string_view& text, int width, int& part) {
  const auto number = take_number(text, width, width == 1 ? 2 : width);
  if (number) part = *number;
  return number.has_value();
}

template <class Part>
bool keep(const std::optional<Part>& read, Part& part) {
  if (read) part = *read;
  return read.has_value();
}

bool take_year(std::string_view& text, int width, Parts& parts) {
  if (!take(text, width == 2 ? 2 : 4, parts.year)) return false;
  if (width == 2) parts.year += 2000;
  return true;
}

bool take_field(std::string_view& text, char letter, int width, Parts& parts) {
  switch (letter) {
    case 'y':
      return take_year(text, width, parts);
    case 'M':
      return width < 3 ? take(text, width, parts.month) : keep(take_month_name(text), parts.month);
    case 'd':
      return take(text, width, parts.day);
    case 'E':
      return take_letters(text);
    case 'H':
    case 'h':
      return take(text, width, parts.hour);
    case 'm':
      return take(text, width, parts.minute);
    case 's':
      return take(text, width, parts.second);
    case 'S':
      return keep(take_fraction(text), parts.fraction);
    case 'a':
      parts.half_of_day = take_half_of_day(text);
      return parts.half_of_day.has_value();
    case 'X':
      parts.offset = take_offset(text);
      return parts.offset.has_value();
    default:
      return false;
  }
}

std::optional<CivilStamp> stamp_of(Parts parts) {
  if (parts.half_of_day) {
    if (parts.hour < 1 || parts.hour > 12) return std::nullopt;
    parts.hour = parts.hour % 12 + *parts.half_of_day;
  }
  const year_month_day date{year{parts.year}, month{static_cast<unsigned>(parts.month)},
                            day{static_cast<unsigned>(parts.day)}};
  if (!date.ok() || parts.hour > 23 || parts.minute > 59 || parts.second > 59) return std::nullopt;
  return CivilStamp{CivilTime{local_days{date}} + hours{parts.hour} + minutes{parts.minute} +
                        seconds{parts.second} + parts.fraction,
                    parts.offset};
}

std::optional<CivilStamp> read_iso(std::string_view text) {
  Parts parts;
  const auto take_literal = [&](char literal) {
    const bool is_there = text.starts_with(literal);
    if (is_there) text.remove_prefix(1);
    return is_there;
  };
  if (!take(text, 4, parts.year) || !take_literal('-') || !take(text, 2, parts.month) ||
      !take_literal('-') || !take(text, 2, parts.day)) {
    return std::nullopt;
  }
  if (!take_literal('T') && !take_literal('t') && !take_literal(' ')) return std::nullopt;
  if (!take(text, 2, parts.hour) || !take_literal(':') || !take(text, 2, parts.minute)) {
    return std::nullopt;
  }
  if (take_literal(':')) {
    if (!take(text, 2, parts.second)) return std::nullopt;
    const bool has_fraction = take_literal('.') || take_literal(',');
    if (has_fraction && !keep(take_fraction(text), parts.fraction)) return std::nullopt;
  }
  take_blanks(text);
  if (!text.empty()) {
    parts.offset = take_offset(text);
    if (!parts.offset || !text.empty()) return std::nullopt;
  }
  return stamp_of(parts);
}

std::optional<CivilStamp> read_epoch(std::string_view text, microseconds unit) {
  std::int64_t count = 0;
  if (text.empty() || text.size() > longest_epoch) return std::nullopt;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), count);
  if (error != std::errc{} || end != text.data() + text.size()) return std::nullopt;
  const std::int64_t limit = duration_cast<seconds>(days{366 * 1000}).count() * 1'000'000;
  if (count > limit / unit.count() || count < -limit / unit.count()) return std::nullopt;
  return CivilStamp{CivilTime{count * unit}, seconds{0}};
}

/// What stands for a word that is not a pattern; 0 for a pattern.
char letter_of_word(std::string_view pattern) {
  if (pattern == "iso") return iso_letter;
  if (pattern == "epoch_seconds") return epoch_seconds_letter;
  return pattern == "epoch_milliseconds" ? epoch_milliseconds_letter : char{0};
}

}  // namespace

std::optional<StampFormat> StampFormat::from(std::string_view pattern) {
  StampFormat format;
  format.pattern_ = pattern;
  if (const char word = letter_of_word(pattern); word != 0) {
    format.fields_.push_back({word, 1, {}});
    return format;
  }
  while (!pattern.empty()) {
    const char letter = pattern[0];
    if (known_letters.find(letter) != std::string_view::npos) {
      const std::size_t end = std::min(pattern.find_first_not_of(letter), pattern.size());
      format.fields_.push_back({letter, static_cast<int>(end), {}});
      pattern.remove_prefix(end);
    } else if (letter == '\'') {
      const std::size_t end = pattern.find('\'', 1);
      if (end == std::string_view::npos) return std::nullopt;
      format.fields_.push_back({0, 0, std::string{pattern.substr(1, end - 1)}});
      pattern.remove_prefix(end + 1);
    } else {
      const bool is_letter = (letter >= 'a' && letter <= 'z') || (letter >= 'A' && letter <= 'Z');
      if (is_letter && letter != 'T') return std::nullopt;
      format.fields_.push_back({0, 0, std::string(1, letter)});
      pattern.remove_prefix(1);
    }
  }
  const bool is_dated = format.says('y') && format.says('M') && format.says('d');
  if (!is_dated || format.says('a') != format.says('h')) return std::nullopt;
  return format;
}

bool StampFormat::says(char letter) const {
  return std::any_of(fields_.begin(), fields_.end(),
                     [&](const Field& field) { return field.letter == letter; });
}

std::optional<CivilStamp> StampFormat::read(std::string_view text) const {
  text = trimmed(text);
  switch (fields_.front().letter) {
    case iso_letter:
      return read_iso(text);
    case epoch_seconds_letter:
      return read_epoch(text, seconds{1});
    case epoch_milliseconds_letter:
      return read_epoch(text, milliseconds{1});
    default:
      break;
  }
  Parts parts;
  for (const Field& field : fields_) {
    if (field.letter != 0) {
      if (!take_field(text, field.letter, field.width, parts)) return std::nullopt;
    } else if (field.literal == " ") {
      if (!take_blanks(text)) return std::nullopt;
    } else {
      if (!text.starts_with(field.literal)) return std::nullopt;
      text.remove_prefix(field.literal.size());
    }
  }
  if (!text.empty()) return std::nullopt;
  return stamp_of(parts);
}

StampReading StampReader::read(std::string_view text) {
  for (const StampFormat& format : rules_.formats) {
    if (const auto stamp = format.read(text)) return place(*stamp);
  }
  return {};
}

StampReading StampReader::place(const CivilStamp& stamp) {
  StampReading reading;
  if (stamp.offset || zone_ == nullptr) {
    const seconds offset = stamp.offset.value_or(rules_.offset);
    reading = {StampKind::read, Instant{stamp.local.time_since_epoch() - offset}};
  } else {
    reading = place_in_zone(stamp.local);
  }
  if (!is_understood(reading.at)) return {StampKind::out_of_range, {}};
  return reading;
}

StampReading StampReader::place_in_zone(CivilTime local) {
  if (!around_ || local < around_->from || local >= around_->to) {
    around_ = zone_->stretch_around(local);
  }
  if (around_ && local >= around_->from && local < around_->to) {
    return {StampKind::read, Instant{local.time_since_epoch() - around_->offset}};
  }
  const CivilReading reading = zone_->read(local);
  switch (reading.kind) {
    case CivilKind::gap:
      return {StampKind::in_gap, reading.first};
    case CivilKind::fold:
      return {StampKind::ambiguous, reading.first};
    case CivilKind::unique:
      break;
  }
  return {StampKind::read, reading.first};
}

std::optional<seconds> read_offset(std::string_view text) {
  const auto offset = take_offset(text);
  return text.empty() ? offset : std::nullopt;
}

}  // namespace vigie
