#include "notation/case/case_line.h"

#include <gtest/gtest.h>

#include "engine/time/zones_for_test.h"
#include "notation/case/case_stamp.h"
#include "notation/case/case_tickets.h"
#include "notation/ndjson_events.h"

namespace vigie {
namespace {

class CaseLines : public testing::Test {
 protected:
  const Zone& paris() { return *zones_.find("Europe/Paris"); }

  /// The lines of one ticket as canonical events, or the refusals.
  std::string told(const std::vector<std::string>& lines) {
    YamlNode tickets{.kind = YamlKind::mapping};
    YamlEntry entry{.key = "T", .place = {}, .value = {.kind = YamlKind::list}};
    for (const auto& line : lines) {
      YamlNode item{.kind = YamlKind::scalar, .text = line};
      item.place = {.file = "page", .line = 7, .column = 5};
      entry.value.items.push_back(item);
    }
    tickets.entries.push_back(entry);
    const auto read = case_tickets_from(tickets, paris(), names_);
    std::string text;
    for (const auto& fault : read.faults) {
      text += std::to_string(fault.place.column) + " " + message_of(fault, Language::en);
      for (const auto& cure : fault.cures) text += " (" + cure.write + ")";
      text += "\n";
    }
    for (const auto& history : read.histories.tickets()) append_event_lines(text, history, names_);
    return text;
  }

  ZonesForTest zones_;
  Names names_;
};

TEST_F(CaseLines, each_form_of_line_is_the_canonical_event_that_it_means) {
  const std::string at_1530 = R"({"ticket":"T","at":"2026-03-02T15:30:00Z","event":)";
  const struct {
    std::string line;
    std::string event;
  } cases[] = {
      {"2026-03-02 16:30 acknowledged", at_1530 + R"("acknowledged"})"},
      {"2026-07-02 16:30 +04:00 resolved",
       R"({"ticket":"T","at":"2026-07-02T12:30:00Z","event":"resolved"})"},
      {"2026-07-02 16:30:15.5 Z closed",
       R"({"ticket":"T","at":"2026-07-02T16:30:15.5Z","event":"closed"})"},
      {"2026-03-02 16:30 awaiting customer reason user_info",
       at_1530 + R"("awaiting","reason":"user_info","party":"customer"})"},
      {"2026-03-02 16:30 milestone \"go live\"", at_1530 + R"("milestone","value":"go live"})"},
      {"2026-03-02 16:30 merged into INC-2", at_1530 + R"("merged","other":"INC-2"})"},
      {"2026-03-02 16:30 assigned ALPHA team N2",
       at_1530 + R"("assigned","party":"ALPHA","team":"N2"})"},
  };
  for (const auto& c : cases) EXPECT_EQ(told({c.line}), c.event + "\n") << c.line;
}

TEST_F(CaseLines, an_opening_says_its_attributes_in_one_line) {
  const auto text =
      told({"2026-03-02 16:30 opened incident P2 for \"ACME Nord\" on Mail at Nantes "
            "by phone vip=yes"});
  for (const auto* part :
       {R"("kind":"incident")", R"("priority":"P2")", R"("customer":"ACME Nord")",
        R"("service":"Mail")", R"("site":"Nantes")", R"("channel":"phone")", R"("vip":"yes")"}) {
    EXPECT_NE(text.find(part), std::string::npos) << part << " in " << text;
  }
}

TEST_F(CaseLines, a_correction_names_a_line_of_its_ticket_not_an_event) {
  // the first line makes three events, so the second line is the fourth event
  const auto read = [&] {
    return told({"2026-03-02 09:00 opened incident P2", "2026-03-02 17:00 resolved",
                 "2026-03-02 12:30 resolved recorded 2026-03-03 09:00 corrects 2",
                 "2026-03-02 13:00 retracted 1"});
  }();
  EXPECT_NE(read.find(R"("supersedes":4)"), std::string::npos) << read;
  EXPECT_NE(read.find(R"("supersedes":1)"), std::string::npos) << read;
  EXPECT_NE(read.find(R"("recorded_at":"2026-03-03T08:00:00Z")"), std::string::npos) << read;
}

TEST_F(CaseLines, a_line_that_cannot_be_read_is_refused_at_its_word) {
  const struct {
    std::string line;
    std::string refusal;
  } cases[] = {
      {"yesterday opened", "5 \"yesterday\" is not understood in this line (2026-03-02 16:30)"},
      {"2026-02-31 09:00 opened",
       "5 \"2026-02-31\" is not understood in this line (2026-03-02 16:30)"},
      {"2026-03-02 09:00 solved", "22 \"solved\" is not understood in this line (opened)"},
      {"2026-03-02 09:00 opened incident P2 ACME",
       "41 \"ACME\" is not understood in this line (for ACME"},
      {"2026-03-02 09:00 opened incident for",
       "38 \"for\" is not understood in this line (for NAME)"},
      {"2026-03-02 09:00 classified P1", "33 \"P1\" is not understood in this line (priority=P1)"},
      {"2026-03-02 09:00 classified color=red",
       "33 \"color=red\" is not understood in this line (priority=P1)"},
      {"2026-03-02 09:00 awaiting", "22 \"awaiting\" is not understood in this line (customer)"},
      {"2026-03-02 09:00 awaiting nobody until later",
       "44 \"later\" is not understood in this line (2026-03-10)"},
      {"2026-03-02 09:00 merged INC-2", "29 \"INC-2\" is not understood in this line (into INC-2)"},
      {"2026-03-02 09:00 related twin_of INC-2",
       "30 \"twin_of\" is not understood in this line (duplicate_of INC-2)"},
      {"2026-03-02 09:00 resolved quickly",
       "31 \"quickly\" is not understood in this line (recorded"},
      {"2026-03-02 09:00 resolved corrects zero", "40 \"zero\" is not understood in this line (2)"},
      {"2026-03-02 09:00 resolved corrects 3", "there is no line 3"},
  };
  for (const auto& c : cases) {
    const auto text = told({c.line});
    EXPECT_NE(text.find(c.refusal), std::string::npos) << c.line << "\n" << text;
  }
}

TEST_F(CaseLines, stamps_are_written_back_so_that_they_read_the_same) {
  for (const auto* text : {"2026-03-02 16:30", "2026-03-02 16:30:15", "2026-03-02 16:30:00.000001",
                           "2026-10-25 02:30", "2026-10-25 02:30 +01:00"}) {
    const auto stamp = case_stamp_from(text, paris());
    ASSERT_TRUE(stamp) << text;
    EXPECT_EQ(case_stamp_text(stamp->at, paris()), text);
  }
}

}  // namespace
}  // namespace vigie
