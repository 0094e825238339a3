#include <algorithm>
#include <map>
#include <tuple>

#include "engine/penalty/base.h"
#include "engine/penalty/limit.h"

namespace vigie {

namespace {

using std::chrono::local_days;
using std::chrono::year_month_day;

/// Whose use is counted together: a line of the schedule or all of them (empty), per what, which.
using CapBucket = std::tuple<std::string, CapPer, std::string>;

/// One cap and the lines that it is over.
struct AppliedCap {
  const Cap& cap;
  std::string line;  // the id of a line of the schedule; empty: all of them
};

CapBucket bucket_of(const AppliedCap& applied, const Draft& draft) {
  const CapPer per = applied.cap.per;
  switch (per) {
    case CapPer::level:
      return {name_of(draft), per, draft.line.period};
    case CapPer::month:
      return {applied.line, per, draft.line.period};
    case CapPer::year: {
      const auto year = static_cast<int>(year_month_day{draft.days.first}.year());
      return {applied.line, per, std::to_string(year)};
    }
    case CapPer::order:
      return {applied.line, per, draft.order};
    case CapPer::contract:
      break;
  }
  return {applied.line, per, {}};
}

/// The days that the base of a cap covers: fees of the whole period, of the year, or of it all.
PeriodDays days_covered(const Contract& contract, CapPer per, const Draft& draft) {
  PeriodDays days = draft.days;
  if (per == CapPer::year) {
    const auto year = year_month_day{draft.days.first}.year();
    days.whole_first = local_days{year / 1 / 1};
    days.whole_next = local_days{(year + std::chrono::years{1}) / 1 / 1};
  } else if (per == CapPer::order || per == CapPer::contract) {
    days.whole_first = contract.first();
    days.whole_next = contract.next();
  }
  days.first = std::max(days.whole_first, contract.first());
  days.next = std::min(days.whole_next, contract.next());
  return days;
}

class CapKeeper {
 public:
  CapKeeper(const Contract& contract, Drafts& drafts) : contract_(contract), drafts_(drafts) {
    for (const std::uint32_t version : contract.versions) {
      const auto& schedule = contract.agreement(version).penalties;
      if (!schedule || !schedule->at_risk) continue;
      at_risk_.emplace(version, Cap{.per = CapPer::month,
                                    .kind = Cap::Kind::share,
                                    .share = *schedule->at_risk,
                                    .base = schedule->at_risk_base});
    }
  }

  void cut_numbers() {
    std::vector<Draft*> lines;
    for (Draft& draft : drafts_) lines.push_back(&draft);
    std::stable_sort(lines.begin(), lines.end(), [](const Draft* a, const Draft* b) {
      return a->days.end != b->days.end ? a->days.end < b->days.end
                                        : a->line.amount.minor > b->line.amount.minor;
    });
    std::map<CapBucket, std::int64_t> kept;
    for (Draft* draft : lines) {
      for (const AppliedCap& applied : caps_of(*draft)) {
        if (applied.cap.kind != Cap::Kind::lines || draft->line.amount.minor <= 0) continue;
        if (kept[bucket_of(applied, *draft)]++ < applied.cap.lines) continue;
        draft->line.amount.minor = 0;
        show(draft->line.steps, LedgerTopic::cap, draft->line.amount, LedgerStepWord::cap_lines,
             {{"lines", applied.cap.lines}, {"per", ledger_word(applied.cap.per)}});
      }
    }
  }

  void cut_amounts() {
    for (Draft& draft : drafts_) {
      for (const AppliedCap& applied : caps_of(draft)) {
        if (applied.cap.kind != Cap::Kind::lines) cut_to(applied, draft);
      }
      if (draft.line.amount.minor > 0) note_use(draft);
    }
  }

 private:
  std::vector<AppliedCap> caps_of(const Draft& draft) const {
    std::vector<AppliedCap> caps;
    if (draft.clause != nullptr) {
      for (const Cap& cap : draft.clause->caps) caps.push_back({cap, name_of(draft)});
    }
    if (is_bonus(draft)) return caps;
    for (const Cap& cap : schedule_of(contract_, draft).caps) caps.push_back({cap, {}});
    const auto at_risk = at_risk_.find(draft.line.agreement);
    if (at_risk != at_risk_.end()) caps.push_back({at_risk->second, {}});
    return caps;
  }

  void cut_to(const AppliedCap& applied, Draft& draft) {
    const Cap& cap = applied.cap;
    Money& amount = draft.line.amount;
    const Money used{used_[bucket_of(applied, draft)], amount.currency};
    Exact base;
    if (cap.kind == Cap::Kind::share) {
      base = base_amount({contract_, draft.line.agreement, cap.base,
                          days_covered(contract_, cap.per, draft), draft.ticket});
    }
    const std::int64_t limit =
        cap.kind == Cap::Kind::share ? cut(base * Exact{cap.share}) : cap.minor;
    const Money before = amount;
    amount.minor = std::min(amount.minor, std::max<std::int64_t>(limit - used.minor, 0));
    tell(cap, draft, {.limit = limit, .base = base, .used = used, .before = before});
  }

  struct Told {
    std::int64_t limit;
    Exact base;
    Money used;
    Money before;
  };

  static void tell(const Cap& cap, Draft& draft, const Told& told) {
    const Currency currency = draft.line.amount.currency;
    std::vector<LedgerArgument> arguments{{"per", ledger_word(cap.per)}, {"used", told.used}};
    if (draft.line.computed.minor == 0) return;  // points alone, or a miss that costs nothing
    const bool is_cut = draft.line.amount != told.before;
    if (is_cut) arguments.push_back({"before", told.before});
    auto word = is_cut ? LedgerStepWord::cap_amount_cut : LedgerStepWord::cap_amount;
    if (cap.kind == Cap::Kind::share) {
      arguments.push_back({"share", cap.share});
      arguments.push_back({"base", money_value(told.base, currency)});
      word = is_cut ? LedgerStepWord::cap_share_cut : LedgerStepWord::cap_share;
    }
    show(draft.line.steps, LedgerTopic::cap, Money{told.limit, currency}, word,
         std::move(arguments))
        .running = Exact{draft.line.amount.minor};
  }

  /// In every bucket of the line and, unless it is a bonus, of the schedule.
  void note_use(const Draft& draft) {
    for (const CapPer per :
         {CapPer::level, CapPer::month, CapPer::year, CapPer::order, CapPer::contract}) {
      const Cap any{.per = per};
      const CapBucket own = bucket_of({any, name_of(draft)}, draft);
      const CapBucket all = bucket_of({any, {}}, draft);
      used_[own] += draft.line.amount.minor;
      if (own != all && !is_bonus(draft)) used_[all] += draft.line.amount.minor;
    }
  }

  const Contract& contract_;
  Drafts& drafts_;
  std::map<std::uint32_t, Cap> at_risk_;  // by version
  std::map<CapBucket, std::int64_t> used_;
};

}  // namespace

void apply_caps(const Contract& contract, Drafts& drafts) {
  CapKeeper keeper{contract, drafts};
  keeper.cut_numbers();
  keeper.cut_amounts();
}

}  // namespace vigie
