#include "usecase/upkeep.h"

#include <gtest/gtest.h>

#include "store/answer/answer.h"
#include "store/blob/blob.h"
#include "store/database/database_for_test.h"
#include "usecase/opening.h"

namespace vigie {
namespace {

class UpkeepOfBoth : public OnBothDatabases {
 protected:
  OpeningTerms terms() const {
    return {.database = settings(), .journal_key = keys_.path() + "/journal.key"};
  }
  FolderForTest keys_;
};
VIGIE_ON_BOTH_DATABASES(UpkeepOfBoth);

std::int64_t count_of(Installation& here, const std::string& table) {
  std::int64_t count = 0;
  here.database.read([&](Connection& rows) {
    rows.run("select count(*) from " + table, {}, [&](const Row& row) { count = row.whole(0); });
  });
  return count;
}

TEST_P(UpkeepOfBoth, answers_of_more_than_a_day_are_forgotten_and_no_other) {
  const auto opened = open_installation(terms());
  ASSERT_TRUE(opened);
  Installation& here = opened.value()->here();
  here.database.act([](Connection& rows) {
    constexpr std::int64_t more_than_one_turn = 2'500;
    const Key<AccountRow> account{1};
    rows.run(
        "insert into party (id, reference, version, kind, name, name_sort, designation)"
        " values (1, 'nova', 1, 'owner', 'Nova', 'nova', 'Nova')",
        {}, {});
    rows.run("insert into person (id, reference, version, party) values (1, 'ann', 1, 1)", {}, {});
    rows.run("insert into account (id, person, version, language) values (1, 1, 1, 'en')", {}, {});
    for (std::int64_t at = 0; at < more_than_one_turn; ++at) {
      keep_answer(rows, {.account = account, .key = std::to_string(at), .request = "r"});
    }
    rows.run("update answer set answered_at = answered_at - 86400000001 where key <> '7'", {}, {});
  });
  EXPECT_EQ(forget_what_is_old(here), 2'499);
  EXPECT_EQ(count_of(here, "answer"), 1);
  EXPECT_EQ(forget_what_is_old(here), 0);
}

TEST_P(UpkeepOfBoth, what_an_upload_left_that_never_ended_is_forgotten_and_no_file) {
  const auto opened = open_installation(terms());
  ASSERT_TRUE(opened);
  Installation& here = opened.value()->here();
  const Bytes attached(10, std::byte{1});
  const Bytes left(10, std::byte{2});
  here.database.act([&](Connection& rows) {
    keep_bytes(rows, attached);
    keep_chunk(rows, left);
  });
  ASSERT_EQ(count_of(here, "chunk"), 2);
  forget_what_is_old(here);
  EXPECT_EQ(count_of(here, "chunk"), 1);
  Bytes told;
  here.database.read([&](Connection& rows) {
    read_blob(rows, digest_of_bytes(attached),
              [&](BytesView bytes) { told.assign(bytes.begin(), bytes.end()); });
  });
  EXPECT_EQ(told, attached);
}

}  // namespace
}  // namespace vigie
