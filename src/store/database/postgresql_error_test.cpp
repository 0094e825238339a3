#include "store/database/postgresql_error.h"

#include <gtest/gtest.h>

namespace vigie {
namespace {

struct Told {
  const char* sqlstate;
  DatabaseFault expected;
};

TEST(PostgresqlError, a_code_means_what_is_to_be_done_about_it) {
  for (const auto& [sqlstate, expected] :
       {Told{"40001", DatabaseFault::conflict}, Told{"40P01", DatabaseFault::conflict},
        Told{"40003", DatabaseFault::commit_unknown}, Told{"23505", DatabaseFault::not_unique},
        Told{"23503", DatabaseFault::broken_rule}, Told{"22003", DatabaseFault::broken_rule},
        Told{"55P03", DatabaseFault::busy}, Told{"57014", DatabaseFault::busy},
        Told{"57P01", DatabaseFault::away}, Told{"57P03", DatabaseFault::away},
        Told{"08006", DatabaseFault::away}, Told{"53300", DatabaseFault::away},
        Told{"53100", DatabaseFault::full}, Told{"28P01", DatabaseFault::refused},
        Told{"25006", DatabaseFault::refused}, Told{"42501", DatabaseFault::refused},
        Told{"XX001", DatabaseFault::damaged}, Told{"42601", DatabaseFault::other}}) {
    EXPECT_EQ(fault_of_sqlstate(sqlstate), expected) << sqlstate;
  }
}

// The server may have written the commit before it went away.
TEST(PostgresqlError, a_lost_answer_to_a_commit_is_unknown_and_a_refusal_is_not) {
  const auto of = [](DatabaseFault fault) {
    return postgresql_commit_error(DatabaseError{fault, "words"}).fault();
  };
  EXPECT_EQ(of(DatabaseFault::away), DatabaseFault::commit_unknown);
  EXPECT_EQ(of(DatabaseFault::conflict), DatabaseFault::conflict);
  EXPECT_EQ(of(DatabaseFault::broken_rule), DatabaseFault::broken_rule);
}

}  // namespace
}  // namespace vigie
