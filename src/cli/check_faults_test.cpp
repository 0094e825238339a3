// Every refusal and every warning about agreements, each with a document that deserves it.
#include <gtest/gtest.h>

#include <filesystem>
#include <fstream>
#include <set>
#include <sstream>

#include "connector/zone_folder.h"
#include "engine/agreement/check_set.h"
#include "notation/agreement.h"
#include "notation/fault_page.h"
#include "vocabulary/fault.h"

namespace vigie {
namespace {

struct Case {
  std::string code;
  std::string place;  // line:column of the first fault
  std::vector<std::string> documents;
};

/// A sound document; each case changes what follows its first lines.
const std::string head = "id: a\nzone: Europe/Paris\n";
const std::string office = "calendars: {office: {hours: mon-fri 09:00-18:00}}\n";
const std::string target = "targets: {t: {metric: resolution, within: 4h in always}}\n";

std::string with_within(const std::string& within) {
  return head + office + "targets: {t: {metric: resolution, within: " + within + "}}\n";
}
std::string with_clause(const std::string& clause) {
  return head + "targets: {t: {metric: resolution, within: 4h in always, " + clause + "}}\n";
}
std::string with_availability(const std::string& clauses) {
  return head + "targets: {t: {metric: availability, of: N, " + clauses + "}}\n";
}
std::string with_office(const std::string& clauses) {
  return head + "calendars: {office: {" + clauses + "}}\n" + target;
}
std::string agreement(const std::string& id, const std::string& rest, const std::string& clauses) {
  return "id: " + id + "\nzone: Europe/Paris\n" + rest + office + "targets: {t: {" + clauses +
         "}}\n";
}

std::string nested(int depth) {
  return std::string(static_cast<std::size_t>(depth), '[') +
         std::string(static_cast<std::size_t>(depth), ']');
}

std::vector<Case> faults_of_documents() {
  return {
      {"file_too_big", "1:1", {std::string(yaml_most_bytes + 1, 'a')}},
      {"file_not_utf8", "2:1", {"id: a\ntitle: \xff\n"}},
      {"file_not_utf8", "1:1", {std::string("id: a\0", 6)}},
      {"file_not_utf8", "1:1", {"id: \xed\xa0\x80\n"}},
      {"file_empty", "1:1", {""}},
      {"several_documents", "3:1", {"id: a\n---\nid: b\n"}},
      {"yaml_malformed", "2:1", {"id: [a\n"}},
      {"yaml_too_deep", "1:33", {nested(40)}},
      {"yaml_too_deep", "1:33", {nested(20'000)}},
      {"yaml_forbidden", "1:5", {"id: &x a\n"}},
      {"yaml_malformed", "1:5", {"id: *x\n"}},
      {"yaml_forbidden", "1:5", {"id: !!str a\n"}},
      {"yaml_key_not_text", "1:3", {"? [a]\n: b\n"}},
      {"duplicate_key", "3:1", {"id: a\nzone: UTC\nid: b\n"}},
      {"unknown_key", "3:1", {head + "targtes: {}\n" + target}},
      {"unknown_key", "3:12", {head + "defaults: {pauss: none}\n" + target}},
      {"cut_by_comma", "4:79", {with_within("3 business days in office by 16:00, cut-off 15:00")}},
      {"missing_key", "1:1", {"zone: Europe/Paris\n" + target}},
      {"missing_key", "3:14", {head + "targets: {t: {within: 4h in always}}\n"}},
      {"missing_key", "3:14", {head + "targets: {t: {metric: resolution}}\n"}},
      {"clause_empty", "3:1", {head + "title:\n" + target}},
      {"wants_mapping", "1:1", {"[id, a]"}},
      {"wants_mapping", "3:10", {head + "between: NOVA\n" + target}},
      {"wants_list", "3:7", {head + "life: {state: signed}\n" + target}},
      {"wants_scalar", "3:8", {head + "title: [a, b]\n" + target}},
      {"unknown_word", "3:7", {head + "kind: slo\n" + target}},
      {"unknown_word", "3:24", {head + "closed_means_resolved: perhaps\n" + target}},
      {"unknown_word", "3:65", {with_clause("pauses: never")}},
  };
}

std::vector<Case> faults_of_clauses() {
  return {
      {"number_out_of_range", "3:10", {head + "version: 0\n" + target}},
      {"number_out_of_range", "3:10", {head + "ramp_up: three\n" + target}},
      {"clause_without_use", "3:70", {with_clause("pause_moves: yes")}},
      {"clause_without_use", "3:68", {with_clause("milestone: m")}},
      {"declaration_without_major", "3:63", {with_clause("from: declaration")}},
      {"start_after_end", "3:63", {with_clause("from: resolution")}},
      {"name_reserved", "3:13", {head + "calendars: {always: {hours: 24x7}}\n" + target}},
      {"unknown_zone", "2:7", {"id: a\nzone: Europe/Pari\n" + target}},
      {"unknown_zone", "2:7", {"id: a\nzone: ../etc/passwd\n" + target}},
      {"zone_missing", "1:1", {"id: a\n" + target}},
      {"zone_missing", "2:21", {"id: a\ncalendars: {office: {hours: 24x7}}\n" + target}},
      {"zone_undecided",
       "1:1",
       {"id: a\ncalendars: {a: {zone: Europe/Paris, hours: 24x7}, b: {zone: UTC, hours: 24x7}}\n" +
        target}},
      {"unknown_calendar", "4:49", {with_within("4h in ofice")}},
      {"unknown_window", "3:14", {with_clause("for: {window: extended}")}},
      {"unknown_holidays", "3:60", {with_office("hours: mon-fri 09:00-18:00, holidays: fr-corse")}},
      {"versions_out_of_order",
       "3:66",
       {with_office("hours: 24x7, versions: [{from: 2026-07-01}, {from: 2026-06-01}]")}},
  };
}

std::vector<Case> faults_of_dates_and_hours() {
  return {
      {"date_malformed", "3:12", {head + "signed_on: 2 mars 2026\n" + target}},
      {"date_malformed", "3:12", {head + "signed_on: 01/03/2026\n" + target}},
      {"date_malformed", "3:12", {head + "signed_on: tomorrow\n" + target}},
      {"date_absent", "3:12", {head + "signed_on: 2026-02-30\n" + target}},
      {"date_absent", "3:46", {with_office("hours: 24x7, holidays: [02-30]")}},
      {"date_out_of_range", "3:12", {head + "signed_on: 1899-12-31\n" + target}},
      {"dates_reversed",
       "3:11",
       {head + "in_force: {from: 2026-12-31, to: 2026-01-01}\n" + target}},
      {"time_malformed", "3:37", {with_office("hours: mon-fri 9h-18h")}},
      {"time_malformed", "3:43", {with_office("hours: mon-fri 09:00-24:30")}},
      {"window_malformed", "3:37", {with_office("hours: mon-fri 09:00")}},
      {"window_empty", "3:37", {with_office("hours: mon-fri 09:00-09:00")}},
      {"window_empty", "3:37", {with_office("hours: mon-fri 24:00-06:00")}},
      {"windows_overlap", "3:29", {with_office("hours: mon-fri 09:00-13:00 12:00-18:00")}},
      {"windows_overlap", "3:30", {with_office("hours: \"mon 22:00-06:00, tue 05:00-09:00\"")}},
      {"windows_overlap", "3:30", {with_office("hours: \"sun 22:00-06:00, mon 05:00-09:00\"")}},
      {"weekday_unknown", "3:29", {with_office("hours: mondy 09:00-18:00")}},
  };
}

std::vector<Case> faults_of_targets() {
  return {
      {"duration_malformed", "3:72", {with_clause("reopen_window: soon")}},
      {"duration_malformed", "3:72", {with_clause("reopen_window: 4h90")}},
      {"duration_negative", "4:43", {with_within("-4h in office")}},
      {"duration_decimal", "4:43", {with_within("1.5h in office")}},
      {"day_without_calendar", "3:72", {with_clause("reopen_window: 5 days")}},
      {"day_ambiguous", "4:43", {with_within("1 day in office")}},
      {"day_ambiguous", "4:43", {with_within("2 jours")}},
      {"target_vague", "4:43", {with_within("immediately")}},
      {"target_vague", "4:43", {with_within("dès que possible")}},
      {"within_malformed", "4:43", {with_within("quickly")}},
      {"within_malformed", "4:43", {with_within("3 business days in office by noon")}},
      {"calendar_missing", "4:43", {with_within("4h")}},
      {"working_days_mismatch", "4:43", {with_within("3 jours ouvrables in office")}},
      {"rate_malformed", "3:67", {with_clause("required: 95")}},
      {"rate_over_100", "3:67", {with_clause("required: 101 %")}},
      {"required_malformed", "3:67", {with_clause("required: most of them")}},
      {"required_malformed", "3:67", {with_clause("required: percentile 0 <= 4h")}},
      {"period_malformed", "3:67", {with_clause("required: 95 % per fortnight")}},
      {"precision_malformed", "3:68", {with_clause("precision: exact")}},
      {"volume_malformed", "3:65", {with_clause("volume: 120")}},
      {"small_sample_malformed", "3:71", {with_clause("small_sample: few")}},
  };
}

std::vector<Case> faults_of_sets() {
  const std::string priced = "penalties: {lines: {late: {on: t, per: ticket, flat: 5.00}}}\n";
  return {
      {"targets_empty", "3:10", {head + "targets: {}\n"}},
      {"calendar_never_opens", "3:13", {with_office("hours: closed")}},
      {"version_twice", "1:1", {head + target, head + target}},
      {"versions_hold_together",
       "1:1",
       {"version: 1\n" + head + target, "version: 2\n" + head + target}},
      {"currencies_differ",
       "1:1",
       {"version: 1\nin_force: {to: 2026-01-31}\n" + head + target + priced,
        "version: 2\nin_force: {from: 2026-02-01}\n" + head + "charges: {currency: USD}\n" +
            target + priced}},
      {"unknown_underpinning", "1:1", {head + "underpinned_by: [uc-alpha]\n" + target}},
      {"equal_commitments",
       "3:56",
       {head + "targets: {t: {metric: response, within: 4h in always}, "
               "u: {metric: response, within: 2h in always}}\n"}},
  };
}

std::vector<Case> warnings_of_agreements() {
  const std::string slow = "metric: resolution, within: 8h in office, required: 90 %";
  const std::string fast = "metric: resolution, within: 4h in always, required: 95 %";
  return {
      {"no_zone",
       "1:1",
       {"id: a\ncalendars: {office: {zone: Europe/Paris, hours: 24x7}}\n" + target}},
      {"provider_time_only", "3:65", {with_clause("counts: provider_only")}},
      {"response_paused",
       "3:63",
       {head + "targets: {t: {metric: response, within: 4h in always, pauses: any}}\n"}},
      {"few_tickets", "3:67", {with_clause("required: 99.9 % per month")}},
      {"availability_without_start", "3:14", {with_availability("required: 99 % per month")}},
      {"availability_without_hours", "3:14", {with_availability("required: 99 % per month")}},
      {"maintenance_without_notice", "3:14", {with_availability("required: 99 % per month")}},
      {"availability_not_a_rate", "3:54", {with_availability("required: count <= 3 per month")}},
      {"at_most_malformed", "3:53", {with_availability("outages: three")}},
      {"no_miss_allowed", "3:67", {with_clause("required: 100 %")}},
      {"underpinning_slower",
       "5:11",
       {agreement("a", "underpinned_by: [u]\n", fast), agreement("u", "kind: uc\n", slow)}},
      {"underpinning_opens_less",
       "5:11",
       {agreement("a", "underpinned_by: [u]\n", fast),
        agreement("u", "kind: uc\n",
                  "metric: resolution, within: 2h in office, required: 99/100, "
                  "small_sample: 1 miss under 20")}},
      {"underpinning_required_less",
       "5:11",
       {agreement("a", "underpinned_by: [u]\n", fast),
        agreement("u", "kind: uc\n", "metric: resolution, within: 2h in always")}},
  };
}

/// A schedule of one line under a sound agreement, its fees and what else the schedule says.
std::string with_schedule(const std::string& line, const std::string& rest = "") {
  return head +
         "targets: {t: {metric: resolution, within: 4h in always, required: 95 % per month}}\n"
         "charges: {fees: {n: {amount: 10.00 per month}}}\n"
         "penalties: {base: fee n, lines: {p: {" +
         line + "}}" + rest + "}\n";
}

std::string with_bands(const std::string& bands) {
  return with_schedule("on: t, cap: 1 %, bands: [" + bands + "]");
}

/// The name of the line stands at 5:34, its first band at 5:63.
std::vector<Case> faults_of_schedules() {
  const std::string pools = ", at_risk: {share: 10 %, of: fee n, pools: {o: 50 %}}";
  const std::string all = "on: t, flat: 100 %, pool: o, allocation: 60 %}, q: {" +
                          std::string{"on: t, flat: 100 %, pool: o, allocation: 41 %"};
  return {
      {"two_functions", "5:67", {with_schedule("on: t, flat: 5 %, shortfall: x 1")}},
      {"bands_gap", "5:63", {with_bands("{to: 98 %, credit: 5 %}, {from: 99 %, credit: 0 %}")}},
      {"bands_overlap", "5:88", {with_bands("{to: 99 %, credit: 5 %}, {from: 98 %, credit: 0 %}")}},
      {"band_empty", "5:63", {with_bands("{from: 98 %, to: 98 %, credit: 5 %}")}},
      {"bands_end_early", "5:63", {with_bands("{from: 98 %, credit: 5 %}")}},
      {"penalty_target_unknown", "5:34", {with_schedule("on: u, flat: 5 %")}},
      {"penalty_without_target", "5:34", {with_schedule("on: [], flat: 5 %")}},
      {"fee_unknown", "5:34", {with_schedule("on: t, flat: 5 %, base: fee m")}},
      {"order_unknown", "5:34", {with_schedule("on: t, flat: 5 %, base: order m")}},
      {"contract_without_amount", "5:34", {with_schedule("on: t, flat: 5 %, base: contract")}},
      {"function_without_measure", "5:34", {with_schedule("on: t, shortfall: x 1, per: ticket")}},
      {"target_requires_nothing",
       "4:21",
       {head + target + "penalties: {lines: {p: {on: t, flat: 5.00}}}\n"}},
      {"pool_unknown", "5:34", {with_schedule("on: t, flat: 5 %, pool: o, allocation: 4 %")}},
      {"pool_over_100", "5:181", {with_schedule(all, pools)}},
      {"allocation_missing", "5:34", {with_schedule("on: t, flat: 5 %, pool: o", pools)}},
      {"cap_without_end",
       "5:65",
       {with_schedule("on: t, flat: 5 %", ", caps: [5 % of fee n per contract]")}},
      {"repeat_without_end",
       "5:34",
       {with_schedule("on: t, flat: 5 %, repeat: consecutive x 2 compound")}},
      {"rolling_without_precision",
       "5:34",
       {with_schedule("on: t, flat: 5 %, per: rolling 3 periods")}},
      {"penalty_without_cap", "5:34", {with_schedule("on: t, flat: 5 %")}},
  };
}

std::vector<Case> documents_at_fault() {
  std::vector<Case> all;
  for (const auto& some :
       {faults_of_documents(), faults_of_clauses(), faults_of_dates_and_hours(),
        faults_of_targets(), faults_of_schedules(), faults_of_sets(), warnings_of_agreements()}) {
    all.insert(all.end(), some.begin(), some.end());
  }
  return all;
}

struct Told {
  std::string code;
  std::string place;
};

std::string place_text(const Place& place) {
  return std::to_string(place.line) + ":" + std::to_string(place.column);
}

/// What is said of the documents of a case, read and checked together.
std::vector<Told> told_of(const Case& one, ZoneSource& zones) {
  Names names;
  std::vector<Agreement> agreements;
  std::vector<Told> told;
  const auto tell = [&](const auto& lines) {
    for (const auto& line : lines) {
      told.push_back({std::string{key_of(line.code)}, place_text(line.place)});
      for (const auto language : {Language::en, Language::fr}) {
        const auto block = fault_block(line, one.documents.front(), language);
        EXPECT_EQ(block.find('{' + std::string{"text"}), std::string::npos) << block;
      }
    }
  };
  for (const auto& document : one.documents) {
    auto read = read_agreement(document, "x.yaml", {.names = names, .zones = &zones});
    EXPECT_EQ(read.agreement.has_value(), read.faults.empty());
    tell(read.faults);
    tell(read.warnings);
    if (read.agreement) agreements.push_back(*std::move(read.agreement));
  }
  const auto together = check_agreements(agreements);
  tell(together.faults);
  tell(together.warnings);
  return told;
}

TEST(CheckFaults, each_document_at_fault_is_told_its_fault_and_its_place) {
  ZoneFolder zones;
  for (const auto& one : documents_at_fault()) {
    SCOPED_TRACE(one.code + " in " + one.documents.front().substr(0, 200));
    const auto told = told_of(one, zones);
    ASSERT_FALSE(told.empty());
    const auto found = std::find_if(told.begin(), told.end(),
                                    [&](const Told& line) { return line.code == one.code; });
    EXPECT_NE(found, told.end()) << "told " << told.front().code;
    if (found != told.end()) {
      EXPECT_EQ(found->place, one.place);
    }
  }
}

/// The sources that read and check agreements, as one text.
std::string sources_of_agreements() {
  namespace fs = std::filesystem;
  std::ostringstream all;
  for (const auto* folder : {"src/notation", "src/engine/agreement"}) {
    for (const auto& entry : fs::directory_iterator{folder}) {
      const auto name = entry.path().filename().string();
      const bool ours = std::string_view{folder} != "src/notation" ||
                        name.starts_with("agreement") || name.starts_with("clauses") ||
                        name.starts_with("scalar") || name.starts_with("yaml");
      if (ours && name.ends_with(".cpp")) all << std::ifstream{entry.path()}.rdbuf();
    }
  }
  return all.str();
}

bool is_letter_of_code(char byte) { return (byte >= 'a' && byte <= 'z') || byte == '_'; }

TEST(CheckFaults, no_code_about_agreements_is_without_a_document_that_deserves_it) {
  std::set<std::string, std::less<>> tried;
  for (const auto& one : documents_at_fault()) tried.insert(one.code);
  for (const Word& word : Vocabulary<WarningCode>::words) {
    EXPECT_TRUE(tried.contains(word.key)) << word.key;
  }
  const auto sources = sources_of_agreements();
  std::size_t used = 0;
  for (const Word& word : Vocabulary<FaultCode>::words) {
    const auto at = sources.find("FaultCode::" + std::string{word.key});
    if (at == std::string::npos) continue;
    const auto end = at + std::string_view{"FaultCode::"}.size() + word.key.size();
    if (end < sources.size() && is_letter_of_code(sources[end])) continue;
    ++used;
    EXPECT_TRUE(tried.contains(word.key)) << word.key << ": no document triggers it";
  }
  EXPECT_GT(used, 40U) << "the sources were not found";
}

TEST(CheckFaults, sound_documents_are_told_nothing) {
  ZoneFolder zones;
  const std::vector<std::string> sound{
      head + target,
      with_office("hours: mon-fri 18:00-09:00"),
      with_office("hours: [mon-fri 09:00-12:00 14:00-18:00, sat 09:00-12:00], holidays: [fr]"),
      with_office("hours: lun-ven 08:00-24:00, worked: 2026-05-25"),
      with_within("2 jours ouvrés"),
      with_within("\"3 business days in office by 16:00, cut-off 15:00\""),
      with_within("by end of last_day"),
      with_within("under 4 h 30 in office"),
      with_within("2 months"),
      with_clause("required: percentile 95 <= 4h per quarter"),
  };
  for (const auto& document : sound) {
    const auto told = told_of({"", "", {document}}, zones);
    EXPECT_TRUE(told.empty()) << document << told.front().code;
  }
}

}  // namespace
}  // namespace vigie
