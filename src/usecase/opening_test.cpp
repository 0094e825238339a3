#include "usecase/opening.h"

#include <gtest/gtest.h>

#include <fstream>

#include "store/database/database_for_test.h"
#include "vocabulary/fault.h"

namespace vigie {
namespace {

class Opening : public OnBothDatabases {
 protected:
  OpeningTerms terms() const {
    return {.database = settings(), .journal_key = keys_.path() + "/journal.key"};
  }
  static void add_act(OpenedInstallation& opened) {
    opened.here().database.act([&](Connection& rows) {
      Act act{rows,
              opened.here().sealer.key(),
              {.word = ActWord::installed, .thing = Thing::installation, .reference = "vigie"}};
      act.end();
    });
  }
  FolderForTest keys_;
};
VIGIE_ON_BOTH_DATABASES(Opening);

TEST_P(Opening, the_first_time_makes_the_tables_and_the_key_and_the_next_finds_them) {
  {
    const auto first = open_installation(terms());
    ASSERT_TRUE(first);
    EXPECT_GT(first.value()->steps(), 0);
    add_act(*first.value());
  }
  const auto again = open_installation(terms());
  ASSERT_TRUE(again);
  EXPECT_EQ(again.value()->steps(), 0);
}

TEST_P(Opening, a_journal_that_was_begun_is_not_gone_on_with_another_key) {
  {
    const auto first = open_installation(terms());
    ASSERT_TRUE(first);
    add_act(*first.value());
  }
  {
    const auto sealed = open_installation(terms());
    ASSERT_TRUE(sealed);
  }
  std::filesystem::remove(terms().journal_key);
  const auto lost = open_installation(terms());
  ASSERT_FALSE(lost);
  EXPECT_EQ(lost.error().code, FaultCode::sealing_key_missing);
  EXPECT_NE(message_of(lost.error(), Language::en).find("journal.key"), std::string::npos);
  EXPECT_NE(message_of(lost.error(), Language::fr).find("journal.key"), std::string::npos);
  EXPECT_FALSE(std::filesystem::exists(terms().journal_key)) << "nothing is made in its place";
}

TEST_P(Opening, what_the_database_or_the_key_refuses_is_told) {
  OpeningTerms nowhere = terms();
  nowhere.database.url = "mysql://vigie";
  EXPECT_EQ(open_installation(nowhere).error().code, FaultCode::database_unknown);
  std::ofstream{terms().journal_key} << "too short";
  std::filesystem::permissions(terms().journal_key, std::filesystem::perms::owner_read);
  EXPECT_EQ(open_installation(terms()).error().code, FaultCode::sealing_key_spoilt);
}

}  // namespace
}  // namespace vigie
