// How the running periods will end, for spreadsheets.
#include "notation/page/money_text.h"
#include "notation/page/outlook_page.h"
#include "notation/page/rfc3339.h"
#include "notation/page/scorecard_cells.h"

namespace vigie {
namespace {

struct End {
  std::string name;
  PeriodEnd TargetOutlook::* end;
  Money AmountOutlook::* amount;
};

const std::vector<End>& ends() {
  static const std::vector<End> all{{"pace", &TargetOutlook::pace, &AmountOutlook::pace},
                                    {"best", &TargetOutlook::best, &AmountOutlook::best},
                                    {"worst", &TargetOutlook::worst, &AmountOutlook::worst}};
  return all;
}

void put_count(CsvSheet& sheet, std::string_view title, std::optional<std::int64_t> count) {
  if (count) sheet.put(title, *count);
}

void begin_agreement(CsvSheet& sheet, const Agreement& agreement, std::string_view record) {
  sheet.begin_line();
  sheet.put("record", record);
  sheet.put_text("agreement", agreement.id);
  sheet.put("version", agreement.version);
}

void add_target(CsvSheet& sheet, const Agreement& agreement, const TargetOutlook& target) {
  const Commitment& commitment = agreement.commitments[target.commitment];
  begin_agreement(sheet, agreement, "outlook");
  sheet.put_text("target", commitment.id);
  sheet.put("metric", key_of(commitment.metric));
  sheet.put_text("period", target.period);
  sheet.put("met", target.met);
  sheet.put("missed", target.missed);
  sheet.put("measured", target.met + target.missed);
  sheet.put("pending", target.open);
  sheet.put("overdue_open", target.overdue);
  if (target.required) sheet.put("required", ratio_cell(*target.required));
  sheet.put("open_seconds_passed", seconds_json(target.open_time_passed));
  sheet.put("open_seconds", seconds_json(target.open_time_in_all));
  sheet.put("expected", target.expected);
  put_count(sheet, "may_miss", target.may_miss);
  put_count(sheet, "may_miss_at_once", target.may_miss_at_once);
  if (target.may_be_down) sheet.put("may_be_down_seconds", seconds_json(*target.may_be_down));
  for (const End& one : ends()) {
    const PeriodEnd& end = target.*one.end;
    sheet.put(one.name + "_met", end.met);
    sheet.put(one.name + "_missed", end.missed);
    if (end.rate.denominator != 0) sheet.put(one.name + "_rate", ratio_cell(end.rate));
    if (end.attained) sheet.put(one.name + "_attained", truth_cell(*end.attained));
  }
}

void add_amount(CsvSheet& sheet, const Agreement& agreement, const AmountOutlook& amount) {
  begin_agreement(sheet, agreement, "outlook_amount");
  sheet.put_text("period", amount.period);
  sheet.put("penalty_due", plain_amount(amount.so_far));
  sheet.put("currency", key_of(amount.so_far.currency));
  for (const End& one : ends()) {
    sheet.put(one.name + "_penalty", plain_amount(amount.*one.amount));
  }
}

}  // namespace

std::vector<std::string> outlook_titles() {
  std::vector<std::string> titles{
      "open_seconds_passed", "open_seconds",       "expected", "may_miss",
      "may_miss_at_once",    "may_be_down_seconds"};
  for (const End& one : ends()) {
    for (const char* of : {"_met", "_missed", "_rate", "_attained", "_penalty"}) {
      titles.push_back(one.name + of);
    }
  }
  return titles;
}

void add_outlook_lines(CsvSheet& sheet, const Scorecard& card) {
  for (const TargetOutlook& target : card.outlook->targets) {
    add_target(sheet, card.terms.agreement(target.agreement), target);
  }
  for (const AmountOutlook& amount : card.outlook->amounts) {
    add_amount(sheet, card.terms.agreement(amount.agreement), amount);
  }
}

}  // namespace vigie
