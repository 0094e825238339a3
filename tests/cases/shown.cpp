#include "shown.h"

#include <cstdio>
#include <cstdlib>

namespace vigie::cases {

namespace {

/// `units` hundredths of a percent: 9166 is "91.66 %", 9500 is "95 %", 9950 is "99.5 %".
std::string percent_of_hundredths(std::int64_t units) {
  char text[32];
  std::snprintf(text, sizeof text, "%ld.%02ld", static_cast<long>(units / 100),
                static_cast<long>(units % 100));
  std::string percent = text;
  percent.erase(percent.find_last_not_of('0') + 1);
  if (percent.back() == '.') percent.pop_back();
  return percent + " %";
}

}  // namespace

std::string shown(Duration length) {
  const auto total = std::abs(length.count());
  const auto micro = total % 1'000'000;
  const auto seconds = total / 1'000'000 % 60;
  const auto minutes = total / 60'000'000 % 60;
  const auto hours = total / 3'600'000'000;
  char text[48];
  std::string shown = length.count() < 0 ? "-" : "";
  shown += std::to_string(hours) + "h";
  if (minutes == 0 && seconds == 0 && micro == 0) return shown;
  std::snprintf(text, sizeof text, "%02ld", static_cast<long>(minutes));
  shown += text;
  if (seconds == 0 && micro == 0) return shown;
  std::snprintf(text, sizeof text, ":%02ld", static_cast<long>(seconds));
  shown += text;
  if (micro == 0) return shown;
  std::snprintf(text, sizeof text, ".%06ld", static_cast<long>(micro));
  shown += text;
  shown.erase(shown.find_last_not_of('0') + 1);
  return shown;
}

std::string shown(Ratio ratio) {
  const auto units = ratio.numerator * 10'000 / ratio.denominator;
  if (units * ratio.denominator != ratio.numerator * 10'000) {
    return std::to_string(ratio.numerator) + "/" + std::to_string(ratio.denominator);
  }
  return percent_of_hundredths(units);
}

std::string shown(bool said) { return said ? "true" : "false"; }

std::string shown_rate(const Tally& tally) {
  if (tally.measured() == 0) return "-";
  return percent_of_hundredths(tally.met * 10'000 / tally.measured());
}

}  // namespace vigie::cases
