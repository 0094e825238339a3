// Every refusal of charges and penalties, each with a document that deserves it.
#include <gtest/gtest.h>

#include "engine/base/text.h"
#include "notation/agreement.h"
#include "vocabulary/fault.h"

namespace vigie {
namespace {

const std::string head =
    "id: a\nzone: Europe/Paris\ntargets: {t: {metric: resolution, within: 4h in always}}\n";

std::string with_charges(const std::string& clauses) {
  return head + "charges: {" + clauses + "}\n";
}
std::string with_fee(const std::string& clauses) {
  return with_charges("fees: {n: {" + clauses + "}}");
}
std::string with_penalties(const std::string& clauses) {
  return head + "penalties: {" + clauses + "}\n";
}
std::string with_line(const std::string& clauses) {
  return with_penalties("lines: {p: {" + clauses + "}}");
}
std::string with_bands(const std::string& bands) {
  return with_penalties("precision: 1 decimal, base: contract, lines: {p: {on: t, bands: [" +
                        bands + "]}}");
}
std::string beside(const std::string& clauses) {
  return with_penalties("lines: {p: {on: t, flat: 500.00}}, " + clauses);
}

struct RefusedDocument {
  std::string code;
  std::string at;    // the text that stands where the first fault points
  std::string cure;  // the first one; empty: none is looked for
  std::string document;
};

std::vector<RefusedDocument> of_charges() {
  return {
      {"amount_malformed", "48,000.00", "48000.00", with_charges("contract: \"48,000.00\"")},
      {"amount_too_fine", "500.555", "500.55", with_charges("contract: 500.555")},
      {"amount_out_of_range", "9999", "", with_charges("contract: 99999999999999.00")},
      {"fee_without_period", "10.00", "10.00 per month", with_fee("amount: 10.00")},
      {"fee_without_period", "10.00 per week", "10.00 per month",
       with_fee("amount: 10.00 per week")},
      {"amount_malformed", "10k", "10000.00", with_fee("amount: 10k per month")},
      {"clause_malformed", "server", "service Network",
       with_fee("of: server, amount: 1.00 per month")},
      {"missing_key", "{of: contract", "", with_fee("of: contract")},
      {"period_name_malformed", "2026-Q4", "2026-11",
       with_fee("amount: 10.00 per month, invoiced: {2026-Q4: 9.00}")},
      {"period_name_malformed", "2026-11", "2026-Q4",
       with_fee("amount: 10.00 per quarter, invoiced: {2026-11: 9.00}")},
      {"name_not_one_word", "lan paris", "lan-paris",
       with_charges("fees: {lan paris: {amount: 1.00 per month}}")},
      {"versions_out_of_order", "2026-01-01", "",
       head + "charges: {fees: {n: {amount: 1.00 per month, revised: [\n" +
           "{from: 2027-01-01, amount: 2.00}, {from: 2026-01-01, amount: 3.00}]}}}\n"},
      {"dates_reversed", "{amount", "",
       with_charges("orders: {BC-1: {amount: 1.00, from: 2026-02-01, to: 2026-01-01}}")},
      {"unknown_word", "BTC", "", with_charges("currency: BTC")},
  };
}

std::vector<RefusedDocument> of_lines() {
  return {
      {"function_missing", "p: {on", "flat: 500.00", with_line("on: t")},
      {"name_reserved", "points", "kpi",
       with_penalties("lines: {points: {on: t, flat: 5 points}}")},
      {"two_functions", "1.00 per", "",
       with_line("on: t, flat: 5.00, each: 1.00 per started hour")},
      {"missing_key", "{flat", "", with_line("flat: 5.00")},
      {"award_malformed", "dear", "5 %", with_line("on: t, flat: dear")},
      {"amount_malformed", "5.00 each", "5.00", with_line("on: t, flat: 5.00 each")},
      {"amount_malformed", "500 €", "500.00", with_line("on: t, flat: 500 €")},
      {"rate_over_100", "150 %", "", with_line("on: t, base: contract, flat: 150 %")},
      {"share_without_base", "5 %", "base: fee network", with_line("on: t, flat: 5 %")},
      {"share_without_base", "1/1000", "base: fee network",
       with_line("on: t, delay: 1/1000 per calendar day")},
      {"base_malformed", "the price", "fee network",
       with_line("on: t, base: the price, flat: 5 %")},
      {"clause_malformed", "1/1000", "1/1000 per calendar day", with_line("on: t, delay: 1/1000")},
      {"clause_malformed", "150.00", "150.00 per started hour",
       with_line("on: t, each: 150.00 per hour")},
      {"clause_malformed", "often", "consecutive x 2",
       with_line("on: t, flat: 5.00, repeat: often")},
      {"clause_malformed", "event", "period", with_line("on: t, flat: 5.00, per: event")},
      {"clause_malformed", "some", "30 min", with_line("on: t, flat: 5.00, free: some")},
      {"free_without_unit", "30 min", "", with_line("on: t, flat: 5.00, free: 30 min")},
      {"factor_malformed", "heavy", "x 2", with_line("on: t, flat: 5.00, weight: heavy")},
      {"cap_malformed", "low", "15 % of fee network per month",
       with_line("on: t, flat: 5.00, cap: low")},
      {"share_without_base", "15 %", "15 % of fee network",
       with_line("on: t, flat: 5.00, cap: 15 %")},
  };
}

std::vector<RefusedDocument> of_bands_and_limits() {
  return {
      {"band_end_malformed", "high", "95.0 %", with_bands("{from: high, credit: 1 %}")},
      {"bands_mixed", "3 missed", "", with_bands("{from: 95 %, to: 3 missed, credit: 1 %}")},
      {"band_finer_than_precision", "94.95 %", "94.9 %",
       with_bands("{from: 94.95 %, credit: 1 %}")},
      {"missing_key", "{from", "", with_bands("{from: 95 %}")},
      {"points_out_of_order", "{from: 5", "",
       beside("points: {of: contract, table: [{from: 10, credit: 0 %}, {from: 5, credit: 1 %}]}")},
      {"share_without_base", "10 %", "of: fee network", beside("at_risk: {share: 10 %}")},
      {"cap_malformed", "7 lines", "15 % of fee network per month",
       beside("caps: [7 lines per week]")},
      {"share_without_base", "15 % per", "15 % of fee network", beside("caps: [15 % per month]")},
      {"base_malformed", "15 % of it", "fee network", beside("caps: [15 % of it per month]")},
      {"split_of_nothing", "{Alpha", "", beside("split: {Alpha: 0}")},
      {"days_malformed", "21 business", "15 days", beside("claim_within: 21 business days")},
      {"clause_malformed", "a while", "3 periods", beside("earn_back: {after: a while}")},
      {"missing_key", "{kind", "", beside("threshold: {kind: deductible}")},
      {"missing_key", "{combination", "", with_penalties("combination: sum")},
      {"unknown_key", "ceiling", "", beside("ceiling: 500.00")},
  };
}

std::string text_at(const std::string& document, const Place& place) {
  const auto lines = lines_of(document);
  if (place.line < 1 || place.line > static_cast<int>(lines.size())) return "no line";
  return std::string{lines[static_cast<std::size_t>(place.line) - 1].substr(
      static_cast<std::size_t>(place.column) - 1)};
}

void check(const RefusedDocument& refused) {
  Names names;
  const auto read = read_agreement(refused.document, "a.yaml", names);
  ASSERT_FALSE(read.faults.empty()) << refused.code << "\n" << refused.document;
  const Fault& fault = read.faults.front();
  EXPECT_EQ(key_of(fault.code), refused.code) << refused.document;
  EXPECT_TRUE(text_at(refused.document, fault.place).starts_with(refused.at))
      << refused.code << " is at " << text_at(refused.document, fault.place) << "\n"
      << refused.document;
  if (!refused.cure.empty()) {
    ASSERT_FALSE(fault.cures.empty()) << refused.code;
    EXPECT_EQ(fault.cures.front().write, refused.cure) << refused.code;
  }
  for (const auto language : {Language::en, Language::fr}) {
    EXPECT_EQ(message_of(fault, language).find('{'), std::string::npos) << refused.code;
  }
}

TEST(MoneyFaults, charges_are_refused_with_what_to_write) {
  for (const auto& refused : of_charges()) check(refused);
}

TEST(MoneyFaults, lines_are_refused_with_what_to_write) {
  for (const auto& refused : of_lines()) check(refused);
}

TEST(MoneyFaults, bands_and_limits_are_refused_with_what_to_write) {
  for (const auto& refused : of_bands_and_limits()) check(refused);
}

}  // namespace
}  // namespace vigie
