#include "notation/source/alert_payload.h"

#include <algorithm>
#include <boost/json.hpp>
#include <charconv>

#include "engine/base/digest.h"
#include "vocabulary/finding.h"

namespace vigie {

namespace {

constexpr std::size_t most_bytes = 200;  // of what is kept of a text

std::string unescaped(std::string_view part) {
  std::string text;
  for (std::size_t i = 0; i < part.size(); ++i) {
    const bool is_escape = part[i] == '~' && i + 1 < part.size();
    text += is_escape ? (part[++i] == '1' ? '/' : '~') : part[i];
  }
  return text;
}

const boost::json::value* member_of(const boost::json::value& value, const std::string& name) {
  if (const auto* object = value.if_object()) return object->if_contains(name);
  const auto* list = value.if_array();
  if (list == nullptr) return nullptr;
  std::size_t index = 0;
  const auto read = std::from_chars(name.data(), name.data() + name.size(), index);
  const bool is_index = read.ec == std::errc{} && read.ptr == name.data() + name.size();
  return is_index ? list->if_contains(index) : nullptr;
}

/// What stands at a pointer; null: nothing does.
const boost::json::value* value_at(const boost::json::value& value, std::string_view pointer) {
  const boost::json::value* found = &value;
  while (!pointer.empty() && found != nullptr) {
    const std::size_t end = std::min(pointer.find('/', 1), pointer.size());
    found = member_of(*found, unescaped(pointer.substr(1, end - 1)));
    pointer.remove_prefix(end);
  }
  return found;
}

/// A text, a number or a truth; none of what has parts.
std::optional<std::string> text_of(const boost::json::value& value) {
  if (const auto* text = value.if_string()) return std::string{*text};
  if (const auto* number = value.if_int64()) return std::to_string(*number);
  if (const auto* large = value.if_uint64()) return std::to_string(*large);
  if (const auto* truth = value.if_bool()) return *truth ? "true" : "false";
  return std::nullopt;
}

/// Whole characters, at most so many bytes.
std::string_view beginning_of(std::string_view text, std::size_t most) {
  if (text.size() <= most) return text;
  while (most > 0 && (static_cast<unsigned char>(text[most]) & 0xC0) == 0x80) --most;
  return text.substr(0, most);
}

/// Not too long, without controls, nor blanks around.
std::string one_line(std::string_view text) {
  std::string line;
  for (const char c : beginning_of(text, most_bytes)) {
    line += static_cast<unsigned char>(c) < ' ' || c == '\x7F' ? ' ' : c;
  }
  while (line.ends_with(' ')) line.pop_back();
  line.erase(0, std::min(line.find_first_not_of(' '), line.size()));
  return line;
}

/// As it is kept: itself where it is short and plain.
std::string kept_fingerprint(const std::string& text) {
  if (one_line(text) == text) return text;
  Digest digest;
  digest.add(text);
  return digest.text();
}

/// Goes down a pointer, and comes back.
class Descent {
 public:
  Descent(JsonRoad& road, std::string_view pointer) : road_{road} {
    while (!pointer.empty()) {
      const std::size_t end = std::min(pointer.find('/', 1), pointer.size());
      road_.enter(unescaped(pointer.substr(1, end - 1)));
      pointer.remove_prefix(end);
      ++steps_;
    }
  }
  Descent(const Descent&) = delete;
  Descent& operator=(const Descent&) = delete;
  ~Descent() {
    while (steps_-- > 0) road_.leave();
  }

 private:
  JsonRoad& road_;
  int steps_ = 0;
};

/// Reads one alert.
class AlertReader {
 public:
  AlertReader(const boost::json::value& alert, const PayloadToRead& payload, JsonRoad& road)
      : alert_{alert}, payload_{payload}, profile_{payload.profile}, road_{road} {}

