// One act of those who fill the demo company.
#pragma once

#include <stdexcept>
#include <string>

#include "engine/time/zone.h"
#include "usecase/agreement/terms_in_force.h"
#include "usecase/desk.h"

namespace vigie {

/// What they share.
struct DemoWork {
  Installation& here;
  TermsShelf& shelf;
  ZoneSource& zones;
};

inline constexpr std::string_view demo_company = "Novalys";
/// Whose portal the account of the role customer opens.
inline constexpr std::string_view demo_portal_customer = "ACME Industrie";

/// The program. Whose machine it is, is not told: the company is the same wherever it is made.
Caller demo_program();
/// Who has that role in the company, with the rights of their account, which is there.
Caller demo_person(const DemoWork& work, UserRole role);

/// "customer_unknown: …", in English.
std::string told_in_words(const Refused& refused);

/// What was done. Throws std::runtime_error when it was refused.
template <class Kept>
Kept demo_done(Outcome<Kept> outcome) {
  if (outcome) return *std::move(outcome);
  throw std::runtime_error("the demo company was refused: " + told_in_words(outcome.error()));
}

}  // namespace vigie
