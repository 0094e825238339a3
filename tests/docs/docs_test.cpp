// Everything that a document shows in a console is run and compared, page by page, in an empty
// folder that sees the project's docs/ and cases/. VIGIE_UPDATE_GOLDEN=1 rewrites what differs.
#include <gtest/gtest.h>

#include <algorithm>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <regex>

#include "page.h"
#include "program/workplace.h"

namespace vigie::docs {
namespace {

namespace fs = std::filesystem;
using program::Ran;
using program::text_of;
using program::Workplace;

std::string joined(const std::vector<std::string>& lines) {
  std::string text;
  for (const std::string& line : lines) text += line + "\n";
  return text;
}

// What differs from machine to machine becomes "...".
std::string lasting(const std::string& output) {
  static const std::regex taken{R"(in [0-9.,]+ m?s\b)"};
  static const std::regex zones{R"((zones|fuseaux) [0-9]{4}[a-z])"};
  static const std::regex digest{"[0-9a-f]{6}…"};
  std::string text = std::regex_replace(output, taken, "in ... s");
  text = std::regex_replace(text, zones, "$1 ...");
  return std::regex_replace(text, digest, "...");
}

// Runs one console block; gives the text that the block should hold.
std::string run_console(const Workplace& workplace, const Block& block, const std::string& page) {
  std::string renewed;
  for (const Shown& shown : block.shown) {
    const Ran ran = workplace.run(shown.command);
    const int expected = &shown == &block.shown.back() ? block.exit : 0;
    const bool same = matches(shown.output, lines_of(ran.output));
    EXPECT_EQ(ran.exit, expected) << page << ":" << shown.line << ": " << shown.command << "\n"
                                  << ran.output;
    EXPECT_TRUE(same) << page << ":" << shown.line << ": $ " << shown.command << "\nshown:\n"
                      << joined(shown.output) << "printed:\n"
                      << ran.output;
    renewed += "$ " + shown.command + "\n" + (same ? joined(shown.output) : lasting(ran.output));
  }
  return renewed;
}

std::vector<std::string> pages() {
  std::vector<std::string> pages{"README.md", "CONTRIBUTING.md"};
  for (const auto& entry : fs::recursive_directory_iterator{"docs"}) {
    if (entry.path().extension() == ".md") pages.push_back(entry.path().string());
  }
  std::sort(pages.begin(), pages.end());
  return pages;
}

class Page : public testing::TestWithParam<std::string> {};

TEST_P(Page, shows_what_the_program_prints) {
  const std::string original = text_of(GetParam());
  std::string renewed = original;
  const Workplace workplace;
  for (const Block& block : blocks_of(original)) {
    if (!block.file.empty()) workplace.write(block.file, block.text);
    if (block.shown.empty()) continue;
    const std::string text = run_console(workplace, block, GetParam());
    const std::size_t at = renewed.find("\n" + block.text + "```");
    if (at != std::string::npos) renewed.replace(at + 1, block.text.size(), text);
  }
  if (std::getenv("VIGIE_UPDATE_GOLDEN") != nullptr && renewed != original) {
    std::ofstream{GetParam(), std::ios::binary} << renewed;
  }
}

INSTANTIATE_TEST_SUITE_P(Documents, Page, testing::ValuesIn(pages()), [](const auto& page) {
  std::string name = page.param;
  for (char& c : name) c = std::isalnum(static_cast<unsigned char>(c)) != 0 ? c : '_';
  return name;
});

TEST(PageReading, files_and_consoles_are_told_from_other_blocks) {
  const auto blocks = blocks_of(
      "text\n```yaml file=a.yaml\nid: a\n```\n```sh\nnot run\n```\n"
      "```console exit=1\n$ vigie check \\\n  a.yaml\nfirst\n$ ls\n```\n");
  ASSERT_EQ(blocks.size(), 2U);
  EXPECT_EQ(blocks[0].file, "a.yaml");
  EXPECT_EQ(blocks[0].text, "id: a\n");
  EXPECT_EQ(blocks[1].exit, 1);
  ASSERT_EQ(blocks[1].shown.size(), 2U);
  EXPECT_EQ(blocks[1].shown[0].command, "vigie check \\\n  a.yaml");
  EXPECT_EQ(blocks[1].shown[0].output, std::vector<std::string>{"first"});
}

TEST(PageReading, dots_stand_for_anything_and_nothing_else_does) {
  EXPECT_TRUE(matches({"Read ... rows in ... s"}, {"Read 12 rows in 0.9 s"}));
  EXPECT_TRUE(matches({"a", "...", "z"}, {"a", "b", "c", "z"}));
  EXPECT_TRUE(matches({"..."}, {}));
  EXPECT_FALSE(matches({"Read ... rows"}, {"Read 12 lines"}));
  EXPECT_FALSE(matches({"a", "z"}, {"a", "b", "z"}));
  EXPECT_FALSE(matches({"a"}, {"a", "b"}));
}

}  // namespace
}  // namespace vigie::docs