  /// None when it says nothing of an alert, and when a fault was found.
  std::optional<AlertSaid> read() {
    const auto state = state_said();
    if (!state || *state == AlertState::ignore) return std::nullopt;
    AlertSaid said;
    if (!weigh(said)) return std::nullopt;
    const auto fingerprint = text_from(profile_.fingerprint);
    if (!fingerprint) return missing(profile_.fingerprint);
    said.fingerprint = kept_fingerprint(*fingerprint);
    said.title = one_line(text_from(profile_.title).value_or(*fingerprint));
    say_item(said);
    say_customer(said);
    if (!say_times(*state, said)) return std::nullopt;
    return said;
  }

 private:
  std::optional<std::string> text_at(const std::string& pointer) const {
    const boost::json::value* value = value_at(alert_, pointer);
    auto text = value == nullptr ? std::nullopt : text_of(*value);
    if (text && (text->empty() || says_nothing(*text))) text.reset();
    return text;
  }
  /// A macro that the tool did not replace says nothing either.
  bool says_nothing(const std::string& text) const {
    return std::ranges::find(profile_.missing, text) != profile_.missing.end() ||
           (text.starts_with('{') && text.ends_with('}'));
  }
  std::optional<std::string> text_from(const PayloadPlaces& places) const {
    for (const auto& pointers : places) {
      std::string text;
      const bool is_there = std::ranges::all_of(pointers, [&](const std::string& pointer) {
        const auto part = text_at(pointer);
        if (part) text += (text.empty() ? "" : " ") + *part;
        return part.has_value();
      });
      if (is_there) return text;
    }
    return std::nullopt;
  }

  std::nullopt_t missing(const PayloadPlaces& places) {
    road_.find(JsonFaultKind::member_missing, {{"name", places.front().front()}});
    return std::nullopt;
  }

  /// None: nothing is said, or a fault.
  std::optional<AlertState> state_said() {
    const auto& [from, map] = profile_.state;
    if (from.empty()) return text_from(profile_.ended) ? AlertState::up : AlertState::down;
    const auto text = text_from(from);
    if (!text) return map.fallback;
    for (const auto& [value, state] : map.values) {
      if (value == *text) return state;
    }
    if (map.fallback) return map.fallback;
    std::string words;
    for (const auto& [value, state] : map.values) words += (words.empty() ? "" : ", ") + value;
    fault_at(from, JsonFaultKind::not_of_the_list, {{"words", words}});
    return std::nullopt;
  }

  /// False when it is not listened to.
  bool weigh(AlertSaid& said) {
    const auto& [from, map] = profile_.severity;
    const auto text = text_from(from);
    if (!text) {
      said.weight = map.fallback.value_or(whole_alert);
      return said.weight > 0;
    }
    const auto known =
        std::ranges::find(map.values, *text, &std::pair<std::string, AlertWeight>::first);
    if (known != map.values.end()) {
      said.weight = known->second;
    } else if (map.unmapped == Unmapped::keep) {
      said.weight = map.fallback.value_or(whole_alert);
    } else {
      said.finding = FindingCode::alert_severity_unknown;
    }
    return said.weight > 0;
  }

  /// None: it is missing, or not mapped.
  std::optional<std::string> meaning_from(const PayloadRule<std::string>& rule) const {
    const auto text = text_from(rule.from);
    if (!text) return rule.map.fallback;
    for (const auto& [value, meaning] : rule.map.values) {
      if (value == *text) return meaning;
    }
    if (rule.map.fallback && !rule.map.values.empty()) return rule.map.fallback;
    return rule.map.unmapped == Unmapped::keep ? text : std::nullopt;
  }

  void say_item(AlertSaid& said) const {
    said.item = one_line(meaning_from(profile_.item).value_or(""));
    if (said.item.empty()) said.finding = FindingCode::alert_service_unknown;
  }

  void say_customer(AlertSaid& said) const {
    const auto customer = meaning_from(profile_.customer);
    if (customer) {
      said.customer = one_line(*customer);
    } else if (text_from(profile_.customer.from)) {
      said.finding = FindingCode::alert_customer_unknown;
    }
  }

