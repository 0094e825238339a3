// A profile read from its YAML.
#include <algorithm>

#include "notation/clauses.h"
#include "notation/profile/meanings.h"
#include "notation/profile/probe_clauses.h"
#include "notation/profile/profile.h"
#include "vocabulary/fault.h"

namespace vigie {

namespace {

void read_column(Clauses& clauses, std::string_view key, ExportColumn& column) {
  const YamlNode* node = clauses.find_scalar(key);
  if (node != nullptr) column = {node->text, node->place};
}

void read_separator(Clauses& clauses, char& separator) {
  const YamlNode* node = clauses.find_scalar("separator");
  if (node == nullptr) return;
  constexpr std::string_view usual = ",;|\t:~^";
  if (node->text == "tab" || node->text == "\\t") {
    separator = '\t';
  } else if (node->text.size() == 1 && usual.find(node->text[0]) != std::string_view::npos) {
    separator = node->text[0];
  } else {
    clauses.add(node_fault(FaultCode::separator_malformed, *node, {{"text", node->text}},
                           {{"\",\""}, {"\";\""}, {"tab"}, {"\"|\""}}));
  }
}

void read_quote(Clauses& clauses, char& quote) {
  const YamlNode* node = clauses.find_scalar("quote");
  if (node == nullptr) return;
  if (node->text == "none") {
    quote = 0;
  } else if (node->text == "\"" || node->text == "'") {
    quote = node->text[0];
  } else {
    clauses.add(node_fault(FaultCode::unknown_word, *node, {{"text", node->text}, {"key", "quote"}},
                           {{"'\"'"}, {"\"'\""}, {"none"}}));
  }
}

void read_source(Clauses& clauses, Profile& profile) {
  read_text(clauses, "id", profile.id);
  read_text(clauses, "title", profile.title);
  read_choice(clauses, "format", profile.format);
  read_separator(clauses, profile.csv.separator);
  read_quote(clauses, profile.csv.quote);
  read_choice(clauses, "encoding", profile.csv.encoding, '-');
  for (const YamlNode* text : clauses.find_scalars("missing"))
    profile.missing.push_back(text->text);
  if (clauses.has("probe")) return;
  read_column(clauses, "ticket", profile.ticket);
  if (!profile.ticket.is_named()) clauses.refuse_missing("ticket");
  read_choice(clauses, "order", profile.order);
}

Cure example(const char* format, const char* stamp) {
  return {format, CureWord::example_of_stamp, {{"example", stamp}}};
}

void read_formats(Clauses& clauses, std::vector<StampFormat>& formats) {
  for (const YamlNode* text : clauses.find_scalars("formats")) {
    if (auto format = StampFormat::from(text->text)) {
      formats.push_back(*std::move(format));
    } else {
      clauses.add(node_fault(FaultCode::stamp_format_malformed, *text, {{"text", text->text}},
                             {example("yyyy-MM-dd HH:mm:ss", "2026-03-02 16:30:00"),
                              example("d/M/yyyy HH:mm", "2/3/2026 16:30"),
                              example("iso", "2026-03-02T16:30:00+01:00")}));
    }
  }
}

void read_stamps(Clauses& clauses, Profile& profile) {
  const YamlNode* node = clauses.find_mapping("stamps");
  if (node == nullptr) return clauses.refuse_missing("stamps");
  Clauses own{*node, "stamps", clauses.faults()};
  read_column(own, "at", profile.stamp);
  const bool says_formats = node->find("formats") != nullptr;
  if (!says_formats) own.refuse_missing("formats");
  read_formats(own, profile.stamps.formats);
  const YamlNode* zone = own.find_scalar("zone");
  const YamlNode* offset = own.find_scalar("offset");
  if ((zone == nullptr) == (offset == nullptr)) {
    own.add(node_fault(FaultCode::zone_or_offset, *node, {},
                       {{"zone: Europe/Paris"}, {"offset: +01:00"}}));
  } else if (zone != nullptr) {
    profile.stamps.zone = zone->text;
    profile.zone_place = zone->place;
  } else if (const auto read = read_offset(offset->text)) {
    profile.stamps.offset = *read;
  } else {
    own.add(node_fault(FaultCode::offset_malformed, *offset, {{"text", offset->text}},
                       {{"Z"}, {"+01:00"}}));
  }
  own.refuse_unknown();
}

void read_event_columns(Clauses& clauses, std::vector<EventColumn>& events) {
  const YamlNode* node = clauses.find_mapping("events");
  if (node == nullptr) return;
  for (const YamlEntry& entry : node->entries) {
    EventColumn event;
    const auto word = from_key<EventWord>(entry.key);
    if (!word || !is_said_by_column(*word)) {
      clauses.add(unknown_event_word(entry.key, entry.place, is_said_by_column));
      continue;
    }
    event.word = *word;
    if (entry.value.kind == YamlKind::scalar) {
      event.column = {entry.value.text, entry.value.place};
    } else {
      Clauses own{entry.value, "events " + entry.key, clauses.faults()};
      read_column(own, "column", event.column);
      if (!event.column.is_named()) own.refuse_missing("column");
      read_choice(own, "from", event.from);
      read_choice(own, "wins", event.wins);
      own.refuse_unknown();
    }
    events.push_back(std::move(event));
  }
}

void read_dates(Clauses& clauses, std::vector<EventColumn>& events) {
  const YamlNode* node = clauses.find_mapping("dates");
  if (node == nullptr) return;
  for (const YamlEntry& entry : node->entries) {
    if (entry.value.kind != YamlKind::scalar) {
      clauses.add(wrong_shape(entry.value, entry.key, YamlKind::scalar));
      continue;
    }
    EventColumn date;
    date.word = EventWord::dated;
    date.name = entry.key;
    date.column = {entry.value.text, entry.value.place};
    events.push_back(std::move(date));
  }
}

void read_states(Clauses& clauses, Profile& profile) {
  const YamlNode* node = clauses.find_mapping("states");
  if (node == nullptr) return;
  Clauses own{*node, "states", clauses.faults()};
  read_column(own, "column", profile.state);
  if (!profile.state.is_named()) own.refuse_missing("column");
  profile.states.unmapped = Unmapped::finding;
  read_choice(own, "unmapped", profile.states.unmapped);
  const YamlNode* phases = own.find_mapping("phases");
  if (phases == nullptr) own.refuse_missing("phases");
  read_meanings(phases, state_meaning, own.faults(), profile.states);
  own.refuse_unknown();
  if (!profile.stamp.is_named()) {
    clauses.add(node_fault(FaultCode::states_without_stamp, *node, {}, {{"at: COLUMN"}}));
  }
}

void read_action_rule(const YamlNode& node, Faults& faults, Profile& profile) {
  Clauses own{node, "actions", faults};
  ActionRule rule;
  read_column(own, "column", rule.column);
  if (!rule.column.is_named()) own.refuse_missing("column");
  rule.words.unmapped = Unmapped::finding;
  read_choice(own, "unmapped", rule.words.unmapped);
  const YamlNode* words = own.find_mapping("words");
  if (words == nullptr) own.refuse_missing("words");
  read_meanings(words, action_meaning, faults, rule.words);
  own.refuse_unknown();
  if (!profile.stamp.is_named()) {
    faults.push_back(node_fault(FaultCode::states_without_stamp, node, {}, {{"at: COLUMN"}}));
  }
  profile.actions.push_back(std::move(rule));
}

void read_actions(Clauses& clauses, Profile& profile) {
  const YamlNode* node = clauses.find("actions");
  if (node == nullptr) return;
  if (node->kind == YamlKind::list) {
    for (const YamlNode& item : node->items) read_action_rule(item, clauses.faults(), profile);
  } else {
    read_action_rule(*node, clauses.faults(), profile);
  }
}

std::optional<Attribute> attribute_named(const YamlEntry& entry, Faults& faults) {
  const auto attribute = from_key<Attribute>(entry.key);
  if (attribute && *attribute != Attribute::none) return attribute;
  std::vector<std::string> known;
  for (const Word& word : Vocabulary<Attribute>::words) known.emplace_back(word.key);
  known.erase(known.begin());
  Fault fault;
  fault.code = FaultCode::unknown_word;
  fault.arguments = {{"text", entry.key}, {"key", "attributes"}};
  fault.place = entry.place;
  fault.cures = cures_of_list(entry.key, known);
  faults.push_back(std::move(fault));
  return std::nullopt;
}

void read_attributes(Clauses& clauses, std::vector<AttributeRule>& attributes) {
  const YamlNode* node = clauses.find_mapping("attributes");
  if (node == nullptr) return;
  for (const YamlEntry& entry : node->entries) {
    const auto attribute = attribute_named(entry, clauses.faults());
    if (!attribute) continue;
    AttributeRule rule;
    rule.attribute = *attribute;
    if (entry.value.kind == YamlKind::scalar) {
      rule.column = {entry.value.text, entry.value.place};
    } else {
      Clauses own{entry.value, "attributes " + entry.key, clauses.faults()};
      read_column(own, "column", rule.column);
      if (!rule.column.is_named()) own.refuse_missing("column");
      read_choice(own, "from", rule.from);
      read_word(own, "effect", rule.effect);
      read_value_map(own, rule.map);
      own.refuse_unknown();
    }
    attributes.push_back(std::move(rule));
  }
}

void read_constants(Clauses& clauses, std::vector<AttributeRule>& attributes) {
  const YamlNode* node = clauses.find_mapping("constants");
  if (node == nullptr) return;
  for (const YamlEntry& entry : node->entries) {
    const auto attribute = attribute_named(entry, clauses.faults());
    if (entry.value.kind != YamlKind::scalar) {
      clauses.add(wrong_shape(entry.value, entry.key, YamlKind::scalar));
    } else if (attribute) {
      AttributeRule rule;
      rule.attribute = *attribute;
      rule.constant = entry.value.text;
      attributes.push_back(std::move(rule));
    }
  }
}

void read_holder(Clauses& clauses, HolderRule& holder) {
  const YamlNode* node = clauses.find_mapping("holder");
  if (node == nullptr) return;
  Clauses own{*node, "holder", clauses.faults()};
  read_column(own, "group", holder.group);
  read_column(own, "person", holder.person);
  read_choice(own, "unmapped", holder.groups.unmapped);
  if (const YamlNode* groups = own.find_mapping("groups")) {
    read_meanings(groups, group_meaning, own.faults(), holder.groups);
    if (!holder.group.is_named()) own.refuse_missing("group");
  }
  own.refuse_unknown();
}

}  // namespace

ProfileRead profile_from(const YamlNode& document) {
  ProfileRead read;
  Profile profile;
  if (document.kind != YamlKind::mapping) {
    read.faults.push_back(wrong_shape(document, "profile", YamlKind::mapping));
    return read;
  }
  Clauses clauses{document, "the profile", read.faults};
  read_source(clauses, profile);
  read_stamps(clauses, profile);
  if (clauses.has("probe")) {
    read_probe(clauses, profile);
    clauses.refuse_unknown();
    if (read.faults.empty()) read.profile = std::move(profile);
    return read;
  }
  read_event_columns(clauses, profile.events);
  read_dates(clauses, profile.events);
  read_states(clauses, profile);
  read_actions(clauses, profile);
  read_attributes(clauses, profile.attributes);
  read_constants(clauses, profile.attributes);
  read_holder(clauses, profile.holder);
  clauses.refuse_unknown();
  const bool tells =
      profile.state.is_named() || !profile.actions.empty() || !profile.events.empty();
  if (!tells && read.faults.empty()) {
    clauses.add(node_fault(FaultCode::nothing_told, document));
  }
  if (read.faults.empty()) read.profile = std::move(profile);
  return read;
}

}  // namespace vigie
