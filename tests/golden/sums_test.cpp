// The lines of an explanation add up: to the counted time, the due instant and the held times.
#include <gtest/gtest.h>

#include <filesystem>
#include <iostream>

#include "printed.h"
#include "printed_page.h"

namespace vigie::printed {
namespace {

constexpr int wide = 2000;  // no line is broken

struct Source {
  std::vector<std::string> options;
  int year;
};

/// The pages of `ticket` that add up line by line; each in `language`.
int check(const Source& source, const std::string& ticket, const std::string& language) {
  std::vector<std::string> arguments{"explain", ticket, "--lang", language};
  arguments.insert(arguments.end(), source.options.begin(), source.options.end());
  const auto ran = run(arguments, wide);
  EXPECT_EQ(ran.exit, Exit::done) << ran.err;
  int checked = 0;
  for (const auto& page : read_pages(ran.out, source.year)) {
    if (!page.has_sums) continue;
    EXPECT_EQ(check_sums(page), "") << ran.out;
    EXPECT_EQ(check_due(page, source.year), "") << ran.out;
    ++checked;
  }
  return checked;
}

const Source ours{{"--agreements", "tests/golden/inputs/acme.yaml", "--events",
                   "tests/golden/inputs/acme.ndjson"},
                  2026};

TEST(Sums, the_lines_of_our_own_tickets_add_up_in_both_languages) {
  for (const char* language : {"en", "fr"}) {
    int checked = 0;
    for (int number = 1; number <= 7; ++number) {
      checked += check(ours, "INC-" + std::to_string(number), language);
    }
    EXPECT_GE(checked, 12) << language;
  }
}

TEST(Sums, a_line_that_does_not_add_up_is_seen) {
  const auto ran = run({"explain", "INC-1", "resolve-p2", ours.options[0], ours.options[1],
                        ours.options[2], ours.options[3]},
                       wide);
  const auto spoilt = [&](const std::string& from, const std::string& to) {
    auto text = ran.out;
    const auto at = text.find(from);
    EXPECT_NE(at, std::string::npos) << from;
    text.replace(at, from.size(), to);
    const auto pages = read_pages(text, ours.year);
    return check_sums(pages.at(0)) + check_due(pages.at(0), ours.year);
  };
  EXPECT_EQ(spoilt("NOVA", "NOVA"), "");
  EXPECT_NE(spoilt("3h00 to 13:00", "2h59 to 13:00"), "");
  EXPECT_NE(spoilt("met: 3h30", "met: 3h31"), "");
  EXPECT_NE(spoilt("ACME 2h00", "ACME 2h01"), "");
  EXPECT_NE(spoilt("ACME 17h00", "ACME 17h01"), "");
  EXPECT_NE(spoilt("Tue 3 Mar 13:30:", "Tue 3 Mar 13:31:"), "");
}

TEST(Sums, the_lines_of_the_incident_log_add_up_in_both_languages) {
  const std::string log = "../shared/data/uci-incident-log/incident_event_log.csv.zst";
  const std::string profile = "docs/examples/uci/servicenow.yaml";
  const std::string agreement = "docs/examples/uci/a3.yaml";
  for (const auto& path : {log, profile, agreement}) {
    if (std::filesystem::exists(path)) continue;
    std::cout << "[  ABSENT  ] " << path << ": the incident log is not checked\n";
    GTEST_SKIP() << path << " is absent";
  }
  const Source source{{"--agreements", agreement, "--events", log, "--profile", profile}, 2016};
  for (const char* ticket : {"INC0000045", "INC0000047", "INC0000057"}) {
    EXPECT_EQ(check(source, ticket, "en"), 1) << ticket;
    EXPECT_EQ(check(source, ticket, "fr"), 1) << ticket;
  }
}

}  // namespace
}  // namespace vigie::printed
