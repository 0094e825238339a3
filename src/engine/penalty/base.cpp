#include "engine/penalty/base.h"

#include <algorithm>

#include "engine/agreement/period.h"
#include "engine/calendar/civil.h"
#include "engine/penalty/ledger_step.h"

namespace vigie {

namespace {

/// Days [first, next).
struct Days {
  CivilDay first;
  CivilDay next;

  std::int64_t count() const { return std::max<std::int64_t>((next - first).count(), 0); }
  friend bool operator==(const Days&, const Days&) = default;
};

Days shared_days(Days a, Days b) { return {std::max(a.first, b.first), std::min(a.next, b.next)}; }

/// Days since a beginning, when each month has thirty: a 31st adds none, the end of February three.
std::int64_t thirty_day_position(CivilDay day) {
  const std::chrono::year_month_day date{day};
  const auto months =
      std::int64_t{static_cast<int>(date.year())} * 12 + static_cast<unsigned>(date.month());
  return months * 30 + static_cast<unsigned>(date.day()) - 1;
}

std::int64_t thirtieths(Days days) {
  const auto length = thirty_day_position(days.next) - thirty_day_position(days.first);
  return std::max<std::int64_t>(length, 0);
}

/// One fee for the days of a request.
class FeeReader {
 public:
  FeeReader(const BaseRequest& request, const Fee& fee)
      : request_(request),
        fee_(fee),
        pro_rata_(request.contract.agreement(request.version).penalties->pro_rata),
        held_{request.days.first, request.days.next},
        whole_{request.days.whole_first, request.days.whole_next},
        contract_{request.contract.first(), request.contract.next()} {}

  Exact amount() {
    if (fee_.per == PeriodKind::order) return Exact{minor_on(held_.first)};
    const Days span = pro_rata_ == ProRata::none ? whole_ : held_;
    Exact sum;
    for (Period period = period_on(span.first); period.first < span.next;
         period = next_period(terms(), period)) {
      sum = sum + amount_of(period, shared_days(span, {period.first, period.next}));
    }
    return sum;
  }

  bool is_invoiced() const { return is_invoiced_; }

 private:
  PeriodTerms terms() const {
    return {.rules = {.kind = fee_.per == PeriodKind::rolling ? PeriodKind::month : fee_.per},
            .effect = request_.contract.agreement(request_.version).in_force.from,
            .zone = &request_.contract.request.terms.zone(request_.version)};
  }

  Period period_on(CivilDay day) const { return period_at(terms(), midnight(*terms().zone, day)); }

  Exact amount_of(const Period& period, Days part) {
    const Days whole{period.first, period.next};
    const auto invoiced = fee_.invoiced.find(period.name);
    if (request_.base.price == PriceState::invoiced && invoiced != fee_.invoiced.end()) {
      return Exact{invoiced->second} * share_of_invoice(whole, part);
    }
    is_invoiced_ = false;
    return Exact{minor_on(std::max(period.first, held_.first))} * share_of(whole, part);
  }

  Exact share_of(Days whole, Days part) const {
    if (part == whole) return 1;
    if (pro_rata_ == ProRata::actual_days) return {part.count(), whole.count()};
    return {thirtieths(part), std::max<std::int64_t>(thirtieths(whole), 1)};
  }

  /// What was invoiced is already that of the days held by the contract.
  Exact share_of_invoice(Days whole, Days part) const {
    const Days invoiced = shared_days(whole, contract_);
    if (pro_rata_ == ProRata::none || invoiced.count() == 0) return share_of(whole, part);
    return {shared_days(part, invoiced).count(), invoiced.count()};
  }

  /// The fee in force on `day`; before its first version, that one.
  std::int64_t minor_on(CivilDay day) const {
    std::int64_t minor = fee_.versions.empty() ? 0 : fee_.versions.front().minor;
    for (const FeeVersion& version : fee_.versions) {
      if (version.from > day) break;
      const bool counts =
          request_.base.price != PriceState::initial || version.state == PriceState::initial;
      if (counts) minor = version.minor;
    }
    return minor;
  }

