#include "notation/agreement_availability.h"

#include <gtest/gtest.h>

#include "notation/agreement.h"
#include "vocabulary/fault.h"

namespace vigie {
namespace {

AgreementRead read_target(const std::string& target, Names& names) {
  return read_agreement(
      "id: acme\nzone: Europe/Paris\nbetween: {provider: NOVA, customer: ACME}\n"
      "in_force: {from: 2026-01-01}\n"
      "calendars:\n  office: {hours: \"mon-fri 09:00-18:00\"}\n"
      "defaults: {within: 4h in office, required: 95 % per month}\n"
      "targets:\n  up: " +
          target + "\n",
      "a.yaml", names);
}

std::string faults_of(const AgreementRead& read) {
  std::string told;
  for (const Fault& fault : read.faults) {
    if (!told.empty()) told += " + ";
    told += key_of(fault.code);
    if (!fault.cures.empty()) told += " -> " + fault.cures.front().write;
    for (const Language language : {Language::en, Language::fr}) {
      EXPECT_EQ(message_of(fault, language).find('{'), std::string::npos);
    }
  }
  return told;
}

TEST(AvailabilityTarget, reads_every_clause) {
  Names names;
  const auto read = read_target(
      "{metric: availability, of: [Network, Mail], hours: office, composition: redundant, "
      "service_from: 2026-02-01, starts_at: reported, ends_at: confirmed, ignore_under: 1 min, "
      "join_within: 5 min, maintenance: {notice: 5 calendar days, quota: 4h}, unknown: down, "
      "users: 120, required: 99.9 % per month, outages: at most 3, longest: at most 4h, "
      "cumulated: [{days: 30, at_most: 8h}, {days: 7, outages: 2}], clause: CCTP 7}",
      names);
  ASSERT_TRUE(read.agreement) << faults_of(read);
  EXPECT_TRUE(read.warnings.empty());
  const Commitment& up = read.agreement->commitments.front();
  const AvailabilityRules& rules = up.availability;
  EXPECT_EQ(up.calendar, "office");
  ASSERT_EQ(rules.of.size(), 2U);
  EXPECT_EQ(names.text(rules.of[1]), "Mail");
  EXPECT_EQ(rules.composition, Composition::redundant);
  EXPECT_EQ(rules.starts_at, OutageStart::reported);
  EXPECT_EQ(rules.ends_at, OutageEnd::confirmed);
  EXPECT_EQ(*rules.ignore_under, std::chrono::minutes{1});
  EXPECT_EQ(*rules.join_within, std::chrono::minutes{5});
  EXPECT_EQ(*rules.maintenance_notice, std::chrono::hours{5 * 24});
  EXPECT_EQ(*rules.maintenance_quota, std::chrono::hours{4});
  EXPECT_EQ(rules.unknown, UnknownTime::down);
  EXPECT_TRUE(rules.user_weighted);
  EXPECT_EQ(rules.users, 120);
  EXPECT_EQ(*rules.outages_at_most, 3);
  EXPECT_EQ(*rules.longest_at_most, std::chrono::hours{4});
  ASSERT_EQ(rules.cumulated.size(), 2U);
  EXPECT_EQ(*rules.cumulated[0].at_most, std::chrono::hours{8});
  EXPECT_EQ(*rules.cumulated[1].outages, 2);
  EXPECT_EQ(compare(*up.measurement.required, {999, 1000}), std::strong_ordering::equal);
}

TEST(AvailabilityTarget, the_defaults_of_tickets_are_not_its_own) {
  Names names;
  const auto read = read_target("{metric: availability, of: Network, hours: always}", names);
  ASSERT_TRUE(read.agreement) << faults_of(read);
  EXPECT_FALSE(read.agreement->commitments.front().measurement.required);
}

struct Refused {
  const char* target;
  const char* faults;
};

TEST(AvailabilityTarget, what_means_nothing_is_refused_with_what_to_write) {
  const Refused table[] = {
      {"{metric: availability}", "missing_key"},
      {"{metric: availability, of: N, within: 4h in office}", "clause_without_use"},
      {"{metric: availability, of: N, pauses: none}", "clause_without_use"},
      {"{metric: resolution, hours: office}", "clause_without_use"},
      {"{metric: availability, of: N, hours: offfice}", "unknown_calendar -> office"},
      {"{metric: availability, of: N, required: mean <= 4h}",
       "availability_not_a_rate -> 99.9 % per month"},
      {"{metric: availability, of: N, outages: three}", "at_most_malformed -> at most 3"},
      {"{metric: availability, of: N, longest: a day}", "at_most_malformed -> at most 4h"},
      {"{metric: availability, of: N, maintenance: never}", "unknown_word -> counted"},
      {"{metric: availability, of: N, maintenance: {notce: 4h}}", "unknown_key -> notice"},
      {"{metric: availability, of: N, cumulated: [{days: 30}]}", "missing_key"},
      {"{metric: availability, of: N, cumulated: [{at_most: 8h}]}", "missing_key"},
      {"{metric: availability, of: N, users: 0}", "number_out_of_range"},
      {"{metric: availability, of: N, composition: both}", "unknown_word -> series"}};
  for (const Refused& refused : table) {
    Names names;
    EXPECT_EQ(faults_of(read_target(refused.target, names)), refused.faults) << refused.target;
  }
}

TEST(AvailabilityTarget, what_the_parties_did_not_say_is_pointed_out) {
  Names names;
  const auto read = read_agreement(
      "id: acme\nzone: Europe/Paris\nbetween: {provider: NOVA, customer: ACME}\n"
      "targets:\n  up: {metric: availability, of: Network}\n",
      "a.yaml", names);
  ASSERT_TRUE(read.agreement) << faults_of(read);
  ASSERT_EQ(read.warnings.size(), 3U);
  EXPECT_EQ(read.warnings[0].code, WarningCode::availability_without_start);
  EXPECT_EQ(read.warnings[1].code, WarningCode::availability_without_hours);
  EXPECT_EQ(read.warnings[2].code, WarningCode::maintenance_without_notice);
  for (const Warning& warning : read.warnings) {
    EXPECT_FALSE(message_of(warning, Language::fr).empty());
    EXPECT_EQ(message_of(warning, Language::fr).find('{'), std::string::npos);
  }
}

TEST(AvailabilityTarget, an_exclusion_names_a_ticket_or_an_outage) {
  const auto faults = [](const std::string& exclusion) {
    Names names;
    return faults_of(
        read_agreement("id: acme\nzone: Europe/Paris\nbetween: {provider: NOVA, customer: ACME}\n"
                       "exclusions:\n  - {" +
                           exclusion +
                           ", claimed_on: 2026-04-02}\n"
                           "targets:\n  up: {metric: availability, of: Network}\n",
                       "a.yaml", names));
  };
  EXPECT_EQ(faults("outage: OUT-1"), "");
  EXPECT_EQ(faults("ground: third_party"), "missing_key");
  EXPECT_EQ(faults("ticket: INC-1, outage: OUT-1"), "clause_without_use");
}

}  // namespace
}  // namespace vigie
