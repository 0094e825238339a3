#include "notation/money/amount.h"

#include <algorithm>
#include <charconv>

#include "vocabulary/fault.h"

namespace vigie {

namespace {

constexpr std::size_t most_whole_digits = 15;

std::int64_t power_of_ten(int digits) {
  std::int64_t power = 1;
  for (int i = 0; i < digits; ++i) power *= 10;
  return power;
}

std::int64_t number_of(std::string_view digits) {
  std::int64_t number = 0;
  std::from_chars(digits.data(), digits.data() + digits.size(), number);
  return number;
}

/// Whole digits and decimals as minor units; none when they are too many or too fine.
std::optional<std::int64_t> minor_of(std::string_view whole, std::string_view decimals,
                                     Currency currency) {
  const auto places = static_cast<std::size_t>(decimals_of(currency));
  while (decimals.size() > places && decimals.back() == '0') decimals.remove_suffix(1);
  if (whole.size() > most_whole_digits || decimals.size() > places) return std::nullopt;
  const auto missing = static_cast<int>(places - decimals.size());
  const auto fraction = number_of(decimals) * power_of_ten(missing);
  const auto units = number_of(whole);
  const auto scale = power_of_ten(static_cast<int>(places));
  if (units > most_minor / scale) return std::nullopt;
  const auto minor = units * scale + fraction;
  return minor <= most_minor ? std::optional{minor} : std::nullopt;
}

/// What somebody wrote as an amount: its digits, and how its signs may separate them.
struct Written {
  std::string signs;  // digits, points and commas, in order
  int thousands = 0;  // k: one, M: two
};

Written written(std::string_view text) {
  Written found;
  for (const char c : text) {
    const bool is_digit = c >= '0' && c <= '9';
    if (is_digit || c == '.' || c == ',') found.signs += c;
    if (!found.signs.empty() && (c == 'k' || c == 'K')) found.thousands = 1;
    if (!found.signs.empty() && c == 'M') found.thousands = 2;
  }
  while (!found.signs.empty() && (found.signs.back() == '.' || found.signs.back() == ',')) {
    found.signs.pop_back();
  }
  return found;
}

void offer(std::vector<Cure>& cures, const Written& meant, std::size_t point, Currency currency) {
  std::string whole;
  std::string decimals;
  for (std::size_t i = 0; i < meant.signs.size(); ++i) {
    const char c = meant.signs[i];
    if (c == '.' || c == ',') continue;
    (i < point ? whole : decimals) += c;
  }
  for (int left = 3 * meant.thousands; left > 0; --left) {
    whole += decimals.empty() ? '0' : decimals.front();
    if (!decimals.empty()) decimals.erase(0, 1);
  }
  if (whole.empty()) return;
  if (const auto minor = minor_of(whole, decimals, currency)) {
    cures.push_back({amount_text(*minor, currency), CureWord::none, {}});
  }
}

/// The amounts that the text could mean: the last sign is a decimal one when the two differ;
/// alone before three digits it can be either.
std::vector<Cure> cures_of_amount(std::string_view text, Currency currency) {
  const auto meant = written(text);
  const auto last = meant.signs.find_last_of(".,");
  std::vector<Cure> cures;
  if (last == std::string::npos) {
    offer(cures, meant, meant.signs.size(), currency);
  } else {
    const auto first = meant.signs.find_first_of(".,");
    const bool differ = meant.signs[first] != meant.signs[last];
    const bool before_three = meant.signs.size() - last == 4;
    if (!differ && (first != last || before_three)) {
      offer(cures, meant, meant.signs.size(), currency);
    }
    if (differ || first == last) offer(cures, meant, last, currency);
  }
  const bool is_share = text.find('%') != std::string_view::npos;
  if (cures.empty() || is_share) {
    cures = {{amount_text(100'000 * power_of_ten(decimals_of(currency)) / 100, currency),
              CureWord::none,
              {}}};
  }
  return cures;
}

Fault refusal(FaultCode code, std::string_view text, Currency currency) {
  return scalar_fault(code, text,
                      {{"text", std::string{text}},
                       {"currency", std::string{key_of(currency)}},
                       {"decimals", std::to_string(decimals_of(currency))},
                       {"most", amount_text(most_minor, currency)}},
                      cures_of_amount(text, currency));
}

/// The nearest amounts that the currency can say, under and over.
Fault too_fine(std::string_view text, std::string_view whole, std::string_view decimals,
               Currency currency) {
  auto fault = refusal(FaultCode::amount_too_fine, text, currency);
  const auto kept = decimals.substr(0, static_cast<std::size_t>(decimals_of(currency)));
  const auto under = minor_of(whole, kept, currency).value_or(0);
  fault.cures = {{amount_text(under, currency), CureWord::none, {}},
                 {amount_text(under + 1, currency), CureWord::none, {}}};
  return fault;
}

}  // namespace

Result<std::int64_t> take_amount(ScalarCursor& cursor, std::string_view text, Currency currency) {
  const auto whole = cursor.take_digits();
  if (whole.empty()) return refusal(FaultCode::amount_malformed, text, currency);
  std::string_view decimals;
  if (cursor.take_sign(".")) {
    decimals = cursor.take_digits();
    if (decimals.empty()) return refusal(FaultCode::amount_malformed, text, currency);
  }
  // "48 000" and "1.5k" are not amounts followed by something else.
  const auto rest = cursor.rest();
  const bool goes_on =
      !rest.empty() && (rest.front() == ',' || rest.front() == '.' || rest.front() == 'k' ||
                        rest.front() == 'K' || (rest.front() >= '0' && rest.front() <= '9'));
  if (goes_on) return refusal(FaultCode::amount_malformed, text, currency);
  if (const auto minor = minor_of(whole, decimals, currency)) return *minor;
  const bool is_fine = decimals.size() <= static_cast<std::size_t>(decimals_of(currency));
  if (is_fine || whole.size() > most_whole_digits) {
    return refusal(FaultCode::amount_out_of_range, text, currency);
  }
  return too_fine(text, whole, decimals, currency);
}

Result<std::int64_t> amount_from(std::string_view text, Currency currency) {
  ScalarCursor cursor{text};
  auto minor = take_amount(cursor, text, currency);
  if (minor && !cursor.at_end()) return refusal(FaultCode::amount_malformed, text, currency);
  return minor;
}

std::string amount_text(std::int64_t minor, Currency currency) {
  const int places = decimals_of(currency);
  const auto scale = power_of_ten(places);
  auto text = std::to_string(minor / scale);
  if (places == 0) return text;
  auto decimals = std::to_string(minor % scale);
  decimals.insert(0, static_cast<std::size_t>(places) - decimals.size(), '0');
  return text + "." + decimals;
}

}  // namespace vigie
