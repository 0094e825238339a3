// Each weakness of vocabulary/weakness.def shows in the figures, where its sentence says.
#include <gtest/gtest.h>

#include <set>

#include "company.h"
#include "engine/agreement/check_set.h"
#include "engine/base/digest.h"
#include "notation/page/verdict_lines.h"
#include "vocabulary/fault.h"
#include "vocabulary/finding.h"
#include "vocabulary/weakness.h"

namespace vigie::planted {
namespace {

std::int64_t rate(const std::string& target, const std::string& period) {
  return percent(company().of(target, period).net_agreed);
}

std::int64_t rate(const std::string& target, std::initializer_list<const char*> periods) {
  Tally sum;
  for (const char* period : periods) {
    const Tally& one = company().of(target, period).net_agreed;
    sum.met += one.met;
    sum.missed += one.missed;
  }
  return percent(sum);
}

// weak_operator
TEST(Planted, the_operator_keeps_its_word_and_the_sla_that_it_carries_is_warned_of) {
  const auto checked = check_agreements(company().terms.agreements());
  EXPECT_TRUE(checked.faults.empty());
  ASSERT_FALSE(checked.warnings.empty());
  for (const Warning& warning : checked.warnings) {
    EXPECT_EQ(warning.code, WarningCode::underpinning_slower);
    EXPECT_NE(message_of(warning, Language::en).find("uc-alpha"), std::string::npos);
  }
  EXPECT_GE(percent(company().target("uc-alpha@1 restore-p1").total), 90);
}

// storage_failure
TEST(Planted, the_storage_failure_is_one_major_incident_whose_children_are_late) {
  EXPECT_LT(rate("mediane@1 restore-p1", "2025-03"), 60);
  EXPECT_GE(rate("mediane@1 restore-p1", "2025-05"), 75);
  EXPECT_LT(rate("mediane@1 restore-p2", "2025-03"), 60);
}

// storage_failure: 22 waits of an hour at most, and one night. Restored on Thursday 13 March 13:40:
// the report was due on Thursday 20 March 13:40 and came on Saturday 22 March.
TEST(Planted, the_major_incident_had_no_word_for_a_night_and_its_report_came_late) {
  const Tally& updates = company().of("mediane@1 update-major", "2025-03").net_agreed;
  EXPECT_EQ(updates.met, 22);
  EXPECT_EQ(updates.missed, 1);
  const Tally& report = company().of("mediane@1 report-major", "2025-03").net_agreed;
  EXPECT_EQ(report.met, 0);
  EXPECT_EQ(report.missed, 1);
}

// thin_august
TEST(Planted, in_august_2025_everybody_is_late) {
  for (const char* target : {"acme@1 resolve-p3", "oceane@1 resolve", "novalys-house@1 resolve"}) {
    EXPECT_LT(rate(target, "2025-08") + 6, rate(target, "2025-06")) << target;
    EXPECT_LT(rate(target, "2025-08") + 4, rate(target, "2025-10")) << target;
  }
}

// amendment_too_early
TEST(Planted, the_amendment_came_two_months_before_the_team_was_ready) {
  EXPECT_GE(rate("acme@1 resolve-p2", {"2025-10", "2025-11", "2025-12"}), 88);
  EXPECT_LT(rate("acme@2 resolve-p2", {"2026-01", "2026-02"}), 75);
  EXPECT_GE(rate("acme@2 resolve-p2", {"2026-04", "2026-05", "2026-06"}), 85);
}

// silent_waits
TEST(Planted, a_wait_of_which_the_customer_was_not_told_is_a_finding) {
  EXPECT_GT(company().evaluation.findings.of(FindingCode::pause_without_request).count, 60U);
}

// lost_in_migration
TEST(Planted, tickets_closed_without_a_resolution_in_june_2025_are_not_measurable) {
  EXPECT_GT(company().target("novalys-house@1 resolve").total.not_measurable, 3);
  EXPECT_GT(company().evaluation.findings.of(FindingCode::closed_unresolved).count, 10U);
}

// hidden_backlog
TEST(Planted, the_rate_of_boreal_stays_good_while_its_backlog_grows) {
  const TargetResult& quiet = company().target("boreal@1 resolve-p4");
  EXPECT_GE(percent(quiet.total), 90);
  EXPECT_GT(quiet.total.overdue_open, 40);
}

// late_deliveries
TEST(Planted, the_deliveries_of_brevigny_are_late_from_april_2026_on) {
  EXPECT_GE(rate("brevigny@1 deliver", "2025-Q4"), 90);
  EXPECT_LT(rate("brevigny@1 deliver", "2026-Q2"), 80);
}

// convenient_downgrades
TEST(Planted, a_downgrade_once_the_time_has_passed_does_not_save_the_promise) {
  std::set<Id<Ticket>> downgraded;
  for (const History& history : company().histories.tickets()) {
    for (const Event& event : history.events) {
      const bool is_later = event.at != history.events.front().at;
      if (is_later && event.attribute == Attribute::priority && event.effect == Effect::origin) {
        downgraded.insert(history.ticket);
      }
    }
  }
  ASSERT_GE(downgraded.size(), 3U);
  std::size_t breached = 0;
  for (const Judgement& judgement : company().evaluation.verdicts) {
    const auto& agreement = company().terms.agreement(judgement.agreement);
    const auto& commitment = agreement.commitments[judgement.commitment];
    if (agreement.id != "mediane" || commitment.metric != Metric::restoration) continue;
    if (!downgraded.contains(judgement.ticket)) continue;
    EXPECT_EQ(judgement.verdict, Verdict::breached);
    ++breached;
  }
  EXPECT_EQ(breached, downgraded.size());
}

// storage_failure
TEST(Planted, the_patient_record_was_down_for_a_day_and_a_third) {
  const Attainment& march = company().of("mediane@1 record-up", "2025-03");
  EXPECT_EQ(march.attained, false);
  ASSERT_TRUE(march.availability);
  EXPECT_GE(march.availability->longest, std::chrono::hours{31});
}

// three_fifty_nine
TEST(Planted, seven_outages_of_3_h_59_are_each_under_four_hours_and_break_the_cumulated_rule) {
  const Attainment& november = company().of("oceane@1 vpn-up", "2025-11");
  EXPECT_EQ(november.attained, false);
  ASSERT_TRUE(november.availability);
  EXPECT_LT(november.availability->longest, std::chrono::hours{4});
  EXPECT_GT(november.availability->cumulated_worst, std::chrono::hours{27});
}

// late_notice
TEST(Planted, a_maintenance_announced_the_evening_before_counts_as_down) {
  const Attainment& march = company().of("boreal@1 platform-up", "2026-03");
  const Attainment& april = company().of("boreal@1 platform-up", "2026-04");
  EXPECT_EQ(april.attained, false);
  EXPECT_GT(april.availability->committed.down, std::chrono::minutes{114});
  EXPECT_LT(march.availability->committed.down, march.availability->raw.down);
}

std::string digest_on(unsigned threads) {
  const Evaluation evaluation = evaluate({.terms = company().terms,
                                          .histories = company().histories,
                                          .names = company().names,
                                          .as_of = company().evaluation.as_of,
                                          .keep_verdicts = true,
                                          .threads = threads});
  Digest digest;
  for (const Judgement& judgement : evaluation.verdicts) {
    digest.add(verdict_line(judgement, company().terms, company().names));
  }
  return digest.text();
}

// Whoever changes a rule or the demo writes the new digest here, and says so in the changelog.
TEST(Planted, verdicts_are_the_same_bytes_on_one_thread_and_on_two_and_with_both_compilers) {
  constexpr std::string_view expected = "c26a29912d5a8ca4b97e3f6c514d16a5";
  EXPECT_EQ(digest_on(1), expected);
  EXPECT_EQ(digest_on(2), expected);
}

}  // namespace
}  // namespace vigie::planted
