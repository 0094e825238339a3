#include "usecase/source/told_outage.h"

#include <algorithm>
#include <map>

namespace vigie {

std::vector<RecordedStep> steps_recorded(std::span<const OutageEventRow> events,
                                         std::string_view source) {
  std::vector<RecordedStep> recorded;
  std::map<std::int64_t, std::int64_t> first;  // sequence -> that of the event it corrects
  for (const OutageEventRow& event : events) {
    const auto of = first.find(event.supersedes);
    const std::int64_t root = of == first.end() ? event.sequence : of->second;
    first[event.sequence] = root;
    const auto known = std::ranges::find(
        recorded, root, [](const RecordedStep& each) { return each.step.corrects; });
    const bool is_ours = event.source == source;
    if (known == recorded.end()) {
      if (!is_ours || event.supersedes != 0) continue;
      recorded.push_back({.step = {event.word, event.happened_at, event.weight, event.sequence}});
    } else if (!is_ours) {
      known->is_of_person = true;
    } else if (event.word == OutageWord::withdrawn) {
      recorded.erase(known);
    } else {
      known->step = {event.word, event.happened_at, event.weight, root};
    }
  }
  return recorded;
}

namespace {

bool says_the_same(const OutageStep& a, const OutageStep& b) {
  return a.word == b.word && a.at == b.at && a.weight == b.weight;
}

/// Takes out of `recorded` what `is_it` takes; none: there is none.
template <class Is>
std::optional<RecordedStep> take_one(std::vector<RecordedStep>& recorded, Is is_it) {
  const auto found = std::ranges::find_if(recorded, is_it);
  if (found == recorded.end()) return std::nullopt;
  const RecordedStep taken = *found;
  recorded.erase(found);
  return taken;
}

}  // namespace

std::vector<OutageStep> steps_to_record(std::span<const RecordedStep> recorded,
                                        std::span<const OutageStep> wanted) {
  std::vector<RecordedStep> left{recorded.begin(), recorded.end()};
  std::vector<OutageStep> missing;
  for (const OutageStep& step : wanted) {
    const auto same = take_one(left, [&](const auto& e) { return says_the_same(e.step, step); });
    if (!same) missing.push_back(step);
  }
  std::vector<OutageStep> steps;
  for (OutageStep& step : missing) {
    const auto other = take_one(left, [&](const auto& e) { return e.step.word == step.word; });
    if (other && other->is_of_person) continue;
    step.corrects = other ? other->step.corrects : 0;
    steps.push_back(step);
  }
  for (const RecordedStep& each : left) {
    if (each.is_of_person) continue;
    steps.push_back({OutageWord::withdrawn, each.step.at, {}, each.step.corrects});
  }
  return steps;
}

}  // namespace vigie
