#include "notation/time/read_time.h"

namespace vigie {
namespace {

using std::chrono::hours;
using std::chrono::minutes;
using std::chrono::seconds;

/// What is left of a text; every `take_` reads from its front.
class Left {
 public:
  explicit Left(std::string_view text) : text_(text) {}

  bool is_empty() const { return text_.empty(); }
  bool take(char c) {
    if (text_.empty() || text_.front() != c) return false;
    text_.remove_prefix(1);
    return true;
  }
  bool take_one_of(std::string_view letters) {
    if (text_.empty() || letters.find(text_.front()) == std::string_view::npos) return false;
    text_.remove_prefix(1);
    return true;
  }
  /// Exactly `digits` digits, at most `most`.
  std::optional<int> take_number(std::size_t digits, int most) {
    if (text_.size() < digits) return std::nullopt;
    int number = 0;
    for (std::size_t i = 0; i < digits; ++i) {
      if (text_[i] < '0' || text_[i] > '9') return std::nullopt;
      number = number * 10 + (text_[i] - '0');
    }
    text_.remove_prefix(digits);
    return number <= most ? std::optional{number} : std::nullopt;
  }
  /// The digits after a decimal point, as microseconds.
  std::optional<Duration> take_fraction() {
    std::int64_t microseconds = 0;
    std::int64_t unit = 100'000;
    std::size_t length = 0;
    for (; length < text_.size() && text_[length] >= '0' && text_[length] <= '9'; ++length) {
      microseconds += unit * (text_[length] - '0');
      unit /= 10;
    }
    text_.remove_prefix(length);
    return length > 0 ? std::optional{Duration{microseconds}} : std::nullopt;
  }

  std::optional<CivilDay> take_day() {
    const auto year = take_number(4, 9999);
    const auto month = year && take('-') ? take_number(2, 12) : std::nullopt;
    const auto day = month && take('-') ? take_number(2, 31) : std::nullopt;
    if (!day) return std::nullopt;
    const auto date = std::chrono::year{*year} / std::chrono::month{static_cast<unsigned>(*month)} /
                      std::chrono::day{static_cast<unsigned>(*day)};
    return date.ok() ? std::optional{CivilDay{date}} : std::nullopt;
  }

  /// hh:mm, hh:mm:ss, hh:mm:ss.fff.
  std::optional<Duration> take_time(int most_hours) {
    const auto hour = take_number(2, most_hours);
    const auto minute = hour && take(':') ? take_number(2, 59) : std::nullopt;
    if (!minute) return std::nullopt;
    Duration time = hours{*hour} + minutes{*minute};
    if (take(':')) {
      const auto second = take_number(2, 59);
      if (!second) return std::nullopt;
      time += seconds{*second};
      if (take_one_of(".,")) {
        const auto fraction = take_fraction();
        if (!fraction) return std::nullopt;
        time += *fraction;
      }
    }
    return time;
  }

  std::optional<CivilTime> take_civil_time() {
    const auto day = take_day();
    if (!day) return std::nullopt;
    if (is_empty()) return CivilTime{*day};
    if (!take_one_of("Tt ")) return std::nullopt;
    const auto time = take_time(23);
    return time ? std::optional{CivilTime{*day + *time}} : std::nullopt;
  }

 private:
  std::string_view text_;
};

}  // namespace

std::optional<Instant> read_instant(std::string_view text) {
  Left left{text};
  const auto civil = left.take_civil_time();
  if (!civil) return std::nullopt;
  const Instant as_utc{civil->time_since_epoch()};
  if (left.take_one_of("Zz")) return left.is_empty() ? std::optional{as_utc} : std::nullopt;
  const int sign = left.take('-') ? -1 : (left.take('+') ? 1 : 0);
  if (sign == 0) return std::nullopt;
  const auto offset = left.take_time(23);
  if (!offset || !left.is_empty()) return std::nullopt;
  return as_utc - sign * *offset;
}

std::optional<CivilTime> read_civil_time(std::string_view text) {
  Left left{text};
  const auto civil = left.take_civil_time();
  return left.is_empty() ? civil : std::nullopt;
}

std::optional<CivilDay> read_day(std::string_view text) {
  Left left{text};
  const auto day = left.take_day();
  return left.is_empty() ? day : std::nullopt;
}

std::optional<seconds> read_time_of_day(std::string_view text) {
  Left left{text};
  const auto time = left.take_time(24);
  if (!time || !left.is_empty() || *time > hours{24}) return std::nullopt;
  const auto whole = std::chrono::floor<seconds>(*time);
  return whole == *time ? std::optional{whole} : std::nullopt;
}

}  // namespace vigie
