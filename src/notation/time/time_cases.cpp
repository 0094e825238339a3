#include "notation/time/time_cases.h"

#include <boost/json/object.hpp>
#include <boost/json/parse.hpp>
#include <boost/json/serialize.hpp>
#include <list>

#include "engine/calendar/compile_hours.h"
#include "notation/time/case_answers.h"

namespace vigie {

namespace json = boost::json;

namespace {

struct CompiledCalendar {
  std::string text;  // the calendar and the policies of the case, as JSON
  Policies policies;
  HoursIndex hours;
};

Policies policies_of(const json::object& asked, Policies policies) {
  if (const json::value* calendar = optional_field(asked, "calendar")) {
    if (const auto* policy = optional_field(object_of(*calendar, "calendar"), "policy")) {
      read_policies(object_of(*policy, "policy"), policies);
    }
  }
  if (const json::value* policy = optional_field(asked, "policy")) {
    read_policies(object_of(*policy, "policy"), policies);
  }
  return policies;
}

}  // namespace

struct TimeCases::Calendars {
  ZoneSource& zones;
  std::list<CompiledCalendar> latest;  // the last one used first

  const CompiledCalendar& compiled(const json::object& asked) {
    std::string text = json::serialize(field(asked, "calendar"));
    if (const auto* policy = optional_field(asked, "policy")) text += json::serialize(*policy);
    for (auto one = latest.begin(); one != latest.end(); ++one) {
      if (one->text != text) continue;
      latest.splice(latest.begin(), latest, one);
      return latest.front();
    }
    const Policies policies = policies_of(asked, {});
    const ServiceCalendar calendar = calendar_of(object_of(field(asked, "calendar"), "calendar"));
    auto hours = compile_hours(calendar, {.zones = zones, .conventions = policies.edges});
    if (!hours) throw BadCase{message_of(hours.error(), Language::en)};
    constexpr std::size_t kept = 32;
    if (latest.size() == kept) latest.pop_back();
    latest.push_front({std::move(text), policies, std::move(hours).value()});
    return latest.front();
  }
};

TimeCases::TimeCases(ZoneSource& zones) : calendars_(new Calendars{zones, {}}) {}
TimeCases::~TimeCases() = default;

std::string TimeCases::answer(std::string_view line) {
  JsonWriter answer;
  try {
    const json::value value = json::parse(line);
    const json::object& asked = object_of(value, "a case");
    const TimeOperation* operation = time_operation(text_of(field(asked, "op"), "op"));
    if (operation == nullptr) return R"({"unsupported":true})";
    const json::object& input = object_of(field(asked, "input"), "input");
    answer.begin_object();
    const bool has_calendar = optional_field(asked, "calendar") != nullptr;
    if (operation->calendar == CalendarUse::needed ||
        (operation->calendar == CalendarUse::optional && has_calendar)) {
      const CompiledCalendar& calendar = calendars_->compiled(asked);
      operation->answer({input, &calendar.hours, calendars_->zones, calendar.policies}, answer);
    } else {
      const Policies policies =
          policies_of(asked, {.edges = {.gap = DstGap::shift}, .answers = {}});
      operation->answer({input, nullptr, calendars_->zones, policies}, answer);
    }
    return answer.end_object().take();
  } catch (const BadCase& bad) {
    return JsonWriter{}
        .begin_object()
        .field("error", std::string_view{bad.what()})
        .end_object()
        .take();
  } catch (const boost::system::system_error& bad) {
    const std::string why = "not JSON: " + bad.code().message();
    return JsonWriter{}.begin_object().field("error", std::string_view{why}).end_object().take();
  }
}

}  // namespace vigie
