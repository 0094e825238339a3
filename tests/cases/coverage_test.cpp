// The pages taken together: no rule without a page, each page named by its sentence.
#include <gtest/gtest.h>

#include <algorithm>
#include <map>
#include <set>

#include "connector/zone_folder.h"
#include "notation/case/case_file.h"
#include "pages.h"

namespace vigie::cases {

namespace {

/// Of the rules of the platform, those that a page can say.
constexpr std::string_view rules[] = {
    "T1", "T2", "T3", "T4",  "T5",  "T6",  "T7",  "T8", "A1", "A2", "A3", "A4", "A5",
    "A6", "A7", "F1", "F2",  "F3",  "F4",  "F5",  "J1", "J2", "J3", "J4", "J5", "J6",
    "J7", "J8", "J9", "J10", "J11", "J12", "J13", "P1", "P2", "P3", "P4", "P5", "S4"};
constexpr std::size_t least_pages = 150;

TEST(Cases, every_rule_has_a_page) {
  ZoneFolder zones;
  std::map<std::string, int, std::less<>> pages_of;
  for (const auto& page : pages()) {
    const auto read = read_case(text_of(page), page.string(), zones);
    ASSERT_TRUE(read.file) << page;
    for (const auto& rule : read.file->rules) ++pages_of[rule];
  }
  for (const auto rule : rules) EXPECT_GT(pages_of.count(rule), 0U) << rule << " has no page";
  for (const auto& [rule, count] : pages_of) {
    EXPECT_NE(std::find(std::begin(rules), std::end(rules), rule), std::end(rules))
        << rule << " is no rule that has pages";
  }
}

TEST(Cases, there_are_enough_pages_and_each_is_named_by_its_sentence) {
  ZoneFolder zones;
  std::set<std::string> titles;
  for (const auto& page : pages()) {
    const auto read = read_case(text_of(page), page.string(), zones);
    ASSERT_TRUE(read.file) << page;
    const auto& title = read.file->title;
    EXPECT_EQ(page.stem().string(), file_name_of(title)) << page;
    EXPECT_EQ(title.back(), '.') << page << ": a sentence ends with a full stop";
    EXPECT_TRUE(titles.insert(title).second) << title << ": twice";
  }
  EXPECT_GE(titles.size(), least_pages);
}

}  // namespace

}  // namespace vigie::cases
