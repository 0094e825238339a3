#include "notation/money/amount.h"

#include <gtest/gtest.h>

#include "vocabulary/fault.h"

namespace vigie {
namespace {

struct Read {
  std::string_view text;
  Currency currency;
  std::int64_t minor;
};

TEST(Amount, digits_a_point_and_the_decimals_of_the_currency) {
  const Read cases[] = {{"48000.00", Currency::EUR, 4'800'000},
                        {"48000", Currency::EUR, 4'800'000},
                        {"48000.5", Currency::EUR, 4'800'050},
                        {"0.01", Currency::EUR, 1},
                        {"12.345", Currency::TND, 12'345},
                        {"12.3450", Currency::TND, 12'345},
                        {"1500", Currency::XPF, 1'500},
                        {"1500.0", Currency::XPF, 1'500},
                        {"10000000000000.00", Currency::EUR, most_minor}};
  for (const auto& [text, currency, minor] : cases) {
    const auto read = amount_from(text, currency);
    ASSERT_TRUE(read) << text;
    EXPECT_EQ(*read, minor) << text;
    EXPECT_EQ(*amount_from(amount_text(minor, currency), currency), minor) << text;
  }
  EXPECT_EQ(amount_text(4'800'000, Currency::EUR), "48000.00");
  EXPECT_EQ(amount_text(5, Currency::EUR), "0.05");
  EXPECT_EQ(amount_text(12'345, Currency::TND), "12.345");
  EXPECT_EQ(amount_text(1'500, Currency::XPF), "1500");
}

struct RefusedAmount {
  std::string_view text;
  Currency currency;
  FaultCode code;
  std::vector<std::string> cures;
};

TEST(Amount, what_could_be_meant_is_offered_instead_of_guessed) {
  const RefusedAmount cases[] = {
      {"48,000.00", Currency::EUR, FaultCode::amount_malformed, {"48000.00"}},
      {"48 000,00", Currency::EUR, FaultCode::amount_malformed, {"48000.00"}},
      {"48 000", Currency::EUR, FaultCode::amount_malformed, {"48000.00"}},
      {"48.000,50", Currency::EUR, FaultCode::amount_malformed, {"48000.50"}},
      {"1.250.000", Currency::EUR, FaultCode::amount_malformed, {"1250000.00"}},
      {"48,000", Currency::EUR, FaultCode::amount_malformed, {"48000.00", "48.00"}},
      {"12,345", Currency::TND, FaultCode::amount_malformed, {"12345.000", "12.345"}},
      {"1.5k", Currency::EUR, FaultCode::amount_malformed, {"1500.00"}},
      {"2M", Currency::EUR, FaultCode::amount_malformed, {"2000000.00"}},
      {"500 €", Currency::EUR, FaultCode::amount_malformed, {"500.00"}},
      {"$500", Currency::USD, FaultCode::amount_malformed, {"500.00"}},
      {"-500.00", Currency::EUR, FaultCode::amount_malformed, {"500.00"}},
      {"10 %", Currency::EUR, FaultCode::amount_malformed, {"1000.00"}},
      {"a lot", Currency::EUR, FaultCode::amount_malformed, {"1000.00"}},
      {"12.", Currency::EUR, FaultCode::amount_malformed, {"12.00"}},
      {"12.345", Currency::EUR, FaultCode::amount_too_fine, {"12.34", "12.35"}},
      {"1500.5", Currency::XPF, FaultCode::amount_too_fine, {"1500", "1501"}},
      {"10000000000000.01", Currency::EUR, FaultCode::amount_out_of_range, {}},
  };
  for (const auto& [text, currency, code, cures] : cases) {
    const auto read = amount_from(text, currency);
    ASSERT_FALSE(read) << text;
    EXPECT_EQ(key_of(read.error().code), key_of(code)) << text;
    std::vector<std::string> offered;
    for (const auto& cure : read.error().cures) offered.push_back(cure.write);
    if (!cures.empty()) {
      EXPECT_EQ(offered, cures) << text;
    }
  }
}

}  // namespace
}  // namespace vigie
