#include "engine/closure/news.h"

#include <algorithm>

namespace vigie {

News::News(const Histories& histories, const Names& names, const ClosureBasis& closed)
    : histories_(histories), names_(names), closed_(closed) {
  read_relations();
}

bool News::is_new(const Event& event) const {
  return event.at > closed_.as_of || event.recorded_at > closed_.known_at.value_or(closed_.as_of);
}

/// A merge concerns its survivor, a declared major incident its children.
void News::read_relations() {
  std::unordered_set<std::uint32_t> new_majors;
  for (const History& history : histories_.tickets()) {
    for (const Event& event : history.events) {
      if (!is_new(event)) continue;
      if (event.word == EventWord::declared_major) new_majors.insert(history.ticket.value);
      if (event.other) related_.insert(event.other.value);
    }
  }
  if (new_majors.empty()) return;
  for (const History& history : histories_.tickets()) {
    for (const Event& event : history.events) {
      const bool is_child = event.word == EventWord::related &&
                            event.relation == Relation::child_of &&
                            new_majors.contains(event.other.value);
      if (is_child) related_.insert(history.ticket.value);
    }
  }
}

std::optional<RegularisationCause> News::of(const std::string& ticket) const {
  const auto id = names_.find<Ticket>(ticket);
  const auto history = id ? histories_.find(id) : std::nullopt;
  if (!history) return std::nullopt;
  const auto any = [&](auto&& is_it) {
    return std::any_of(history->events.begin(), history->events.end(),
                       [&](const Event& event) { return is_new(event) && is_it(event); });
  };
  const auto has = [&](EventWord word) {
    return any([&](const Event& event) { return event.word == word; });
  };
  if (any([](const Event& event) { return event.supersedes != 0; })) {
    return RegularisationCause::correction;
  }
  if (has(EventWord::reopened)) return RegularisationCause::reopening;
  if (has(EventWord::merged) || has(EventWord::related) || related_.contains(id.value)) {
    return RegularisationCause::relation;
  }
  if (has(EventWord::classified)) return RegularisationCause::requalification;
  if (any([](const Event&) { return true; })) return RegularisationCause::late_record;
  return std::nullopt;
}

}  // namespace vigie
