// How a database is named, and what is answered to a name that is none.
#include <gmock/gmock.h>

#include "store/database/database_for_test.h"
#include "store/database/postgresql_database.h"
#include "store/database/postgresql_for_test.h"
#include "vocabulary/fault.h"

namespace vigie {
namespace {

struct Refused {
  const char* url;
  FaultCode code;
  const char* english;
  const char* french;
};

TEST(DatabaseUrl, what_is_none_is_refused_with_what_to_write_and_without_its_password) {
  const char* const unknown = "a database is a file or a PostgreSQL server; \"";
  const char* const inconnue = "une base est un fichier ou un serveur PostgreSQL";
  for (const auto& [url, code, english, french] : {
           Refused{"mysql://root:secret@host/vigie", FaultCode::database_unknown, unknown,
                   inconnue},
           Refused{"secret", FaultCode::database_unknown, unknown, inconnue},
           Refused{"", FaultCode::database_unknown, unknown, inconnue},
           Refused{"postgresql://vigie:se%zcret@host/vigie", FaultCode::database_url_malformed,
                   "is not understood", "n’est pas comprise"},
           Refused{"postgresql://vigie@host/vigie?pasword=secret",
                   FaultCode::database_url_malformed, "is not understood", "n’est pas comprise"},
           Refused{"sqlite:", FaultCode::database_file_missing, "names no file",
                   "ne nomme aucun fichier"},
           Refused{"sqlite::memory:", FaultCode::database_file_missing, "names no file",
                   "ne nomme aucun fichier"},
           Refused{"sqlite:file:secret?mode=memory", FaultCode::database_file_missing,
                   "names no file", "ne nomme aucun fichier"},
       }) {
    const auto opened = open_database({.url = url});
    ASSERT_FALSE(opened.has_value()) << url;
    const Fault& fault = opened.error();
    EXPECT_EQ(fault.code, code) << url;
    EXPECT_FALSE(fault.cures.empty()) << url;
    EXPECT_THAT(message_of(fault, Language::en), testing::HasSubstr(english)) << url;
    EXPECT_THAT(message_of(fault, Language::fr), testing::HasSubstr(french)) << url;
    for (const Language language : {Language::en, Language::fr}) {
      EXPECT_THAT(message_of(fault, language), testing::Not(testing::HasSubstr("secret"))) << url;
    }
  }
}

TEST(DatabaseUrl, a_file_that_cannot_be_opened_is_the_world_s_fault) {
  const FolderForTest folder;
  const auto open = [&](const std::string& url) {
    return fault_of([&] { (void)open_database({.url = url}); });
  };
  EXPECT_EQ(open("sqlite:" + folder.path() + "/nowhere/vigie.db"), DatabaseFault::refused);
  EXPECT_EQ(open("sqlite:" + folder.path()), DatabaseFault::refused);
}

struct Weak {
  PostgresqlServer server;
  FaultCode code;
  const char* english;
};

TEST(DatabaseUrl, a_server_that_is_too_old_or_forgets_is_refused_with_the_setting_to_change) {
  const PostgresqlServer sound{
      .version = 150'018, .fsync = "on", .full_page_writes = "on", .encoding = "UTF8"};
  EXPECT_FALSE(weakness_of(sound).has_value());
  PostgresqlServer old = sound;
  old.version = 140'022;
  PostgresqlServer forgetful = sound;
  forgetful.fsync = "off";
  PostgresqlServer torn = sound;
  torn.full_page_writes = "off";
  PostgresqlServer ascii = sound;
  ascii.encoding = "SQL_ASCII";
  for (const auto& [server, code, english] :
       {Weak{old, FaultCode::database_too_old, "PostgreSQL 14 is too old: 15 or later"},
        Weak{forgetful, FaultCode::database_forgets, "fsync is off"},
        Weak{torn, FaultCode::database_forgets, "full_page_writes is off"},
        Weak{ascii, FaultCode::database_not_utf8, "SQL_ASCII"}}) {
    const auto fault = weakness_of(server);
    ASSERT_TRUE(fault.has_value()) << english;
    EXPECT_EQ(fault->code, code) << english;
    EXPECT_FALSE(fault->cures.empty()) << english;
    EXPECT_THAT(message_of(*fault, Language::en), testing::HasSubstr(english));
    EXPECT_NE(message_of(*fault, Language::fr), message_of(*fault, Language::en));
  }
}

TEST(DatabaseUrl, a_server_that_does_not_sync_is_not_opened) {
  PostgresqlForTest* const server = PostgresqlForTest::shared();
  if (server == nullptr) GTEST_SKIP() << "PostgreSQL's programs are not installed";
  const std::string url = server->new_database();
  EXPECT_TRUE(open_database({.url = url}).has_value());
  const auto set = [&](const char* value) {
    server->run(std::string{"alter system set fsync = "} + value);
    server->run("do $$ begin perform pg_reload_conf(); perform pg_sleep(0.2); end $$");
  };
  set("off");
  const auto opened = open_database({.url = url});
  set("on");
  ASSERT_FALSE(opened.has_value());
  EXPECT_EQ(opened.error().code, FaultCode::database_forgets);
}

TEST(DatabaseUrl, a_server_that_is_not_there_or_says_no_is_the_world_s_fault) {
  const FolderForTest folder;
  const auto open = [&](const std::string& url) {
    return fault_of([&] { (void)open_database({.url = url}); });
  };
  EXPECT_EQ(open("postgresql://vigie@/vigie?host=" + folder.path()), DatabaseFault::away);
  PostgresqlForTest* const server = PostgresqlForTest::shared();
  if (server == nullptr) GTEST_SKIP() << "PostgreSQL's programs are not installed";
  EXPECT_EQ(open(server->url("nowhere")), DatabaseFault::refused);
}

TEST(DatabaseUrl, a_password_is_in_no_message) {
  const FolderForTest folder;
  for (const std::string& host : {folder.path(), std::string{"%00secret"}}) {
    try {
      const auto opened = open_database({.url = "postgresql://vigie:secret@/secret?host=" + host});
      ASSERT_FALSE(opened.has_value());
      EXPECT_EQ(opened.error().code, FaultCode::database_url_malformed);
    } catch (const DatabaseError& error) {
      EXPECT_EQ(error.fault(), DatabaseFault::away);
      EXPECT_THAT(error.what(), testing::Not(testing::HasSubstr("secret")));
    }
  }
}

TEST(DatabaseUrl, of_several_hosts_the_one_that_answers_is_used) {
  PostgresqlForTest* const server = PostgresqlForTest::shared();
  if (server == nullptr) GTEST_SKIP() << "PostgreSQL's programs are not installed";
  const FolderForTest folder;
  std::string url = server->new_database();
  url.replace(url.find("?host=") + 6, 0, folder.path() + ",");
  EXPECT_EQ(whole_of(**open_database({.url = url}), "select 1"), 1);
}

}  // namespace
}  // namespace vigie
