#include "notation/term_change.h"

#include <gtest/gtest.h>

namespace vigie {
namespace {

std::string told(std::string_view text) {
  std::string all;
  for (const WrittenChange& one : changes_from(text)) {
    all += (all.empty() ? "" : " ") + one.change.target + ":" + one.value;
  }
  return all;
}

TEST(TermChange, reads_single_values_lists_and_ranges_of_each_clause) {
  const struct {
    const char* written;
    const char* read;
  } rows[] = {
      {"resolve-p3.within=16h", "resolve-p3:16h"},
      {"a.b.within=90 min", "a.b:1h30"},
      {"resolve-p3.within=8h..20h:6h", "resolve-p3:8h resolve-p3:14h resolve-p3:20h"},
      {"r.within=8h,1h30", "r:8h r:1h30"},
      {"r.required=95%", "r:95\u00a0%"},
      {"r.required=99%..99.2%:0.1%", "r:99\u00a0% r:99.1\u00a0% r:99.2\u00a0%"},
      {"r.calendar=office,always", "r:office r:always"},
  };
  for (const auto& row : rows) {
    std::string expected = row.read;
    std::string read = told(row.written);
    for (std::string* text : {&expected, &read}) {
      for (auto at = text->find("\u00a0"); at != std::string::npos; at = text->find("\u00a0")) {
        text->replace(at, 2, " ");
      }
    }
    EXPECT_EQ(read, expected) << row.written;
  }
}

TEST(TermChange, what_is_no_change_or_too_many_gives_none) {
  for (const char* written :
       {"", "resolve-p3", "resolve-p3=16h", ".within=16h", "r.within=", "r.within=16",
        "r.within=8h..40h", "r.within=8h..40h:0h", "r.within=1s..24h:1s", "r.required=120%",
        "r.calendar=", "r.calendar=a,,b", "r.priority=P1", "r.within=0h"}) {
    EXPECT_TRUE(changes_from(written).empty()) << written;
  }
}

}  // namespace
}  // namespace vigie
