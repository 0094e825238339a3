#include "usecase/told_text.h"

#include <gtest/gtest.h>

namespace vigie {
namespace {

TEST(ToldText, a_day_is_written_as_in_files) {
  EXPECT_EQ(text_of_day(CivilDay{std::chrono::days{0}}), "1970-01-01");
  EXPECT_EQ(text_of_day(CivilDay{std::chrono::days{20'514}}), "2026-03-02");
}

TEST(ToldText, an_amount_has_the_decimals_of_its_currency) {
  EXPECT_EQ(text_of_money({.minor = 240'000, .currency = Currency::EUR}), "2400.00 EUR");
  EXPECT_EQ(text_of_money({.minor = 5, .currency = Currency::EUR}), "0.05 EUR");
  EXPECT_EQ(text_of_money({.minor = -5, .currency = Currency::EUR}), "-0.05 EUR");
  EXPECT_EQ(text_of_money({.minor = 1'500, .currency = Currency::TND}), "1.500 TND");
  EXPECT_EQ(text_of_money({.minor = 1'500, .currency = Currency::XPF}), "1500 XPF");
}

}  // namespace
}  // namespace vigie
