// Who may see whom: floors, and rooms of the engine.
#include <gtest/gtest.h>

#include <filesystem>
#include <map>
#include <optional>
#include <set>
#include <sstream>

#include "tree.h"

namespace vigie::structure {
namespace {

using Sees = std::map<std::string, std::set<std::string>>;

// Floors of src and those below that each may include. Tests of a floor obey the same rule.
const Sees& floors() {
  static const Sees sees{
      {"vocabulary", {}},
      {"engine", {"vocabulary"}},
      {"notation", {"vocabulary", "engine"}},
      {"demo", {"vocabulary", "engine", "notation"}},
      {"document", {"vocabulary", "engine"}},
      {"connector", {"vocabulary", "engine", "notation"}},
      {"store", {"vocabulary", "engine"}},
      {"usecase", {"vocabulary", "engine", "store"}},
      {"server", {"vocabulary", "engine", "notation", "connector", "document", "store", "usecase"}},
      {"cli",
       {"vocabulary", "engine", "notation", "connector", "demo", "store", "usecase", "server"}}};
  return sees;
}

Sees rooms() {
  Sees sees;
  for (const SourceFile& file : files_under("src/engine", "rooms.txt")) {
    for (const std::string& line : lines_of(file.text)) {
      const std::size_t colon = line.find(':');
      if (line.starts_with('#') || colon == std::string::npos) continue;
      std::istringstream seen{line.substr(colon + 1)};
      std::set<std::string>& of_room = sees[line.substr(0, colon)];
      for (std::string room; seen >> room;) of_room.insert(room);
    }
  }
  return sees;
}

struct Include {
  std::size_t line;
  std::string path;  // as written
  bool of_ours;      // in quotes
};

std::vector<Include> includes_of(const SourceFile& file) {
  std::vector<Include> includes;
  std::size_t number = 0;
  for (const std::string& line : lines_of(file.text)) {
    ++number;
    if (!line.starts_with("#include ")) continue;
    const std::size_t from = line.find_first_of("\"<");
    const std::size_t to = line.find_first_of("\">", from + 1);
    if (to == std::string::npos) continue;  // a macro names it
    includes.push_back({number, line.substr(from + 1, to - from - 1), line[from] == '"'});
  }
  return includes;
}

std::string part_of(const std::string& path, std::size_t index) {
  const std::filesystem::path parts{path};
  auto part = parts.begin();
  std::advance(part, static_cast<std::ptrdiff_t>(index));
  return part->string();
}

std::string at(const SourceFile& file, const Include& include) {
  return file.path + ":" + std::to_string(include.line) + " includes " + include.path;
}

bool is_floor(const std::string& path) { return floors().contains(part_of(path, 0)); }

TEST(Rooms, a_floor_sees_only_the_floors_below_it) {
  for (const SourceFile& file : code_files()) {
    if (!file.path.starts_with("src/")) continue;
    const std::string floor = part_of(file.path, 1);
    ASSERT_TRUE(floors().contains(floor)) << file.path << ": no floor has this name";
    for (const Include& include : includes_of(file)) {
      if (!include.of_ours || !is_floor(include.path)) continue;
      const std::string seen = part_of(include.path, 0);
      EXPECT_TRUE(seen == floor || floors().at(floor).contains(seen)) << at(file, include);
    }
  }
}

TEST(Rooms, a_room_of_the_engine_sees_only_what_rooms_txt_lists) {
  const Sees sees = rooms();
  ASSERT_FALSE(sees.empty());
  for (const SourceFile& file : code_files()) {
    if (!file.path.starts_with("src/engine/") || file.is_test()) continue;
    const std::string room = part_of(file.path, 2);
    ASSERT_TRUE(sees.contains(room)) << file.path << ": add its room to src/engine/rooms.txt";
    for (const Include& include : includes_of(file)) {
      if (!include.of_ours || part_of(include.path, 0) != "engine") continue;
      const std::string seen = part_of(include.path, 1);
      EXPECT_TRUE(seen == room || sees.at(room).contains(seen)) << at(file, include);
    }
  }
}

TEST(Rooms, terms_and_facts_do_not_know_each_other) {
  const Sees sees = rooms();
  EXPECT_FALSE(sees.at("agreement").contains("ticket"));
  EXPECT_FALSE(sees.at("ticket").contains("agreement"));
  for (const auto& [room, seen] : sees) {
    for (const std::string& other : seen) {
      EXPECT_FALSE(sees.at(other).contains(room)) << room << " and " << other << " see each other";
    }
  }
}

TEST(Rooms, our_includes_are_paths_from_src_that_exist) {
  for (const SourceFile& file : code_files()) {
    for (const Include& include : includes_of(file)) {
      if (!include.of_ours) continue;
      const bool beside = file.path.starts_with("tests/") || file.path.starts_with("bench/") ||
                          file.path.starts_with("fuzz/");
      EXPECT_TRUE(std::filesystem::exists("src/" + include.path) ||
                  std::filesystem::exists("data/" + include.path) ||
                  (beside && (std::filesystem::exists(file.folder() + "/" + include.path) ||
                              std::filesystem::exists("tests/" + include.path))))
          << at(file, include);
    }
  }
}

// Why a foreign header may not stand there; none when it may.
std::optional<std::string> refusal_of(const SourceFile& file, const std::string& header) {
  const bool engine = file.path.starts_with("src/engine/");
  for (const char* io :
       {"fstream", "iostream", "cstdio", "filesystem", "ctime", "sys/", "unistd"}) {
    if (engine && header.starts_with(io)) return "the engine does no input or output";
  }
  for (const char* heavy :
       {"yaml-cpp/", "boost/", "CLI/", "libical/", "fmt/chrono", "zstd", "zlib"}) {
    if (file.path.ends_with(".h") && header.starts_with(heavy) && !header.ends_with("/fwd.hpp")) {
      return "heavy: it goes into a .cpp, behind a header of ours";
    }
  }
  return std::nullopt;
}

TEST(Rooms, foreign_headers_stand_where_they_may) {
  for (const SourceFile& file : code_files()) {
    if (file.is_test() || file.path.starts_with("bench/")) continue;
    for (const Include& include : includes_of(file)) {
      const auto refusal = include.of_ours ? std::nullopt : refusal_of(file, include.path);
      EXPECT_FALSE(refusal.has_value()) << at(file, include) << ": " << refusal.value_or("");
    }
  }
}

}  // namespace
}  // namespace vigie::structure
