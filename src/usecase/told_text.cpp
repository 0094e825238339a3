#include "usecase/told_text.h"

#include <cstdlib>

namespace vigie {

namespace {

std::string padded(std::int64_t number, std::size_t digits) {
  std::string text = std::to_string(number);
  return text.size() < digits ? std::string(digits - text.size(), '0') + text : text;
}

}  // namespace

std::string text_of_day(CivilDay day) {
  const std::chrono::year_month_day date{std::chrono::sys_days{day.time_since_epoch()}};
  return padded(static_cast<int>(date.year()), 4) + "-" +
         padded(static_cast<unsigned>(date.month()), 2) + "-" +
         padded(static_cast<unsigned>(date.day()), 2);
}

std::string text_of_money(Money money) {
  const auto decimals = static_cast<std::size_t>(decimals_of(money.currency));
  std::string digits = padded(std::abs(money.minor), decimals + 1);
  if (decimals > 0) digits.insert(digits.size() - decimals, ".");
  return (money.minor < 0 ? "-" : "") + digits + " " + std::string{key_of(money.currency)};
}

}  // namespace vigie
