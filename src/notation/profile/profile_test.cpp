#include "notation/profile/profile.h"

#include <gtest/gtest.h>

#include <fstream>
#include <iterator>

#include "notation/event_fields.h"
#include "notation/yaml.h"
#include "vocabulary/fault.h"

namespace vigie {
namespace {

const std::string good = R"(
ticket: number
stamps: {at: updated, formats: iso, offset: Z}
states: {column: state, phases: {New: open, Solved: resolved}}
)";

/// "code line:column -> first cure", one after the other.
std::string faults_of(const std::string& text) {
  const YamlRead yaml = read_yaml(text, "p.yaml");
  std::vector<Fault> faults = yaml.faults;
  if (yaml.root) faults = profile_from(*yaml.root).faults;
  std::string told;
  for (const Fault& fault : faults) {
    if (!told.empty()) told += " + ";
    told += key_of(fault.code);
    told += " " + std::to_string(fault.place.line) + ":" + std::to_string(fault.place.column);
    if (!fault.cures.empty()) told += " -> " + fault.cures.front().write;
    EXPECT_EQ(fault.place.file, "p.yaml") << text;
    for (const Language language : {Language::en, Language::fr}) {
      EXPECT_EQ(message_of(fault, language).find('{'), std::string::npos)
          << message_of(fault, language);
    }
  }
  return told;
}

std::string with(const std::string& was, const std::string& is) {
  std::string text = good;
  const auto at = text.find(was);
  EXPECT_NE(at, std::string::npos) << was;
  return text.replace(at, was.size(), is);
}

TEST(Profile, a_wrong_one_is_refused_with_what_to_write) {
  const std::vector<std::pair<std::string, std::string>> table = {
      {good, ""},
      {with("ticket: number\n", ""), "missing_key 2:1"},
      {with("ticket", "tickte"), "missing_key 2:1 + unknown_key 2:1 -> ticket"},
      {with("iso", "dd-MM"), "stamp_format_malformed 3:32 -> yyyy-MM-dd HH:mm:ss"},
      {with(", formats: iso", ""), "missing_key 3:9"},
      {with(", offset: Z", ""), "zone_or_offset 3:9 -> zone: Europe/Paris"},
      {with("offset: Z", "offset: Z, zone: Europe/Paris"),
       "zone_or_offset 3:9 -> zone: Europe/Paris"},
      {with("offset: Z", "offset: Paris"), "offset_malformed 3:45 -> Z"},
      {with("at: updated, ", ""), "states_without_stamp 4:9 -> at: COLUMN"},
      {with("Solved: resolved", "Solved: solved"), "meaning_malformed 4:53 -> open"},
      {with("New: open", "New: awaiting"), "meaning_malformed 4:39 -> open"},
      {with("New: open", "New: {awaiting: customer, reson: x}"), "unknown_key 4:60 -> reason"},
      {with("column: state, ", ""), "missing_key 4:9"},
      {good + "separator: semicolon\n", "separator_malformed 5:12 -> \",\""},
      {good + "quote: \"`\"\n", "unknown_word 5:8 -> '\"'"},
      {good + "encoding: utf8\n", "unknown_word 5:11 -> utf-8"},
      {good + "order: by stamps\n", "unknown_word 5:8 -> by stamp"},
      {good + "attributes: {prioritty: prio}\n", "unknown_word 5:14 -> priority"},
      {good + "attributes: {priority: {column: p, unmapped: drop}}\n",
       "unknown_word 5:46 -> finding"},
      {good + "attributes: {priority: {column: p, from: lastrow}}\n",
       "unknown_word 5:42 -> last row"},
      {good + "events: {resolve: solved_at}\n", "unknown_word 5:10 -> resolved"},
      {good + "events: {resumed: back_at}\n", "unknown_word 5:10 -> refused"},
      {good + "actions: {column: act, words: {Taken: acknowledge}}\n",
       "unknown_word 5:39 -> acknowledged"},
      {good + "holder: {groups: {N1: NOVA}}\n", "missing_key 5:9"},
      {"ticket: number\nstamps: {formats: iso, offset: Z}\n", "nothing_told 1:1"},
      {good + "ticket: other\n", "duplicate_key 5:1"},
  };
  for (const auto& [text, faults] : table) EXPECT_EQ(faults_of(text), faults) << text;
}

TEST(Profile, says_what_its_words_mean) {
  const YamlRead yaml = read_yaml(good + R"(format: csv
separator: tab
encoding: windows-1252
order: as in file
missing: ["?", n/a]
events: {opened: opened_on, resolved: {column: solved_on, from: first row, wins: state}}
actions: {column: act, unmapped: keep, words: {Ask: requested customer, Log: ignore}}
attributes: {priority: {column: p, from: last row, values: {1: P1}, default: P4}}
constants: {customer: ACME}
holder: {group: team, person: who, groups: {Telecom: ALPHA, Desk: {team: N1}}}
)",
                                  "p.yaml");
  ASSERT_TRUE(yaml.root);
  const ProfileRead read = profile_from(*yaml.root);
  ASSERT_TRUE(read.profile) << message_of(read.faults.front(), Language::en);
  const Profile& profile = *read.profile;
  EXPECT_EQ(profile.csv.separator, '\t');
  EXPECT_EQ(profile.csv.encoding, Encoding::windows_1252);
  EXPECT_EQ(profile.order, RowOrder::as_in_file);
  EXPECT_EQ(profile.missing, (std::vector<std::string>{"?", "n/a"}));
  EXPECT_EQ(profile.events.at(1).from, RowChoice::first_row);
  EXPECT_EQ(profile.events.at(1).wins, Winner::state);
  EXPECT_EQ(profile.actions.at(0).words.values.at(0).second.party, "customer");
  EXPECT_TRUE(profile.actions.at(0).words.values.at(1).second.is_ignored);
  EXPECT_EQ(profile.attributes.at(0).map.fallback, "P4");
  EXPECT_EQ(profile.attributes.at(0).map.unmapped, Unmapped::finding);
  EXPECT_EQ(profile.attributes.at(1).constant, "ACME");
  EXPECT_EQ(profile.holder.groups.values.at(0).second.party, "ALPHA");
  std::string columns;
  for (const ExportColumn& column : columns_of(profile)) columns += column.name + " ";
  EXPECT_EQ(columns, "number updated opened_on solved_on state act p team who ");
}