  const BaseRequest& request_;
  const Fee& fee_;
  ProRata pro_rata_;
  Days held_;
  Days whole_;
  Days contract_;
  bool is_invoiced_ = true;
};

LedgerStepWord word_of_fee(PriceState price, bool is_invoiced) {
  switch (price) {
    case PriceState::initial:
      return LedgerStepWord::fee_initial;
    case PriceState::revised:
      return LedgerStepWord::fee_revised;
    case PriceState::invoiced:
      break;
  }
  return is_invoiced ? LedgerStepWord::fee_invoiced : LedgerStepWord::fee_not_invoiced;
}

void tell(const BaseRequest& request, std::vector<LedgerStep>* steps, Exact minor,
          LedgerStepWord word, std::vector<LedgerArgument> arguments) {
  if (steps == nullptr) return;
  const Currency currency = request.contract.agreement(request.version).charges.currency;
  show(*steps, LedgerTopic::base, money_value(minor, currency), word, std::move(arguments));
}

Exact fees_amount(const BaseRequest& request, std::vector<LedgerStep>* steps) {
  const PeriodDays& days = request.days;
  Exact sum;
  for (const Fee& fee : request.contract.agreement(request.version).charges.fees) {
    if (!request.base.name.empty() && fee.id != request.base.name) continue;
    FeeReader reader{request, fee};
    const Exact amount = reader.amount();
    sum = sum + amount;
    tell(request, steps, amount, word_of_fee(request.base.price, reader.is_invoiced()),
         {{"fee", fee.label.empty() ? fee.id : fee.label},
          {"period", days.name},
          {"days", days.held()},
          {"of", (days.whole_next - days.whole_first).count()}});
  }
  return sum;
}

const Order* order_named(const Charges& charges, const std::string& id) {
  const auto order = std::find_if(charges.orders.begin(), charges.orders.end(),
                                  [&](const Order& one) { return one.id == id; });
  return order == charges.orders.end() ? nullptr : &*order;
}

const Order* order_that_delivers(const Charges& charges, const std::string& ticket) {
  const auto order = std::find_if(charges.orders.begin(), charges.orders.end(),
                                  [&](const Order& one) { return one.parts.contains(ticket); });
  return order == charges.orders.end() ? nullptr : &*order;
}

Exact contract_amount(const BaseRequest& request, std::vector<LedgerStep>* steps) {
  const auto& charges = request.contract.agreement(request.version).charges;
  const Exact minor = charges.contract_minor.value_or(0);
  tell(request, steps, minor, LedgerStepWord::base_contract, {});
  return minor;
}

Exact order_amount(const BaseRequest& request, std::vector<LedgerStep>* steps) {
  const auto& charges = request.contract.agreement(request.version).charges;
  const Order* order = order_named(charges, request.base.name);
  if (order == nullptr) return contract_amount(request, steps);
  tell(request, steps, order->minor, LedgerStepWord::base_order, {{"order", order->id}});
  return order->minor;
}

Exact late_part_amount(const BaseRequest& request, std::vector<LedgerStep>* steps) {
  const auto& charges = request.contract.agreement(request.version).charges;
  const Order* order = order_that_delivers(charges, request.ticket);
  if (order == nullptr) return order_amount(request, steps);
  const Exact minor = order->parts.at(request.ticket);
  tell(request, steps, minor, LedgerStepWord::base_late_part,
       {{"order", order->id}, {"ticket", request.ticket}});
  return minor;
}

}  // namespace

Exact base_amount(const BaseRequest& request, std::vector<LedgerStep>* steps) {
  switch (request.base.kind) {
    case PenaltyBase::Kind::fee:
      return fees_amount(request, steps);
    case PenaltyBase::Kind::order:
      return order_amount(request, steps);
    case PenaltyBase::Kind::contract:
      return contract_amount(request, steps);
    case PenaltyBase::Kind::late_part:
      return late_part_amount(request, steps);
    case PenaltyBase::Kind::amount:
      break;
  }
  tell(request, steps, request.base.minor, LedgerStepWord::base_stated, {});
  return request.base.minor;
}

std::string order_of(const BaseRequest& request) {
  const auto& charges = request.contract.agreement(request.version).charges;
  if (request.base.kind == PenaltyBase::Kind::late_part) {
    const Order* order = order_that_delivers(charges, request.ticket);
    if (order != nullptr) return order->id;
  }
  const bool names_order = request.base.kind == PenaltyBase::Kind::order ||
                           request.base.kind == PenaltyBase::Kind::late_part;
  return names_order ? request.base.name : std::string{};
}

}  // namespace vigie
