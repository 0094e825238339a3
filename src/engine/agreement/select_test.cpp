#include "engine/agreement/select.h"

#include <gtest/gtest.h>

#include "engine/agreement/check_set.h"

namespace vigie {
namespace {

class AlwaysOpen : public WindowOracle {
 public:
  bool is_open(CommitmentRef, const Circumstance&) const override { return true; }
};

Commitment commitment(const std::string& id, const Applicability& applicability, Metric metric) {
  Commitment one;
  one.id = id;
  one.metric = metric;
  one.applies_to = applicability;
  one.calendar = "always";
  return one;
}

/// Names of attributes and agreements that the tests share.
struct Terms {
  Names names;
  std::vector<Agreement> agreements;

  Value value(std::string_view text) { return names.intern<AttributeValue>(text); }

  Agreement& add(const std::string& id, AgreementLevel level, const std::string& customer) {
    Agreement agreement;
    agreement.id = id;
    agreement.level = level;
    agreement.between = {.provider = "NOVA", .customer = customer};
    agreements.push_back(agreement);
    return agreements.back();
  }

  /// "acme r" for each promise, in order of chain; "(" what was set aside ")".
  std::string chosen(const Circumstance& circumstance) {
    const CommitmentIndex index{agreements, names};
    std::vector<Choice> choices;
    index.select(circumstance, index.agreements_of(circumstance.customer), AlwaysOpen{}, true,
                 choices);
    std::string text;
    for (const auto& choice : choices) {
      text += (text.empty() ? "" : ", ") + name(choice.chosen);
      for (const auto& aside : choice.set_aside) text += " (" + name(aside) + ")";
    }
    return text;
  }

  std::string name(CommitmentRef ref) const {
    const auto& agreement = agreements[ref.agreement];
    return agreement.id + " " + agreement.commitments[ref.commitment].id;
  }
};

TEST(Select, the_most_specific_level_wins_then_the_first_attribute_of_the_fixed_order) {
  Terms terms;
  const auto p1 = terms.value("P1");
  const auto lyon = terms.value("Lyon");
  auto& house = terms.add("house", AgreementLevel::house, "");
  house.commitments = {commitment("any", {}, Metric::resolution),
                       commitment("p1", {.priorities = {p1}}, Metric::resolution)};
  auto& acme = terms.add("acme", AgreementLevel::service, "ACME");
  acme.commitments = {commitment("any", {}, Metric::resolution),
                      commitment("p1", {.priorities = {p1}}, Metric::resolution),
                      commitment("lyon", {.sites = {lyon}}, Metric::resolution)};
  const auto customer = terms.value("ACME");
  struct Row {
    Circumstance circumstance;
    std::string chosen;
  };
  const std::vector<Row> table{
      {{.customer = terms.value("Other")}, "house any"},
      {{.customer = terms.value("Other"), .priority = p1}, "house p1 (house any)"},
      {{.customer = customer}, "acme any (house any)"},
      {{.customer = customer, .priority = p1}, "acme p1 (house any) (house p1) (acme any)"},
      {{.customer = customer, .site = lyon, .priority = p1},
       "acme lyon (house any) (house p1) (acme any) (acme p1)"},
      {{.site = lyon}, "acme lyon (house any) (acme any)"},
  };
  for (const auto& [circumstance, chosen] : table) EXPECT_EQ(terms.chosen(circumstance), chosen);
}

TEST(Select, each_promise_has_its_own_choice) {
  Terms terms;
  auto& acme = terms.add("acme", AgreementLevel::service, "ACME");
  acme.commitments = {commitment("respond", {}, Metric::response),
                      commitment("resolve", {}, Metric::resolution)};
  auto& uc = terms.add("uc", AgreementLevel::service, "NOVA");
  uc.kind = AgreementKind::uc;
  uc.between.provider = "Alpha";
  uc.commitments = {commitment("resolve", {}, Metric::resolution)};
  EXPECT_EQ(terms.chosen({.customer = terms.value("ACME")}),
            "acme respond, acme resolve, uc resolve");
}

TEST(Select, services_that_an_agreement_does_not_name_are_not_its_own) {
  Terms terms;
  auto& acme = terms.add("acme", AgreementLevel::service, "ACME");
  acme.services = {terms.value("Network")};
  acme.commitments = {commitment("resolve", {}, Metric::resolution)};
  EXPECT_EQ(terms.chosen({.service = terms.value("Network")}), "acme resolve");
  EXPECT_EQ(terms.chosen({.service = terms.value("Mail")}), "");
}

TEST(CheckSet, equals_are_refused_only_when_a_ticket_could_be_under_both) {
  Terms terms;
  const auto p1 = terms.value("P1");
  const auto p2 = terms.value("P2");
  struct Row {
    Applicability one;
    Applicability other;
    std::size_t faults;
  };
  const std::vector<Row> table{
      {{}, {}, 1},
      {{.priorities = {p1}}, {.priorities = {p2}}, 0},
      {{.priorities = {p1, p2}}, {.priorities = {p2}}, 1},
      {{.priorities = {p1}}, {}, 0},
      {{.priorities = {p1}}, {.categories = {terms.value("mail")}}, 0},
      {{.window = "office"}, {.window = "extended"}, 0},
  };
  for (const auto& [one, other, faults] : table) {
    terms.agreements.clear();
    auto& acme = terms.add("acme", AgreementLevel::service, "ACME");
    acme.commitments = {commitment("one", one, Metric::response),
                        commitment("other", other, Metric::response)};
    EXPECT_EQ(check_agreements(terms.agreements).faults.size(), faults);
  }
}

TEST(CheckSet, agreements_of_two_customers_or_of_two_years_are_not_equals) {
  Terms terms;
  for (const auto* customer : {"ACME", "BETA"}) {
    auto& agreement = terms.add(customer, AgreementLevel::service, customer);
    agreement.commitments = {commitment("r", {}, Metric::response)};
  }
  EXPECT_TRUE(check_agreements(terms.agreements).faults.empty());
  terms.agreements[1].between.customer = "ACME";
  EXPECT_EQ(check_agreements(terms.agreements).faults.size(), 1U);
  const auto first = CivilDay{std::chrono::local_days{std::chrono::year{2026} / 1 / 1}};
  terms.agreements[0].in_force.to = first - std::chrono::days{1};
  terms.agreements[1].in_force.from = first;
  EXPECT_TRUE(check_agreements(terms.agreements).faults.empty());
}

}  // namespace
}  // namespace vigie
