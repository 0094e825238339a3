// What a profile says that the values of a column mean: small grammars, one a kind of column.
#pragma once

#include <algorithm>
#include <string>
#include <string_view>

#include "notation/clauses.h"
#include "notation/profile/profile.h"
#include "vocabulary/fault.h"

namespace vigie {

/// "awaiting customer", "open", "ignore", or {awaiting: customer, reason: ..., requested: yes}.
std::optional<StateMeaning> state_meaning(const YamlEntry& entry, Faults& faults);
/// "acknowledged", "requested customer", "ignore", or {event: ..., party: ..., value: ...}.
std::optional<ActionMeaning> action_meaning(const YamlEntry& entry, Faults& faults);
/// A party, or {party: ..., team: ...}.
std::optional<GroupMeaning> group_meaning(const YamlEntry& entry, Faults& faults);

/// Whether an instant alone tells such an event.
bool is_said_by_column(EventWord word);
Fault unknown_event_word(const std::string& text, const Place& place,
                         bool (*is_allowed)(EventWord));

/// `values`, `default` and `unmapped`; once there are values, an unknown one is a finding.
void read_value_map(Clauses& clauses, ValueMap<std::string>& map);

/// Each entry of `node`, which may be null, read by `meaning_of`.
template <class Meaning>
void read_meanings(const YamlNode* node,
                   std::optional<Meaning> (*meaning_of)(const YamlEntry&, Faults&), Faults& faults,
                   ValueMap<Meaning>& map) {
  if (node == nullptr) return;
  for (const YamlEntry& entry : node->entries) {
    if (auto meaning = meaning_of(entry, faults)) map.values.emplace_back(entry.key, *meaning);
  }
}

/// `word` as a profile spells it: "last_row" is written `last row`, "utf_8" is written `utf-8`.
std::string spelled(std::string_view key, char joint);

/// A word of a closed list; what follows a comma is only said for the reader.
template <class List>
void read_choice(Clauses& clauses, std::string_view key, List& value, char joint = ' ') {
  const YamlNode* node = clauses.find_scalar(key);
  if (node == nullptr) return;
  const std::string_view written = std::string_view{node->text}.substr(0, node->text.find(','));
  std::vector<std::string> known;
  for (const Word& word : Vocabulary<List>::words) {
    known.push_back(spelled(word.key, joint));
    if (known.back() != written) continue;
    value = static_cast<List>(known.size() - 1);
    return;
  }
  clauses.add(node_fault(FaultCode::unknown_word, *node,
                         {{"text", node->text}, {"key", std::string{key}}},
                         cures_of_list(node->text, known)));
}

}  // namespace vigie
