#include "notation/case/case_line.h"

#include <charconv>
#include <string>

#include "notation/case/case_stamp.h"
#include "notation/case/word_stream.h"

namespace vigie {

namespace {

/// Reads one line; each `read_` takes the words of its own kind of event.
class CaseLineReader {
 public:
  CaseLineReader(const YamlNode& line, const CaseLineContext& context)
      : words_(line.text, line.place), context_(context) {}

  Result<CaseLine> read();

 private:
  using Step = std::optional<Fault>;

  Step read_stamp(Instant& at);
  Step read_event();
  Step read_opened();
  Step read_classified();
  Step read_holder();
  Step read_merged();
  Step read_related();
  Step read_dated();
  Step read_retracted();
  Step read_named();
  Step read_rest();
  bool take_attribute(Effect effect);
  bool take_suffix(Step& fault);
  std::optional<std::size_t> take_line_number();
  void add_attribute(Attribute attribute, std::string_view value, Effect effect);
  bool at_suffix() const;

  template <class Of>
  Id<Of> take_name() {
    return context_.names.intern<Of>(words_.take());
  }

  WordStream words_;
  const CaseLineContext& context_;
  CaseLine line_;
  Event event_;
  std::vector<Event> classified_;
};

Result<CaseLine> CaseLineReader::read() {
  if (auto fault = read_stamp(event_.at)) return *fault;
  event_.recorded_at = event_.at;
  const auto word = from_key<EventWord>(words_.take());
  if (!word) return words_.fault("opened");
  event_.word = *word;
  if (auto fault = read_event()) return *fault;
  if (auto fault = read_rest()) return *fault;
  if (event_.word != EventWord::classified) line_.events.push_back(event_);
  for (Event& classified : classified_) {
    classified.at = event_.at;
    classified.recorded_at = event_.recorded_at;
    classified.consent = event_.consent;
    if (event_.word == EventWord::classified) classified.effect = event_.effect;
    line_.events.push_back(classified);
  }
  return std::move(line_);
}

CaseLineReader::Step CaseLineReader::read_stamp(Instant& at) {
  const auto stamp = take_stamp(words_, context_.zone, false);
  if (!stamp) return words_.fault_at_next("2026-03-02 16:30");
  if (stamp->finding) line_.findings.push_back(*stamp->finding);
  at = stamp->at;
  return std::nullopt;
}

CaseLineReader::Step CaseLineReader::read_event() {
  switch (event_.word) {
    case EventWord::opened:
      return read_opened();
    case EventWord::classified:
      return read_classified();
    case EventWord::assigned:
    case EventWord::awaiting:
    case EventWord::requested:
    case EventWord::answered:
    case EventWord::cancelled:
      return read_holder();
    case EventWord::merged:
      return read_merged();
    case EventWord::related:
      return read_related();
    case EventWord::dated:
      return read_dated();
    case EventWord::retracted:
      return read_retracted();
    case EventWord::milestone:
      return read_named();
    case EventWord::declared_major:
      if (words_.take_phrase("from the opening")) event_.effect = Effect::origin;
      return std::nullopt;
    default:
      return std::nullopt;
  }
}

bool CaseLineReader::at_suffix() const {
  const auto next = words_.peek();
  return next.empty() || next == "recorded" || next == "corrects" || next == "agreed";
}

void CaseLineReader::add_attribute(Attribute attribute, std::string_view value, Effect effect) {
  Event classified;
  classified.word = EventWord::classified;
  classified.attribute = attribute;
  classified.value = context_.names.intern<AttributeValue>(value);
  classified.effect = effect;
  classified_.push_back(classified);
}

/// "priority=P1"; nothing is consumed when it is no attribute of the closed list.
bool CaseLineReader::take_attribute(Effect effect) {
  const auto next = words_.peek();
  const auto equals = next.find('=');
  if (equals == std::string_view::npos) return false;
  const auto attribute = from_key<Attribute>(next.substr(0, equals));
  if (!attribute || *attribute == Attribute::none) return false;
  const std::string value{next.substr(equals + 1)};
  words_.take();
  add_attribute(*attribute, value, effect);
  return true;
}

/// "opened [KIND] [PRIORITY] [for CUSTOMER] [on SERVICE] [at SITE] [by CHANNEL] [name=value ...]"
CaseLineReader::Step CaseLineReader::read_opened() {
  struct Preposition {
    std::string_view word;
    Attribute attribute;
  };
  static constexpr Preposition prepositions[] = {{"for", Attribute::customer},
                                                 {"on", Attribute::service},
                                                 {"at", Attribute::site},
                                                 {"by", Attribute::channel}};
  std::size_t bare = 0;
  while (!at_suffix()) {
    if (take_attribute(Effect::origin)) continue;
    const auto word = words_.take();
    auto attribute = Attribute::none;
    for (const auto& known : prepositions) {
      if (word == known.word) attribute = known.attribute;
    }
    if (attribute != Attribute::none) {
      if (at_suffix()) return words_.fault(std::string{word} + " NAME");
      const auto name = words_.take();
      add_attribute(attribute, name, Effect::origin);
      if (attribute == Attribute::channel)
        event_.value = context_.names.intern<AttributeValue>(name);
      continue;
    }
    if (bare == 2 || word.find('=') != std::string_view::npos) {
      return words_.fault("for ACME on Network at Nantes by phone vip=yes");
    }
    add_attribute(bare++ == 0 ? Attribute::kind : Attribute::priority, word, Effect::origin);
  }
  return std::nullopt;
}

/// "classified priority=P1 [from the opening | from now]"
CaseLineReader::Step CaseLineReader::read_classified() {
  while (take_attribute(Effect::now)) {
  }
  if (classified_.empty()) return words_.fault_at_next("priority=P1");
  if (words_.take_phrase("from the opening")) event_.effect = Effect::origin;
  words_.take_phrase("from now");
  return std::nullopt;
}

/// "[PARTY] [team T] [level L] [person P] [reason R] [until DATE]", "by PARTY" for a cancellation.
CaseLineReader::Step CaseLineReader::read_holder() {
  while (!at_suffix()) {
    const auto word = words_.take();
    if (word == "team") {
      event_.team = take_name<Team>();
    } else if (word == "person") {
      event_.person = take_name<Person>();
    } else if (word == "level" || word == "reason") {
      event_.value = take_name<AttributeValue>();
    } else if (word == "by") {
      event_.party = take_name<Party>();
    } else if (word == "until") {
      const auto stamp = take_stamp(words_, context_.zone, true);
      if (!stamp) return words_.fault_at_next("2026-03-10");
      event_.date = stamp->at;
    } else if (!event_.party) {
      event_.party = context_.names.intern<Party>(word);
    } else {
      return words_.fault("team N2");
    }
  }
  const bool needs_one = event_.word == EventWord::awaiting || event_.word == EventWord::assigned;
  if (needs_one && !event_.party && !event_.team && !event_.person && !event_.value) {
    return words_.fault("customer");
  }
  return std::nullopt;
}

CaseLineReader::Step CaseLineReader::read_merged() {
  if (!words_.take_phrase("into") || at_suffix()) return words_.fault_at_next("into INC-2");
  event_.other = take_name<Ticket>();
  return std::nullopt;
}

CaseLineReader::Step CaseLineReader::read_related() {
  const auto relation = from_key<Relation>(words_.take());
  if (!relation) return words_.fault("duplicate_of INC-2");
  if (at_suffix()) return words_.fault("duplicate_of INC-2");
  event_.relation = *relation;
  event_.other = take_name<Ticket>();
  return std::nullopt;
}

CaseLineReader::Step CaseLineReader::read_dated() {
  if (at_suffix()) return words_.fault("last_day 2026-03-10");
  event_.value = take_name<AttributeValue>();
  const auto stamp = take_stamp(words_, context_.zone, true);
  if (!stamp) return words_.fault_at_next("2026-03-10");
  event_.date = stamp->at;
  return std::nullopt;
}

CaseLineReader::Step CaseLineReader::read_retracted() {
  const auto line = take_line_number();
  if (!line) return words_.fault("2");
  line_.corrects = *line;
  return std::nullopt;
}

CaseLineReader::Step CaseLineReader::read_named() {
  if (at_suffix()) return words_.fault("go_live");
  event_.value = take_name<AttributeValue>();
  return std::nullopt;
}

std::optional<std::size_t> CaseLineReader::take_line_number() {
  const auto text = words_.take();
  std::size_t line = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), line);
  if (text.empty() || error != std::errc{} || end != text.data() + text.size() || line == 0) {
    return std::nullopt;
  }
  return line;
}

/// "recorded 2026-03-04 09:00", "corrects 2" and "agreed" may end any line, in any order.
bool CaseLineReader::take_suffix(Step& fault) {
  if (words_.take_phrase("agreed")) {
    event_.consent = true;
    return true;
  }
  if (words_.take_phrase("recorded")) {
    fault = read_stamp(event_.recorded_at);
    return !fault;
  }
  if (!words_.take_phrase("corrects")) return false;
  const auto line = take_line_number();
  if (!line) fault = words_.fault("2");
  line_.corrects = line.value_or(0);
  return !fault;
}

CaseLineReader::Step CaseLineReader::read_rest() {
  Step fault;
  while (take_suffix(fault)) {
  }
  if (fault) return fault;
  if (!words_.at_end()) return words_.fault_at_next("recorded 2026-03-02 16:30");
  return std::nullopt;
}

}  // namespace

Result<CaseLine> case_line_from(const YamlNode& line, const CaseLineContext& context) {
  return CaseLineReader{line, context}.read();
}

}  // namespace vigie
