#include "store/journal/sealing_key.h"

#include <gmock/gmock.h>

#include <fstream>

#include "store/database/database_for_test.h"
#include "vocabulary/fault.h"

namespace vigie {
namespace {

using std::filesystem::perms;

TEST(SealingKeyFile, a_key_is_made_once_and_for_its_owner_alone) {
  const FolderForTest folder;
  const std::filesystem::path file = folder.path() + "/journal.key";
  const auto made = sealing_key_in(file);
  const auto again = sealing_key_in(file);
  ASSERT_TRUE(made && again);
  EXPECT_THAT(made->secret(), testing::ElementsAreArray(again->secret()));
  EXPECT_EQ(std::filesystem::status(file).permissions(), perms::owner_read | perms::owner_write);
}

TEST(SealingKeyFile, a_key_that_others_may_read_is_refused) {
  const FolderForTest folder;
  const std::filesystem::path file = folder.path() + "/journal.key";
  ASSERT_TRUE(sealing_key_in(file));
  std::filesystem::permissions(file, perms::group_read, std::filesystem::perm_options::add);
  const auto read = sealing_key_in(file);
  ASSERT_FALSE(read);
  EXPECT_EQ(read.error().code, FaultCode::sealing_key_open);
}

TEST(SealingKeyFile, a_file_that_is_no_key_is_refused) {
  const FolderForTest folder;
  const std::filesystem::path file = folder.path() + "/journal.key";
  std::ofstream{file} << "too short";
  std::filesystem::permissions(file, perms::owner_read | perms::owner_write);
  const auto read = sealing_key_in(file);
  ASSERT_FALSE(read);
  EXPECT_EQ(read.error().code, FaultCode::sealing_key_spoilt);
}

}  // namespace
}  // namespace vigie
