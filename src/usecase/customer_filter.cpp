#include "usecase/customer_filter.h"

#include <algorithm>

#include "store/people/party.h"
#include "usecase/typed_text.h"

namespace vigie {

Outcome<Scope> scope_narrowed(const Look& look, const std::optional<std::string>& customer) {
  if (!customer) return look.scope();
  const auto known = reference_from(*customer);
  const auto party = known ? party_by_reference(look.rows, look.scope(), *known) : std::nullopt;
  if (!party) return Refused{Refusal::customer_unknown, {{"reference", *customer}}, {}};
  const auto wanted = parties_within(look.rows, party->key);
  std::vector<Reach> reaches = look.scope().reaches();
  for (Reach& reach : reaches) {
    if (!reach.customers) {
      reach.customers = wanted;
      continue;
    }
    std::erase_if(*reach.customers,
                  [&](Key<PartyRow> key) { return !std::ranges::binary_search(wanted, key); });
  }
  return Scope::of(std::move(reaches));
}

}  // namespace vigie
