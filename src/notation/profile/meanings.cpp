#include "notation/profile/meanings.h"
#include "vocabulary/fault.h"

#include <tuple>

namespace vigie {

namespace {

/// "requested customer" -> "requested" and "customer".
std::pair<std::string, std::string> word_and_party(std::string_view text) {
  const std::size_t space = text.find(' ');
  if (space == std::string_view::npos) return {std::string{text}, {}};
  return {std::string{text.substr(0, space)}, std::string{text.substr(space + 1)}};
}

Fault malformed(const YamlEntry& entry, std::vector<Cure> cures) {
  return node_fault(FaultCode::meaning_malformed, entry.value,
                    {{"text", entry.value.text}, {"key", entry.key}}, std::move(cures));
}

const std::vector<Cure>& cures_of_states() {
  static const std::vector<Cure> cures = {{"open"},
                                          {"awaiting customer"},
                                          {"awaiting supplier"},
                                          {"resolved"},
                                          {"closed"},
                                          {"cancelled"},
                                          {"ignore"}};
  return cures;
}

bool is_said_by_action(EventWord word) {
  switch (word) {
    case EventWord::opened:
    case EventWord::classified:
    case EventWord::assigned:
    case EventWord::awaiting:
    case EventWord::merged:
    case EventWord::related:
    case EventWord::dated:
    case EventWord::retracted:
      return false;
    default:
      return true;
  }
}

std::optional<StateMeaning> state_of_text(const YamlEntry& entry, Faults& faults) {
  const auto [word, party] = word_and_party(entry.value.text);
  StateMeaning meaning;
  meaning.is_ignored = word == "ignore";
  if (meaning.is_ignored && party.empty()) return meaning;
  const auto phase = from_key<Phase>(word);
  const bool is_known = phase && *phase != Phase::deferred && *phase != Phase::merged;
  const bool names_party = !party.empty();
  if (!is_known || names_party != (*phase == Phase::awaiting)) {
    faults.push_back(malformed(entry, cures_of_states()));
    return std::nullopt;
  }
  meaning.phase = *phase;
  meaning.party = party;
  return meaning;
}

}  // namespace

std::string spelled(std::string_view key, char joint) {
  std::string text{key};
  std::replace(text.begin(), text.end(), '_', joint);
  return text;
}

bool is_said_by_column(EventWord word) {
  switch (word) {
    case EventWord::requested:
    case EventWord::answered:
    case EventWord::resumed:
    case EventWord::reopened:
    case EventWord::milestone:
    case EventWord::commented:
    case EventWord::satisfaction_given:
      return false;
    case EventWord::opened:
      return true;
    default:
      return is_said_by_action(word);
  }
}

Fault unknown_event_word(const std::string& text, const Place& place,
                         bool (*is_allowed)(EventWord)) {
  std::vector<std::string> known;
  for (std::size_t i = 0; i < std::size(Vocabulary<EventWord>::words); ++i) {
    const auto word = static_cast<EventWord>(i);
    if (is_allowed(word)) known.emplace_back(key_of(word));
  }
  Fault fault;
  fault.code = FaultCode::unknown_word;
  fault.arguments = {{"text", text}, {"key", "events"}};
  fault.place = place;
  fault.cures = cures_of_list(text, known);
  return fault;
}

std::optional<StateMeaning> state_meaning(const YamlEntry& entry, Faults& faults) {
  if (entry.value.kind == YamlKind::scalar) return state_of_text(entry, faults);
  if (entry.value.kind != YamlKind::mapping) {
    faults.push_back(wrong_shape(entry.value, entry.key, YamlKind::scalar));
    return std::nullopt;
  }
  StateMeaning meaning;
  meaning.phase = Phase::awaiting;
  Clauses clauses{entry.value, "phases " + entry.key, faults};
  read_text(clauses, "awaiting", meaning.party);
  if (meaning.party.empty()) clauses.refuse_missing("awaiting");
  read_text(clauses, "reason", meaning.reason);
  read_flag(clauses, "requested", meaning.is_requested);
  clauses.refuse_unknown();
  return meaning;
}

std::optional<ActionMeaning> action_meaning(const YamlEntry& entry, Faults& faults) {
  ActionMeaning meaning;
  std::string word;
  if (entry.value.kind == YamlKind::scalar) {
    std::tie(word, meaning.party) = word_and_party(entry.value.text);
  } else {
    Clauses clauses{entry.value, "words " + entry.key, faults};
    read_text(clauses, "event", word);
    read_text(clauses, "party", meaning.party);
    read_text(clauses, "value", meaning.value);
    clauses.refuse_unknown();
  }
  meaning.is_ignored = word == "ignore";
  if (meaning.is_ignored) return meaning;
  const auto known = from_key<EventWord>(word);
  if (!known || !is_said_by_action(*known)) {
    faults.push_back(unknown_event_word(word, entry.value.place, is_said_by_action));
    return std::nullopt;
  }
  meaning.word = *known;
  return meaning;
}

std::optional<GroupMeaning> group_meaning(const YamlEntry& entry, Faults& faults) {
  GroupMeaning meaning;
  if (entry.value.kind == YamlKind::scalar) {
    meaning.party = entry.value.text;
    return meaning;
  }
  Clauses clauses{entry.value, "groups " + entry.key, faults};
  read_text(clauses, "party", meaning.party);
  read_text(clauses, "team", meaning.team);
  clauses.refuse_unknown();
  return meaning;
}

void read_value_map(Clauses& clauses, ValueMap<std::string>& map) {
  if (const YamlNode* values = clauses.find_mapping("values")) {
    map.unmapped = Unmapped::finding;
    for (const YamlEntry& entry : values->entries) {
      if (entry.value.kind == YamlKind::scalar) {
        map.values.emplace_back(entry.key, entry.value.text);
      } else {
        clauses.add(wrong_shape(entry.value, entry.key, YamlKind::scalar));
      }
    }
  }
  if (const YamlNode* fallback = clauses.find_scalar("default")) map.fallback = fallback->text;
  read_choice(clauses, "unmapped", map.unmapped);
}

}  // namespace vigie
