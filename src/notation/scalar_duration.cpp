#include "notation/scalar_duration.h"

#include "engine/base/text.h"
#include "vocabulary/fault.h"

namespace vigie {

namespace {

using std::chrono::hours;
using std::chrono::minutes;
using std::chrono::seconds;

/// Longest understood: a century of hours, so that sums of budgets never overflow.
constexpr std::int64_t most_hours = 876'600;

bool is_vague(std::string_view text) {
  ScalarCursor cursor{text};
  return cursor.take_any({"immediately", "immediate", "at once", "asap", "as soon as possible",
                          "without delay", "immédiatement", "immédiat", "immédiate", "sans délai",
                          "dès que possible", "au plus tôt", "de suite"});
}

Fault vague_fault(std::string_view text) {
  return scalar_fault(FaultCode::target_vague, text, {{"text", std::string{text}}},
                      {{"15 min in office", CureWord::open_hours_of_calendar, {}},
                       {"15 min in always", CureWord::around_the_clock, {}}});
}

std::optional<seconds> take_unit(ScalarCursor& cursor) {
  if (cursor.take_any({"h", "hours", "hour", "heures", "heure"})) return hours{1};
  if (cursor.take_any({"min", "mn", "minutes", "minute"})) return minutes{1};
  if (cursor.take_any({"s", "sec", "seconds", "second", "secondes", "seconde"})) return seconds{1};
  return std::nullopt;
}

/// "1.5h" or "1,5 h": what to write instead when it falls on whole minutes.
Fault decimal_fault(std::int64_t whole, ScalarCursor cursor, std::string_view text) {
  std::vector<Cure> cures;
  cursor.take_sign(".") || cursor.take_sign(",");
  const auto digits = cursor.count_digits();
  const auto tenths = cursor.take_number();
  const auto unit = take_unit(cursor);
  if (tenths && unit == seconds{hours{1}} && digits == 1) {
    cures.push_back({duration_text(hours{whole} + minutes{*tenths * 6}), CureWord::none, {}});
  } else if (tenths && unit == seconds{hours{1}} && digits == 2 && *tenths * 60 % 100 == 0) {
    cures.push_back(
        {duration_text(hours{whole} + minutes{*tenths * 60 / 100}), CureWord::none, {}});
  }
  return scalar_fault(FaultCode::duration_decimal, text, {{"text", std::string{text}}},
                      std::move(cures));
}

Fault malformed(std::string_view text) {
  return scalar_fault(
      FaultCode::duration_malformed, text, {{"text", std::string{text}}},
      {{"4h", CureWord::none, {}}, {"4h30", CureWord::none, {}}, {"90 min", CureWord::none, {}}});
}

}  // namespace

Result<Duration> take_duration(ScalarCursor& cursor, std::string_view text) {
  if (is_vague(cursor.rest())) return vague_fault(text);
  if (cursor.take_sign("-")) return scalar_fault(FaultCode::duration_negative, text);
  Duration total{};
  seconds last_unit = hours{most_hours};
  bool any = false;
  while (cursor.next_is_digit()) {
    const auto number = cursor.take_number();
    if (!number || *number > most_hours) return malformed(text);
    ScalarCursor before_sign = cursor;
    if (cursor.take_sign(".") || (cursor.take_sign(",") && cursor.next_is_digit())) {
      return decimal_fault(*number, before_sign, text);
    }
    auto unit = take_unit(cursor);
    if (!unit && last_unit == seconds{hours{1}} && *number < 60) unit = minutes{1};  // 4h30
    if (!unit || *unit >= last_unit) return malformed(text);
    total += *number * *unit;
    last_unit = *unit;
    any = true;
  }
  if (!any || total > hours{most_hours}) return malformed(text);
  return total;
}

Result<Duration> duration_from(std::string_view text) {
  ScalarCursor cursor{text};
  ScalarCursor days{text};
  const auto number = days.take_number();
  if (number && days.take_any({"days", "day", "jours", "jour", "d", "j"}) && days.at_end()) {
    return scalar_fault(FaultCode::day_without_calendar, text, {{"text", std::string{text}}},
                        {{duration_text(hours{24 * *number}), CureWord::none, {}}});
  }
  auto length = take_duration(cursor, text);
  if (length && !cursor.at_end()) return malformed(text);
  return length;
}

Result<Duration> wall_span_from(std::string_view text) {
  ScalarCursor cursor{text};
  const auto number = cursor.take_number();
  if (number && *number * 24 <= most_hours &&
      cursor.take_any({"calendar days", "calendar day", "jours calendaires", "jour calendaire"}) &&
      cursor.at_end()) {
    return Duration{hours{24 * *number}};
  }
  return duration_from(text);
}

std::string duration_text(Duration length) {
  const auto whole = std::chrono::duration_cast<seconds>(length);
  const auto h = whole.count() / 3600;
  const auto m = whole.count() / 60 % 60;
  const auto s = whole.count() % 60;
  if (s == 0 && m == 0) return std::to_string(h) + "h";
  if (s == 0 && h == 0) return std::to_string(m) + " min";
  if (s == 0) return std::to_string(h) + "h" + (m < 10 ? "0" : "") + std::to_string(m);
  std::string text;
  if (h > 0) text += std::to_string(h) + "h ";
  if (m > 0) text += std::to_string(m) + " min ";
  return text + std::to_string(s) + " s";
}

}  // namespace vigie
