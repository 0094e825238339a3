#include "notation/source/source_profile.h"

#include <algorithm>

#include "engine/base/require.h"
#include "notation/clauses.h"
#include "notation/profile/meanings.h"
#include "notation/scalar_rate.h"
#include "vocabulary/fault.h"

namespace vigie {

namespace {

/// Whether it is a JSON pointer to something within. Source: RFC 6901.
bool is_pointer(std::string_view text) {
  if (!text.starts_with('/')) return false;
  for (std::size_t i = 0; i < text.size(); ++i) {
    const bool is_escape = text[i] == '~';
    if (is_escape && (i + 1 == text.size() || (text[i + 1] != '0' && text[i + 1] != '1'))) {
      return false;
    }
  }
  return true;
}

std::vector<std::string> words_between_blanks(std::string_view text) {
  std::vector<std::string> words;
  while (!text.empty()) {
    const std::size_t blank = std::min(text.find(' '), text.size());
    if (blank > 0) words.emplace_back(text.substr(0, blank));
    text.remove_prefix(std::min(blank + 1, text.size()));
  }
  return words;
}

/// What is not written leaves `places` as they are.
void read_places(Clauses& clauses, std::string_view key, PayloadPlaces& places) {
  const auto written = clauses.find_scalars(key);
  if (!written.empty()) places.clear();
  for (const YamlNode* node : written) {
    auto pointers = words_between_blanks(node->text);
    if (pointers.empty() || !std::ranges::all_of(pointers, is_pointer)) {
      clauses.add(node_fault(FaultCode::pointer_malformed, *node, {{"text", node->text}},
                             {{"/labels/service"}, {"/date /time"}}));
    }
    places.push_back(std::move(pointers));
  }
}

std::optional<std::string> text_meaning(std::string_view text) { return std::string{text}; }

std::optional<AlertState> state_meaning_of(std::string_view text) {
  if (text == "down") return AlertState::down;
  if (text == "up") return AlertState::up;
  if (text == "ignore") return AlertState::ignore;
  return std::nullopt;
}

/// "down", "ignore", or the part that is lost: "50 %".
std::optional<AlertWeight> weight_meaning(std::string_view text) {
  constexpr AlertWeight whole = 1'000;
  if (text == "down") return whole;
  if (text == "ignore") return 0;
  const auto part = rate_from(text);
  if (!part || part->numerator <= 0 || part->denominator > 10'000) return std::nullopt;
  return std::max<AlertWeight>(1, part->numerator * whole / part->denominator);
}

/// How the values of a rule are read, and what may be written for one.
template <class Meaning>
struct Grammar {
  std::optional<Meaning> (*meaning)(std::string_view);
  std::vector<Cure> cures;
};

template <class Meaning>
void read_meaning(Clauses& own, const YamlNode& node, std::string_view key,
                  const Grammar<Meaning>& grammar, std::optional<Meaning>& into) {
  if (node.kind != YamlKind::scalar) return own.add(wrong_shape(node, key, YamlKind::scalar));
  into = grammar.meaning(node.text);
  if (into) return;
  own.add(node_fault(FaultCode::unknown_word, node,
                     {{"text", node.text}, {"key", std::string{key}}}, grammar.cures));
}

template <class Meaning>
void read_rule(Clauses& clauses, std::string_view key, const Grammar<Meaning>& grammar,
               PayloadRule<Meaning>& rule) {
  const YamlNode* node = clauses.find(key);
  if (node == nullptr) return;
  if (node->kind != YamlKind::mapping) return read_places(clauses, key, rule.from);
  Clauses own{*node, std::string{key}, clauses.faults()};
  read_places(own, "from", rule.from);
  if (const YamlNode* values = own.find_mapping("values")) {
    rule.map.values.clear();
    rule.map.unmapped = Unmapped::finding;
    for (const YamlEntry& entry : values->entries) {
      std::optional<Meaning> meaning;
      read_meaning(own, entry.value, entry.key, grammar, meaning);
      if (meaning) rule.map.values.emplace_back(entry.key, *std::move(meaning));
    }
  }
  if (const YamlNode* fallback = own.find("default")) {
    read_meaning(own, *fallback, "default", grammar, rule.map.fallback);
  }
  read_choice(own, "unmapped", rule.map.unmapped);
  own.refuse_unknown();
}

void read_formats(Clauses& clauses, std::vector<StampFormat>& formats) {
  const auto written = clauses.find_scalars("formats");
  if (!written.empty()) formats.clear();
  for (const YamlNode* text : written) {
    if (auto format = StampFormat::from(text->text)) {
      formats.push_back(*std::move(format));
    } else {
      clauses.add(node_fault(FaultCode::stamp_format_malformed, *text, {{"text", text->text}},
                             {{"iso"}, {"epoch_seconds"}, {"yyyy-MM-dd HH:mm:ss"}}));
    }
  }
}

void read_zone(Clauses& clauses, ZoneSource& zones, SourceProfile& profile) {
  const YamlNode* zone = clauses.find_scalar("zone");
  if (zone == nullptr) return;
  profile.zone_from.clear();
  profile.stamps.zone.clear();
  if (zone->text.starts_with('/')) return read_places(clauses, "zone", profile.zone_from);
  profile.stamps.zone = zone->text;
  profile.zone_place = zone->place;
  if (zones.find(zone->text) != nullptr) return;
  clauses.add(node_fault(FaultCode::unknown_zone, *zone, {{"zone", zone->text}},
                         cures_of_list(zone->text, zones.names())));
}

void read_times(Clauses& clauses, ZoneSource& zones, SourceProfile& profile) {
  const YamlNode* node = clauses.find_mapping("times");
  if (node == nullptr) return;
  Clauses own{*node, "times", clauses.faults()};
  read_places(own, "began", profile.began);
  read_places(own, "ended", profile.ended);
  read_places(own, "at", profile.at);
  read_formats(own, profile.stamps.formats);
  read_zone(own, zones, profile);
  own.refuse_unknown();
}

/// Reads one document over what stands in `profile`.
void read_over(const YamlNode& document, ZoneSource& zones, Faults& faults,
               SourceProfile& profile) {
  if (document.kind == YamlKind::empty) return;
  if (document.kind != YamlKind::mapping) {
    faults.push_back(wrong_shape(document, "profile", YamlKind::mapping));
    return;
  }
  Clauses clauses{document, "the profile", faults};
  read_places(clauses, "alerts", profile.alerts);
  read_places(clauses, "fingerprint", profile.fingerprint);
  read_places(clauses, "title", profile.title);
  const Grammar<std::string> text{text_meaning, {}};
  read_rule(clauses, "service", text, profile.item);
  read_rule(clauses, "customer", text, profile.customer);
  read_rule<AlertWeight>(clauses, "severity", {weight_meaning, {{"down"}, {"50 %"}, {"ignore"}}},
                         profile.severity);
  read_rule<AlertState>(clauses, "state", {state_meaning_of, {{"down"}, {"up"}, {"ignore"}}},
                        profile.state);
  read_times(clauses, zones, profile);
  for (const YamlNode* text_node : clauses.find_scalars("missing")) {
    profile.missing.push_back(text_node->text);
  }
  if (profile.fingerprint.empty()) clauses.refuse_missing("fingerprint");
  const bool says_item = !profile.item.from.empty() || profile.item.map.fallback;
  if (!says_item) clauses.refuse_missing("service");
  if (profile.state.from.empty() && profile.ended.empty()) clauses.refuse_missing("state");
  clauses.refuse_unknown();
}

}  // namespace

SourceProfileRead source_profile_from(SourceKind kind, std::string_view text, ZoneSource& zones) {
  SourceProfileRead read;
  SourceProfile profile;
  profile.stamps.formats = {*StampFormat::from("iso")};
  profile.severity.map.unmapped = Unmapped::finding;
  profile.item.map.unmapped = profile.customer.map.unmapped = Unmapped::keep;
  const std::string_view of_kind = profile_of_kind(kind);
  if (!of_kind.empty()) {
    const YamlRead own = read_yaml(of_kind, std::string{key_of(kind)});
    require(own.root.has_value(), "our own profiles are YAML");
    read_over(*own.root, zones, read.faults, profile);
  }
  YamlRead yaml = read_yaml(text, "profile");
  if (!yaml.root) {
    if (text.empty() && !of_kind.empty()) {
      if (read.faults.empty()) read.profile = std::move(profile);
      return read;
    }
    read.faults = std::move(yaml.faults);
    return read;
  }
  read_over(*yaml.root, zones, read.faults, profile);
  if (read.faults.empty()) read.profile = std::move(profile);
  return read;
}

}  // namespace vigie
