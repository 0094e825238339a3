// Documents: links that lead somewhere, rooms that say what they are, no trace of one machine.
#include <gtest/gtest.h>

#include <algorithm>
#include <filesystem>
#include <regex>
#include <set>

#include "tree.h"

namespace vigie::structure {
namespace {

namespace fs = std::filesystem;

// The anchor that a heading gets: lower case, blanks to hyphens, punctuation gone.
std::string anchor_of(std::string_view heading) {
  std::string anchor;
  for (const char c : heading) {
    const auto byte = static_cast<unsigned char>(c);
    if (std::isalnum(byte) != 0) anchor += static_cast<char>(std::tolower(byte));
    if (byte >= 0x80U || c == '-' || c == '_') anchor += c;
    if (c == ' ') anchor += '-';
  }
  return anchor;
}

std::set<std::string> anchors_of(const fs::path& page) {
  std::set<std::string> anchors;
  for (const SourceFile& file :
       files_under(page.parent_path().string().empty() ? "." : page.parent_path().string(),
                   page.filename().string())) {
    if (fs::path{file.path} != page.lexically_normal()) continue;
    for (const std::string& line : lines_of(file.text)) {
      const std::size_t text = line.find_first_not_of('#');
      if (line.starts_with('#') && text != std::string::npos) {
        anchors.insert(anchor_of(std::string_view{line}.substr(text + 1)));
      }
    }
  }
  return anchors;
}

// Text without fenced blocks and code spans: links in them are examples.
std::string prose_of(const std::string& text) {
  static const std::regex code{R"(`[^`\n]*`)"};
  std::string prose;
  bool fenced = false;
  for (const std::string& line : lines_of(text)) {
    const bool fence = line.find("```") != std::string::npos;
    if (fence) fenced = !fenced;
    prose += fence || fenced ? "\n" : std::regex_replace(line, code, "") + "\n";
  }
  return prose;
}

// Targets of the links on a page, addresses of other sites left out.
std::vector<std::string> links_of(const SourceFile& page) {
  static const std::regex link{R"re(\]\(([^)\s]+)\)|(?:src|href)="([^"]+)")re"};
  std::vector<std::string> targets;
  for (const std::string& line : lines_of(prose_of(page.text))) {
    for (std::sregex_iterator i{line.begin(), line.end(), link}, end; i != end; ++i) {
      const std::string target = (*i)[1].matched ? (*i)[1].str() : (*i)[2].str();
      if (target.find("://") != std::string::npos || target.starts_with("mailto:")) continue;
      targets.push_back(target);
    }
  }
  return targets;
}

TEST(Documents, every_link_leads_somewhere) {
  for (const SourceFile& page : files_under(".", ".md")) {
    for (const std::string& target : links_of(page)) {
      const std::size_t hash = std::min(target.find('#'), target.size());
      const fs::path file =
          hash == 0 ? fs::path{page.path} : fs::path{page.folder()} / target.substr(0, hash);
      EXPECT_TRUE(fs::exists(file)) << page.path << " links to " << target;
      if (hash < target.size() && file.extension() == ".md") {
        EXPECT_TRUE(anchors_of(file.lexically_normal()).contains(target.substr(hash + 1)))
            << page.path << " links to " << target;
      }
    }
  }
}

TEST(Documents, a_readme_of_a_room_fits_a_screen) {
  for (const SourceFile& page : files_under("src", "README.md")) {
    EXPECT_LE(lines_of(page.text).size(), 40U) << page.path;
  }
}

// Words of one machine or of its network, each written in two pieces so that this file may stay.
constexpr const char* traces_of_a_machine[] = {
    "/wo"
    "rk/",
    "/ro"
    "ot/",
    "deb.deb"
    "ian.org",
    "registry.np"
    "mjs",
    "npm"
    "js.org"};

TEST(Documents, nothing_names_a_machine_or_a_registry) {
  std::vector<SourceFile> files;
  for (const char* ending : {".md", ".h", ".cpp", ".def", ".txt", ".yaml", ".yml", ".json", ".sh",
                             ".py", ".csv", ".inc", ".svg"}) {
    for (SourceFile& file : files_under(".", ending)) files.push_back(std::move(file));
  }
  ASSERT_GT(files.size(), 50U);
  for (const SourceFile& file : files) {
    for (const char* trace : traces_of_a_machine) {
      EXPECT_EQ(file.text.find(trace), std::string::npos) << file.path << ": " << trace;
    }
  }
}

}  // namespace
}  // namespace vigie::structure
