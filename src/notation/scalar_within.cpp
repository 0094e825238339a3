#include "notation/scalar_within.h"

#include <algorithm>
#include <optional>

#include "notation/clauses.h"
#include "notation/scalar_duration.h"
#include "notation/scalar_hours.h"
#include "vocabulary/fault.h"

namespace vigie {

namespace {

using std::chrono::seconds;

constexpr std::int64_t most_days_within = 36'500;

/// Open length of the first day of the week on which a calendar opens; a whole day for "always".
seconds opening_day(const Calendars& calendars, const std::string& name) {
  const auto known = calendars.find(name);
  if (known == calendars.end() || known->second.versions.empty()) return std::chrono::hours{24};
  for (const auto& day : known->second.versions.back().week) {
    seconds open{};
    for (const auto& window : day) open += window.to - window.from;
    if (open > seconds{}) return open;
  }
  return std::chrono::hours{24};
}

bool opens_on_saturday(const ServiceCalendar& calendar) {
  constexpr std::size_t saturday = 5;
  return std::any_of(
      calendar.versions.begin(), calendar.versions.end(),
      [](const CalendarVersion& version) { return !version.week[saturday].empty(); });
}

class WithinReader {
 public:
  WithinReader(std::string_view text, const Calendars& calendars)
      : text_(text), cursor_(text), calendars_(calendars) {}

  Result<WithinClause> read();

 private:
  using Step = std::optional<Fault>;

  Step read_kind();
  Step read_carried_date();
  Step read_number_of(std::int64_t number);
  Step read_business_days(std::int64_t number, bool ouvrables);
  Step read_business_day_tail(BusinessDays& days);
  Step read_calendar_span(CalendarSpan span);
  Step read_duration();
  Step read_calendar();
  Step need_calendar(std::optional<std::string> implied);
  std::optional<std::string> only_calendar() const;
  Fault ambiguous_days(std::int64_t number, bool french);
  Fault malformed() const;

