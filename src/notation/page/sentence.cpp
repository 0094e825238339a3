#include "notation/page/sentence.h"

#include <fmt/format.h>

#include <algorithm>
#include <optional>

#include "engine/base/require.h"
#include "notation/page/figures.h"

namespace vigie {
namespace {

using Text = std::optional<std::string>;

bool starts_with_vowel_sound(std::string_view text) {
  constexpr std::string_view sounds[] = {"a", "e", "i", "o", "u", "h", "A", "E", "I",
                                         "O", "U", "H", "é", "É", "è", "È", "ê", "Ê",
                                         "à", "À", "î", "Î", "ô", "Ô", "œ", "Œ"};
  return std::ranges::any_of(sounds, [&](auto sound) { return text.starts_with(sound); });
}

/// "d’ACME", "de NOVA", "du client".
std::string french_of(const std::string& text) {
  if (text.starts_with("le ")) return fmt::format("du {}", text.substr(3));
  if (text.starts_with("les ")) return fmt::format("des {}", text.substr(4));
  return fmt::format("{}{}", starts_with_vowel_sound(text) ? "d’" : "de ", text);
}

std::string french_that(const std::string& text) {
  return fmt::format("{}{}", starts_with_vowel_sound(text) ? "qu’" : "que ", text);
}

/// First letter of the sentence in capitals: ASCII and the accented letters of Latin-1.
std::string capital(std::string text) {
  if (text.empty()) return text;
  const auto first = static_cast<unsigned char>(text[0]);
  if (first >= 'a' && first <= 'z') {
    text[0] = static_cast<char>(first - 'a' + 'A');
  } else if (first == 0xC3 && text.size() > 1 && static_cast<unsigned char>(text[1]) >= 0xA0) {
    text[1] = static_cast<char>(static_cast<unsigned char>(text[1]) - 0x20);
  }
  return text;
}

CivilDay day_of(CivilTime at) { return std::chrono::floor<std::chrono::days>(at); }

/// As little as says which day, for one who reads on from `from`.
std::string near_text(const Moment& from, const Moment& to, DateStyle style) {
  const auto days = (day_of(to.local) - day_of(from.local)).count();
  if (days == 0 || days == 1) return time_text(to.local);
  if (days > 1 && days < 7) {
    return fmt::format("{} {}", short_weekday_text(day_of(to.local), style.language),
                       time_text(to.local));
  }
  return moment_text(to.local, style);
}

/// Of a rate that was measured, for the eye.
constexpr int measured_decimals = 3;

class Filler {
 public:
  Filler(const std::vector<Argument>& arguments, DateStyle style)
      : arguments_(arguments), style_(style) {}

  std::string fill(std::string_view words) const {
    std::string text;
    while (!words.empty()) {
      const auto special = words.find_first_of("{[");
      text.append(words.substr(0, special));
      if (special == std::string_view::npos) break;
      const bool is_hole = words[special] == '{';
      const auto end = words.find(is_hole ? '}' : ']', special);
      require(end != std::string_view::npos, "a sentence whose brackets are closed");
      const auto inside = words.substr(special + 1, end - special - 1);
      if (is_hole) {
        text += hole(inside).value_or(fmt::format("{{{}}}", inside));
      } else {
        text += optional_part(inside).value_or("");
      }
      words.remove_prefix(end + 1);
    }
    return text;
  }

 private:
  const ArgumentValue* argument(std::string_view name) const {
    const auto found = std::ranges::find(arguments_, name, &Argument::name);
    return found == arguments_.end() ? nullptr : &found->value;
  }

  Text optional_part(std::string_view words) const {
    for (auto at = words.find('{'); at != std::string_view::npos; at = words.find('{', at + 1)) {
      const auto name = words.substr(at + 1, words.find_first_of(":?}", at) - at - 1);
      if (argument(name) == nullptr) return std::nullopt;
    }
    return fill(words);
  }

  Text hole(std::string_view inside) const {
    const auto cut = inside.find_first_of(":?");
    const auto* value = argument(inside.substr(0, cut));
    if (value == nullptr) return std::nullopt;
    if (cut == std::string_view::npos) return formed(*value, "");
    const auto rest = inside.substr(cut + 1);
    return inside[cut] == '?' ? number_form(*value, rest) : formed(*value, rest);
  }

