#include "engine/penalty/combination.h"

#include <map>
#include <tuple>

namespace vigie {

namespace {

using Group = std::vector<Draft*>;

const Draft* highest_of(const Group& group) {
  const Draft* highest = nullptr;
  for (const Draft* draft : group) {
    if (highest == nullptr || draft->line.amount.minor > highest->line.amount.minor) {
      highest = draft;
    }
  }
  return highest;
}

std::string told(const Draft& draft) {
  return draft.ticket.empty() ? name_of(draft) : name_of(draft) + " " + draft.ticket;
}

void take_out(Draft& draft, LedgerStepWord word, std::vector<LedgerArgument> arguments) {
  draft.line.amount.minor = 0;
  show(draft.line.steps, LedgerTopic::combination, draft.line.amount, word, std::move(arguments));
}

void keep_highest_of_incident(const Contract& contract, const Group& group) {
  const Draft* highest = highest_of(group);
  for (Draft* draft : group) {
    if (draft == highest || draft->line.amount.minor == 0) continue;
    const auto incident = contract.request.names.text(*draft->line.incident);
    take_out(*draft, LedgerStepWord::not_highest_of_incident,
             {{"incident", std::string{incident}}, {"line", told(*highest)}});
  }
}

/// Children of a major incident, line by line: one penalty per root. Design J6.
void combine_children(const Contract& contract, Drafts& drafts) {
  using Key = std::tuple<std::string, std::uint32_t, std::uint32_t>;
  std::map<Key, Group> groups;
  std::map<Key, bool> has_child;
  for (Draft& draft : drafts) {
    if (!draft.line.incident || is_bonus(draft)) continue;
    const Key key{name_of(draft), *draft.line.commitment, draft.line.incident->value};
    groups[key].push_back(&draft);
    has_child[key] |= *draft.line.ticket != *draft.line.incident;
  }
  for (const auto& [key, group] : groups) {
    if (has_child[key]) keep_highest_of_incident(contract, group);
  }
}

void combine_incidents(const Contract& contract, Drafts& drafts) {
  std::map<std::uint32_t, Group> groups;
  for (Draft& draft : drafts) {
    if (!draft.line.incident || is_bonus(draft)) continue;
    if (schedule_of(contract, draft).combination != Combination::one_per_incident) continue;
    groups[draft.line.incident->value].push_back(&draft);
  }
  for (const auto& [incident, group] : groups) keep_highest_of_incident(contract, group);
}

void combine_periods(const Contract& contract, Drafts& drafts) {
  std::map<std::pair<std::uint32_t, std::string>, Group> groups;
  for (Draft& draft : drafts) {
    if (is_bonus(draft)) continue;
    if (schedule_of(contract, draft).combination != Combination::maximum) continue;
    groups[{draft.line.agreement, draft.line.period}].push_back(&draft);
  }
  for (const auto& [key, group] : groups) {
    const Draft* highest = highest_of(group);
    for (Draft* draft : group) {
      if (draft == highest || draft->line.amount.minor == 0) continue;
      take_out(*draft, LedgerStepWord::not_highest,
               {{"period", key.second}, {"line", told(*highest)}});
    }
  }
}

}  // namespace

void combine(const Contract& contract, Drafts& drafts) {
  combine_children(contract, drafts);
  combine_incidents(contract, drafts);
  combine_periods(contract, drafts);
}

}  // namespace vigie
