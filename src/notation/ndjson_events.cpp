// Reading of canonical events.
#include "notation/ndjson_events.h"

#include <boost/json.hpp>
#include <optional>
#include <vector>

#include "notation/event_fields.h"
#include "notation/event_instant.h"
#include "notation/ndjson_outages.h"
#include "vocabulary/finding.h"

namespace vigie {

namespace json = boost::json;

struct EventLineReader::Parser {
  Parser(std::string of, Names& table, Histories& read_so_far, OutageLog& outages, Findings& found)
      : source(std::move(of)),
        names(table),
        histories(read_so_far),
        findings(found),
        outage_lines_(table, outages, found) {}

  void read(std::string_view line, std::uint64_t line_number);

 private:
  struct Said {
    Attribute attribute;
    Value value;
  };

  void read_object(const json::object& object);
  void read_field(std::string_view key, const json::value& value, Event& event);
  bool read_flag(std::string_view key, const json::value& value, Event& event);
  bool read_name(std::string_view key, std::string_view text, Event& event);
  bool read_word(std::string_view key, std::string_view text, Event& event);
  bool read_date(std::string_view key, std::string_view text, Event& event);
  std::optional<Instant> read_instant(std::string_view text);
  std::optional<std::string_view> text_of(const json::value& value);
  void append(Id<Ticket> ticket, const Event& event);
  void find(FindingCode code) { findings.add(code, place()); }
  std::string place() const { return source + ":" + std::to_string(number); }

