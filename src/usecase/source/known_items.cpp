#include "usecase/source/known_items.h"

#include <algorithm>

#include "store/catalogue/service.h"

namespace vigie {

namespace {

bool is_about(const Agreement& agreement, Value item) {
  const auto names_it = [&](const std::vector<Value>& all) {
    return std::ranges::find(all, item) != all.end();
  };
  return names_it(agreement.services) ||
         std::ranges::any_of(agreement.commitments, [&](const Commitment& commitment) {
           return names_it(commitment.availability.of);
         });
}

}  // namespace

KnownItems::KnownItems(Connection& rows, SharedTerms terms)
    : rows_{rows},
      terms_{std::move(terms)},
      names_{terms_->names.columns(), terms_},
      is_catalogue_empty_{!is_anything_offered(rows)} {}

bool KnownItems::has(const std::string& item) {
  if (is_catalogue_empty_) return true;
  const auto [place, is_new] = known_.try_emplace(item, false);
  if (is_new) place->second = has_service_called(rows_, item) || is_spelled_by_terms(item);
  return place->second;
}

bool KnownItems::is_spelled_by_terms(const std::string& item) const {
  const Value value = names_.find<AttributeValue>(item);
  return value && std::ranges::any_of(terms_->terms.agreements(), [&](const Agreement& agreement) {
           return is_about(agreement, value);
         });
}

}  // namespace vigie