  std::string number_form(const ArgumentValue& value, std::string_view forms) const {
    const auto bar = forms.find('|');
    const auto* count = std::get_if<std::int64_t>(&value);
    require(bar != std::string_view::npos && count != nullptr, "a count and its two forms");
    const bool is_one = *count == 1 || (style_.language == Language::fr && *count == 0);
    return std::string{is_one ? forms.substr(0, bar) : forms.substr(bar + 1)};
  }

  std::string formed(const ArgumentValue& value, std::string_view form) const {
    if (const auto* length = std::get_if<Duration>(&value)) {
      return length_text(*length, style_.language, length_style(form));
    }
    if (const auto* ratio = std::get_if<Ratio>(&value); ratio != nullptr && form == "measured") {
      return rate_text(*ratio, measured_decimals, style_.language);
    }
    if (const auto* moment = std::get_if<Moment>(&value)) return moment_form(*moment, form);
    auto text = std::visit([&](const auto& held) { return plain(held); }, value);
    const bool is_french = style_.language == Language::fr;
    if (form == "de") return is_french ? french_of(text) : text;
    if (form == "que") return is_french ? french_that(text) : text;
    if (form == "capital") return capital(std::move(text));
    return text;
  }

  static LengthStyle length_style(std::string_view form) {
    if (form == "spoken") return LengthStyle::spoken;
    return form == "brief" ? LengthStyle::brief : LengthStyle::fixed;
  }

  std::string moment_form(const Moment& moment, std::string_view form) const {
    if (form == "time") return time_text(moment.local);
    if (form == "weekday") {
      return std::string{weekday_text(day_of(moment.local), style_.language)};
    }
    if (form == "day") return day_text(day_of(moment.local), style_);
    if (form != "near" && form != "until") return moment_text(moment.local, style_);
    const auto* from = argument("from");
    require(from != nullptr, "a moment near another");
    auto text = near_text(std::get<Moment>(*from), moment, style_);
    if (form == "near") return text;
    if (style_.language == Language::en) return fmt::format("to {}", text);
    const bool is_full = text == moment_text(moment.local, style_);
    return fmt::format("{} {}", is_full ? "jusqu’au" : "jusqu’à", text);
  }

  std::string plain(const std::string& text) const { return text; }
  std::string plain(std::int64_t count) const { return count_text(count, style_.language); }
  std::string plain(Duration length) const { return length_text(length, style_.language); }
  std::string plain(const Moment& moment) const { return moment_text(moment.local, style_); }
  std::string plain(CivilDay day) const {
    return date_text(day, {.language = style_.language, .with_year = true});
  }
  std::string plain(Ratio ratio) const { return required_text(ratio, style_.language); }
  std::string plain(SomeWord word) const {
    return std::string{style_.language == Language::fr ? word->fr : word->en};
  }
  std::string plain(const Week& week) const { return week_text(week, style_.language); }
  std::string plain(const std::vector<Derivation>& reasons) const {
    std::string text;
    for (const auto& below : reasons) {
      if (!text.empty()) text += ", ";
      text += sentence(below, style_);
    }
    return text;
  }

  const std::vector<Argument>& arguments_;
  DateStyle style_;
};

using Years = std::pair<int, int>;

void widen(Years& years, const Derivation& reason) {
  for (const auto& argument : reason.arguments) {
    if (const auto* moment = std::get_if<Moment>(&argument.value)) {
      const auto year = static_cast<int>(std::chrono::year_month_day{day_of(moment->local)}.year());
      years = {std::min(years.first, year), std::max(years.second, year)};
    } else if (const auto* list = std::get_if<std::vector<Derivation>>(&argument.value)) {
      for (const auto& below : *list) widen(years, below);
    }
  }
  for (const auto& below : reason.children) widen(years, below);
}

}  // namespace

std::string filled(std::string_view words, const std::vector<Argument>& arguments,
                   DateStyle style) {
  auto text = Filler{arguments, style}.fill(words);
  if (text.ends_with("..")) text.pop_back();  // an abbreviation that ends the sentence: "avr."
  return text;
}

std::string sentence(const Derivation& reason, DateStyle style) {
  return filled(word_of(reason.code, style.language), reason.arguments, style);
}

bool spans_years(const Derivation& reason) {
  Years years{9999, 0};
  widen(years, reason);
  return years.second > years.first;
}

}  // namespace vigie
