// Each thing that vigie doctor may find is found, with why it matters and what to do.
#include <gmock/gmock.h>

#include "cli/operation/doctor.h"
#include "installation.h"
#include "server/delivery/sink_for_test.h"
#include "store/database/database_for_test.h"
#include "store/database/migrations.h"
#include "store/database/postgresql_for_test.h"
#include "store/database/sqlite_database.h"
#include "store/journal/act.h"

namespace vigie::operation {
namespace {

using program::Ran;
using program::Workplace;
using testing::AllOf;
using testing::Contains;
using testing::HasSubstr;
using testing::Not;

std::vector<Ailment> ailments(const Examination& examination) {
  std::vector<Ailment> all;
  for (const Found& each : examination.found) all.push_back(each.ailment);
  return all;
}

class Doctor : public testing::Test {
 protected:
  void SetUp() override { put_company(place_); }

  std::string path(const std::string& file) const { return (place_.folder() / file).string(); }
  std::vector<Ailment> examined(Said settings, const DoctorTerms& terms = {}) const {
    const auto is_set = [&](std::string_view name) {
      return std::ranges::any_of(settings, [&](const auto& each) { return each.first == name; });
    };
    if (!is_set("database")) settings.emplace_back("database", "sqlite:" + path("company.db"));
    if (!is_set("journal_key")) settings.emplace_back("journal_key", path("company.db.key"));
    return ailments(examine(
        read_configuration(
            {.file = {}, .text = {}, .environment = environment_, .options = std::move(settings)}),
        terms));
  }
  Ran doctor(const std::string& more = "") const {
    return place_.run("vigie doctor" + of("company.db") + more);
  }