  std::string source;
  Names& names;
  Histories& histories;
  Findings& findings;
  std::uint64_t number = 0;
  std::string number_text_;  // of a number given where a text is expected
  OutageLineReader outage_lines_;
  std::vector<Said> said_;  // attributes of the line, in its order
  EventInstants instants_;
  unsigned char memory_[16384];
};

EventLineReader::EventLineReader(std::string source, Names& names, Histories& histories,
                                 OutageLog& outages, Findings& findings)
    : parser_(std::make_unique<Parser>(std::move(source), names, histories, outages, findings)) {}

EventLineReader::~EventLineReader() = default;

void EventLineReader::read(std::string_view line, std::uint64_t number) {
  parser_->read(line, number);
}

void EventLineReader::Parser::read(std::string_view line, std::uint64_t line_number) {
  number = line_number;
  if (line.find_first_not_of(" \t") == std::string_view::npos) return;
  json::monotonic_resource memory{memory_, sizeof memory_};
  boost::system::error_code error;
  const json::value value = json::parse({line.data(), line.size()}, error, &memory);
  if (error || !value.is_object()) return find(FindingCode::line_unreadable);
  const auto& object = value.get_object();
  if (!object.contains("ticket") && outage_lines_.read(line, place())) return;
  read_object(object);
}

void EventLineReader::Parser::read_object(const json::object& object) {
  Event event;
  const json::value* ticket = object.if_contains("ticket");
  const auto reference = ticket != nullptr ? text_of(*ticket) : std::nullopt;
  if (!reference || reference->empty()) return find(FindingCode::no_ticket_key);
  const auto ticket_id = names.intern<Ticket>(*reference);
  const json::value* word = object.if_contains("event");
  const bool has_word = word != nullptr && word->is_string();
  const auto known =
      has_word ? from_key<EventWord>(std::string_view{word->get_string()}) : std::nullopt;
  if (!known) return find(FindingCode::unknown_event);
  event.word = *known;
  const json::value* stamp = object.if_contains("at");
  const bool has_stamp = stamp != nullptr && stamp->is_string();
  const auto at = read_instant(has_stamp ? std::string_view{stamp->get_string()} : "");
  if (!at) return;
  event.at = event.recorded_at = *at;
  said_.clear();
  for (const auto& [key, value] : object) {
    if (key != "ticket" && key != "event" && key != "at") read_field(key, value, event);
  }
  append(ticket_id, event);
}

/// The event, and one more for each attribute beyond what its own fields hold.
void EventLineReader::Parser::append(Id<Ticket> ticket, const Event& event) {
  if (event.word != EventWord::classified) histories.append(ticket, event);
  if (event.word == EventWord::classified && said_.empty()) find(FindingCode::field_unreadable);
  for (const Said& said : said_) {
    Event classified = event;
    if (event.word == EventWord::opened) {
      classified = Event{};
      classified.at = event.at;
      classified.recorded_at = event.recorded_at;
      classified.effect = Effect::origin;
    }
    classified.word = EventWord::classified;
    classified.attribute = said.attribute;
    classified.value = said.value;
    histories.append(ticket, classified);
  }
}

void EventLineReader::Parser::read_field(std::string_view key, const json::value& value,
                                         Event& event) {
  if (read_flag(key, value, event)) return;
  const auto text = text_of(value);
  if (!text) return find(FindingCode::field_unreadable);
  if (key == value_field(event.word)) {
    event.value = names.intern<AttributeValue>(*text);
    return;
  }
  const auto attribute = from_key<Attribute>(key);
  if (attribute && *attribute != Attribute::none && takes_attributes(event.word)) {
    said_.push_back({*attribute, names.intern<AttributeValue>(*text)});
    return;
  }
  if (read_name(key, *text, event) || read_word(key, *text, event)) return;
  if (!read_date(key, *text, event)) find(FindingCode::unknown_field);
}

/// consent and supersedes, which are not texts.
bool EventLineReader::Parser::read_flag(std::string_view key, const json::value& value,
                                        Event& event) {
  if (key == "consent") {
    if (!value.is_bool()) find(FindingCode::field_unreadable);
    event.consent = value.is_bool() && value.get_bool();
    return true;
  }
  if (key != "supersedes") return false;
  const bool is_sequence =
      value.is_int64() && value.get_int64() > 0 && value.get_int64() <= UINT32_MAX;
  if (is_sequence) {
    event.supersedes = static_cast<std::uint32_t>(value.get_int64());
  } else {
    find(FindingCode::field_unreadable);
  }
  return true;
}

bool EventLineReader::Parser::read_name(std::string_view key, std::string_view text, Event& event) {
  if (key == "party") {
    event.party = names.intern<Party>(text);
  } else if (key == "team") {
    event.team = names.intern<Team>(text);
  } else if (key == "person") {
    event.person = names.intern<Person>(text);
  } else if (key == "other") {
    event.other = names.intern<Ticket>(text);
  } else {
    return false;
  }
  return true;
}

bool EventLineReader::Parser::read_word(std::string_view key, std::string_view text, Event& event) {
  if (key == "effect") {
    const auto effect = from_key<Effect>(text);
    if (!effect) find(FindingCode::field_unreadable);
    event.effect = effect.value_or(Effect::now);
    return true;
  }
  if (key != "relation") return false;
  const auto relation = from_key<Relation>(text);
  if (!relation) find(FindingCode::field_unreadable);
  event.relation = relation.value_or(Relation::none);
  return true;
}

bool EventLineReader::Parser::read_date(std::string_view key, std::string_view text, Event& event) {
  if (key != "recorded_at" && key != date_field(event.word)) return false;
  Instant& date = key == "recorded_at" ? event.recorded_at : event.date;
  date = read_instant(text).value_or(date);
  return true;
}

std::optional<Instant> EventLineReader::Parser::read_instant(std::string_view text) {
  FindingCode why{};
  const auto at = instants_.read(text, why);
  if (!at) find(why);
  return at;
}

/// A text, or a whole number as it is written.
std::optional<std::string_view> EventLineReader::Parser::text_of(const json::value& value) {
  if (value.is_string()) return std::string_view{value.get_string()};
  if (value.is_int64()) return number_text_ = std::to_string(value.get_int64());
  if (value.is_uint64()) return number_text_ = std::to_string(value.get_uint64());
  return std::nullopt;
}

}  // namespace vigie
