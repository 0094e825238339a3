#include "usecase/people/customer_named.h"

#include "usecase/typed_text.h"

namespace vigie {

Outcome<std::optional<Key<PartyRow>>> customer_named(Desk& desk,
                                                     const std::optional<std::string>& reference) {
  using Named = std::optional<Key<PartyRow>>;
  if (!reference && desk.scope().is_whole()) return Named{};
  const auto written = reference ? reference_from(*reference) : std::nullopt;
  const auto customer =
      written ? party_by_reference(desk.rows(), desk.scope(), *written) : std::nullopt;
  if (customer) return Named{customer->key};
  return Refused{Refusal::customer_unknown, {{"reference", reference.value_or("")}}, {}};
}

}  // namespace vigie
