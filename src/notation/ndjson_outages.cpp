#include "notation/ndjson_outages.h"

#include <boost/json.hpp>
#include <optional>

#include "notation/event_instant.h"
#include "notation/scalar_rate.h"
#include "vocabulary/finding.h"

namespace vigie {

namespace json = boost::json;

namespace {

/// Weights with larger denominators could not be added up exactly.
constexpr std::int64_t most_parts = 10'000;
constexpr std::int64_t most_users_touched = 1'000'000'000;

}  // namespace

struct OutageLineReader::Parser {
  Parser(Names& table, OutageLog& read_so_far, Findings& found)
      : names(table), outages(read_so_far), findings(found) {}

  bool read(const json::object& line, const std::string& at_line);

 private:
  void read_outage(const json::object& line, std::string_view reference);
  void read_maintenance(const json::object& line, std::string_view reference);
  void read_observed(const json::object& line, std::string_view of);
  void read_field(std::string_view key, const json::value& value, OutageEvent& event);
  void read_field(std::string_view key, const json::value& value, MaintenanceWindow& window);
  std::optional<Interval> read_interval(const json::object& line);
  std::optional<Instant> read_instant(const json::value* value);
  std::optional<std::int64_t> read_count(const json::value& value, std::int64_t most);
  std::optional<Ratio> read_severity(const json::value& value);
  void find(FindingCode code) { findings.add(code, place_); }

  static std::string_view text_of(const json::value* value) {
    return value != nullptr && value->is_string() ? std::string_view{value->get_string()}
                                                  : std::string_view{};
  }

  Names& names;
  OutageLog& outages;
  Findings& findings;
  std::string place_;
  EventInstants instants_;
};

OutageLineReader::OutageLineReader(Names& names, OutageLog& outages, Findings& findings)
    : parser_(std::make_unique<Parser>(names, outages, findings)) {}

OutageLineReader::~OutageLineReader() = default;

bool OutageLineReader::read(std::string_view line, const std::string& place) {
  boost::system::error_code error;
  const json::value value = json::parse({line.data(), line.size()}, error);
  return !error && value.is_object() && parser_->read(value.get_object(), place);
}

bool OutageLineReader::Parser::read(const json::object& line, const std::string& at_line) {
  place_ = at_line;
  const auto said = [&](std::string_view key) {
    return line.if_contains({key.data(), key.size()});
  };
  if (said("ticket") != nullptr) return false;
  for (const std::string_view key : {"outage", "maintenance", "observed"}) {
    const json::value* named = said(key);
    if (named == nullptr) continue;
    const auto reference = text_of(named);
    if (reference.empty()) {
      find(FindingCode::field_unreadable);
    } else if (key == "outage") {
      read_outage(line, reference);
    } else if (key == "maintenance") {
      read_maintenance(line, reference);
    } else {
      read_observed(line, reference);
    }
    return true;
  }
  return false;
}

void OutageLineReader::Parser::read_outage(const json::object& line, std::string_view reference) {
  const auto word = from_key<OutageWord>(text_of(line.if_contains("event")));
  if (!word) return find(FindingCode::unknown_event);
  OutageEvent event;
  event.word = *word;
  const auto at = read_instant(line.if_contains("at"));
  if (!at) return;
  event.at = event.recorded_at = *at;
  for (const auto& [key, value] : line) {
    if (key != "outage" && key != "event" && key != "at" && key != "of") {
      read_field(key, value, event);
    }
  }
  const auto id = names.intern<OutageReference>(reference);
  const auto of = names.intern<AttributeValue>(text_of(line.if_contains("of")));
  const Outage* known = outages.find(id);
  if (known == nullptr && !of) return find(FindingCode::outage_of_nothing);
  if (known != nullptr && of && of != known->of) find(FindingCode::outage_of_nothing);
  outages.append(id, of, event);
}

void OutageLineReader::Parser::read_field(std::string_view key, const json::value& value,
                                          OutageEvent& event) {
  if (key == "severity") {
    event.severity = read_severity(value);
  } else if (key == "users") {
    event.users = read_count(value, most_users_touched);
  } else if (key == "supersedes") {
    event.supersedes = static_cast<std::uint32_t>(read_count(value, INT32_MAX).value_or(0));
  } else if (key == "source" && value.is_string()) {
    event.source = names.intern<AttributeValue>(text_of(&value));
  } else if (key == "recorded_at") {
    event.recorded_at = read_instant(&value).value_or(event.recorded_at);
  } else {
    find(key == "source" ? FindingCode::field_unreadable : FindingCode::unknown_field);
  }
}

void OutageLineReader::Parser::read_maintenance(const json::object& line,
                                                std::string_view reference) {
  const auto interval = read_interval(line);
  if (!interval) return;
  MaintenanceWindow window;
  window.reference = names.intern<OutageReference>(reference);
  window.interval = *interval;
  const json::value* announced = line.if_contains("announced_at");
  if (announced != nullptr) window.announced_at = read_instant(announced);
  window.recorded_at = window.announced_at.value_or(interval->from);
  for (const auto& [key, value] : line) {
    if (key != "maintenance" && key != "from" && key != "to" && key != "announced_at") {
      read_field(key, value, window);
    }
  }
  outages.append(std::move(window));
}

void OutageLineReader::Parser::read_field(std::string_view key, const json::value& value,
                                          MaintenanceWindow& window) {
  if (key == "of" && value.is_string()) {
    window.of = names.intern<AttributeValue>(text_of(&value));
  } else if (key == "title" && value.is_string()) {
    window.title = text_of(&value);
  } else if (key == "withdrawn" && value.is_bool()) {
    window.withdrawn = value.get_bool();
  } else if (key == "recorded_at") {
    window.recorded_at = read_instant(&value).value_or(window.recorded_at);
  } else {
    const bool is_known = key == "of" || key == "title" || key == "withdrawn";
    find(is_known ? FindingCode::field_unreadable : FindingCode::unknown_field);
  }
}

void OutageLineReader::Parser::read_observed(const json::object& line, std::string_view of) {
  const auto interval = read_interval(line);
  if (!interval) return;
  for (const auto& field : line) {
    const std::string_view key{field.key()};
    if (key != "observed" && key != "from" && key != "to") find(FindingCode::unknown_field);
  }
  outages.append(Observation{names.intern<AttributeValue>(of), *interval});
}

std::optional<Interval> OutageLineReader::Parser::read_interval(const json::object& line) {
  const auto from = read_instant(line.if_contains("from"));
  if (!from) return std::nullopt;
  const auto to = read_instant(line.if_contains("to"));
  if (!to) return std::nullopt;
  if (*from < *to) return Interval{*from, *to};
  find(FindingCode::interval_reversed);
  return std::nullopt;
}

std::optional<Instant> OutageLineReader::Parser::read_instant(const json::value* value) {
  FindingCode why{};
  const auto at = instants_.read(text_of(value), why);
  if (!at) find(why);
  return at;
}

std::optional<std::int64_t> OutageLineReader::Parser::read_count(const json::value& value,
                                                                 std::int64_t most) {
  const bool is_count = value.is_int64() && value.get_int64() >= 0 && value.get_int64() <= most;
  if (is_count) return value.get_int64();
  find(FindingCode::field_unreadable);
  return std::nullopt;
}

/// "1/2", "50 %": the part of the service that is lost; 1 is all of it.
std::optional<Ratio> OutageLineReader::Parser::read_severity(const json::value& value) {
  const auto severity = rate_from(text_of(&value));
  if (severity && severity->denominator <= most_parts) return *severity;
  find(FindingCode::field_unreadable);
  return std::nullopt;
}

}  // namespace vigie
