#include "notation/term_change.h"

#include "notation/page/figures.h"
#include "notation/scalar_duration.h"
#include "notation/scalar_rate.h"

namespace vigie {

namespace {

constexpr std::size_t most_values = 1000;
constexpr std::int64_t rate_parts = 1'000'000;  // a step of a rate is a whole number of these

std::optional<std::int64_t> length_in(std::string_view text) {
  const auto length = duration_from(text);
  if (!length || *length <= Duration{0}) return std::nullopt;
  return length->count();
}

std::optional<std::int64_t> parts_in(std::string_view text) {
  const auto rate = rate_from(text);
  if (!rate || rate->numerator * rate_parts % rate->denominator != 0) return std::nullopt;
  return rate->numerator * rate_parts / rate->denominator;
}

/// "8h", "8h,16h" or "8h..40h:4h" as numbers of one unit; empty when one cannot be read.
template <class Read>
std::vector<std::int64_t> numbers_in(std::string_view text, const Read& read) {
  std::vector<std::int64_t> numbers;
  const std::size_t dots = text.find("..");
  if (dots != std::string_view::npos) {
    const std::size_t colon = text.find(':', dots);
    if (colon == std::string_view::npos) return {};
    const auto from = read(text.substr(0, dots));
    const auto to = read(text.substr(dots + 2, colon - dots - 2));
    const auto step = read(text.substr(colon + 1));
    if (!from || !to || !step || *step <= 0) return {};
    for (std::int64_t at = *from; at <= *to && numbers.size() <= most_values; at += *step) {
      numbers.push_back(at);
    }
    return numbers;
  }
  while (true) {
    const std::size_t comma = text.find(',');
    const auto number = read(text.substr(0, comma));
    if (!number) return {};
    numbers.push_back(*number);
    if (comma == std::string_view::npos) return numbers;
    text.remove_prefix(comma + 1);
  }
}

std::vector<std::string> words_in(std::string_view text) {
  std::vector<std::string> words;
  while (true) {
    const std::size_t comma = text.find(',');
    words.emplace_back(text.substr(0, comma));
    if (words.back().empty()) return {};
    if (comma == std::string_view::npos) return words;
    text.remove_prefix(comma + 1);
  }
}

}  // namespace

std::vector<WrittenChange> changes_from(std::string_view text) {
  const std::size_t equals = text.find('=');
  const std::size_t dot = text.substr(0, equals).rfind('.');
  if (equals == std::string_view::npos || dot == std::string_view::npos || dot == 0) return {};
  const std::string target{text.substr(0, dot)};
  const std::string_view clause = text.substr(dot + 1, equals - dot - 1);
  const std::string_view values = text.substr(equals + 1);
  std::vector<WrittenChange> changes;
  if (clause == "within") {
    for (const std::int64_t length : numbers_in(values, length_in)) {
      changes.push_back(
          {{target, TermChange::WithinOf{Duration{length}}}, duration_text(Duration{length})});
    }
  } else if (clause == "required") {
    for (const std::int64_t parts : numbers_in(values, parts_in)) {
      const Ratio rate{parts, rate_parts};
      changes.push_back(
          {{target, TermChange::RequiredOf{rate}}, required_text(rate, Language::en)});
    }
  } else if (clause == "calendar") {
    for (const std::string& name : words_in(values)) {
      changes.push_back({{target, TermChange::CalendarOf{name}}, name});
    }
  }
  if (changes.size() > most_values) changes.clear();
  return changes;
}

}  // namespace vigie
