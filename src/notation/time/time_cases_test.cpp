#include "notation/time/time_cases.h"

#include <gtest/gtest.h>

#include <boost/json.hpp>
#include <fstream>

#include "engine/time/zones_for_test.h"

namespace vigie {
namespace {

namespace json = boost::json;

/// Whether `got` has all that `expected` says.
bool agrees(const json::value& expected, const json::value& got) {
  if (!expected.is_object()) return expected == got;
  if (!got.is_object()) return false;
  for (const auto& [key, value] : expected.as_object()) {
    const json::value* found = got.as_object().if_contains(key);
    if (found == nullptr || !agrees(value, *found)) return false;
  }
  return true;
}

TEST(TimeCases, each_line_of_our_own_cases_has_its_expected_answer) {
  ZonesForTest zones;
  TimeCases cases{zones};
  std::ifstream file{"tests/time/cases.jsonl"};
  std::string line;
  int count = 0;
  while (std::getline(file, line)) {
    const json::object asked = json::parse(line).as_object();
    const std::string answer = cases.answer(line);
    EXPECT_TRUE(agrees(asked.at("expected"), json::parse(answer))) << line << "\n" << answer;
    ++count;
  }
  EXPECT_GE(count, 50);
}

TEST(TimeCases, what_cannot_be_read_is_an_error_in_words) {
  ZonesForTest zones;
  TimeCases cases{zones};
  const std::string calendar = R"("calendar": {"time_zone": "Europe/Paris", "weekly": {}})";
  const auto add = [&](const std::string& input) {
    return R"({"op": "add", )" + calendar + R"(, "input": )" + input + "}";
  };
  const auto with = [](const std::string& more) {
    return R"({"op": "add", "calendar": {"time_zone": "UTC", )" + more + R"(}, "input": {}})";
  };
  const struct {
    std::string line;
    std::string error;
  } rows[] = {
      {"x", "not JSON"},
      {"[]", "a case must be an object"},
      {"{}", "op is missing"},
      {R"({"op": "add"})", "input is missing"},
      {R"({"op": "add", "input": {}})", "calendar is missing"},
      {R"({"op": "add", "calendar": "office", "input": {}})", "calendar must be an object"},
      {R"({"op": "add", "calendar": {}, "input": {}})", "time_zone is missing"},
      {R"({"op": "add", "calendar": {"time_zone": "Paris"}, "input": {}})",
       "\"Paris\" is not a time zone"},
      {R"({"op": "add", "calendar": {"time_zone": "../etc"}, "input": {}})", "is not a time zone"},
      {with(R"("weekly": {"monday": []})"), "unknown day monday"},
      {with(R"("weekly": {"mon": [["9", "17:00"]]})"), "a time of day is"},
      {with(R"("holidays": ["2026-02-30"])"), "holidays must be a date"},
      {with(R"("holiday_sets": ["fr-alsace"])"), "is not a set of holidays"},
      {with(R"("policy": {"zero_add": "jump"})"),
       "policy zero_add has no value jump: snap, identity"},
      {with(R"("policy": {"tea": "hot"})"), "unknown policy tea"},
      {add(R"({"start": "2026-03-02T09:00:00", "seconds": 1})"), "start must be an instant"},
      {add(R"({"start": "2200-03-02T09:00:00Z", "seconds": 1})"),
       "start must be within 1970 to 2199"},
      {add(R"({"start": "2026-03-02T09:00:00Z", "seconds": "1h"})"), "seconds must be a number"},
      {add(R"({"start": "2026-03-02T09:00:00Z", "seconds": 1e300})"), "at most 300 years"},
      {R"({"op": "recur", "input": {"rrule": "FREQ=SOMETIMES", "dtstart": "2026-01-01"}})",
       "does not fit a recurrence rule"},
  };
  for (const auto& row : rows) {
    const json::object answer = json::parse(cases.answer(row.line)).as_object();
    ASSERT_TRUE(answer.contains("error")) << row.line;
    EXPECT_NE(std::string{answer.at("error").as_string()}.find(row.error), std::string::npos)
        << row.line << "\n"
        << json::serialize(answer);
  }
}

TEST(TimeCases, an_operation_that_is_not_offered_is_said_so) {
  ZonesForTest zones;
  EXPECT_EQ(TimeCases{zones}.answer(R"({"op": "horoscope", "input": {}})"),
            R"({"unsupported":true})");
}

}  // namespace
}  // namespace vigie
