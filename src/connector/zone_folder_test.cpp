#include "connector/zone_folder.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <unistd.h>

#include <filesystem>
#include <fstream>

namespace vigie {
namespace {

namespace fs = std::filesystem;

/// A folder with one good zone and one file that is none; gone with this object.
class SmallFolder {
 public:
  SmallFolder() : path_(fs::temp_directory_path() / ("vigie-zones-" + std::to_string(getpid()))) {
    fs::create_directories(path_ / "Europe");
    fs::copy_file("/usr/share/zoneinfo/Europe/Paris", path_ / "Europe/Paris",
                  fs::copy_options::overwrite_existing);
    std::ofstream{path_ / "Europe/Nowhere"} << "not a zone";
  }
  ~SmallFolder() { fs::remove_all(path_); }
  SmallFolder(const SmallFolder&) = delete;
  SmallFolder& operator=(const SmallFolder&) = delete;
  const fs::path& path() const { return path_; }

 private:
  fs::path path_;
};

TEST(ZoneFolder, reads_the_zones_of_the_system_and_names_their_release) {
  ZoneFolder zones;
  const Zone* paris = zones.find("Europe/Paris");
  ASSERT_NE(paris, nullptr);
  EXPECT_EQ(paris->name(), "Europe/Paris");
  EXPECT_EQ(zones.find("Europe/Paris"), paris);
  EXPECT_THAT(zones.version(), testing::MatchesRegex("20[0-9][0-9][a-z]+"));
  EXPECT_THAT(zones.names(), testing::IsSupersetOf({"Europe/Paris", "Indian/Reunion", "UTC"}));
  EXPECT_THAT(zones.names(), testing::Not(testing::Contains("right/Europe/Paris")));
}

TEST(ZoneFolder, an_unknown_name_is_none_and_no_name_leaves_the_folder) {
  const SmallFolder folder;
  ZoneFolder zones{folder.path()};
  EXPECT_NE(zones.find("Europe/Paris"), nullptr);
  for (const char* name : {"", "Europe", "Europe/Pariss", "Europe/Nowhere", "../Europe/Paris",
                           "Europe/../Europe/Paris", "/usr/share/zoneinfo/Europe/Paris",
                           "Europe/Paris\n", "posix/Europe/Paris"}) {
    EXPECT_EQ(zones.find(name), nullptr) << name;
  }
}

TEST(ZoneFolder, without_a_release_a_digest_of_the_zones_read_stands_for_it) {
  const SmallFolder folder;
  ZoneFolder zones{folder.path()};
  const std::string of_none = zones.version();
  zones.find("Europe/Paris");
  EXPECT_THAT(zones.version(), testing::StartsWith("digest-"));
  EXPECT_NE(zones.version(), of_none);
  ZoneFolder again{folder.path()};
  again.find("Europe/Paris");
  EXPECT_EQ(again.version(), zones.version());
}

}  // namespace
}  // namespace vigie
