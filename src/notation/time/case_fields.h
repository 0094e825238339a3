// The fields of a case as JSON gives them: each read checks its kind, or says what is wrong.
#pragma once

#include <boost/json/fwd.hpp>
#include <stdexcept>
#include <string>
#include <string_view>

#include "engine/base/instant.h"
#include "engine/calendar/conventions.h"
#include "engine/calendar/service_calendar.h"

namespace vigie {

/// What is wrong in a case, in words. A case is read deep inside calendars and events; it is caught
/// once, by `TimeCases::answer`, which makes it the answer of that line.
class BadCase : public std::runtime_error {
 public:
  using std::runtime_error::runtime_error;
};

/// Where a field may be absent, null counts as absent.
const boost::json::value* optional_field(const boost::json::object& object, std::string_view key);
const boost::json::value& field(const boost::json::object& object, std::string_view key);

std::string_view text_of(const boost::json::value& value, std::string_view what);
const boost::json::object& object_of(const boost::json::value& value, std::string_view what);
const boost::json::array& array_of(const boost::json::value& value, std::string_view what);

Instant instant_of(const boost::json::value& value, std::string_view what);
CivilDay day_of(const boost::json::value& value, std::string_view what);
/// Seconds, whole or not, to the microsecond; at most 300 years either way.
Duration seconds_of(const boost::json::value& value, std::string_view what);
/// A whole number within `-most` to `most`.
int whole_of(const boost::json::value& value, std::string_view what, int most);

/// A calendar as vectors write it: time_zone, weekly, holidays, yearly_holidays, holiday_ranges,
/// shifts, extra, breaks; and, ours, holiday_sets (named sets) and worked (dates).
ServiceCalendar calendar_of(const boost::json::object& calendar);

/// Both kinds of conventions, by the names that migrating customers know ("policies").
struct Policies {
  EdgeConventions edges;
  AnswerConventions answers;
};

/// Overrides what `policies` holds by what `policy` says; an unknown name or value is refused.
void read_policies(const boost::json::object& policy, Policies& policies);

}  // namespace vigie
