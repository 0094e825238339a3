#include "notation/page/money_text.h"

#include <algorithm>

#include "notation/money/amount.h"
#include "notation/page/figures.h"

namespace vigie {
namespace {

constexpr int decimals_of_money = 6;

std::string digits_of(Wide number) {
  const bool is_negative = number < 0;
  std::string digits;
  do {
    const auto digit = static_cast<int>(number % 10);
    digits += static_cast<char>('0' + (digit < 0 ? -digit : digit));
    number /= 10;
  } while (number != 0);
  if (is_negative) digits += '-';
  std::reverse(digits.begin(), digits.end());
  return digits;
}

std::string_view minus(Language language) { return language == Language::fr ? "\u2212" : "-"; }

std::string_view point(Language language) { return language == Language::fr ? "," : "."; }

/// Digits in groups of three.
std::string grouped(std::string digits, Language language) {
  const auto separator = language == Language::fr ? thin_no_break_space : std::string_view{","};
  for (auto at = digits.size(); at > 3;) {
    at -= 3;
    digits.insert(at, separator);
  }
  return digits;
}

}  // namespace

std::string money_text(Money money, Language language) {
  const auto places = static_cast<std::size_t>(decimals_of(money.currency));
  auto digits = digits_of(money.minor);
  const bool is_negative = digits.front() == '-';
  if (is_negative) digits.erase(0, 1);
  if (digits.size() <= places) digits.insert(0, places + 1 - digits.size(), '0');
  auto text = grouped(digits.substr(0, digits.size() - places), language);
  if (places > 0) text.append(point(language)).append(digits.substr(digits.size() - places));
  if (is_negative) text.insert(0, minus(language));
  const bool has_sign = language == Language::fr && money.currency == Currency::EUR;
  text.append(language == Language::fr ? no_break_space : " ");
  return text.append(has_sign ? "€" : key_of(money.currency));
}

std::string plain_amount(Money money) {
  const bool is_negative = money.minor < 0;
  const auto text = amount_text(is_negative ? -money.minor : money.minor, money.currency);
  return is_negative ? "-" + text : text;
}

std::string number_text(Exact number, Language language) {
  Wide rest = number.numerator();
  const bool is_negative = rest < 0;
  if (is_negative) rest = -rest;
  auto text = grouped(digits_of(rest / number.denominator()), language);
  rest %= number.denominator();
  std::string decimals;
  for (int i = 0; i < decimals_of_money && rest != 0; ++i) {
    rest *= 10;
    decimals += static_cast<char>('0' + static_cast<int>(rest / number.denominator()));
    rest %= number.denominator();
  }
  if (!decimals.empty()) text.append(point(language)).append(decimals);
  if (rest != 0) text += "…";
  return is_negative ? std::string{minus(language)} + text : text;
}

std::string exact_text(Exact minor, Currency currency, Language language) {
  Wide scale = 1;
  for (int i = 0; i < decimals_of(currency); ++i) scale *= 10;
  return number_text(minor * Exact{1, scale}, language);
}

std::string fraction_text(Exact number) {
  auto text = digits_of(number.numerator());
  return number.denominator() == 1 ? text : text + "/" + digits_of(number.denominator());
}

}  // namespace vigie