  bool say_times(AlertState state, AlertSaid& said) {
    const auto began = text_from(profile_.began);
    said.is_sample = !began;
    if (began && !read_stamp(profile_.began, *began, said.began)) return false;
    if (state == AlertState::up) return say_end(said);
    if (began) return true;
    const auto at = text_from(profile_.at);
    said.began = payload_.heard_at;
    return !at || read_stamp(profile_.at, *at, said.began);
  }

  bool say_end(AlertSaid& said) {
    said.ended = payload_.heard_at;
    const PayloadPlaces& places = text_from(profile_.ended) ? profile_.ended : profile_.at;
    const auto text = text_from(places);
    return !text || read_stamp(places, *text, said.ended);
  }

  bool read_stamp(const PayloadPlaces& places, const std::string& text,
                  std::optional<Instant>& into) {
    const Zone* zone = nullptr;
    if (!zone_of_stamp(text, zone)) return false;
    const StampReading reading = StampReader{profile_.stamps, zone}.read(text);
    const bool is_read = reading.kind != StampKind::unreadable &&
                         reading.kind != StampKind::out_of_range && is_understood(reading.at);
    if (is_read) {
      into = reading.at;
    } else {
      fault_at(places, JsonFaultKind::not_an_instant);
    }
    return is_read;
  }

  /// The zone of a stamp that says no offset: of the profile, or of the payload itself.
  bool zone_of_stamp(const std::string& text, const Zone*& zone) {
    if (profile_.zone_from.empty()) {
      if (!profile_.stamps.zone.empty()) zone = payload_.zones.find(profile_.stamps.zone);
      return true;
    }
    const auto name = text_from(profile_.zone_from);
    if (name) zone = payload_.zones.find(*name);
    if (zone != nullptr || says_offset(text)) return true;
    if (name) {
      fault_at(profile_.zone_from, JsonFaultKind::not_of_the_list,
               {{"words", "Europe/Paris, America/Montreal, UTC"}});
    } else {
      missing(profile_.zone_from);
    }
    return false;
  }
  bool says_offset(const std::string& text) const {
    for (const StampFormat& format : profile_.stamps.formats) {
      const auto stamp = format.read(text);
      if (stamp) return stamp->offset.has_value();
    }
    return true;  // no stamp at all: that fault is told
  }

  void fault_at(const PayloadPlaces& places, JsonFaultKind kind,
                std::vector<std::pair<std::string, std::string>> arguments = {}) {
    const Descent descent{road_, places.front().front()};
    road_.find(kind, std::move(arguments));
  }

  const boost::json::value& alert_;
  const PayloadToRead& payload_;
  const SourceProfile& profile_;
  JsonRoad& road_;
};

void read_one(const boost::json::value& alert, const PayloadToRead& payload, JsonRoad& road,
              PayloadRead& read) {
  const std::size_t before = road.faults().size();
  auto said = AlertReader{alert, payload, road}.read();
  if (said) {
    read.said.push_back(*std::move(said));
  } else if (road.faults().size() == before) {
    ++read.ignored;
  }
}

}  // namespace

PayloadRead alerts_from(const PayloadToRead& payload, JsonRoad& road) {
  PayloadRead read;
  const JsonText text{payload.body, road};
  if (text.value() == nullptr) return read;
  if (payload.profile.alerts.empty()) {
    if (!text.value()->is_object()) {
      road.find(JsonFaultKind::not_an_object);
      return read;
    }
    read_one(*text.value(), payload, road, read);
    return read;
  }
  const std::string& pointer = payload.profile.alerts.front().front();
  const Descent descent{road, pointer};
  const boost::json::value* list = value_at(*text.value(), pointer);
  if (list == nullptr || !list->is_array()) {
    road.find(JsonFaultKind::not_a_list);
  } else if (list->as_array().size() > road.bounds().items) {
    road.find(JsonFaultKind::list_too_long, {{"most", std::to_string(road.bounds().items)}});
  } else {
    std::size_t index = 0;
    for (const boost::json::value& alert : list->as_array()) {
      road.enter(index++);
      read_one(alert, payload, road, read);
      road.leave();
    }
  }
  return read;
}

}  // namespace vigie
