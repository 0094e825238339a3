#include "notation/scalar_date.h"

#include <algorithm>
#include <array>

#include "engine/base/text.h"
#include "notation/stamp_text.h"
#include "vocabulary/fault.h"

namespace vigie {

namespace {

using std::chrono::day;
using std::chrono::month;
using std::chrono::year;
using std::chrono::year_month_day;

constexpr int first_year = 1970;
constexpr int last_year = 2199;

/// Names of months by their first letters, English then French; longer ones are the same month.
constexpr std::array<std::array<std::string_view, 3>, 12> month_names = {{
    {"jan", "january", "janvier"},
    {"feb", "february", "février"},
    {"mar", "march", "mars"},
    {"apr", "april", "avril"},
    {"may", "may", "mai"},
    {"jun", "june", "juin"},
    {"jul", "july", "juillet"},
    {"aug", "august", "août"},
    {"sep", "september", "septembre"},
    {"oct", "october", "octobre"},
    {"nov", "november", "novembre"},
    {"dec", "december", "décembre"},
}};

std::string two_digits(unsigned number) {
  return number < 10 ? std::string{'0', static_cast<char>('0' + number)} : std::to_string(number);
}

std::string text_of(const year_month_day& date) {
  return std::to_string(static_cast<int>(date.year())) + "-" +
         two_digits(static_cast<unsigned>(date.month())) + "-" +
         two_digits(static_cast<unsigned>(date.day()));
}

std::optional<unsigned> take_month(ScalarCursor& cursor) {
  for (unsigned index = 0; index < 12; ++index) {
    for (const auto name : month_names[index]) {
      if (cursor.take(name)) return index + 1;
    }
  }
  return std::nullopt;
}

year_month_day date_of(std::int64_t y, std::int64_t m, std::int64_t d) {
  return {year{static_cast<int>(y)}, month{static_cast<unsigned>(m)},
          day{static_cast<unsigned>(d)}};
}

void add_date(std::vector<Cure>& cures, const year_month_day& date, CureWord means) {
  if (date.ok()) cures.push_back({text_of(date), means, {}});
}

/// What "2 mars 2026", "March 2, 2026", "02/03/2026" could mean.
std::vector<Cure> dates_meant_by(std::string_view text) {
  std::vector<Cure> cures;
  ScalarCursor cursor{text};
  if (const auto named_month = take_month(cursor)) {
    const auto d = cursor.take_number();
    cursor.take_sign(",");
    const auto y = cursor.take_number();
    if (d && y) add_date(cures, date_of(*y, *named_month, *d), CureWord::none);
    return cures;
  }
  const auto first = cursor.take_number();
  if (!first) return cures;
  cursor.take("er");
  if (const auto named_month = take_month(cursor)) {
    const auto y = cursor.take_number();
    if (y) add_date(cures, date_of(*y, *named_month, *first), CureWord::none);
    return cures;
  }
  if (!cursor.take_sign("/") && !cursor.take_sign(".") && !cursor.take_sign("-")) return cures;
  const auto second = cursor.take_number();
  if (!cursor.take_sign("/") && !cursor.take_sign(".") && !cursor.take_sign("-")) return cures;
  const auto third = cursor.take_number();
  if (!second || !third || *third < first_year) return cures;
  add_date(cures, date_of(*third, *second, *first), CureWord::day_first);
  if (*first != *second) add_date(cures, date_of(*third, *first, *second), CureWord::month_first);
  return cures;
}

Fault malformed(std::string_view whole, std::string_view text) {
  auto cures = dates_meant_by(text);
  if (cures.empty()) cures.push_back({"2026-03-02", CureWord::year_month_day, {}});
  return part_fault(FaultCode::date_malformed, whole, text, {{"text", std::string{text}}},
                    std::move(cures));
}

bool has_shape(std::string_view text, std::string_view shape) {
  return text.size() == shape.size() &&
         std::equal(text.begin(), text.end(), shape.begin(), [](char byte, char wanted) {
           return wanted == '-' ? byte == '-' : byte >= '0' && byte <= '9';
         });
}

/// `part` lies inside `whole`.
Result<CivilDay> date_in(std::string_view whole, std::string_view part) {
  if (!has_shape(part, "0000-00-00")) return malformed(whole, part);
  ScalarCursor cursor{part};
  const auto y = cursor.take_number();
  cursor.take_sign("-");
  const auto m = cursor.take_number();
  cursor.take_sign("-");
  const auto d = cursor.take_number();
  const auto date = date_of(*y, *m, *d);
  if (!date.ok()) {
    std::vector<Cure> cures;
    const auto last =
        std::chrono::year_month_day_last{date.year() / date.month() / std::chrono::last};
    if (last.ok() && *d > 0) {
      cures.push_back({text_of(last), CureWord::last_day_of_month, {}});
    }
    return part_fault(FaultCode::date_absent, whole, part, {{"text", std::string{part}}},
                      std::move(cures));
  }
  if (*y < first_year || *y > last_year) {
    return part_fault(FaultCode::date_out_of_range, whole, part, {{"text", std::string{part}}});
  }
  return CivilDay{std::chrono::local_days{date}};
}

Result<ClosedDays> yearly_from(std::string_view text) {
  ScalarCursor cursor{text};
  const auto m = cursor.take_number();
  cursor.take_sign("-");
  const auto d = cursor.take_number();
  // 2024 is a leap year: 29 February is a yearly date, of leap years only.
  if (!date_of(2024, *m, *d).ok()) {
    return scalar_fault(FaultCode::date_absent, text, {{"text", std::string{text}}});
  }
  return ClosedDays{YearlyDate{static_cast<unsigned>(*m), static_cast<unsigned>(*d)}};
}

Result<ClosedDays> range_from(std::string_view text, std::size_t separator) {
  const auto first = date_in(text, trimmed(text.substr(0, separator)));
  if (!first) return first.error();
  const auto last = date_in(text, trimmed(text.substr(separator + 4)));
  if (!last) return last.error();
  if (*last < *first) {
    return scalar_fault(FaultCode::dates_reversed, text,
                        {{"first", date_text(*first)}, {"last", date_text(*last)}},
                        {{date_text(*last) + " to " + date_text(*first), CureWord::none, {}}});
  }
  return ClosedDays{DayRange{*first, *last}};
}

}  // namespace

Result<CivilDay> date_from(std::string_view text) { return date_in(text, text); }

Result<ClosedDays> closed_days_from(std::string_view text) {
  const auto separator = text.find(" to ");
  if (separator != std::string_view::npos) return range_from(text, separator);
  if (has_shape(text, "00-00")) return yearly_from(text);
  const bool is_set_name = !text.empty() && !(text.front() >= '0' && text.front() <= '9') &&
                           dates_meant_by(text).empty();
  if (is_set_name) return ClosedDays{std::string{text}};
  const auto date = date_in(text, text);
  if (!date) return date.error();
  return ClosedDays{*date};
}

std::string date_text(CivilDay date) { return text_of(year_month_day{date}); }

std::string yearly_text(const YearlyDate& date) {
  return two_digits(date.month) + "-" + two_digits(date.day);
}

}  // namespace vigie
