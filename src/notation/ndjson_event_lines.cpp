// Writing of canonical events.
#include <vector>

#include "notation/event_fields.h"
#include "notation/json/json_writer.h"
#include "notation/ndjson_events.h"
#include "notation/page/rfc3339.h"

namespace vigie {

namespace {

class LineWriter {
 public:
  LineWriter(const History& history, const Names& names) : history_(history), names_(names) {}

  std::string take() { return std::move(lines_); }

  void write_all() {
    const auto& events = history_.events;
    for (std::size_t i = 0; i < events.size();) {
      const std::size_t end = i + 1 + attributes_after(i);
      write(i, end);
      i = end;
    }
  }

 private:
  /// How many events after an opening say its attributes on the same line.
  std::size_t attributes_after(std::size_t opening) const {
    const auto& events = history_.events;
    const Event& opened = events[opening];
    if (opened.word != EventWord::opened) return 0;
    std::uint32_t said = opened.value ? bit_of(Attribute::channel) : 0U;
    std::size_t count = 0;
    for (std::size_t i = opening + 1; i < events.size(); ++i, ++count) {
      Event expected;
      expected.at = opened.at;
      expected.recorded_at = opened.recorded_at;
      expected.word = EventWord::classified;
      expected.effect = Effect::origin;
      expected.attribute = events[i].attribute;
      expected.value = events[i].value;
      expected.sequence = events[i].sequence;
      const bool is_new = (said & bit_of(expected.attribute)) == 0;
      const bool is_sayable =
          expected.attribute != Attribute::none && expected.attribute != Attribute::channel;
      if (!(expected == events[i]) || !is_new || !is_sayable || !expected.value) break;
      said |= bit_of(expected.attribute);
    }
    return count;
  }

  static std::uint32_t bit_of(Attribute attribute) {
    return 1U << static_cast<unsigned>(attribute);
  }

  void write(std::size_t first, std::size_t end) {
    const Event& event = history_.events[first];
    JsonWriter json;
    json.begin_object();
    json.field("ticket", names_.text(history_.ticket));
    json.field("at", rfc3339(event.at));
    json.field("event", key_of(event.word));
    if (event.word == EventWord::classified) {
      json.field(key_of(event.attribute), names_.text(event.value));
    } else {
      write_name(json, value_field(event.word), event.value);
    }
    for (std::size_t i = first + 1; i < end; ++i) {
      const Event& classified = history_.events[i];
      json.field(key_of(classified.attribute), names_.text(classified.value));
    }
    write_rest(json, event);
    json.end_object();
    lines_ += json.text();
    lines_ += '\n';
  }

  void write_rest(JsonWriter& json, const Event& event) {
    if (event.effect != Effect::now) json.field("effect", key_of(event.effect));
    write_name(json, "party", event.party);
    write_name(json, "team", event.team);
    write_name(json, "person", event.person);
    write_name(json, "other", event.other);
    if (event.relation != Relation::none) json.field("relation", key_of(event.relation));
    if (event.date != Instant{}) json.field(date_field(event.word), rfc3339(event.date));
    if (event.consent) json.field("consent", true);
    if (event.recorded_at != event.at) json.field("recorded_at", rfc3339(event.recorded_at));
    if (event.supersedes != 0) {
      json.field("supersedes", static_cast<std::uint64_t>(event.supersedes));
    }
  }

  template <class Of>
  void write_name(JsonWriter& json, std::string_view field, Id<Of> id) {
    if (id) json.field(field, names_.text(id));
  }

  const History& history_;
  const Names& names_;
  std::string lines_;
};

}  // namespace

void append_event_lines(std::string& lines, const History& history, const Names& names) {
  LineWriter writer{history, names};
  writer.write_all();
  lines += writer.take();
}

}  // namespace vigie
