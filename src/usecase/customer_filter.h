// Lists of what belongs to customers, narrowed to one.
#pragma once

#include <optional>
#include <string>

#include "engine/base/described.h"
#include "usecase/desk.h"

namespace vigie {

struct CustomerFilter {
  std::optional<std::string> customer;
};

template <>
inline constexpr auto fields_of<CustomerFilter> = std::tuple{
    field("customer", &CustomerFilter::customer, "Reference of a party: it and its parts.",
          AtMost{64}),
};

/// The rows of `look` that are of that customer and its parts; of all when none is asked for.
/// Refused: customer_unknown, also for one that the caller does not see.
Outcome<Scope> scope_narrowed(const Look& look, const std::optional<std::string>& customer);

/// The name of a list with its filter: what a cursor is bound to.
inline std::string list_of_customer(std::string_view list,
                                    const std::optional<std::string>& customer) {
  return std::string{list} + (customer ? " " + *customer : "");
}

}  // namespace vigie
