// Nonsense does not compile. Each page of this folder is compiled twice: as it is, it must be
// clean; with VIGIE_FORBIDDEN, each line marked "must not compile" must be an error and no other.
#include <gtest/gtest.h>

#include <array>
#include <cstdio>
#include <filesystem>
#include <fstream>
#include <memory>
#include <set>
#include <sstream>
#include <string>

namespace {

using Lines = std::set<int>;

std::string output_of(const std::string& command) {
  const std::unique_ptr<FILE, int (*)(FILE*)> pipe{popen((command + " 2>&1").c_str(), "r"), pclose};
  std::string output;
  std::array<char, 4096> part{};
  while (const std::size_t read = fread(part.data(), 1, part.size(), pipe.get())) {
    output.append(part.data(), read);
  }
  return output;
}

std::string compile(const std::string& page, const std::string& options) {
  return output_of(VIGIE_COMPILER " -std=c++20 -fsyntax-only -fdiagnostics-color=never -Isrc " +
                   options + " " + page);
}

// Lines of `page` at which an error is reported, or reached by "required from here".
Lines lines_with_errors(const std::string& page, const std::string& output) {
  Lines lines;
  const std::string start = page + ":";
  std::istringstream text{output};
  for (std::string line; std::getline(text, line);) {
    if (!line.starts_with(start)) continue;
    if (line.find(" error: ") == std::string::npos &&
        line.find("required from here") == std::string::npos) {
      continue;
    }
    lines.insert(std::stoi(line.substr(start.size())));
  }
  return lines;
}

Lines marked_lines(const std::string& page) {
  Lines lines;
  std::ifstream in{page};
  int number = 0;
  for (std::string line; std::getline(in, line);) {
    ++number;
    if (line.find("// must not compile") != std::string::npos) lines.insert(number);
  }
  return lines;
}

std::set<std::string> pages() {
  std::set<std::string> pages;
  for (const auto& entry : std::filesystem::directory_iterator{"tests/forbidden"}) {
    const std::string path = entry.path().string();
    if (path.ends_with(".cpp") && !path.ends_with("_test.cpp")) pages.insert(path);
  }
  return pages;
}

TEST(Forbidden, the_twin_of_each_nonsense_compiles) {
  for (const std::string& page : pages()) EXPECT_EQ(compile(page, ""), "") << page;
}

TEST(Forbidden, nonsense_does_not_compile) {
  ASSERT_FALSE(pages().empty());
  for (const std::string& page : pages()) {
    const Lines expected = marked_lines(page);
    EXPECT_FALSE(expected.empty()) << page;
    const std::string output = compile(page, "-DVIGIE_FORBIDDEN");
    EXPECT_EQ(lines_with_errors(page, output), expected) << page << "\n" << output;
  }
}

}  // namespace
