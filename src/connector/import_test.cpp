#include "connector/import.h"

#include <gtest/gtest.h>

#include <sstream>

#include "connector/source.h"
#include "connector/zone_folder.h"
#include "notation/ndjson_events.h"
#include "notation/yaml.h"
#include "vocabulary/fault.h"
#include "vocabulary/finding.h"

namespace vigie {
namespace {

/// Everything that an import of `bytes` says: faults, else findings and events.
struct Told {
  std::string faults;
  std::string findings;
  std::string events;
};

std::string faults_text(const std::vector<Fault>& faults) {
  std::string text;
  for (const Fault& fault : faults) {
    if (!text.empty()) text += ' ';
    text += key_of(fault.code);
  }
  return text;
}

Told imported(const std::string& profile_text, const std::string& bytes) {
  const YamlRead yaml = read_yaml(profile_text, "profile.yaml");
  if (!yaml.root) return {faults_text(yaml.faults), {}, {}};
  const ProfileRead read = profile_from(*yaml.root);
  if (!read.profile) return {faults_text(read.faults), {}, {}};
  Names names;
  ZoneFolder zones;
  std::istringstream input{bytes};
  const Import import = import_events(
      {.path = "-", .profile = &*read.profile, .standard_input = input, .zones = zones}, names);
  Told told{faults_text(import.faults), {}, {}};
  for (std::size_t i = 0; i < std::size(Vocabulary<FindingCode>::words); ++i) {
    const auto& entry = import.findings.of(static_cast<FindingCode>(i));
    if (entry.count == 0) continue;
    told.findings += std::string{Vocabulary<FindingCode>::words[i].key} + "=" +
                     std::to_string(entry.count) + "(" + entry.examples.front() + ") ";
  }
  for (const History& history : import.histories.tickets()) {
    append_event_lines(told.events, history, names);
  }
  return told;
}

const std::string audit_profile = R"(
ticket: number
order: by stamp, ties in file order
stamps: {at: updated, formats: "d/M/yyyy HH:mm", zone: Europe/Paris}
states:
  column: state
  phases:
    New: open
    Work: open
    User: {awaiting: customer, reason: user, requested: yes}
    Vendor: awaiting ALPHA
    Solved: resolved
    Closed: closed
    Void: cancelled
    "-": ignore
attributes:
  priority: {column: prio, values: {1: P1, 2: P2}}
constants: {vip: "yes"}
holder:
  group: team
  groups: {Telecom: {party: ALPHA}, Desk: {team: N1}}
)";

TEST(Import, rows_become_events_where_something_changes) {
  const Told told = imported(audit_profile,
                             "number,updated,state,prio,team,noise\n"
                             "A,2/3/2026 09:00,New,2,,x\n"
                             "B,2/3/2026 09:05,New,1,Desk,x\n"
                             "A,2/3/2026 09:10,Work,2,Desk,y\n"
                             "A,2/3/2026 09:20,Work,2,Desk,z\n"
                             "A,2/3/2026 10:00,User,2,Desk,\n"
                             "A,2/3/2026 10:30,-,2,Desk,\n"
                             "A,2/3/2026 11:00,Vendor,1,Telecom,\n"
                             "A,2/3/2026 12:00,Work,1,Network,\n"
                             "A,2/3/2026 13:00,Solved,1,Network,\n"
                             "A,2/3/2026 14:00,Work,1,Network,\n"
                             "A,2/3/2026 15:00,Solved,1,Network,\n"
                             "A,5/3/2026 15:00,Closed,1,,\n"
                             "B,2/3/2026 09:45,Void,1,Desk,x\n");
  EXPECT_EQ(told.faults, "");
  EXPECT_EQ(told.findings, "");
  EXPECT_EQ(
      told.events,
      R"({"ticket":"A","at":"2026-03-02T08:00:00Z","event":"opened","priority":"P2","vip":"yes"}
{"ticket":"A","at":"2026-03-02T08:10:00Z","event":"assigned","party":"provider","team":"N1"}
{"ticket":"A","at":"2026-03-02T09:00:00Z","event":"requested","party":"customer"}
{"ticket":"A","at":"2026-03-02T09:00:00Z","event":"awaiting","reason":"user","party":"customer"}
{"ticket":"A","at":"2026-03-02T10:00:00Z","event":"classified","priority":"P1"}
{"ticket":"A","at":"2026-03-02T10:00:00Z","event":"assigned","party":"ALPHA"}
{"ticket":"A","at":"2026-03-02T10:00:00Z","event":"awaiting","party":"ALPHA"}
{"ticket":"A","at":"2026-03-02T11:00:00Z","event":"assigned","party":"provider","team":"Network"}
{"ticket":"A","at":"2026-03-02T11:00:00Z","event":"resumed"}
{"ticket":"A","at":"2026-03-02T12:00:00Z","event":"resolved"}
{"ticket":"A","at":"2026-03-02T13:00:00Z","event":"reopened"}
{"ticket":"A","at":"2026-03-02T14:00:00Z","event":"resolved"}
{"ticket":"A","at":"2026-03-05T14:00:00Z","event":"assigned","party":"provider"}
{"ticket":"A","at":"2026-03-05T14:00:00Z","event":"closed"}
{"ticket":"B","at":"2026-03-02T08:05:00Z","event":"opened","priority":"P1","vip":"yes"}
{"ticket":"B","at":"2026-03-02T08:05:00Z","event":"assigned","party":"provider","team":"N1"}
{"ticket":"B","at":"2026-03-02T08:45:00Z","event":"cancelled"}
)");
}

TEST(Import, the_column_wins_over_the_state_or_the_state_over_the_column) {
  const std::string rows =
      "number;at;state;opened;solved\n"
      "A;2026-03-02 10:00;Wait;2026-03-02 09:00;2026-03-02 12:00\n"
      "A;2026-03-02 11:00;Solved;2026-03-02 09:00;2026-03-02 12:00\n"
      "A;2026-03-02 13:00;Wait;2026-03-02 09:00;2026-03-02 12:00\n"
      "B;2026-03-02 10:00;Work;2026-03-02 09:00;2026-03-02 12:00\n";
  const auto profile = [](const char* winner) {
    return std::string{R"(
separator: ";"
ticket: number
stamps: {at: at, formats: "yyyy-MM-dd HH:mm", offset: Z}
events: {opened: opened, resolved: {column: solved, wins: )"} +
           winner + R"(}}
states: {column: state, phases: {Wait: awaiting customer, Work: open, Solved: resolved}}
)";
  };
  EXPECT_EQ(imported(profile("column"), rows).events,
            R"({"ticket":"A","at":"2026-03-02T09:00:00Z","event":"opened"}
{"ticket":"A","at":"2026-03-02T10:00:00Z","event":"awaiting","party":"customer"}
{"ticket":"A","at":"2026-03-02T11:00:00Z","event":"resumed"}
{"ticket":"A","at":"2026-03-02T12:00:00Z","event":"resolved"}
{"ticket":"B","at":"2026-03-02T09:00:00Z","event":"opened"}
{"ticket":"B","at":"2026-03-02T12:00:00Z","event":"resolved"}
)");
  EXPECT_EQ(imported(profile("state"), rows).events,
            R"({"ticket":"A","at":"2026-03-02T09:00:00Z","event":"opened"}
{"ticket":"A","at":"2026-03-02T10:00:00Z","event":"awaiting","party":"customer"}
{"ticket":"A","at":"2026-03-02T11:00:00Z","event":"resolved"}
{"ticket":"A","at":"2026-03-02T13:00:00Z","event":"reopened"}
{"ticket":"A","at":"2026-03-02T13:00:00Z","event":"awaiting","party":"customer"}
{"ticket":"B","at":"2026-03-02T09:00:00Z","event":"opened"}
{"ticket":"B","at":"2026-03-02T12:00:00Z","event":"resolved"}
)");
}

TEST(Import, the_order_of_rows_is_that_of_stamps_or_of_the_file) {
  const std::string rows =
      "number,at,state\nA,2026-03-02 09:00,New\nA,2026-03-02 11:00,Solved\n"
      "A,2026-03-02 10:00,Wait\n";
  const auto profile = [](const char* order) {
    return std::string{"ticket: number\norder: "} + order +
           "\nstamps: {at: at, formats: 'yyyy-MM-dd HH:mm', offset: Z}\n"
           "states: {column: state, phases: {New: open, Wait: awaiting customer, Solved: "
           "resolved}}\n";
  };
  const Told by_stamp = imported(profile("by stamp, ties in file order"), rows);
  EXPECT_EQ(by_stamp.findings, "reordered=1(A) ");
  EXPECT_NE(by_stamp.events.find(R"(10:00:00Z","event":"awaiting")"), std::string::npos);
  const Told as_in_file = imported(profile("as in file"), rows);
  EXPECT_EQ(as_in_file.findings, "reordered=1(A) ");
  EXPECT_NE(as_in_file.events.find(R"(11:00:00Z","event":"awaiting")"), std::string::npos);
}

TEST(Import, json_rows_and_one_row_a_ticket_are_read_too) {
  const Told told = imported(
      R"(
format: ndjson
ticket: key
stamps: {formats: iso, offset: Z}
events: {opened: f.made, acknowledged: f.taken, resolved: f.solved}
attributes: {priority: {column: f.pr.name, from: first row}}
dates: {d: f.due}
)",
      R"({"key": "J-3", "f": {"taken": "2026-03-02T09:40Z"}}
{"key": "J-1", "f": {"made": "2026-03-02T09:00+01", "taken": null, "pr": {"name": "High"}}}
{"key": "J-1", "f": {"made": "2026-03-02T09:00+01", "solved": "2026-03-02T10:00Z"}}
{"key": "K", "f": {"made": "2026-03-02T09:30Z", "due": "2026-04-01T09:30Z"}}
not json
)");
  EXPECT_EQ(told.faults, "");
  EXPECT_EQ(told.findings, "line_unreadable=1(standard input:5) ");
  EXPECT_EQ(told.events,
            R"({"ticket":"J-3","at":"2026-03-02T09:40:00Z","event":"acknowledged"}
{"ticket":"J-1","at":"2026-03-02T08:00:00Z","event":"opened","priority":"High"}
{"ticket":"J-1","at":"2026-03-02T10:00:00Z","event":"resolved"}
{"ticket":"K","at":"2026-03-02T09:30:00Z","event":"opened"}
{"ticket":"K","at":"2026-03-02T09:30:00Z","event":"dated","value":"d","date":"2026-04-01T09:30:00Z"}
)");
}

TEST(Import, odd_rows_are_findings_that_name_their_line) {
  const std::string header = "number,updated,state,prio,team\n";
  const std::string good = "A,2/3/2026 09:00,New,2,Desk\n";
  const std::vector<std::pair<std::string, std::string>> table = {
      {",2/3/2026 09:00,New,2,Desk\n", "no_ticket_key=1(standard input:3) "},
      {"B,2/3/2026,New,2,Desk\n", "stamp_unreadable=1(standard input:3) "},
      {"B,,New,2,Desk\n", "stamp_unreadable=1(standard input:3) "},
      {"B,2/3/1926 09:00,New,2,Desk\n", "stamp_out_of_range=1(standard input:3) "},
      {"B,29/3/2026 02:30,New,2,Desk\n", "stamp_in_gap=1(standard input:3) "},
      {"B,25/10/2026 02:30,New,2,Desk\n", "stamp_ambiguous=1(standard input:3) "},
      {"B,2/3/2026 09:00,New\n", "line_unreadable=1(standard input:3) "},
      {"\"B,2/3/2026 09:00,New,2,Desk\n", "line_unreadable=1(standard input:3) "},
      {"B\xE9,2/3/2026 09:00,New,2,Desk\n", "bytes_undecodable=1(standard input:3) "},
      {"B,2/3/2026 09:00,Parked,2,Desk\nC,2/3/2026 09:00,Parked,2,Desk\n",
       "unmapped_value=2(state: Parked) "},
      {"B,2/3/2026 09:00,New,9,Desk\n", "unmapped_value=1(prio: 9) "},
  };
  for (const auto& [row, findings] : table) {
    const Told told = imported(audit_profile, header + good + row);
    EXPECT_EQ(told.faults, "") << row;
    EXPECT_EQ(told.findings, findings) << row;
    EXPECT_NE(told.events.find(R"("ticket":"A")"), std::string::npos) << row;
  }
}

TEST(Import, what_the_profile_refuses_imports_nothing) {
  std::string profile = audit_profile;
  profile.replace(profile.find("values: {1"), 6, "unmapped: refuse, values");
  const Told told = imported(profile,
                             "number,updated,state,prio,team\nA,2/3/2026 09:00,New,2,Desk\n"
                             "B,2/3/2026 09:00,New,8,Desk\n");
  EXPECT_EQ(told.faults, "value_unmapped");
  EXPECT_EQ(told.events, "");
  EXPECT_EQ(imported(audit_profile, "").faults, "export_empty");
  EXPECT_EQ(imported(audit_profile, "number,updated,status,prio,team\n").faults, "column_unknown");
  EXPECT_EQ(imported("format: ndjson\n" + audit_profile, "{\"number\":1}").faults,
            "column_unknown column_unknown column_unknown column_unknown");
}

TEST(Import, canonical_events_need_no_profile_and_anything_else_does) {
  Names names;
  ZoneFolder zones;
  std::istringstream canonical{
      "\n{\"ticket\":\"A\",\"at\":\"2026-03-02T08:00:00Z\",\"event\":\"opened\"}\n"
      "{\"ticket\":\"A\",\"at\":\"2026-03-02T09:00:00Z\",\"event\":\"merged\",\"other\":\"Z\"}\n"};
  const Import import =
      import_events({.path = "-", .standard_input = canonical, .zones = zones}, names);
  EXPECT_EQ(import.rows, 2U);
  EXPECT_EQ(import.histories.event_count(), 2U);
  EXPECT_EQ(import.findings.of(FindingCode::related_to_nothing).count, 1U);
  std::istringstream csv{"number,state\nA,New\n"};
  const Import refused = import_events({.path = "-", .standard_input = csv, .zones = zones}, names);
  EXPECT_EQ(faults_text(refused.faults), "profile_missing");
}

}  // namespace
}  // namespace vigie
