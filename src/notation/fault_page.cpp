#include "notation/fault_page.h"

#include <algorithm>

#include "engine/base/text.h"
#include "vocabulary/fault.h"

namespace vigie {

namespace {

constexpr std::size_t widest = 88;  // of an excerpt; the rest of a longer line is cut

/// Digits of a line number on four places.
std::string margin(int line) {
  auto number = line > 0 ? std::to_string(line) : std::string{};
  return std::string(number.size() < 5 ? 5 - number.size() : 0, ' ') + number + " | ";
}

/// At most `widest` characters, never half of one.
std::string_view cut(std::string_view line) {
  std::size_t characters = 0;
  for (std::size_t at = 0; at < line.size(); ++at) {
    const bool starts = (static_cast<unsigned char>(line[at]) & 0xC0U) != 0x80U;
    if (starts && ++characters > widest) return line.substr(0, at);
  }
  return line;
}

void add_excerpt(std::string& block, const Place& place, std::string_view text) {
  const auto lines = lines_of(text);
  const auto line = static_cast<std::size_t>(std::max(place.line, 0));
  if (line == 0 || line > lines.size()) return;
  if (line > 1) block.append(margin(place.line - 1)).append(cut(lines[line - 2])).append("\n");
  const auto shown = cut(lines[line - 1]);
  block.append(margin(place.line)).append(shown).append("\n");
  const auto width = characters_in(shown);
  const auto from = static_cast<std::size_t>(std::max(place.column, 1)) - 1;
  if (from > width) return;
  const auto length = std::clamp<std::size_t>(static_cast<std::size_t>(std::max(place.length, 1)),
                                              1, std::max<std::size_t>(width - from, 1));
  block.append(margin(0)).append(from, ' ').append(length, '^').append("\n");
}

void add_cures(std::string& block, const FaultPage& page, Language language) {
  std::size_t widest_cure = 0;
  for (const auto& cure : page.cures) {
    widest_cure = std::max(widest_cure, characters_in(cure.write));
  }
  const std::string_view title = language == Language::fr ? "   écrire " : "   write  ";
  bool first = true;
  for (const auto& cure : page.cures) {
    block.append(first ? title : std::string_view{"          "}).append(cure.write);
    const auto means = meaning_of(cure, language);
    if (!means.empty()) {
      block.append(widest_cure - characters_in(cure.write) + 3, ' ').append(means);
    }
    block.append("\n");
    first = false;
  }
}

std::string block_of(const FaultPage& page, std::string_view text, Language language,
                     std::string_view prefix) {
  std::string block = page.place.file;
  if (page.place.line > 0) {
    block.append(":").append(std::to_string(page.place.line));
    block.append(":").append(std::to_string(page.place.column));
  }
  if (!block.empty()) block.append("  ");
  block.append(prefix).append(page.message).append("\n");
  add_excerpt(block, page.place, text);
  add_cures(block, page, language);
  return block;
}

void write_page(JsonWriter& json, std::string_view code, const FaultPage& page, Language language) {
  json.begin_object().field("code", code).field("file", page.place.file);
  json.field("line", page.place.line).field("column", page.place.column);
  json.field("length", page.place.length).field("message", page.message);
  json.key("cures").begin_array();
  for (const auto& cure : page.cures) {
    json.begin_object().field("write", cure.write);
    json.field("means", meaning_of(cure, language)).end_object();
  }
  json.end_array().end_object();
}

}  // namespace

std::string fault_block(const Fault& fault, std::string_view text, Language language) {
  return block_of({fault.place, message_of(fault, language), fault.cures}, text, language, "");
}

std::string fault_block(const Warning& warning, std::string_view text, Language language) {
  const std::string_view prefix = language == Language::fr ? "attention\u00A0: " : "warning: ";
  return block_of({warning.place, message_of(warning, language), warning.cures}, text, language,
                  prefix);
}

void write_fault(JsonWriter& json, const Fault& fault, Language language) {
  write_page(json, key_of(fault.code), {fault.place, message_of(fault, language), fault.cures},
             language);
}

void write_fault(JsonWriter& json, const Warning& warning, Language language) {
  write_page(json, key_of(warning.code),
             {warning.place, message_of(warning, language), warning.cures}, language);
}

}  // namespace vigie
