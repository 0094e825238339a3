#include "notation/agreement.h"

#include <gtest/gtest.h>

#include "notation/scalar_hours.h"

namespace vigie {
namespace {

constexpr std::string_view acme = R"(
id: acme
between: {provider: NOVA, customer: ACME}
calendars:
  office: {zone: Europe/Paris, hours: "mon-fri 09:00-18:00", holidays: [fr]}
targets:
  resolve-p2: {metric: resolution, for: {priority: P2}, within: 4h in office}
)";

std::string first_fault(const AgreementRead& read) {
  if (read.faults.empty()) return "none";
  const auto& fault = read.faults.front();
  return std::to_string(fault.place.line) + ":" + std::to_string(fault.place.column) + " " +
         message_of(fault, Language::en);
}

TEST(Agreement, the_smallest_one_has_the_defaults_of_a_prudent_contract) {
  Names names;
  const auto read = read_agreement(acme, "acme.yaml", names);
  ASSERT_TRUE(read.agreement) << first_fault(read);
  const Agreement& agreement = *read.agreement;
  EXPECT_EQ(agreement.id, "acme");
  EXPECT_EQ(agreement.version, 1);
  EXPECT_EQ(agreement.zone, "Europe/Paris");
  EXPECT_EQ(agreement.between.provider, "NOVA");
  ASSERT_EQ(agreement.commitments.size(), 1U);
  const Commitment& commitment = agreement.commitments.front();
  EXPECT_EQ(commitment.id, "resolve-p2");
  EXPECT_EQ(commitment.metric, Metric::resolution);
  EXPECT_EQ(commitment.calendar, "office");
  EXPECT_EQ(std::get<ServiceDuration>(commitment.within).budget, std::chrono::hours{4});
  EXPECT_EQ(commitment.counts, Counts::provider_chain);
  EXPECT_TRUE(commitment.pauses.paused);
  ASSERT_EQ(commitment.applies_to.priorities.size(), 1U);
  EXPECT_EQ(names.text(commitment.applies_to.priorities.front()), "P2");
  EXPECT_EQ(commitment.place.line, 7);
  const auto& office = agreement.calendars.at("office");
  EXPECT_EQ(week_hours_text(office.versions.front().week), "mon-fri 09:00-18:00");
  EXPECT_EQ(office.versions.front().holidays.sets, std::vector<std::string>{"fr"});
}

TEST(Agreement, its_digest_changes_with_any_byte_of_its_text) {
  Names names;
  const std::string text{acme};
  const auto digest = read_agreement(text, "a.yaml", names).agreement->digest;
  EXPECT_EQ(digest.size(), 32U);
  EXPECT_EQ(read_agreement(text, "b.yaml", names).agreement->digest, digest);
  EXPECT_NE(read_agreement(text + "\n", "a.yaml", names).agreement->digest, digest);
}

TEST(Agreement, an_unknown_clause_is_refused_with_the_nearest_one) {
  Names names;
  const auto read = read_agreement(
      "id: a\nzone: UTC\ntargtes: {}\ntargets:\n"
      "  r: {metric: resolution, within: 4h in always}\n",
      "a.yaml", names);
  ASSERT_EQ(read.faults.size(), 1U);
  EXPECT_EQ(first_fault(read), "3:1 \"targtes\" is not a clause of agreement");
  ASSERT_EQ(read.faults.front().cures.size(), 1U);
  EXPECT_EQ(read.faults.front().cures.front().write, "targets");
}

AgreementRead read_case(const std::string& targets) {
  const auto yaml = read_yaml(
      "calendars:\n  office: {zone: Europe/Paris, hours: mon-fri 09:00-18:00}\n"
      "agreement:\n  id: acme\n  targets:\n" +
          targets,
      "case.yaml");
  EXPECT_TRUE(yaml.root);
  Names names;
  return agreement_from(
      {.node = *yaml.root->find("agreement"), .calendars = yaml.root->find("calendars")}, names);
}

TEST(Agreement, calendars_may_stand_beside_it_as_in_a_case) {
  const auto read = read_case("    p: {metric: response, within: 30 min in office}\n");
  ASSERT_TRUE(read.agreement) << first_fault(read);
  EXPECT_TRUE(read.agreement->calendars.contains("office"));
  EXPECT_FALSE(read.agreement->commitments.front().pauses.paused);
}

TEST(Agreement, a_text_cut_by_a_comma_is_shown_between_quotes) {
  const auto read =
      read_case("    r: {metric: resolution, within: 3 business days by 16:00, cut-off 15:00}\n");
  EXPECT_EQ(first_fault(read),
            "6:63 \"cut-off 15:00\" stands alone: inside braces a text that has a comma goes "
            "between quotes");
  ASSERT_EQ(read.faults.front().cures.size(), 1U);
  EXPECT_EQ(read.faults.front().cures.front().write,
            "within: \"3 business days by 16:00, cut-off 15:00\"");
}

}  // namespace
}  // namespace vigie