  Workplace place_;
  Said environment_;
};

TEST_F(Doctor, an_installation_that_is_well_has_only_notes_about_its_key_and_its_mail) {
  const Ran ran = doctor();
  EXPECT_EQ(ran.exit, 0) << ran.output;
  EXPECT_THAT(ran.output, AllOf(HasSubstr("database: \"sqlite:company.db\""),
                                HasSubstr("same folder as the database"), HasSubstr("  Why: "),
                                HasSubstr("  Do: ")));
  EXPECT_EQ(
      ailments(examine(read_configuration({.file = {},
                                           .text = {},
                                           .environment = {},
                                           .options = {{"database", "sqlite:" + path("company.db")},
                                                       {"journal_key", path("company.db.key")}}}),
                       {})),
      (std::vector{Ailment::key_beside_database, Ailment::mail_not_set}));
}

TEST_F(Doctor, it_speaks_french_and_json) {
  EXPECT_THAT(doctor("--lang fr").output, AllOf(HasSubstr("même dossier"), HasSubstr("Pourquoi")));
  EXPECT_THAT(doctor("--format json").output,
              AllOf(HasSubstr(R"("well":true)"), HasSubstr(R"("code":"key_beside_database")")));
}

TEST_F(Doctor, a_configuration_with_faults_is_told_before_anything_else) {
  EXPECT_THAT(examined({{"workers", "0"}}), Contains(Ailment::configuration_faulty));
  environment_ = {{"VIGIE_WORKRES", "3"}};
  EXPECT_THAT(examined({}), Contains(Ailment::variable_unknown));
}

TEST_F(Doctor, a_database_that_is_missing_away_or_damaged_is_told) {
  EXPECT_THAT(examined({{"database", "sqlite:" + path("none.db")}}),
              Contains(Ailment::database_missing));
  EXPECT_FALSE(std::filesystem::exists(path("none.db")));
  EXPECT_THAT(examined({{"database", "postgresql://nobody@/none?host=" + path("")}}),
              Contains(Ailment::database_away));
  place_.run("dd if=/dev/zero of=company.db bs=4096 seek=2 count=40 conv=notrunc 2>/dev/null");
  EXPECT_THAT(examined({}), Contains(Ailment::database_damaged));
}

TEST_F(Doctor, a_server_that_forgets_is_told) {
  PostgresqlForTest* const shared = PostgresqlForTest::shared();
  if (shared == nullptr) GTEST_SKIP() << "the programs of PostgreSQL are missing";
  const std::string url = shared->new_database();
  shared->run("alter system set fsync = off");
  shared->run("do $$ begin perform pg_reload_conf(); end $$");
  std::vector<Ailment> found;
  for (int i = 0; i < 100; ++i) {
    found = examined({{"database", url}});
    if (std::ranges::find(found, Ailment::database_refused) != found.end()) break;
    std::this_thread::sleep_for(std::chrono::milliseconds{20});
  }
  EXPECT_THAT(found, Contains(Ailment::database_refused));
  shared->run("alter system reset fsync");
  shared->run("do $$ begin perform pg_reload_conf(); end $$");
}

TEST_F(Doctor, a_server_whose_commits_do_not_wait_is_made_to_wait) {
  PostgresqlForTest* const server = PostgresqlForTest::shared();
  if (server == nullptr) GTEST_SKIP() << "the programs of PostgreSQL are missing";
  const std::string with = server->new_database() + "&options=-c%20synchronous_commit%3Doff";
  const auto database = open_database({.url = with});
  ASSERT_TRUE(database.has_value());
  const DatabaseCondition condition = condition_of(**database);
  EXPECT_EQ(condition.durability, "on");
  EXPECT_TRUE(condition.is_durable);
}

TEST_F(Doctor, a_sqlite_file_that_is_not_synced_is_told) {
  const std::string file = path("company.db");
  SqliteDatabase database{
      {.url = "sqlite:" + file},
      {.path = file, .busy_for = std::chrono::milliseconds{1'000}, .synchronous = "off"}};
  Examination made;
  examine_condition(condition_of(database), {}, made.found);
  EXPECT_THAT(ailments(made), Contains(Ailment::synchronous_other));
}

TEST_F(Doctor, a_clock_that_differs_is_told) {
  EXPECT_THAT(examined({}, {.most_off = std::chrono::microseconds{-1}}),
              Contains(Ailment::clock_off));
}

TEST_F(Doctor, steps_that_are_pending_are_told) {
  edit(*opened(place_, "company.db"),
       "delete from migration where number = (select max(number) from migration)");
  EXPECT_THAT(examined({}), Contains(Ailment::steps_pending));
}

TEST_F(Doctor, acts_that_wait_for_their_seal_are_told) {
  edit(*opened(place_, "company.db"),
       "update act_seal set position = null where act = (select max(act) from act_seal)");
  EXPECT_THAT(examined({}, {.most_unsealed = std::chrono::microseconds{0}}),
              Contains(Ailment::sealer_behind));
}

TEST_F(Doctor, a_key_that_is_missing_open_or_spoilt_is_told) {
  EXPECT_THAT(examined({{"journal_key", path("none.key")}}), Contains(Ailment::key_missing));
  place_.run("cp company.db.key open.key; chmod 644 open.key; umask 077; echo short >spoilt.key");
  EXPECT_THAT(examined({{"journal_key", path("open.key")}}), Contains(Ailment::key_open));
  EXPECT_THAT(examined({{"journal_key", path("spoilt.key")}}), Contains(Ailment::key_spoilt));
}

TEST_F(Doctor, a_database_file_that_others_may_read_is_told) {
  place_.run("chmod 644 company.db");
  EXPECT_THAT(examined({}), Contains(Ailment::database_file_open));
}

TEST_F(Doctor, a_disk_without_room_is_told) {
  EXPECT_THAT(examined({}, {.least_free = ~std::uintmax_t{0}}), Contains(Ailment::disk_low));
}

TEST_F(Doctor, how_mail_stands_is_told) {
  EXPECT_THAT(doctor().output, AllOf(HasSubstr("no server of e-mail is set"),
                                     HasSubstr("Set mail_server and mail_from")));
  EXPECT_THAT(doctor("--lang fr --format json").output,
              AllOf(HasSubstr(R"("mail":"not_set")"), HasSubstr("aucun serveur de courriel")));
  MailSinkForTest sink;
  const auto with = [&](const std::string& server, const std::string& more = {}) {
    return doctor("--set mail_from=vigie@nova.example --set mail_server=" + server + more);
  };
  const Ran answers = with("smtp+clear://" + sink.host());
  EXPECT_EQ(answers.exit, 0) << answers.output;
  EXPECT_THAT(answers.output, AllOf(HasSubstr("E-mail: smtp+clear://" + sink.host() + " answers."),
                                    Not(HasSubstr("no server of e-mail"))));
  EXPECT_THAT(with("smtp+clear://" + sink.host(), " --format json").output,
              HasSubstr(R"("mail":"answers")"));
  EXPECT_TRUE(sink.messages().empty());
  EXPECT_TRUE(sink.recipients().empty());
  const Ran in_clear = with("smtp://" + sink.host());
  EXPECT_EQ(in_clear.exit, 1) << "it has no TLS, and is spoken to in clear only when that is said";
  EXPECT_THAT(in_clear.output, HasSubstr("cannot be used: "));
  const Ran away = with("smtp+clear://127.0.0.1:1", " --lang fr");
  EXPECT_EQ(away.exit, 1);
  EXPECT_THAT(away.output, AllOf(HasSubstr("le serveur de courriel, smtp+clear://127.0.0.1:1"),
                                 HasSubstr("Vérifiez mail_server depuis cette machine")));
  EXPECT_THAT(with("smtp+clear://127.0.0.1:1", " --format json").output,
              HasSubstr(R"("mail":"away")"));
  EXPECT_THAT(examined({{"mail_server", "smtp+clear://" + sink.host()},
                        {"mail_from", "vigie@nova.example"},
                        {"mail_user", "vigie"},
                        {"mail_password_file", path("none.txt")}}),
              Contains(Ailment::mail_away));
}

TEST_F(Doctor, zones_that_are_not_kept_or_differ_are_told) {
  place_.run("mkdir -p other/Europe; cp /usr/share/zoneinfo/Europe/Paris other/Europe/");
  EXPECT_THAT(examined({}, {.zones = path("other")}), Contains(Ailment::zones_differ));
  const auto database = opened(place_, "company.db");
  edit(*database, "delete from zone_data");
  edit(*database, "delete from zone_release");
  EXPECT_THAT(examined({}), Contains(Ailment::zones_not_kept));
}

TEST_F(Doctor, another_release_of_the_zones_is_shown_then_accepted) {
  place_.run("cp -r /usr/share/zoneinfo other; cp other/Asia/Tokyo other/Europe/Paris");
  const Ran shown = place_.run("vigie zones update" + of("company.db") + "--zones other");
  EXPECT_THAT(shown.output, AllOf(HasSubstr("Europe/Paris: "), HasSubstr("Nothing was changed")));
  EXPECT_THAT(shown.output, AllOf(HasSubstr("of an open ticket would move"),
                                  HasSubstr("of open periods would move")));
  const Ran accepted =
      place_.run("vigie zones update --accept" + of("company.db") + "--zones other");
  EXPECT_THAT(accepted.output, HasSubstr("zones kept"));
  const Ran again = place_.run("vigie zones update" + of("company.db") + "--zones other");
  EXPECT_THAT(again.output, HasSubstr("is that of this machine"));
  EXPECT_EQ(place_.run("vigie verify" + of("company.db")).exit, 0);
  place_.run("cp -r /usr/share/zoneinfo without; rm without/Europe/Paris");
  const Ran gone = place_.run("vigie zones update --accept" + of("company.db") + "--zones without");
  EXPECT_EQ(gone.exit, 1) << gone.output;
  EXPECT_THAT(gone.output, AllOf(HasSubstr("Europe/Paris"), Not(HasSubstr("zones kept"))));
  const Ran none =
      place_.run("mkdir empty; vigie zones update" + of("company.db") + "--zones empty");
  EXPECT_THAT(none.output, HasSubstr("there are no time zones"));  // zones_missing
}

}  // namespace
}  // namespace vigie::operation
