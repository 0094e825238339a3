#include "notation/page/money_text.h"

#include <gtest/gtest.h>

namespace vigie {
namespace {

struct Shown {
  Money money;
  std::string en;
  std::string fr;
};

TEST(MoneyText, amounts_have_the_separators_of_the_language_and_the_decimals_of_the_currency) {
  const Shown cases[] = {
      {{240'000, Currency::EUR}, "2,400.00 EUR", "2\u202f400,00\u00a0€"},
      {{5, Currency::EUR}, "0.05 EUR", "0,05\u00a0€"},
      {{-123'456'789, Currency::EUR}, "-1,234,567.89 EUR", "\u22121\u202f234\u202f567,89\u00a0€"},
      {{12'345, Currency::TND}, "12.345 TND", "12,345\u00a0TND"},
      {{1'500, Currency::XPF}, "1,500 XPF", "1\u202f500\u00a0XPF"},
      {{0, Currency::EUR}, "0.00 EUR", "0,00\u00a0€"},
  };
  for (const auto& [money, en, fr] : cases) {
    EXPECT_EQ(money_text(money, Language::en), en);
    EXPECT_EQ(money_text(money, Language::fr), fr);
  }
}

TEST(MoneyText, exact_amounts_are_cut_with_an_ellipsis_and_never_rounded) {
  EXPECT_EQ(exact_text(Exact{240'000}, Currency::EUR, Language::en), "2,400");
  EXPECT_EQ(exact_text(Exact{720'000, 7}, Currency::EUR, Language::en), "1,028.571428…");
  EXPECT_EQ(exact_text(Exact{1, 2}, Currency::EUR, Language::fr), "0,005");
  EXPECT_EQ(number_text(Exact{3, 2}, Language::fr), "1,5");
  EXPECT_EQ(number_text(Exact{-2, 3}, Language::en), "-0.666666…");
  EXPECT_EQ(fraction_text(Exact{720'000, 7}), "720000/7");
  EXPECT_EQ(fraction_text(Exact{-4}), "-4");
}

}  // namespace
}  // namespace vigie