std::string page(const std::string& path) {
  std::ifstream file{path};
  return {std::istreambuf_iterator<char>{file}, {}};
}

template <class List>
void expect_all_named(const std::string& text, std::size_t first) {
  for (std::size_t i = first; i < std::size(Vocabulary<List>::words); ++i) {
    const std::string key{Vocabulary<List>::words[i].key};
    EXPECT_NE(text.find("`" + key + "`"), std::string::npos) << key << " is not documented";
  }
}

TEST(Reference, names_every_word_of_events) {
  const std::string events = page("docs/reference/events.md");
  expect_all_named<EventWord>(events, 0);
  expect_all_named<Attribute>(events, 1);
  expect_all_named<Relation>(events, 1);
  expect_all_named<Effect>(events, 0);
}

TEST(Reference, names_every_clause_of_profiles) {
  const std::string profile = page("docs/reference/profile.md");
  for (const char* clause :
       {"id",        "title",   "format", "separator",  "quote",   "encoding", "missing",
        "ticket",    "order",   "stamps", "at",         "formats", "zone",     "offset",
        "events",    "dates",   "column", "from",       "wins",    "states",   "phases",
        "unmapped",  "actions", "words",  "attributes", "effect",  "values",   "default",
        "constants", "holder",  "group",  "person",     "groups"}) {
    EXPECT_NE(profile.find("`" + std::string{clause} + "`"), std::string::npos) << clause;
  }
}

}  // namespace
}  // namespace vigie
