#include "notation/page/explanation.h"

#include <algorithm>

#include "notation/page/sentence.h"
#include "notation/page/table.h"

namespace vigie {
namespace {

bool has_label(const Derivation& section) { return section.code != Explanation::section_steps; }

std::string label_of(const Derivation& section, Language language) {
  return std::string{word_of(section.code, language)};
}

/// Sentences follow one another; measures and parts of the basis are separated by dots.
std::string_view separator_of(Explanation section) {
  const bool is_list =
      section == Explanation::section_held || section == Explanation::section_basis;
  return is_list ? " · " : " ";
}

std::string body_of(const Derivation& section, DateStyle dates) {
  std::string text;
  for (const auto& reason : section.children) {
    if (!text.empty()) text += separator_of(section.code);
    text += sentence(reason, dates);
  }
  return text;
}

std::string argument_text(const Derivation& step, std::string_view name, DateStyle dates) {
  const auto* value = step.argument(name);
  if (value == nullptr) return {};
  std::string text;
  for (const auto& reason : std::get<std::vector<Derivation>>(*value)) {
    if (!text.empty()) text += ", ";
    text += sentence(reason, dates);
  }
  return text;
}

Tone tone_of(Explanation outcome) {
  switch (outcome) {
    case Explanation::outcome_met:
    case Explanation::outcome_met_by:
    case Explanation::period_attained:
      return Tone::good;
    case Explanation::outcome_breached:
    case Explanation::outcome_breached_by:
    case Explanation::outcome_breached_open:
    case Explanation::outcome_breached_open_by:
    case Explanation::period_missed:
      return Tone::bad;
    default:
      return Tone::strong;
  }
}

std::string title_text(const Derivation& root, const PageStyle& style, DateStyle dates) {
  auto tone = Tone::strong;
  if (const auto* outcome = root.argument("outcome")) {
    tone = tone_of(std::get<std::vector<Derivation>>(*outcome).front().code);
  }
  std::string text;
  for (const auto& line : wrapped(sentence(root, dates), style.width)) {
    text += toned(line, tone, style.colours) + "\n";
  }
  return text;
}

/// The word of a typed argument, as a cell: through a sentence made of that hole alone.
std::string value_text(const Derivation& step, std::string_view name, DateStyle dates) {
  const auto* value = step.argument(name);
  if (value == nullptr) return {};
  Derivation one{.code = Explanation::basis_name};
  return sentence(one.with("name", *value), dates);
}

std::string steps_text(const Derivation& section, const PageStyle& style, DateStyle dates) {
  const bool is_wide = style.width >= 100;
  const std::size_t what_room = style.width >= 120 ? 40 : 30;
  Table table{{{.title = "", .wraps_at = is_wide ? 0U : 14U},
               {.title = "", .wraps_at = is_wide ? what_room : 20U},
               {.title = "", .wraps_at = is_wide ? 24U : 12U},
               {.title = ""},
               {.title = "", .may_wrap = true},
               {.title = "", .align = Align::right}}};
  for (const auto& step : section.children) {
    table.add({{value_text(step, "at", dates)},
               {argument_text(step, "what", dates)},
               {argument_text(step, "holder", dates)},
               {value_text(step, "treatment", dates), Tone::faint},
               {argument_text(step, "parts", dates), Tone::faint},
               {value_text(step, "running", dates), Tone::strong}});
  }
  return table.text({.width = style.width,
                     .colours = style.colours,
                     .indent = is_wide ? "  " : " ",
                     .gap = is_wide ? "   " : "  "});
}

std::string section_text(const Derivation& section, std::size_t label_width, const PageStyle& style,
                         DateStyle dates) {
  const auto room = style.width > label_width + 20 ? style.width - label_width : 20;
  std::string text;
  auto label = label_of(section, style.language);
  for (const auto& line : wrapped(body_of(section, dates), room)) {
    const auto padding = label_width - width_of(label);
    text += toned(label, Tone::strong, style.colours) + std::string(padding, ' ') + line + "\n";
    label.clear();
  }
  return text;
}

}  // namespace

std::string explanation_text(const Derivation& root, const PageStyle& style) {
  const DateStyle dates{.language = style.language, .with_year = spans_years(root)};
  std::size_t label_width = 0;
  for (const auto& section : root.children) {
    if (!has_label(section)) continue;
    label_width = std::max(label_width, width_of(label_of(section, style.language)) + 2);
  }
  auto text = title_text(root, style, dates);
  bool after_table = true;
  for (const auto& section : root.children) {
    const bool is_table = !has_label(section);
    if (is_table || after_table) text += "\n";
    text += is_table ? steps_text(section, style, dates)
                     : section_text(section, label_width, style, dates);
    after_table = is_table;
  }
  return text;
}

}  // namespace vigie
