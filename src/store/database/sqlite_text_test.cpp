#include "store/database/sqlite_text.h"

#include <gtest/gtest.h>

namespace vigie {
namespace {

struct Rewritten {
  const char* sql;
  const char* expected;
};

TEST(SqliteText, values_keep_their_number_and_only_values_are_touched) {
  for (const auto& [sql, expected] : {
           Rewritten{"select $2, $1", "select ?2, ?1"},
           Rewritten{"select '$1', $1", "select '$1', ?1"},
           Rewritten{"select 'it''s $1', $12", "select 'it''s $1', ?12"},
           Rewritten{"select \"$1\" from t -- $2\nwhere a = $1",
                     "select \"$1\" from t -- $2\nwhere a = ?1"},
           Rewritten{"select /* $1 '*/ $1", "select /* $1 '*/ ?1"},
           Rewritten{"select $name, '$1", "select $name, '$1"},
           Rewritten{"-- $1", "-- $1"},
           Rewritten{"$", "$"},
           Rewritten{"", ""},
       }) {
    EXPECT_EQ(sqlite_text_of(sql), expected) << sql;
  }
}

}  // namespace
}  // namespace vigie
