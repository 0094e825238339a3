#include "notation/page/figures.h"

#include <fmt/format.h>

namespace vigie {
namespace {

constexpr std::int64_t micros = 1'000'000;

std::string in_language(std::string text, Language language) {
  if (language == Language::en) return text;
  for (auto& character : text) {
    if (character == '.') character = ',';
  }
  return text;
}

/// "12" or "12.5": the fraction without its trailing zeros.
std::string seconds_text(std::int64_t microseconds, Language language) {
  auto text = fmt::format("{}", microseconds / micros);
  if (const auto rest = microseconds % micros; rest != 0) {
    text += fmt::format(".{:06}", rest);
    text.erase(text.find_last_not_of('0') + 1);
  }
  return in_language(std::move(text), language);
}

std::string percent_sign(Language language) {
  return std::string{language == Language::fr ? no_break_space : " "} + "%";
}

std::string decimal_text(std::int64_t units, int decimals, Language language) {
  std::int64_t scale = 1;
  for (int i = 0; i < decimals; ++i) scale *= 10;
  const auto magnitude = units < 0 ? -units : units;
  auto text = fmt::format("{}{}", units < 0 ? "-" : "", magnitude / scale);
  if (decimals > 0) text += fmt::format(".{:0{}}", magnitude % scale, decimals);
  return in_language(std::move(text), language);
}

struct LengthParts {
  std::int64_t hours;
  std::int64_t minutes;
  std::int64_t microseconds;  // below a minute
};

std::string english(const LengthParts& parts, LengthStyle style) {
  const auto rest = seconds_text(parts.microseconds, Language::en);
  if (style != LengthStyle::fixed && parts.hours == 0) {
    if (parts.microseconds == 0) return fmt::format("{} min", parts.minutes);
    return parts.minutes == 0 ? rest + " s" : fmt::format("{} min {} s", parts.minutes, rest);
  }
  const auto hours = count_text(parts.hours, Language::en);
  const bool is_round = parts.microseconds == 0 && parts.minutes == 0;
  if (style == LengthStyle::brief && is_round) return hours + "h";
  if (parts.microseconds == 0) return fmt::format("{}h{:02}", hours, parts.minutes);
  return fmt::format("{}h{:02}m{}s", hours, parts.minutes, rest);
}

std::string french(const LengthParts& parts, LengthStyle style) {
  const auto rest = seconds_text(parts.microseconds, Language::fr) + "\u00a0s";
  if (style != LengthStyle::fixed && parts.hours == 0) {
    if (parts.microseconds == 0) return fmt::format("{}\u00a0min", parts.minutes);
    return parts.minutes == 0 ? rest : fmt::format("{}\u00a0min\u00a0{}", parts.minutes, rest);
  }
  auto text = count_text(parts.hours, Language::fr) + "\u00a0h";
  if (parts.microseconds != 0)
    return text + fmt::format("\u00a0{:02}\u00a0min\u00a0", parts.minutes) + rest;
  if (style != LengthStyle::fixed && parts.minutes == 0) return text;
  return text + fmt::format("\u00a0{:02}", parts.minutes);
}

}  // namespace

std::string length_text(Duration length, Language language, LengthStyle style) {
  const bool is_negative = length < Duration{0};
  const auto total = is_negative ? -length.count() : length.count();
  const LengthParts parts{.hours = total / (3600 * micros),
                          .minutes = total / (60 * micros) % 60,
                          .microseconds = total % (60 * micros)};
  const auto text = language == Language::fr ? french(parts, style) : english(parts, style);
  if (!is_negative) return text;
  return (language == Language::fr ? "\u2212" : "-") + text;
}

std::string count_text(std::int64_t count, Language language) {
  auto text = fmt::format("{}", count);
  const auto separator = language == Language::fr ? thin_no_break_space : std::string_view{","};
  const std::size_t first = count < 0 ? 1 : 0;
  for (auto at = text.size(); at > first + 3;) {
    at -= 3;
    text.insert(at, separator);
  }
  return text;
}

std::string rate_text(Ratio ratio, int decimals, Language language) {
  if (ratio.denominator == 0) return "-";
  const bool is_all = ratio.numerator >= ratio.denominator;
  std::int64_t all = 100;
  for (int i = 0; i < decimals; ++i) all *= 10;
  auto units = percent_units(ratio, decimals, Rounding::half_up);
  if (units >= all && !is_all) units = all - 1;
  return decimal_text(units, decimals, language) + percent_sign(language);
}

std::string required_text(Ratio ratio, Language language) {
  constexpr int most_decimals = 9;
  for (int decimals = 0; decimals <= most_decimals; ++decimals) {
    const auto units = percent_units(ratio, decimals, Rounding::down);
    std::int64_t scale = 100;
    for (int i = 0; i < decimals; ++i) scale *= 10;
    if (compare({units, scale}, ratio) != std::strong_ordering::equal) continue;
    return decimal_text(units, decimals, language) + percent_sign(language);
  }
  return fmt::format("{}/{}", ratio.numerator, ratio.denominator);
}

}  // namespace vigie
