#include "engine/agreement/select.h"

#include <algorithm>
#include <tuple>

#include "engine/agreement/specificity.h"

namespace vigie {

namespace {

bool names_one(const std::vector<Value>& list, Value value) {
  return list.empty() || std::find(list.begin(), list.end(), value) != list.end();
}

bool names_any(const std::vector<Value>& list, const std::vector<Value>& values) {
  return list.empty() || std::any_of(values.begin(), values.end(), [&](Value value) {
           return std::find(list.begin(), list.end(), value) != list.end();
         });
}

/// The customers that an agreement is about; empty: all. An OLA or UC is with our own company, and
/// is about every customer unless it says otherwise.
std::vector<Value> customers_of(const Agreement& agreement, Names& names) {
  if (!agreement.customers.empty()) return agreement.customers;
  const bool about_all = agreement.kind != AgreementKind::sla ||
                         agreement.level == AgreementLevel::house ||
                         agreement.between.customer.empty();
  if (about_all) return {};
  return {names.intern<AttributeValue>(agreement.between.customer)};
}

}  // namespace

bool covers(const Applicability& applicability, const Circumstance& circumstance,
            const Covering& under) {
  return (!applicability.major || *applicability.major == under.is_major) &&
         names_one(applicability.priorities, under.priority) &&
         names_one(applicability.kinds, circumstance.kind) &&
         names_one(applicability.sites, circumstance.site) &&
         names_one(applicability.channels, circumstance.channel) &&
         names_one(applicability.departments, circumstance.department) &&
         names_one(applicability.vip, circumstance.vip) &&
         names_one(applicability.support_levels, circumstance.support_level) &&
         names_one(applicability.categories, circumstance.category) &&
         names_any(applicability.tags, circumstance.tags);
}

CommitmentIndex::CommitmentIndex(std::span<const Agreement> agreements, Names& names)
    : agreements_(agreements) {
  std::map<std::tuple<AgreementKind, std::string, Metric, std::string>, Chain> chains;
  for (std::uint32_t i = 0; i < agreements.size(); ++i) {
    const Agreement& agreement = agreements[i];
    auto& entries = entries_.emplace_back();
    for (const Commitment& commitment : agreement.commitments) {
      const auto key = std::make_tuple(agreement.kind, obliged_by(agreement), commitment.metric,
                                       commitment.milestone);
      const auto chain = chains.emplace(key, static_cast<Chain>(chains.size())).first->second;
      entries.push_back({.chain = chain, .precedence = specificity_of({agreement, commitment})});
    }
    auto& matrix = matrices_.emplace_back();
    for (const auto& [cell, priority] : agreement.matrix.cells) {
      matrix[{names.intern<AttributeValue>(cell.first),
              names.intern<AttributeValue>(cell.second)}] = names.intern<AttributeValue>(priority);
    }
    all_.push_back(i);
    const auto customers = customers_of(agreement, names);
    if (customers.empty()) for_unknown_customers_.push_back(i);
    for (const Value customer : customers) by_customer_[customer];
  }
  for (auto& [customer, list] : by_customer_) {
    for (const std::uint32_t i : all_) {
      if (names_one(customers_of(agreements[i], names), customer)) list.push_back(i);
    }
  }
}

std::span<const std::uint32_t> CommitmentIndex::agreements_of(Value customer) const {
  if (!customer) return all_;
  const auto found = by_customer_.find(customer);
  return found == by_customer_.end() ? for_unknown_customers_ : found->second;
}

Value CommitmentIndex::priority_under(std::uint32_t agreement,
                                      const Circumstance& circumstance) const {
  if (circumstance.priority) return circumstance.priority;
  const auto& matrix = matrices_[agreement];
  const auto cell = matrix.find({circumstance.impact, circumstance.urgency});
  return cell == matrix.end() ? Value{} : cell->second;
}

Chain CommitmentIndex::chain_of(CommitmentRef ref) const {
  return entries_[ref.agreement][ref.commitment].chain;
}

std::uint32_t CommitmentIndex::precedence_of(CommitmentRef ref) const {
  return entries_[ref.agreement][ref.commitment].precedence;
}

void CommitmentIndex::select(const Circumstance& circumstance,
                             std::span<const std::uint32_t> agreements, const WindowOracle& windows,
                             bool with_set_aside, std::vector<Choice>& choices) const {
  choices.clear();
  const auto consider = [&](CommitmentRef ref) {
    const Chain chain = chain_of(ref);
    auto choice = std::find_if(choices.begin(), choices.end(),
                               [&](const Choice& known) { return known.chain >= chain; });
    if (choice == choices.end() || choice->chain != chain) {
      choices.insert(choice, {.chain = chain, .chosen = ref, .set_aside = {}});
      return;
    }
    const bool better = precedence_of(ref) > precedence_of(choice->chosen);
    if (with_set_aside) choice->set_aside.push_back(better ? choice->chosen : ref);
    if (better) choice->chosen = ref;
  };
  for (const std::uint32_t i : agreements) {
    const Agreement& agreement = agreements_[i];
    if (!names_one(agreement.services, circumstance.service)) continue;
    const Covering under{.priority = priority_under(i, circumstance),
                         .is_major = agreement.major_from == MajorFrom::opening
                                         ? circumstance.is_major_ever
                                         : circumstance.is_major};
    if (!covers(agreement.applies_to, circumstance, under)) continue;
    for (std::uint32_t k = 0; k < agreement.commitments.size(); ++k) {
      if (agreement.commitments[k].metric == Metric::availability) continue;  // of no ticket
      const Applicability& applicability = agreement.commitments[k].applies_to;
      if (!covers(applicability, circumstance, under)) continue;
      const CommitmentRef ref{i, k};
      const bool windowed = !applicability.window.empty() || !agreement.applies_to.window.empty();
      if (windowed && !windows.is_open(ref, circumstance)) continue;
      consider(ref);
    }
  }
}

}  // namespace vigie
