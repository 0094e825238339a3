#include <algorithm>
#include <map>
#include <tuple>

#include "engine/penalty/limit.h"

namespace vigie {

namespace {

using ThresholdBucket = std::pair<std::string, std::string>;

ThresholdBucket bucket_of(const Draft& draft, CapPer per) {
  switch (per) {
    case CapPer::level:
      return {"level " + name_of(draft), draft.line.period};
    case CapPer::month:
      return {"period", draft.line.period};
    case CapPer::year: {
      const std::chrono::year_month_day first{draft.days.first};
      return {"year", std::to_string(static_cast<int>(first.year()))};
    }
    case CapPer::order:
      return {"order", draft.order};
    case CapPer::contract:
      break;
  }
  return {"contract", {}};
}

class ThresholdKeeper {
 public:
  ThresholdKeeper(const Contract& contract, Drafts& drafts)
      : contract_(contract), drafts_(drafts) {}

  void run() {
    for (std::size_t i = 0; i < drafts_.size();) {
      std::size_t next = i;
      while (next < drafts_.size() && drafts_[next].days.end == drafts_[i].days.end) ++next;
      close(i, next);
      i = next;
    }
    tell_held();
  }

 private:
  struct Account {
    std::int64_t total = 0;
    std::int64_t deducted = 0;
    std::vector<Draft*> held;
  };

  const std::optional<PenaltyThreshold>& threshold_of(const Draft& draft) const {
    return schedule_of(contract_, draft).threshold;
  }

  bool is_tested(const Draft& draft) const {
    return threshold_of(draft) && !is_bonus(draft) && draft.line.amount.minor > 0;
  }

  Account& account_of(const Draft& draft) {
    return accounts_[bucket_of(draft, threshold_of(draft)->per)];
  }

  /// Lines of periods that end at one instant are tested together.
  void close(std::size_t first, std::size_t next) {
    for (std::size_t i = first; i < next; ++i) {
      if (is_tested(drafts_[i])) account_of(drafts_[i]).total += drafts_[i].line.amount.minor;
    }
    for (std::size_t i = first; i < next; ++i) {
      Draft& draft = drafts_[i];
      if (!threshold_of(draft)) {
        say(draft.line.steps, LedgerTopic::exempt, LedgerStepWord::no_threshold);
      } else if (is_tested(draft) && threshold_of(draft)->kind == ThresholdKind::deductible) {
        deduct(draft);
      } else if (is_tested(draft)) {
        test(draft);
      }
    }
  }

  void deduct(Draft& draft) {
    Account& account = account_of(draft);
    const std::int64_t threshold = threshold_of(draft)->minor;
    Money& amount = draft.line.amount;
    const std::int64_t part =
        std::clamp<std::int64_t>(threshold - account.deducted, 0, amount.minor);
    account.deducted += part;
    amount.minor -= part;
    show(draft.line.steps, LedgerTopic::exempt, amount, LedgerStepWord::deducted,
         {{"deducted", Money{part, amount.currency}},
          {"threshold", Money{threshold, amount.currency}}})
        .running = Exact{amount.minor};
  }

  void test(Draft& draft) {
    Account& account = account_of(draft);
    const PenaltyThreshold& threshold = *threshold_of(draft);
    if (account.total <= threshold.minor) {
      draft.line.state = PenaltyState::held;
      account.held.push_back(&draft);
      return;
    }
    const Currency currency = draft.line.amount.currency;
    const Money total{account.total, currency};
    say(draft.line.steps, LedgerTopic::exempt, LedgerStepWord::threshold_crossed,
        {{"total", total}, {"threshold", Money{threshold.minor, currency}}});
    for (Draft* held : account.held) {
      held->line.state = PenaltyState::computed;
      held->line.due_in = draft.line.period;
      held->line.provisional |= draft.line.provisional;
      say(held->line.steps, LedgerTopic::exempt, LedgerStepWord::threshold_released,
          {{"period", draft.line.period},
           {"threshold", Money{threshold_of(*held)->minor, currency}},
           {"total", total}});
    }
    account.held.clear();
  }

  void tell_held() {
    for (auto& [bucket, account] : accounts_) {
      for (Draft* held : account.held) {
        const Currency currency = held->line.amount.currency;
        say(held->line.steps, LedgerTopic::exempt, LedgerStepWord::threshold_held,
            {{"total", Money{account.total, currency}},
             {"threshold", Money{threshold_of(*held)->minor, currency}}});
      }
    }
  }

  const Contract& contract_;
  Drafts& drafts_;
  std::map<ThresholdBucket, Account> accounts_;
};

struct Payout {
  std::int64_t total = 0;
  std::vector<Draft*> lines;
};

}  // namespace

void apply_threshold(const Contract& contract, Drafts& drafts) {
  ThresholdKeeper{contract, drafts}.run();
}

void apply_least_payout(const Contract& contract, Drafts& drafts) {
  std::map<std::pair<std::uint32_t, std::string>, Payout> payouts;
  for (Draft& draft : drafts) {
    if (draft.line.state != PenaltyState::computed) continue;
    Payout& payout = payouts[{draft.line.agreement, draft.line.due_in}];
    payout.total += is_bonus(draft) ? -draft.line.amount.minor : draft.line.amount.minor;
    if (!is_bonus(draft) && draft.line.amount.minor > 0) payout.lines.push_back(&draft);
  }
  for (auto& [key, payout] : payouts) {
    for (Draft* draft : payout.lines) {
      const std::int64_t least = schedule_of(contract, *draft).minimum_payout_minor;
      if (payout.total <= 0 || payout.total >= least) continue;
      Money& amount = draft->line.amount;
      amount.minor = 0;
      show(draft->line.steps, LedgerTopic::minimum, amount, LedgerStepWord::payout_too_small,
           {{"period", key.second},
            {"total", Money{payout.total, amount.currency}},
            {"minimum", Money{least, amount.currency}}});
    }
  }
}

}  // namespace vigie
