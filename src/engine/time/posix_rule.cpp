#include "engine/time/posix_rule.h"

namespace vigie {
namespace {

using std::chrono::seconds;

bool is_digit(char c) { return c >= '0' && c <= '9'; }
bool is_letter(char c) { return (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z'); }

/// What is left to read; every `take_` answers false, or none, where the text does not fit.
class RuleText {
 public:
  explicit RuleText(std::string_view text) : left_(text) {}

  bool at_end() const { return left_.empty(); }
  bool next_is(char c) const { return !left_.empty() && left_.front() == c; }
  bool take(char c) {
    if (!next_is(c)) return false;
    left_.remove_prefix(1);
    return true;
  }

  bool take_name() {
    std::size_t length = 0;
    if (take('<')) {
      length = left_.find('>');
      if (length == std::string_view::npos) return false;
      left_.remove_prefix(length + 1);
      return length > 0;
    }
    while (length < left_.size() && is_letter(left_[length])) ++length;
    left_.remove_prefix(length);
    return length > 0;
  }

  std::optional<int> take_number(int least, int most) {
    int number = 0;
    std::size_t length = 0;
    while (length < left_.size() && length < 4 && is_digit(left_[length])) {
      number = number * 10 + (left_[length++] - '0');
    }
    left_.remove_prefix(length);
    if (length == 0 || number < least || number > most) return std::nullopt;
    return number;
  }

  std::optional<seconds> take_time() {
    const int sign = take('-') ? -1 : (take('+'), 1);
    const auto hours = take_number(0, 167);
    if (!hours) return std::nullopt;
    int parts[2] = {0, 0};
    for (int& part : parts) {
      if (!take(':')) break;
      const auto number = take_number(0, 59);
      if (!number) return std::nullopt;
      part = *number;
    }
    return seconds{sign * (*hours * 3600 + parts[0] * 60 + parts[1])};
  }

  std::optional<YearlyChange> take_change() {
    YearlyChange change;
    if (take('M')) {
      const auto month = take_number(1, 12);
      const auto week = month && take('.') ? take_number(1, 5) : std::nullopt;
      const auto day = week && take('.') ? take_number(0, 6) : std::nullopt;
      if (!day) return std::nullopt;
      change.month = *month;
      change.week = *week;
      change.day = *day;
    } else {
      const bool without_leap_day = take('J');
      change.kind = without_leap_day ? YearlyChange::Kind::julian_without_leap_day
                                     : YearlyChange::Kind::day_of_year;
      const auto day = take_number(without_leap_day ? 1 : 0, 365);
      if (!day) return std::nullopt;
      change.day = *day;
    }
    if (take('/')) {
      const auto time = take_time();
      if (!time) return std::nullopt;
      change.time = *time;
    }
    return change;
  }

 private:
  std::string_view left_;
};

}  // namespace

CivilTime YearlyChange::in_year(std::chrono::year year) const {
  using namespace std::chrono;
  const local_days new_year{year / January / 1};
  switch (kind) {
    case Kind::day_of_year:
      return new_year + days{day} + time;
    case Kind::julian_without_leap_day:
      return new_year + days{day - 1 + (year.is_leap() && day >= 60 ? 1 : 0)} + time;
    case Kind::nth_weekday:
      break;
  }
  const auto in_month = year / std::chrono::month{static_cast<unsigned>(month)};
  const weekday wanted{static_cast<unsigned>(day)};
  return (week == 5 ? local_days{in_month / wanted[last]}
                    : local_days{in_month / wanted[static_cast<unsigned>(week)]}) +
         time;
}

std::optional<PosixRule> read_posix_rule(std::string_view text) {
  RuleText rule_text{text};
  PosixRule rule;
  if (!rule_text.take_name()) return std::nullopt;
  const auto west = rule_text.take_time();
  if (!west) return std::nullopt;
  rule.offset = -*west;
  if (rule_text.at_end()) return rule;

  if (!rule_text.take_name()) return std::nullopt;
  PosixRule::Summer summer{.offset = rule.offset + std::chrono::hours{1}, .starts = {}, .ends = {}};
  if (!rule_text.next_is(',')) {
    const auto summer_west = rule_text.take_time();
    if (!summer_west) return std::nullopt;
    summer.offset = -*summer_west;
  }
  for (YearlyChange* change : {&summer.starts, &summer.ends}) {
    const auto read = rule_text.take(',') ? rule_text.take_change() : std::nullopt;
    if (!read) return std::nullopt;
    *change = *read;
  }
  if (!rule_text.at_end()) return std::nullopt;
  rule.summer = summer;
  return rule;
}

}  // namespace vigie
