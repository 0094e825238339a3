// One function an operation: the case in, the fields of its answer out.
#pragma once

#include <boost/json/fwd.hpp>

#include "engine/calendar/hours_index.h"
#include "notation/json/json_writer.h"
#include "notation/time/case_fields.h"

namespace vigie {

/// A case with its calendar ready.
struct TimeCase {
  const boost::json::object& input;
  const HoursIndex* hours = nullptr;  // none for operations that work without a calendar
  ZoneSource& zones;
  const Policies& policies;
};

/// Writes the fields of the answer into an object that is open.
using AnswerTimeCase = void (*)(const TimeCase&, JsonWriter&);

enum class CalendarUse : std::uint8_t { needed, optional, unused };

struct TimeOperation {
  std::string_view name;
  CalendarUse calendar;
  AnswerTimeCase answer;
};

/// None when the operation is not offered.
const TimeOperation* time_operation(std::string_view name);

void answer_ticket(const TimeCase& asked, JsonWriter& json);
void answer_held(const TimeCase& asked, JsonWriter& json);
void answer_service_level(const TimeCase& asked, JsonWriter& json);

void write_instant(JsonWriter& json, std::string_view key, const std::optional<Instant>& at);
void write_seconds(JsonWriter& json, std::string_view key, Duration length);

}  // namespace vigie
