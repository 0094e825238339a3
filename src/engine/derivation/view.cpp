#include "engine/derivation/view.h"

#include <algorithm>

namespace vigie {
namespace {

Explanation words_of(Role role) {
  switch (role) {
    case Role::provider:
      return Explanation::the_provider;
    case Role::supplier:
      return Explanation::the_supplier;
    case Role::customer:
      return Explanation::the_customer;
    case Role::third_party:
      return Explanation::a_third_party;
    case Role::nobody:
      break;
  }
  return Explanation::holder_nobody;
}

}  // namespace

DerivationView::DerivationView(const DeriveRequest& request)
    : request_(request),
      agreement_(request.terms.agreements()[request.judgement.agreement]),
      commitment_(agreement_.commitments[request.judgement.commitment]),
      zone_(request.terms.zone(request.judgement.agreement)) {
  read_timeline({.history = request.history, .as_of = request.as_of, .known_at = request.known_at},
                timeline_);
}

bool DerivationView::counts_open_time() const {
  return std::holds_alternative<ServiceDuration>(commitment_.within);
}

const HoursIndex& DerivationView::hours_of(std::size_t commitment, Instant at) const {
  Value site;
  for (const auto& change : timeline_.changes) {
    if (change.attribute != Attribute::site) continue;
    if (change.at <= at || change.effect == Effect::origin) site = change.value;
  }
  return request_.terms.hours(judgement().agreement, static_cast<std::uint32_t>(commitment), site);
}

const HoursIndex& DerivationView::hours() const {
  return hours_of(judgement().commitment, reading().started_at);
}

Reasons DerivationView::named(Role role) const {
  const auto& between = agreement_.between;
  if (role == Role::provider && !between.provider.empty()) {
    return {reason(Explanation::party_named).with("party", between.provider)};
  }
  if (role == Role::customer && !between.customer.empty()) {
    return {reason(Explanation::party_named).with("party", between.customer)};
  }
  if (role == Role::supplier && between.suppliers.size() == 1 && request_.names_chain) {
    return {reason(Explanation::party_named).with("party", between.suppliers.front())};
  }
  return {reason(words_of(role))};
}

/// Events use the words as an SLA would: in an underpinning contract our company is the customer
/// and the supplier is the provider; the customer behind it, or behind a team, has no name there.
Reasons DerivationView::named_by_word(Role word) const {
  const bool is_uc = agreement_.kind == AgreementKind::uc;
  if (is_uc && word == Role::provider) return named(Role::customer);
  if (is_uc && word == Role::supplier) return named(Role::provider);
  const bool is_sla = agreement_.kind == AgreementKind::sla;
  if (!is_sla && word == Role::customer) return {reason(words_of(word))};
  return named(word);
}

/// Whether the agreement itself says that name to both of its parties.
bool DerivationView::names_party(Id<Party> party) const {
  const std::string_view name = request_.names.text(party);
  const auto& between = agreement_.between;
  const bool is_beside_customer =
      std::ranges::find(between.customer_side, name) != between.customer_side.end();
  return name == between.provider || name == between.customer || is_beside_customer;
}

/// What a company is in the eyes of the agreement: those that any underpinning contract or any
/// agreement calls a supplier are one.
Role DerivationView::kind_outside(Id<Party> party) const {
  const std::string_view name = request_.names.text(party);
  const bool is_supplier = std::ranges::any_of(request_.terms.agreements(), [&](const auto& each) {
    const bool is_of_contract = each.kind == AgreementKind::uc && each.between.provider == name;
    return is_of_contract ||
           std::ranges::find(each.between.suppliers, name) != each.between.suppliers.end();
  });
  return is_supplier ? Role::supplier : Role::third_party;
}

Reasons DerivationView::named(const Holder& holder) const {
  constexpr Role generic[] = {Role::provider, Role::supplier, Role::customer, Role::third_party,
                              Role::nobody};
  const auto role = std::ranges::find_if(
      generic, [&](Role candidate) { return holder.party == party_of(candidate); });
  Reasons named_party;
  if (role != std::end(generic)) {
    named_party = named_by_word(*role);
  } else if (!holder.party) {
    named_party = named_by_word(Role::provider);
  } else if (request_.names_chain || names_party(holder.party)) {
    named_party = {reason(Explanation::party_named)
                       .with("party", std::string{request_.names.text(holder.party)})};
  } else {
    named_party = {reason(words_of(kind_outside(holder.party)))};
  }
  if (!holder.team || !request_.names_chain) return named_party;
  const std::string team{request_.names.text(holder.team)};
  if (named_party.front().argument("party") == nullptr) {
    return {reason(Explanation::party_with_team).with("party", named_party).with("team", team)};
  }
  named_party.front().with("team", team);
  return named_party;
}

const Event* DerivationView::event(std::uint32_t sequence) const {
  const auto found = std::ranges::find(timeline_.effective, sequence, &Event::sequence);
  return sequence == 0 || found == timeline_.effective.end() ? nullptr : &*found;
}

const Span* DerivationView::span_at(Instant at) const {
  for (const auto& span : timeline_.spans) {
    if (span.from <= at && at < span.to) return &span;
  }
  return nullptr;
}

}  // namespace vigie
