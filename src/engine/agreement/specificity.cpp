#include "engine/agreement/specificity.h"

#include <algorithm>
#include <tuple>

#include "engine/agreement/lifecycle.h"

namespace vigie {

namespace {

constexpr std::uint32_t attributes = 1U << 11U;

/// One bit an attribute that narrows, the first in precedence highest.
std::uint32_t narrowing_of(const Applicability& a, const Applicability& b) {
  const bool narrows[] = {
      a.major || b.major,
      !a.sites.empty() || !b.sites.empty(),
      !a.channels.empty() || !b.channels.empty(),
      !a.departments.empty() || !b.departments.empty(),
      !a.vip.empty() || !b.vip.empty(),
      !a.support_levels.empty() || !b.support_levels.empty(),
      !a.kinds.empty() || !b.kinds.empty(),
      !a.priorities.empty() || !b.priorities.empty(),
      !a.categories.empty() || !b.categories.empty(),
      !a.tags.empty() || !b.tags.empty(),
      !a.window.empty() || !b.window.empty(),
  };
  std::uint32_t bits = 0;
  for (const bool one : narrows) bits = bits * 2 + (one ? 1 : 0);
  return bits;
}

/// Empty lists narrow nothing.
bool share_one(const std::vector<Value>& a, const std::vector<Value>& b) {
  return a.empty() || b.empty() || std::any_of(a.begin(), a.end(), [&](Value value) {
           return std::find(b.begin(), b.end(), value) != b.end();
         });
}

bool is_part(const std::vector<Value>& inner, const std::vector<Value>& outer) {
  if (outer.empty()) return true;
  return !inner.empty() && std::all_of(inner.begin(), inner.end(), [&](Value value) {
    return std::find(outer.begin(), outer.end(), value) != outer.end();
  });
}

bool have_same_customer(const Agreement& a, const Agreement& b) {
  if (!a.customers.empty() && !b.customers.empty()) return share_one(a.customers, b.customers);
  const bool about_all = a.kind != AgreementKind::sla || a.level == AgreementLevel::house ||
                         a.between.customer.empty() || b.between.customer.empty();
  return about_all || a.between.customer == b.between.customer;
}

auto promise_of(const CommitmentOf& of) {
  return std::tie(of.agreement.kind, obliged_by(of.agreement), of.commitment.metric,
                  of.commitment.milestone);
}

}  // namespace

std::uint32_t specificity_of(const CommitmentOf& of) {
  const auto level = static_cast<std::uint32_t>(of.agreement.level);
  return level * attributes + narrowing_of(of.agreement.applies_to, of.commitment.applies_to);
}

const std::string& obliged_by(const Agreement& agreement) {
  return agreement.between.team.empty() ? agreement.between.provider : agreement.between.team;
}

bool hold_together(const Agreement& a, const Agreement& b) {
  const bool a_first = a.in_force.to && *a.in_force.to < b.in_force.from;
  const bool b_first = b.in_force.to && *b.in_force.to < a.in_force.from;
  return !a_first && !b_first;
}

bool meet(const Applicability& a, const Applicability& b) {
  return (!a.major || !b.major || a.major == b.major) && share_one(a.sites, b.sites) &&
         share_one(a.channels, b.channels) && share_one(a.departments, b.departments) &&
         share_one(a.vip, b.vip) && share_one(a.support_levels, b.support_levels) &&
         share_one(a.kinds, b.kinds) && share_one(a.priorities, b.priorities) &&
         share_one(a.categories, b.categories) && share_one(a.tags, b.tags) &&
         (a.window.empty() || b.window.empty() || a.window == b.window);
}

bool is_within(const Applicability& inner, const Applicability& outer) {
  return (!outer.major || inner.major == outer.major) && is_part(inner.sites, outer.sites) &&
         is_part(inner.channels, outer.channels) && is_part(inner.departments, outer.departments) &&
         is_part(inner.vip, outer.vip) && is_part(inner.support_levels, outer.support_levels) &&
         is_part(inner.kinds, outer.kinds) && is_part(inner.priorities, outer.priorities) &&
         is_part(inner.categories, outer.categories) && is_part(inner.tags, outer.tags) &&
         (outer.window.empty() || inner.window == outer.window);
}

bool promise_same_item(const CommitmentOf& a, const CommitmentOf& b) {
  const auto services = [](const CommitmentOf& one) -> const std::vector<Value>& {
    return one.commitment.availability.of.empty() ? one.agreement.services
                                                  : one.commitment.availability.of;
  };
  return share_one(services(a), services(b));
}

bool are_equals(const CommitmentOf& a, const CommitmentOf& b) {
  // Targets of availability are measured each by itself: none gives way to another.
  if (a.commitment.metric == Metric::availability) return false;
  if (promise_of(a) != promise_of(b) || specificity_of(a) != specificity_of(b)) return false;
  // Versions of one agreement follow each other; when they do not, that is its own fault.
  const bool one_agreement = &a.agreement == &b.agreement;
  if (!one_agreement && a.agreement.id == b.agreement.id) return false;
  // A draft beside what was signed judges nothing yet.
  const bool both_judge = was_signed(a.agreement.state) && was_signed(b.agreement.state);
  if (!one_agreement && !both_judge) return false;
  return hold_together(a.agreement, b.agreement) && have_same_customer(a.agreement, b.agreement) &&
         share_one(a.agreement.services, b.agreement.services) &&
         meet(a.agreement.applies_to, b.agreement.applies_to) &&
         meet(a.agreement.applies_to, b.commitment.applies_to) &&
         meet(a.commitment.applies_to, b.agreement.applies_to) &&
         meet(a.commitment.applies_to, b.commitment.applies_to);
}

}  // namespace vigie
