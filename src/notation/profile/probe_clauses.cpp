#include "notation/profile/probe_clauses.h"

#include "notation/scalar_rate.h"
#include "vocabulary/fault.h"

namespace vigie {

namespace {

constexpr std::int64_t most_parts = 10'000;

void read_needed_column(Clauses& clauses, std::string_view key, ExportColumn& column) {
  const YamlNode* node = clauses.find_scalar(key);
  if (node != nullptr) column = {node->text, node->place};
  if (!column.is_named()) clauses.refuse_missing(key);
}

/// up, down, unknown, ignore, or the part of the service that is lost.
std::optional<ProbeState> state_from(std::string_view text) {
  if (text == "up") return ProbeState{};
  if (text == "down") return ProbeState{.kind = ProbeStateKind::down};
  if (text == "unknown") return ProbeState{.kind = ProbeStateKind::unknown};
  if (text == "ignore") return ProbeState{.kind = ProbeStateKind::ignore};
  const auto severity = rate_from(text);
  if (!severity || severity->numerator == 0 || severity->denominator > most_parts) {
    return std::nullopt;
  }
  return ProbeState{.kind = ProbeStateKind::down, .severity = *severity};
}

void read_states(Clauses& clauses, ProbeRule& rule) {
  const YamlNode* states = clauses.find_mapping("states");
  if (states == nullptr) return clauses.refuse_missing("states");
  for (const YamlEntry& entry : states->entries) {
    const auto state =
        entry.value.kind == YamlKind::scalar ? state_from(entry.value.text) : std::nullopt;
    if (state) {
      rule.states.emplace_back(entry.key, *state);
    } else {
      clauses.add(node_fault(FaultCode::unknown_word, entry.value,
                             {{"text", entry.value.text}, {"key", entry.key}},
                             {{"up"}, {"down"}, {"50 %"}, {"unknown"}, {"ignore"}}));
    }
  }
}

}  // namespace

void read_probe(Clauses& clauses, Profile& profile) {
  const YamlNode* node = clauses.find_mapping("probe");
  if (node == nullptr) return;
  Clauses own{*node, "probe", clauses.faults()};
  ProbeRule rule;
  read_needed_column(own, "of", rule.of);
  read_needed_column(own, "column", rule.column);
  read_states(own, rule);
  if (const YamlNode* services = own.find_mapping("services")) {
    for (const YamlEntry& entry : services->entries) {
      if (entry.value.kind == YamlKind::scalar) {
        rule.services.emplace_back(entry.key, entry.value.text);
      } else {
        own.add(wrong_shape(entry.value, entry.key, YamlKind::scalar));
      }
    }
  }
  own.refuse_unknown();
  if (!profile.stamp.is_named()) {
    clauses.add(node_fault(FaultCode::states_without_stamp, *node, {}, {{"at: COLUMN"}}));
  }
  profile.probe = std::move(rule);
}

}  // namespace vigie
