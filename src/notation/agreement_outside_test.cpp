#include "notation/agreement_outside.h"

#include <gtest/gtest.h>

#include "notation/agreement.h"
#include "notation/clause_difference.h"

namespace vigie {
namespace {

const std::string signed_text = R"(# Alpha is slower than what we promise.
id: acme
between: {provider: Novalys, customer: "ACME: Nord", suppliers: [Alpha, Kappa]}
in_force: {from: 2026-01-01}
zone: Europe/Paris
underpinned_by: [uc-alpha, ola-network]
calendars:
  office: {hours: "mon-fri 08:00-18:00", holidays: [fr]}
targets:
  resolve: {label: "Rétabli, \"vite\"", metric: resolution, within: 4h in office}
charges:
  fees:
    network: {of: contract, amount: 1000.00 per month}
penalties:
  base: fee network
  split: {Alpha: 60, Novalys: 40}
  lines:
    late: {on: resolve, bands: [{to: 94.9 %, credit: 5 %}, {from: 95.0 %, credit: 0 %}]}
)";

TEST(AgreementOutside, says_neither_suppliers_nor_what_underpins_it_nor_who_bears_a_penalty) {
  const std::string shown = agreement_without_chain(signed_text);
  for (const char* name :
       {"Alpha", "Kappa", "ola-network", "underpinned_by", "suppliers", "split"}) {
    EXPECT_EQ(shown.find(name), std::string::npos) << name << " in\n" << shown;
  }
}

TEST(AgreementOutside, every_other_clause_is_read_back_as_it_was_signed) {
  const std::string shown = agreement_without_chain(signed_text);
  std::vector<std::string> otherwise;
  for (const ClauseDifference& clause : clause_differences(signed_text, shown)) {
    EXPECT_FALSE(clause.after.has_value()) << clause.clause;
    otherwise.push_back(clause.clause);
  }
  for (const std::string& clause : otherwise) {
    const bool is_of_chain = clause.starts_with("between.suppliers") ||
                             clause.starts_with("underpinned_by") ||
                             clause.starts_with("penalties.split");
    EXPECT_TRUE(is_of_chain) << clause;
  }
  Names names;
  EXPECT_TRUE(read_agreement(shown, "shown", names).agreement.has_value()) << shown;
}

TEST(AgreementOutside, what_cannot_be_read_is_not_shown) {
  EXPECT_EQ(agreement_without_chain("id: [Alpha"), "");
}

}  // namespace
}  // namespace vigie
