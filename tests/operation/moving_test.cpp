// A company moves from one database to the other and back, and nothing of it is lost.
#include <gmock/gmock.h>

#include "installation.h"
#include "store/database/database_for_test.h"
#include "store/database/postgresql_for_test.h"
#include "store/identity/account.h"
#include "usecase/identity/account.h"
#include "usecase/opening.h"
#include "usecase/people/person_erasure.h"

namespace vigie::operation {
namespace {

using program::Ran;
using program::text_of;
using program::Workplace;
using testing::HasSubstr;

std::string file(const Workplace& place, const std::string& name) {
  return text_of(place.folder() / name);
}

TEST(Moving, from_sqlite_to_postgresql_and_back_dumps_are_equal_and_the_chain_verifies) {
  PostgresqlForTest* const server = PostgresqlForTest::shared();
  if (server == nullptr) GTEST_SKIP() << "the programs of PostgreSQL are missing";
  const Workplace place;
  put_company(place);
  const std::string there = "'" + server->new_database() + "' ";
  const std::string there_set = " --set database=" + there + "--set journal_key=there.key ";
  const Ran ran = place.run(
      "set -e\n"
      "vigie dump" +
      of("company.db") +
      "--to first.ndjson\n"
      "vigie dump --effective" +
      of("company.db") +
      "--to first.effective\n"
      "vigie restore first.ndjson --database " +
      there +
      "--set journal_key=there.key --key company.db.key\n"
      "vigie verify" +
      there_set +
      "\n"
      "vigie dump" +
      there_set +
      "--to second.ndjson\n"
      "vigie dump" +
      there_set +
      "--to second.ndjson.zst\n"
      "vigie dump --effective" +
      there_set +
      "--to second.effective\n"
      "vigie restore second.ndjson.zst --database sqlite:third.db --key there.key\n"
      "vigie verify" +
      of("third.db") +
      "\n"
      "vigie dump" +
      of("third.db") +
      "--to third.ndjson\n"
      "vigie dump --effective" +
      of("third.db") + "--to third.effective\n");
  ASSERT_EQ(ran.exit, 0) << ran.output;
  EXPECT_THAT(ran.output, HasSubstr("The journal is whole")) << ran.output;
  const std::string first = file(place, "first.ndjson");
  EXPECT_THAT(first, HasSubstr("\n{\"table\":\"ticket_event\""));
  EXPECT_TRUE(first == file(place, "second.ndjson"));
  EXPECT_TRUE(first == file(place, "third.ndjson"));
  const std::string effective = file(place, "first.effective");
  EXPECT_THAT(effective, HasSubstr("acme-industrie"));
  EXPECT_TRUE(effective == file(place, "second.effective"));
  EXPECT_TRUE(effective == file(place, "third.effective"));
  EXPECT_LT(file(place, "second.ndjson.zst").size(), first.size() / 3);
}

/// company.db, and b.db that is restored from a dump of it.
void put_company_and_copy(const Workplace& place) {
  put_company(place);
  const Ran ran = place.run("vigie dump" + of("company.db") +
                            "--to a.ndjson && vigie restore"
                            " a.ndjson --database sqlite:b.db");
  ASSERT_EQ(ran.exit, 0) << ran.output;
}

TEST(Moving, what_is_derived_is_made_again) {
  const Workplace place;
  ASSERT_NO_FATAL_FAILURE(put_company_and_copy(place));
  constexpr const char* clocks = "select count(*) from ticket_clock";
  const auto before = opened(place, "company.db");
  const auto after = opened(place, "b.db");
  EXPECT_GT(whole_of(*after, clocks), 0);
  EXPECT_EQ(whole_of(*after, clocks), whole_of(*before, clocks));
}

TEST(Moving, a_restored_copy_begins_another_epoch_of_streams) {
  const Workplace place;
  ASSERT_NO_FATAL_FAILURE(put_company_and_copy(place));
  constexpr const char* epoch = "select epoch from installation";
  const auto before = opened(place, "company.db");
  const auto after = opened(place, "b.db");
  EXPECT_GT(whole_of(*after, epoch), whole_of(*before, epoch));
}

TEST(Moving, keys_go_on_where_they_were) {
  const Workplace place;
  put_company(place);
  edit(*opened(place, "company.db"), "update sqlite_sequence set seq = 9000 where name = 'party'");
  const Ran ran = place.run("vigie dump" + of("company.db") +
                            "--to a.ndjson && vigie restore"
                            " a.ndjson --database sqlite:b.db");
  ASSERT_EQ(ran.exit, 0) << ran.output;
  EXPECT_EQ(
      whole_of(*opened(place, "b.db"), "select seq from sqlite_sequence where name = 'party'"),
      9000);
}

/// Closes the account of the technician and erases its owner, as an administrator does.
void erase_technician(const Workplace& place) {
  auto opened =
      open_installation({.database = {.url = "sqlite:" + (place.folder() / "company.db").string()},
                         .journal_key = place.folder() / "company.db.key"});
  Installation& here = (*opened)->here();
  Caller caller = program_itself();
  here.database.read([&](Connection& rows) {
    caller.account = account_by_reference(rows, Scope::whole(), "administrator")->key;
  });
  const auto closed = perform(here, caller, Permission::manage_accounts, [](Desk& desk) {
    return change_account(desk, {.reference = "technician", .version = 1}, {.is_closed = true});
  });
  ASSERT_TRUE(closed.has_value());
  const auto erased = perform(here, caller, Permission::erase_people, [](Desk& desk) {
    return erase_person(desk, {.reference = "technician", .version = {}}, {});
  });
  ASSERT_TRUE(erased.has_value());
}

TEST(Moving, who_was_erased_stays_erased_and_verify_says_so) {
  const Workplace place;
  put_company(place);
  ASSERT_THAT(place.run("vigie dump" + of("company.db") + "--to -").output,
              HasSubstr("technician@novalys.example"));
  erase_technician(place);
  const Ran ran = place.run(
      "set -e\n"
      "vigie dump" +
      of("company.db") +
      "--to a.ndjson\n"
      "! grep -c -e technician@novalys.example -e 'Yann Le Goff' a.ndjson\n"
      "vigie restore a.ndjson --database sqlite:b.db --key company.db.key\n"
      "vigie verify" +
      of("b.db") +
      "\n"
      "vigie verify --lang fr" +
      of("b.db") + "\n");
  EXPECT_EQ(ran.exit, 0) << ran.output;
  EXPECT_THAT(ran.output, HasSubstr("The journal is whole"));
  EXPECT_THAT(ran.output, testing::ContainsRegex("technician: erased on 20.* by administrator"));
  EXPECT_THAT(ran.output, testing::ContainsRegex("effacé le 20.* par administrator"));
}

}  // namespace
}  // namespace vigie::operation
