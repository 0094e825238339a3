#include "engine/compliance/other_terms.h"

#include <algorithm>

namespace vigie {

namespace {

using std::chrono::days;

bool shares_an_id(const std::vector<Agreement>& old, const std::vector<Agreement>& newer) {
  return std::any_of(newer.begin(), newer.end(), [&](const Agreement& one) {
    return std::any_of(old.begin(), old.end(),
                       [&](const Agreement& known) { return known.id == one.id; });
  });
}

/// A version that would begin after the newer one is never in force; an earlier one ends before it.
void make_room(std::vector<Agreement>& agreements, const Agreement& newer) {
  std::erase_if(agreements, [&](const Agreement& known) {
    return known.id == newer.id &&
           (known.version == newer.version || known.in_force.from >= newer.in_force.from);
  });
  for (Agreement& known : agreements) {
    if (known.id != newer.id) continue;
    const CivilDay eve = newer.in_force.from - days{1};
    known.in_force.to = std::min(known.in_force.to.value_or(eve), eve);
  }
}

int next_version(const std::vector<Agreement>& agreements, const std::string& id) {
  int last = 0;
  for (const Agreement& known : agreements) {
    if (known.id == id) last = std::max(last, known.version);
  }
  return last + 1;
}

void apply(Commitment& commitment, const TermChange& change) {
  if (const auto* within = std::get_if<TermChange::WithinOf>(&change.clause)) {
    auto* duration = std::get_if<ServiceDuration>(&commitment.within);
    if (duration == nullptr) {
      commitment.within = ServiceDuration{.budget = within->budget};
    } else {
      duration->budget = within->budget;
    }
  } else if (const auto* required = std::get_if<TermChange::RequiredOf>(&change.clause)) {
    commitment.measurement.required = required->rate;
  } else {
    commitment.calendar = std::get<TermChange::CalendarOf>(change.clause).name;
  }
}

bool apply(Agreement& agreement, const TermChange& change) {
  bool any = false;
  for (Commitment& commitment : agreement.commitments) {
    if (commitment.id != change.target) continue;
    apply(commitment, change);
    any = true;
  }
  return any;
}

bool is_in_force(const Agreement& agreement, CivilDay day) {
  return agreement.in_force.from <= day &&
         (!agreement.in_force.to || day <= *agreement.in_force.to);
}

}  // namespace

std::vector<Agreement> amended(std::vector<Agreement> old, std::vector<Agreement> newer,
                               std::optional<CivilDay> from) {
  for (Agreement& one : newer) {
    if (!from) continue;
    one.in_force.from = *from;
    const bool is_known = std::any_of(old.begin(), old.end(), [&](const Agreement& known) {
      return known.id == one.id && known.version == one.version;
    });
    if (is_known) one.version = next_version(old, one.id);
  }
  if (!shares_an_id(old, newer)) return newer;
  for (Agreement& one : newer) {
    make_room(old, one);
    old.push_back(std::move(one));
  }
  return old;
}

std::vector<Agreement> changed(std::vector<Agreement> agreements, const TermChange& change,
                               std::optional<CivilDay> from) {
  if (!from) {
    for (Agreement& agreement : agreements) apply(agreement, change);
    return agreements;
  }
  std::vector<Agreement> newer;
  for (const Agreement& agreement : agreements) {
    Agreement copy = agreement;
    if (is_in_force(agreement, *from) && apply(copy, change)) newer.push_back(std::move(copy));
  }
  return newer.empty() ? agreements : amended(std::move(agreements), std::move(newer), from);
}

bool can_change(const std::vector<Agreement>& agreements, const TermChange& change) {
  const auto* calendar = std::get_if<TermChange::CalendarOf>(&change.clause);
  return std::any_of(agreements.begin(), agreements.end(), [&](const Agreement& agreement) {
    const bool has_calendar = calendar == nullptr || calendar->name == "always" ||
                              agreement.calendars.contains(calendar->name);
    return has_calendar && std::any_of(agreement.commitments.begin(), agreement.commitments.end(),
                                       [&](const Commitment& commitment) {
                                         return commitment.id == change.target;
                                       });
  });
}

}  // namespace vigie
