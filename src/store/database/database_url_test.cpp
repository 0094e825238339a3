// How a database is named, and what is answered to a name that is none.
#include <gmock/gmock.h>

#include "store/database/database_for_test.h"
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

}  // namespace
}  // namespace vigie
