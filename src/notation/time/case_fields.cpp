#include "notation/time/case_fields.h"

#include <boost/json/array.hpp>
#include <boost/json/object.hpp>
#include <boost/json/value.hpp>
#include <cmath>

#include "notation/time/read_time.h"

namespace vigie {

namespace json = boost::json;

namespace {

BadCase wrong(std::string_view what, std::string_view wanted) {
  return BadCase{std::string{what}.append(" must be ").append(wanted)};
}

}  // namespace

const json::value* optional_field(const json::object& object, std::string_view key) {
  const json::value* found = object.if_contains(key);
  return found == nullptr || found->is_null() ? nullptr : found;
}

const json::value& field(const json::object& object, std::string_view key) {
  const json::value* found = optional_field(object, key);
  if (found == nullptr) throw BadCase{std::string{key} + " is missing"};
  return *found;
}

std::string_view text_of(const json::value& value, std::string_view what) {
  const json::string* text = value.if_string();
  if (text == nullptr) throw wrong(what, "a text");
  return {text->data(), text->size()};
}

const json::object& object_of(const json::value& value, std::string_view what) {
  const json::object* object = value.if_object();
  if (object == nullptr) throw wrong(what, "an object");
  return *object;
}

const json::array& array_of(const json::value& value, std::string_view what) {
  const json::array* array = value.if_array();
  if (array == nullptr) throw wrong(what, "a list");
  return *array;
}

Instant instant_of(const json::value& value, std::string_view what) {
  const auto at = read_instant(text_of(value, what));
  if (!at) throw wrong(what, "an instant with its offset, such as 2026-03-02T15:30:00Z");
  if (*at < first_instant || *at > last_instant) throw wrong(what, "within 1970 to 2199");
  return *at;
}

CivilDay day_of(const json::value& value, std::string_view what) {
  const auto day = read_day(text_of(value, what));
  if (!day) throw wrong(what, "a date such as 2026-03-02");
  return *day;
}

Duration seconds_of(const json::value& value, std::string_view what) {
  constexpr std::int64_t most = 300LL * 366 * 86400;
  if (const std::int64_t* whole = value.if_int64()) {
    if (*whole < -most || *whole > most) throw wrong(what, "at most 300 years");
    return std::chrono::seconds{*whole};
  }
  const double* number = value.if_double();
  if (number == nullptr) throw wrong(what, "a number of seconds");
  if (!(std::abs(*number) <= static_cast<double>(most))) throw wrong(what, "at most 300 years");
  return Duration{std::llround(*number * 1e6)};
}

int whole_of(const json::value& value, std::string_view what, int most) {
  const std::int64_t* whole = value.if_int64();
  if (whole == nullptr) throw wrong(what, "a whole number");
  if (*whole < -most || *whole > most) throw wrong(what, "at most " + std::to_string(most));
  return static_cast<int>(*whole);
}

}  // namespace vigie
