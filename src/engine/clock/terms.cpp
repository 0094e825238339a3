#include "engine/clock/terms.h"

#include <algorithm>

#include "engine/base/require.h"
#include "engine/clock/terms_compiled.h"

namespace vigie {

const std::vector<Agreement>& Terms::agreements() const { return compiled_->agreements; }

const CommitmentIndex& Terms::index() const { return *compiled_->index; }

const Roles& Terms::roles(std::uint32_t agreement) const { return compiled_->roles[agreement]; }

bool Terms::names_party(Id<Party> party) const {
  return std::any_of(compiled_->roles.begin(), compiled_->roles.end(),
                     [&](const Roles& roles) { return roles.knows(party); });
}

const HoursIndex& Terms::hours(std::uint32_t agreement, std::uint32_t commitment,
                               Value site) const {
  const auto& held = compiled_->terms[agreement].commitments[commitment];
  if (const auto found = held.by_site.find(site); found != held.by_site.end()) {
    return *found->second;
  }
  return *held.hours;
}

bool Terms::lacks_zone(CommitmentRef ref, Value site) const {
  const auto& held = compiled_->terms[ref.agreement].commitments[ref.commitment];
  return held.follows_site && !held.by_site.contains(site);
}

const Zone& Terms::zone(std::uint32_t agreement) const { return *compiled_->terms[agreement].zone; }

Interval Terms::holding(std::uint32_t agreement) const {
  return compiled_->terms[agreement].holding;
}

Instant Terms::judged_until(std::uint32_t agreement) const {
  return compiled_->terms[agreement].judged_until;
}

const std::vector<std::uint32_t>& Terms::versions(std::uint32_t agreement) const {
  return compiled_->terms[agreement].versions;
}

std::vector<Instant> Terms::window_changes(const std::vector<std::uint32_t>& agreements,
                                           Interval within) const {
  std::vector<Instant> changes;
  for (const std::uint32_t i : agreements) {
    const auto& commitments = compiled_->terms[i].commitments;
    for (std::uint32_t k = 0; k < commitments.size(); ++k) {
      const bool switches = commitment({i, k}).crossing == Crossing::switches;
      if (!switches || commitments[k].window == nullptr) continue;
      for (const Interval& open : commitments[k].window->open_intervals(within)) {
        changes.push_back(open.from);
        changes.push_back(open.to);
      }
    }
  }
  std::sort(changes.begin(), changes.end());
  changes.erase(std::unique(changes.begin(), changes.end()), changes.end());
  return changes;
}

std::vector<const Exclusion*> Terms::exclusions(std::uint32_t agreement, Id<Ticket> ticket) const {
  std::vector<const Exclusion*> claimed;
  const auto take = [&](const std::multimap<Id<Ticket>, const Exclusion*>& by_ticket) {
    const auto [from, to] = by_ticket.equal_range(ticket);
    for (auto it = from; it != to; ++it) claimed.push_back(it->second);
  };
  take(compiled_->terms[agreement].exclusions);
  if (beside_ != nullptr) take(beside_->by_ticket[agreement]);
  return claimed;
}

std::vector<const Exclusion*> Terms::outage_exclusions(std::uint32_t agreement) const {
  std::vector<const Exclusion*> claimed;
  const auto take = [&](const std::vector<Exclusion>& exclusions) {
    for (const Exclusion& exclusion : exclusions) {
      if (!exclusion.outage.empty()) claimed.push_back(&exclusion);
    }
  };
  take(compiled_->agreements[agreement].exclusions);
  if (beside_ != nullptr) take(beside_->exclusions[agreement]);
  return claimed;
}

Terms Terms::with_exclusions(std::vector<std::vector<Exclusion>> beside, Names& names) const {
  require(beside.size() == agreements().size(), "one list of exclusions an agreement");
  const auto made = std::make_shared<Beside>();
  made->exclusions = std::move(beside);
  for (const std::vector<Exclusion>& exclusions : made->exclusions) {
    auto& by_ticket = made->by_ticket.emplace_back();
    for (const Exclusion& exclusion : exclusions) {
      if (exclusion.ticket.empty()) continue;
      by_ticket.emplace(names.intern<Ticket>(exclusion.ticket), &exclusion);
    }
  }
  Terms terms = *this;
  terms.beside_ = made;
  return terms;
}

Value Terms::milestone(CommitmentRef ref) const {
  return compiled_->terms[ref.agreement].commitments[ref.commitment].milestone;
}

Value Terms::carried_date(CommitmentRef ref) const {
  return compiled_->terms[ref.agreement].commitments[ref.commitment].carried_date;
}

const std::string& Terms::zones_version() const { return compiled_->zones_version; }

const HoursIndex* Terms::of(const Holder& holder) const {
  for (const auto& own : compiled_->own) {
    if (own.team ? own.team == holder.team : own.party == holder.party) return own.hours;
  }
  return nullptr;
}

bool Terms::is_open(CommitmentRef ref, const Circumstance& circumstance) const {
  const auto& held = compiled_->terms[ref.agreement].commitments[ref.commitment];
  const bool switches = commitment(ref).crossing == Crossing::switches;
  return held.window == nullptr ||
         held.window->is_open(switches ? circumstance.window_at : circumstance.opened_at);
}

}  // namespace vigie
