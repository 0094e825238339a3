#include "notation/money/fee_scalar.h"

#include <utility>

#include "notation/money/amount.h"
#include "notation/scalar_cursor.h"
#include "vocabulary/fault.h"

namespace vigie {

namespace {

constexpr std::pair<PeriodKind, std::string_view> kinds_of_fees[] = {
    {PeriodKind::month, "month"}, {PeriodKind::quarter, "quarter"},
    {PeriodKind::half, "half"},   {PeriodKind::year, "year"},
    {PeriodKind::order, "order"}, {PeriodKind::contract_month, "contract month"},
};

/// '9' stands for a digit, anything else for itself.
bool has_shape(std::string_view text, std::string_view shape) {
  if (text.size() != shape.size()) return false;
  for (std::size_t i = 0; i < text.size(); ++i) {
    const bool is_digit = text[i] >= '0' && text[i] <= '9';
    if (shape[i] == '9' ? !is_digit : text[i] != shape[i]) return false;
  }
  return true;
}

int number_at(std::string_view text, std::size_t at, std::size_t digits) {
  int number = 0;
  for (const char c : text.substr(at, digits)) number = number * 10 + (c - '0');
  return number;
}

bool is_month(std::string_view text) {
  const int month = number_at(text, 5, 2);
  return month >= 1 && month <= 12;
}

bool is_period(std::string_view text, PeriodKind kind) {
  switch (kind) {
    case PeriodKind::quarter:
      return has_shape(text, "9999-Q9") && text[6] >= '1' && text[6] <= '4';
    case PeriodKind::half:
      return has_shape(text, "9999-H9") && text[6] >= '1' && text[6] <= '2';
    case PeriodKind::year:
      return has_shape(text, "9999");
    case PeriodKind::order:
      return text == "order";
    case PeriodKind::contract_month:
      return has_shape(text, "9999-99-99") && is_month(text);
    case PeriodKind::month:
    case PeriodKind::rolling:
      break;
  }
  return has_shape(text, "9999-99") && is_month(text);
}

std::string example_of(PeriodKind kind) {
  switch (kind) {
    case PeriodKind::quarter:
      return "2026-Q4";
    case PeriodKind::half:
      return "2026-H2";
    case PeriodKind::year:
      return "2026";
    case PeriodKind::order:
      return "order";
    case PeriodKind::contract_month:
      return "2026-11-15";
    case PeriodKind::month:
    case PeriodKind::rolling:
      break;
  }
  return "2026-11";
}

}  // namespace

Result<FeeScope> fee_scope_from(std::string_view text) {
  ScalarCursor cursor{text};
  for (std::size_t i = 0; i < std::size(Vocabulary<FeeOf>::words); ++i) {
    const auto of = static_cast<FeeOf>(i);
    if (!cursor.take(key_of(of))) continue;
    const bool is_contract = of == FeeOf::contract;
    if (is_contract != cursor.at_end()) break;
    return FeeScope{.of = of, .name = std::string{cursor.rest()}};
  }
  return scalar_fault(FaultCode::clause_malformed, text,
                      {{"text", std::string{text}}, {"key", "of"}},
                      {{"service Network", CureWord::none, {}},
                       {"site Lyon", CureWord::none, {}},
                       {"lot 1", CureWord::none, {}},
                       {"contract", CureWord::none, {}}});
}

std::string fee_scope_text(const Fee& fee) {
  const std::string of{key_of(fee.of)};
  return fee.of == FeeOf::contract ? of : of + " " + fee.name;
}

Result<FeeAmount> fee_amount_from(std::string_view text, Currency currency) {
  const auto per = text.rfind(" per ");
  const auto amount = amount_from(text.substr(0, per), currency);
  if (!amount) return amount.error();
  if (per != std::string_view::npos) {
    ScalarCursor cursor{text.substr(per + 5)};
    for (const auto& [kind, word] : kinds_of_fees) {
      if (cursor.take(word) && cursor.at_end()) return FeeAmount{.minor = *amount, .per = kind};
    }
  }
  const auto written = amount_text(*amount, currency);
  return scalar_fault(FaultCode::fee_without_period, text, {{"text", std::string{text}}},
                      {{written + " per month", CureWord::none, {}},
                       {written + " per quarter", CureWord::none, {}},
                       {written + " per year", CureWord::none, {}}});
}

std::string fee_amount_text(std::int64_t minor, PeriodKind per, Currency currency) {
  for (const auto& [kind, word] : kinds_of_fees) {
    if (kind == per) return amount_text(minor, currency) + " per " + std::string{word};
  }
  return amount_text(minor, currency);
}

Result<std::string> period_name_from(std::string_view text, PeriodKind kind) {
  if (is_period(text, kind)) return std::string{text};
  return scalar_fault(FaultCode::period_name_malformed, text, {{"text", std::string{text}}},
                      {{example_of(kind), CureWord::none, {}}});
}

}  // namespace vigie
