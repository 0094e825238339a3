#include "notation/money/award.h"

#include "engine/base/text.h"
#include "notation/money/amount.h"
#include "notation/scalar_rate.h"
#include "notation/stamp_text.h"
#include "vocabulary/fault.h"

namespace vigie {

namespace {

Fault award_fault(std::string_view text) {
  return scalar_fault(FaultCode::award_malformed, text, {{"text", std::string{text}}},
                      {{"5 %", CureWord::share_of_base, {}},
                       {"500.00", CureWord::amount_excluding_tax, {}},
                       {"2 points", CureWord::points_of_table, {}}});
}

Fault base_fault(std::string_view text) {
  return scalar_fault(FaultCode::base_malformed, text, {{"text", std::string{text}}},
                      {{"fee network", CureWord::fee_of_charges, {}},
                       {"order BC-12", CureWord::order_of_charges, {}},
                       {"contract", CureWord::amount_of_contract, {}},
                       {"late part", CureWord::amount_of_late_part, {}},
                       {"1000.00", CureWord::amount_excluding_tax, {}}});
}

Fault cap_fault(std::string_view text) {
  return scalar_fault(FaultCode::cap_malformed, text, {{"text", std::string{text}}},
                      {{"15 % of fee network per month", CureWord::none, {}},
                       {"500.00 per year", CureWord::none, {}},
                       {"7 lines per month", CureWord::none, {}}});
}

Fault base_missing(std::string_view text, std::string_view share) {
  return scalar_fault(FaultCode::share_without_base, text, {{"share", std::string{share}}},
                      {{std::string{share} + " of fee network", CureWord::fee_of_charges, {}},
                       {std::string{share} + " of contract", CureWord::amount_of_contract, {}}});
}

struct PerWord {
  std::string_view word;
  CapPer per;
};

/// The first word of each is the one that is written.
constexpr PerWord per_words[] = {{"line", CapPer::level},        {"period", CapPer::month},
                                 {"year", CapPer::year},         {"order", CapPer::order},
                                 {"contract", CapPer::contract}, {"level", CapPer::level},
                                 {"month", CapPer::month}};

std::string_view word_of_per(CapPer per) {
  for (const auto& known : per_words) {
    if (known.per == per) return known.word;
  }
  return {};
}

/// "fee network revised": the price is the last word when it is one of the list; it is taken off.
PriceState take_price(std::string_view& text) {
  const auto blank = text.rfind(' ');
  if (blank == std::string_view::npos) return PriceState::initial;
  const auto price = from_key<PriceState>(text.substr(blank + 1));
  if (price) text = trimmed(text.substr(0, blank));
  return price.value_or(PriceState::initial);
}

struct BaseWord {
  std::string_view word;
  PenaltyBase::Kind kind;
  bool is_named;
};

/// The longer of two that begin alike comes first.
constexpr BaseWord base_words[] = {
    {"fees", PenaltyBase::Kind::fee, false},
    {"fee", PenaltyBase::Kind::fee, true},
    {"order", PenaltyBase::Kind::order, true},
    {"contract", PenaltyBase::Kind::contract, false},
    {"late part of order", PenaltyBase::Kind::late_part, true},
    {"late part", PenaltyBase::Kind::late_part, false},
};

bool is_share(ScalarCursor cursor) {
  if (cursor.take_digits().empty()) return false;
  if (cursor.take_sign(".") && cursor.take_digits().empty()) return false;
  return cursor.take_sign("%") || cursor.take_sign("/");
}

/// " per month" at the end of a limit, taken off; without one `per` stays. False: not a word of it.
bool take_per(std::string_view& limit, CapPer& per) {
  const auto at = limit.rfind(" per ");
  if (at == std::string_view::npos) return true;
  ScalarCursor cursor{limit.substr(at + 5)};
  limit = trimmed(limit.substr(0, at));
  for (const auto& known : per_words) {
    if (!cursor.take(known.word)) continue;
    per = known.per;
    return cursor.at_end();
  }
  return false;
}

}  // namespace

Fault over_all(Fault fault, std::string_view text) {
  fault.place = scalar_fault(fault.code, text).place;
  return fault;
}

Result<Award> take_award(ScalarCursor& cursor, std::string_view text, Currency currency) {
  if (is_share(cursor)) {
    const auto share = take_rate(cursor, text);
    if (!share) return share.error();
    return Award{.kind = Award::Kind::share, .share = *share, .minor = 0, .points = 0};
  }
  ScalarCursor points = cursor;
  const auto number = points.take_number();
  if (number && points.take_any({"points", "point"})) {
    cursor = points;
    return Award{.kind = Award::Kind::points, .share = {0, 1}, .minor = 0, .points = *number};
  }
  if (!cursor.next_is_digit()) return award_fault(text);
  const auto minor = take_amount(cursor, text, currency);
  if (!minor) return minor.error();
  return Award{.kind = Award::Kind::amount, .share = {0, 1}, .minor = *minor, .points = 0};
}

Result<Award> award_from(std::string_view text, Currency currency) {
  ScalarCursor cursor{text};
  auto award = take_award(cursor, text, currency);
  if (!award || cursor.at_end()) return award;
  const auto amount = amount_from(text, currency);  // "48 000,00": an amount is what was meant
  return award->kind == Award::Kind::amount && !amount ? amount.error() : award_fault(text);
}

std::string award_text(const Award& award, Currency currency) {
  switch (award.kind) {
    case Award::Kind::share:
      return rate_text(award.share);
    case Award::Kind::points:
      return std::to_string(award.points) + (award.points == 1 ? " point" : " points");
    case Award::Kind::amount:
      break;
  }
  return amount_text(award.minor, currency);
}

Result<PenaltyBase> base_from(std::string_view text, Currency currency) {
  if (ScalarCursor{text}.next_is_digit()) {
    const auto minor = amount_from(text, currency);
    if (!minor) return minor.error();
    return PenaltyBase{.kind = PenaltyBase::Kind::amount, .name = {}, .minor = *minor, .price = {}};
  }
  auto what = trimmed(text);
  const auto price = take_price(what);
  ScalarCursor cursor{what};
  for (const auto& known : base_words) {
    if (!cursor.take(known.word)) continue;
    if (cursor.at_end() == known.is_named) break;
    return PenaltyBase{
        .kind = known.kind, .name = std::string{cursor.rest()}, .minor = 0, .price = price};
  }
  return base_fault(text);
}

std::string base_text(const PenaltyBase& base, Currency currency) {
  if (base.kind == PenaltyBase::Kind::amount) return amount_text(base.minor, currency);
  std::string text;
  for (const auto& known : base_words) {
    if (known.kind == base.kind && known.is_named == !base.name.empty()) text = known.word;
  }
  if (!base.name.empty()) text += " " + base.name;
  if (base.price != PriceState::initial) text.append(" ").append(key_of(base.price));
  return text;
}

Result<Cap> cap_from(std::string_view text, const CapContext& context) {
  Cap cap;
  cap.per = context.per;
  auto limit = trimmed(text);
  if (!take_per(limit, cap.per)) return cap_fault(text);
  ScalarCursor lines{limit};
  const auto number = lines.take_number();
  if (number && lines.take_any({"lines", "line"}) && lines.at_end()) {
    cap.kind = Cap::Kind::lines;
    cap.lines = *number;
    return cap;
  }
  const auto of = limit.find(" of ");
  const bool has_base = of != std::string_view::npos;
  const auto what = trimmed(limit.substr(0, of));
  if (!ScalarCursor{what}.next_is_digit()) return cap_fault(text);
  const auto award = award_from(what, context.currency);
  if (!award) return over_all(award.error(), text);
  const bool is_share = award->kind == Award::Kind::share;
  if (award->kind == Award::Kind::points || has_base > is_share) return cap_fault(text);
  cap.kind = is_share ? Cap::Kind::share : Cap::Kind::amount;
  cap.share = award->share;
  cap.minor = award->minor;
  if (!is_share) return cap;
  if (!has_base && !context.base) return base_missing(text, what);
  const auto base = has_base ? base_from(trimmed(limit.substr(of + 4)), context.currency)
                             : Result<PenaltyBase>{*context.base};
  if (!base) return over_all(base.error(), text);
  cap.base = *base;
  return cap;
}

std::string cap_text(const Cap& cap, Currency currency) {
  const auto per = " per " + std::string{word_of_per(cap.per)};
  switch (cap.kind) {
    case Cap::Kind::lines:
      return std::to_string(cap.lines) + (cap.lines == 1 ? " line" : " lines") + per;
    case Cap::Kind::amount:
      return amount_text(cap.minor, currency) + per;
    case Cap::Kind::share:
      break;
  }
  return rate_text(cap.share) + " of " + base_text(cap.base, currency) + per;
}

}  // namespace vigie