  std::string_view text_;
  ScalarCursor cursor_;
  const Calendars& calendars_;
  WithinClause clause_;
  bool has_calendar_ = false;
};

Fault WithinReader::malformed() const {
  return scalar_fault(FaultCode::within_malformed, text_, {{"text", std::string{text_}}},
                      {{"4h in office", CureWord::open_hours_of_calendar, {}},
                       {"3 business days in office", CureWord::days_that_open, {}},
                       {"7 calendar days", CureWord::wall_clock, {}},
                       {"by end of last_day", CureWord::date_of_ticket, {}}});
}

Result<WithinClause> WithinReader::read() {
  clause_.strict = cursor_.take("under");
  if (auto fault = read_kind()) return *fault;
  if (!cursor_.at_end()) return malformed();
  return clause_;
}

WithinReader::Step WithinReader::read_kind() {
  if (cursor_.take("by")) return read_carried_date();
  ScalarCursor ahead = cursor_;
  const auto number = ahead.take_number();
  if (number && !ahead.at_end()) {
    const ScalarCursor kept = cursor_;
    cursor_ = ahead;
    const auto before = cursor_.at();
    auto fault = read_number_of(*number);
    if (fault || cursor_.at() != before) return fault;
    cursor_ = kept;
  }
  return read_duration();
}

WithinReader::Step WithinReader::read_carried_date() {
  CarriedDate carried;
  carried.end_of_day = cursor_.take("end of");
  carried.date = cursor_.take_name();
  if (carried.date.empty()) return malformed();
  clause_.within = carried;
  clause_.calendar = calendar_always;
  return std::nullopt;
}

/// Reads days and months; leaves the cursor where it is when the unit is one of a duration.
WithinReader::Step WithinReader::read_number_of(std::int64_t number) {
  const bool days_ok = number <= most_days_within;
  if (cursor_.take_any({"business days", "business day", "jours ouvrés", "jour ouvré"})) {
    return days_ok ? read_business_days(number, false) : malformed();
  }
  if (cursor_.take_any({"jours ouvrables", "jour ouvrable"})) {
    return days_ok ? read_business_days(number, true) : malformed();
  }
  if (cursor_.take_any({"calendar days", "calendar day", "jours calendaires", "jour calendaire"})) {
    return days_ok ? read_calendar_span({.days = static_cast<int>(number)}) : malformed();
  }
  if (cursor_.take_any({"months", "month", "mois"})) {
    if (number > most_days_within / 30) return malformed();
    return read_calendar_span({.months = static_cast<int>(number)});
  }
  if (cursor_.take_any({"days", "day", "d"})) return ambiguous_days(number, false);
  if (cursor_.take_any({"jours", "jour", "j"})) return ambiguous_days(number, true);
  return std::nullopt;
}

WithinReader::Step WithinReader::read_business_days(std::int64_t number, bool ouvrables) {
  BusinessDays days;
  days.days = static_cast<int>(number);
  if (auto fault = read_business_day_tail(days)) return fault;
  if (auto fault = need_calendar(only_calendar())) return fault;
  clause_.within = days;
  const auto named = calendars_.find(clause_.calendar);
  if (ouvrables && named != calendars_.end() && !opens_on_saturday(named->second)) {
    const auto count = std::to_string(number);
    return scalar_fault(
        FaultCode::working_days_mismatch, text_, {{"calendar", clause_.calendar}},
        {{count + (number > 1 ? " jours ouvrés in " : " jour ouvré in ") + clause_.calendar,
          CureWord::days_that_open,
          {{"calendar", clause_.calendar}}},
         {"mon-sat 09:00-18:00", CureWord::hours_of_calendar, {{"calendar", clause_.calendar}}}});
  }
  return std::nullopt;
}

/// "in office", "by end of day", "by 16:00" and ", cut-off 15:00", in any order.
WithinReader::Step WithinReader::read_business_day_tail(BusinessDays& days) {
  while (!cursor_.at_end()) {
    cursor_.take_sign(",");
    if (cursor_.take("in")) {
      if (auto fault = read_calendar()) return fault;
    } else if (cursor_.take("by end of day")) {
      days.by = DueBy::end_of_day;
    } else if (cursor_.take("by")) {
      const auto at = time_of_day_from(cursor_.take_name());
      if (!at) return malformed();
      days.by = DueBy::time_of_day;
      days.at = *at;
    } else if (cursor_.take("cut-off")) {
      const auto at = time_of_day_from(cursor_.take_name());
      if (!at) return malformed();
      days.cut_off = *at;
    } else {
      return malformed();
    }
  }
  return std::nullopt;
}

/// "7 calendar days", "2 months", "2 months 10 calendar days", "... legal count in office".
WithinReader::Step WithinReader::read_calendar_span(CalendarSpan span) {
  if (span.months > 0) {
    ScalarCursor ahead = cursor_;
    const auto more = ahead.take_number();
    if (more && *more <= most_days_within && ahead.take_any({"calendar days", "calendar day"})) {
      span.days = static_cast<int>(*more);
      cursor_ = ahead;
    }
  }
  span.legal_count = cursor_.take("legal count");
  clause_.within = span;
  if (cursor_.take("in")) return read_calendar();
  return need_calendar(span.legal_count ? only_calendar() : std::string{calendar_always});
}

WithinReader::Step WithinReader::read_duration() {
  const auto budget = take_duration(cursor_, text_);
  if (!budget) {
    return budget.error().code == FaultCode::duration_malformed ? malformed() : budget.error();
  }
  clause_.within = ServiceDuration{.budget = *budget};
  if (cursor_.take("in")) return read_calendar();
  if (!cursor_.at_end()) return malformed();
  return need_calendar(std::nullopt);
}

WithinReader::Step WithinReader::read_calendar() {
  const auto name = cursor_.take_name();
  if (name != calendar_always && !calendars_.contains(std::string{name})) {
    std::vector<std::string> known{std::string{calendar_always}};
    for (const auto& [calendar, unused] : calendars_) known.push_back(calendar);
    return part_fault(FaultCode::unknown_calendar, text_, name.empty() ? text_ : name,
                      {{"calendar", std::string{name}}}, cures_of_list(name, known));
  }
  clause_.calendar = name;
  has_calendar_ = true;
  return std::nullopt;
}

WithinReader::Step WithinReader::need_calendar(std::optional<std::string> implied) {
  if (has_calendar_) return std::nullopt;
  if (implied) {
    clause_.calendar = *implied;
    return std::nullopt;
  }
  std::vector<Cure> cures;
  for (const auto& [calendar, unused] : calendars_) {
    cures.push_back({std::string{text_} + " in " + calendar,
                     CureWord::open_hours_of_calendar,
                     {{"calendar", calendar}}});
  }
  cures.push_back({std::string{text_} + " in always", CureWord::around_the_clock, {}});
  return scalar_fault(FaultCode::calendar_missing, text_, {{"text", std::string{text_}}},
                      std::move(cures));
}

std::optional<std::string> WithinReader::only_calendar() const {
  if (calendars_.size() != 1) return std::nullopt;
  return calendars_.begin()->first;
}

/// "1 day" is an opening day, a business day or 24 hours: each is offered. Source: design T6.
Fault WithinReader::ambiguous_days(std::int64_t number, bool french) {
  const auto part = text_.substr(0, cursor_.at());
  const auto underlined = part.substr(0, part.find_last_not_of(' ') + 1);
  std::string calendar{calendars_.empty() ? calendar_always : calendars_.begin()->first};
  if (cursor_.take("in")) calendar = cursor_.take_name();
  const Arguments named{{"calendar", calendar}, {"count", std::to_string(number)}};
  const auto count = std::to_string(number);
  std::vector<Cure> cures{
      {duration_text(opening_day(calendars_, calendar) * number) + " in " + calendar,
       CureWord::opening_days_in_open_hours, named}};
  const bool many = number > 1;
  if (french) {
    cures.push_back({count + (many ? " jours ouvrés in " : " jour ouvré in ") + calendar,
                     CureWord::days_that_open, named});
    cures.push_back(
        {count + (many ? " jours calendaires" : " jour calendaire"), CureWord::wall_clock, named});
  } else {
    cures.push_back({count + (many ? " business days in " : " business day in ") + calendar,
                     CureWord::days_that_open, named});
    cures.push_back(
        {count + (many ? " calendar days" : " calendar day"), CureWord::wall_clock, named});
  }
  return part_fault(FaultCode::day_ambiguous, text_, underlined,
                    {{"text", std::string{underlined}}}, std::move(cures));
}

std::string plural(int count, std::string_view one, std::string_view many) {
  return std::to_string(count) + " " + std::string{count == 1 ? one : many};
}

std::string text_of(const ServiceDuration& within, const std::string& calendar) {
  return duration_text(within.budget) + " in " + calendar;
}

std::string text_of(const BusinessDays& within, const std::string& calendar) {
  auto text = plural(within.days, "business day", "business days") + " in " + calendar;
  if (within.by == DueBy::end_of_day) text += " by end of day";
  if (within.by == DueBy::time_of_day) text += " by " + time_of_day_text(within.at);
  if (within.cut_off) text += ", cut-off " + time_of_day_text(*within.cut_off);
  return text;
}

std::string text_of(const CalendarSpan& within, const std::string& calendar) {
  std::string text;
  if (within.months > 0) text = plural(within.months, "month", "months");
  if (within.days > 0 || within.months == 0) {
    text += (text.empty() ? "" : " ") + plural(within.days, "calendar day", "calendar days");
  }
  if (within.legal_count) text += " legal count";
  return calendar == calendar_always ? text : text + " in " + calendar;
}

std::string text_of(const CarriedDate& within, const std::string&) {
  return (within.end_of_day ? "by end of " : "by ") + within.date;
}

}  // namespace

Result<WithinClause> within_from(std::string_view text, const Calendars& calendars) {
  return WithinReader{text, calendars}.read();
}

std::string within_text(const WithinClause& clause) {
  const auto text =
      std::visit([&](const auto& kind) { return text_of(kind, clause.calendar); }, clause.within);
  return clause.strict ? "under " + text : text;
}

}  // namespace vigie
