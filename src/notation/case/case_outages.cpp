#include "notation/case/case_outages.h"

#include <charconv>

#include "notation/case/case_stamp.h"
#include "notation/case/word_stream.h"
#include "notation/clauses.h"
#include "notation/scalar_rate.h"

namespace vigie {

namespace {

/// A refusal of one line; none: it was read.
using Step = std::optional<Fault>;

class OutageReader {
 public:
  OutageReader(const Zone& zone, Names& names, CaseOutages& outages)
      : zone_(zone), names_(names), outages_(outages) {}

  void read_event(const std::string& reference, const YamlNode& line) {
    WordStream words{line.text, line.place};
    OutageEvent event;
    Value of;
    keep(read_event(words, event, of));
    outages_.log.append(names_.intern<OutageReference>(reference), of, event);
  }

  void read_window(const std::string& reference, const YamlNode& line) {
    WordStream words{line.text, line.place};
    MaintenanceWindow window;
    window.reference = names_.intern<OutageReference>(reference);
    keep(read_window(words, window));
    outages_.log.append(std::move(window));
  }

  void read_observed(const YamlNode& line) {
    WordStream words{line.text, line.place};
    Observation seen;
    seen.of = names_.intern<AttributeValue>(words.take());
    keep(read_interval(words, seen.interval));
    outages_.log.append(seen);
  }

 private:
  void keep(Step fault) {
    if (fault) outages_.faults.push_back(*std::move(fault));
  }

  Step read_event(WordStream& words, OutageEvent& event, Value& of) {
    if (auto fault = read_stamp(words, event.at)) return fault;
    event.recorded_at = event.at;
    const auto word = from_key<OutageWord>(words.take());
    if (!word) return words.fault("detected");
    event.word = *word;
    while (!words.at_end()) {
      if (auto fault = read_part(words, event, of)) return fault;
    }
    return std::nullopt;
  }

  Step read_part(WordStream& words, OutageEvent& event, Value& of) {
    const auto part = words.take();
    if (part == "on") {
      of = names_.intern<AttributeValue>(words.take());
    } else if (part == "by") {
      event.source = names_.intern<AttributeValue>(words.take());
    } else if (part == "severity") {
      const auto severity = rate_from(words.take());
      if (!severity) return words.fault("1/2");
      event.severity = *severity;
    } else if (part == "users") {
      const auto users = take_number(words);
      if (!users) return words.fault("40");
      event.users = *users;
    } else if (part == "corrects") {
      const auto line = take_number(words);
      if (!line || *line == 0) return words.fault("1");
      event.supersedes = static_cast<std::uint32_t>(*line);
    } else if (part == "recorded") {
      return read_stamp(words, event.recorded_at);
    } else {
      return words.fault("on Network");
    }
    return std::nullopt;
  }

  Step read_window(WordStream& words, MaintenanceWindow& window) {
    if (words.take_phrase("on")) window.of = names_.intern<AttributeValue>(words.take());
    if (auto fault = read_interval(words, window.interval)) return fault;
    std::optional<Instant> recorded;
    while (!words.at_end()) {
      if (words.take_phrase("withdrawn")) {
        window.withdrawn = true;
        continue;
      }
      Instant at;
      const bool is_announced = words.take_phrase("announced");
      if (!is_announced && !words.take_phrase("recorded")) {
        return words.fault_at_next("announced 2026-03-01 09:00");
      }
      if (auto fault = read_stamp(words, at)) return fault;
      (is_announced ? window.announced_at : recorded) = at;
    }
    window.recorded_at = recorded.value_or(window.announced_at.value_or(window.interval.from));
    return std::nullopt;
  }

  Step read_interval(WordStream& words, Interval& interval) {
    if (auto fault = read_stamp(words, interval.from)) return fault;
    if (!words.take_phrase("to")) return words.fault_at_next("to 2026-03-02 18:00");
    return read_stamp(words, interval.to);
  }

  Step read_stamp(WordStream& words, Instant& at) {
    const auto stamp = take_stamp(words, zone_, false);
    if (!stamp) return words.fault_at_next("2026-03-02 16:30");
    at = stamp->at;
    return std::nullopt;
  }

  static std::optional<std::int64_t> take_number(WordStream& words) {
    const auto text = words.take();
    std::int64_t number = 0;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), number);
    const bool is_read = !text.empty() && error == std::errc{} && end == text.data() + text.size();
    if (!is_read || number < 0) return std::nullopt;
    return number;
  }

  const Zone& zone_;
  Names& names_;
  CaseOutages& outages_;
};

}  // namespace

CaseOutages case_outages_from(const YamlNode& page, const Zone& zone, Names& names) {
  CaseOutages outages;
  OutageReader reader{zone, names, outages};
  if (const YamlNode* all = page.find("outages")) {
    for (const auto& entry : all->entries) {
      for (const auto& line : entry.value.items) reader.read_event(entry.key, line);
    }
  }
  if (const YamlNode* all = page.find("maintenance")) {
    for (const auto& entry : all->entries) {
      if (entry.value.kind == YamlKind::scalar) reader.read_window(entry.key, entry.value);
      for (const auto& line : entry.value.items) reader.read_window(entry.key, line);
    }
  }
  if (const YamlNode* all = page.find("observed")) {
    for (const auto& line : all->items) reader.read_observed(line);
  }
  return outages;
}

}  // namespace vigie
