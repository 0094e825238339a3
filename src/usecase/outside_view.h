// What someone outside of the provider is shown of who works behind a promise. Design S1.
#pragma once

#include <optional>
#include <string>

#include "usecase/desk.h"
#include "vocabulary/agreement.h"

namespace vigie {

/// Whether this kind of promise is shown to who does not read the chain behind it.
constexpr bool is_of_chain(AgreementKind kind) { return kind != AgreementKind::sla; }

/// Whether that caller is shown what teams and suppliers promised the provider of that customer.
bool reads_chain(const Caller& caller, Key<PartyRow> customer);

/// Names of the chain as kinds of parties. Lives no longer than its view of the rows.
class OutsideView {
 public:
  explicit OutsideView(Connection& rows) : rows_{&rows} {}

  /// A word of a role, or a customer, as it is; the owner company and suppliers by the word of
  /// their role; whom nobody knows as a third party.
  std::string party(const std::string& designation) const;

 private:
  Connection* rows_;
};

/// None for who reads the chain behind promises to that customer.
std::optional<OutsideView> outside_view(Connection& rows, const Caller& caller,
                                        Key<PartyRow> customer);

}  // namespace vigie
