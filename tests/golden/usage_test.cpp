// Commands used rightly and wrongly: refusals, exit codes, files written, options documented.
#include <gtest/gtest.h>
#include <unistd.h>

#include <CLI/CLI.hpp>
#include <algorithm>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <regex>
#include <set>

#include "printed.h"

namespace vigie::printed {
namespace {

namespace fs = std::filesystem;

const std::vector<std::string> inputs{"--agreements", "tests/golden/inputs/acme.yaml", "--events",
                                      "tests/golden/inputs/acme.ndjson"};

Run with_inputs(std::vector<std::string> arguments) {
  arguments.insert(arguments.end(), inputs.begin(), inputs.end());
  return run(arguments, 100);
}

TEST(Usage, each_refusal_says_what_and_ends_with_its_code) {
  struct Case {
    std::vector<std::string> arguments;
    Exit exit;
    std::string says;
  };
  const Case cases[] = {
      {{"explain", "INC-11"}, Exit::faults, "nearest: INC-1"},
      {{"explain", "INC-1", "resolve"}, Exit::faults, "its targets: respond-p2, resolve-p2"},
      {{"evaluate", "--as-of", "2026-03-31"}, Exit::wrong_usage, "beginning or its end"},
      {{"evaluate", "--as-of", "yesterday"}, Exit::wrong_usage, "not an instant"},
      {{"evaluate", "--from", "march"}, Exit::wrong_usage, "not a day"},
      {{"evaluate", "--from", "2026-04-01", "--to", "2026-03-01"}, Exit::wrong_usage, "after --to"},
      {{"evaluate", "--format", "pdf"}, Exit::wrong_usage, "pdf"},
      {{"evaluate", "--colour"}, Exit::wrong_usage, "--colour"},
      {{"evaluate", "--verdicts", "no/such/folder/out.csv"}, Exit::world_failed, "no/such/folder"},
  };
  for (const auto& expected : cases) {
    const auto ran = with_inputs(expected.arguments);
    EXPECT_EQ(ran.exit, expected.exit) << expected.says << "\n" << ran.err;
    EXPECT_NE(ran.err.find(expected.says), std::string::npos) << ran.err;
    EXPECT_EQ(ran.out, "") << expected.says;
  }
  EXPECT_EQ(run({"evaluate"}, 100).exit, Exit::wrong_usage);
  EXPECT_EQ(run({"evaluate", "--agreements", "no.yaml", "--events", inputs[3]}, 100).exit,
            Exit::world_failed);
}

TEST(Usage, the_present_must_be_asked_for) {
  EXPECT_NE(with_inputs({"evaluate"}).out.find("(last event)"), std::string::npos);
  EXPECT_NE(with_inputs({"evaluate", "--as-of", "now"}).out.find("(now)"), std::string::npos);
  const auto asked = with_inputs({"evaluate", "--as-of", "2026-03-31 18:00"});
  EXPECT_NE(asked.out.find("judged as of Tue 31 Mar 2026 18:00 ·"), std::string::npos) << asked.out;
}

TEST(Usage, verdicts_are_whole_or_absent) {
  const auto folder = fs::temp_directory_path() / ("vigie-verdicts-" + std::to_string(getpid()));
  fs::create_directory(folder);
  const auto path = (folder / "out.csv").string();
  EXPECT_EQ(with_inputs({"evaluate", "--verdicts", path}).exit, Exit::done);
  std::ifstream file{path};
  const std::string text{std::istreambuf_iterator<char>{file}, {}};
  EXPECT_NE(text.find("INC-1,acme,1,resolve-p2,0,met,12600,2026-03-03T12:30:00Z,,"
                      "2026-03-03T12:00:00Z,12600,0,7200,0\n"),
            std::string::npos)
      << text;
  EXPECT_EQ(std::distance(fs::directory_iterator{folder}, {}), 1) << "something is left beside";
  fs::remove_all(folder);
}

TEST(Usage, the_program_alone_shows_its_commands_and_its_version) {
  const auto alone = run({}, 100);
  EXPECT_EQ(alone.exit, Exit::done);
  EXPECT_NE(alone.out.find("evaluate"), std::string::npos);
  EXPECT_EQ(run({"--version"}, 100).out, "vigie 0.1.0 · calculation 2\n");
}

/// "evaluate --from" for each option of each command.
std::set<std::string> options_of_program() {
  std::istringstream in;
  std::ostringstream out;
  Console console{.in = in, .out = out, .err = out};
  Session session{.console = console};
  CLI::App app;
  describe_program(app, session);
  std::set<std::string> options;
  const auto add = [&](const std::string& name, const CLI::App& command) {
    for (const auto* option : command.get_options()) {
      if (option->get_positional()) continue;
      for (const auto& spelling : option->get_lnames()) {
        if (spelling != "help") options.insert(name + " --" + spelling);
      }
    }
  };
  for (const auto* command : app.get_subcommands({})) {
    add(command->get_name(), *command);
    for (const auto* inner : command->get_subcommands({})) {
      add(command->get_name() + " " + inner->get_name(), *inner);
    }
  }
  return options;
}

/// The same, of the tables of the reference page: a title "## vigie COMMAND", rows "| `--option".
std::set<std::string> options_of_page() {
  std::ifstream page{"docs/reference/cli.md"};
  static const std::regex title{R"(^## vigie ([a-z -]+)$)"};
  static const std::regex row{R"(^\| `--([a-z-]+))"};
  std::set<std::string> options;
  std::string command;
  std::smatch found;
  for (std::string line; std::getline(page, line);) {
    if (std::regex_search(line, found, title)) command = found[1];
    if (std::regex_search(line, found, row)) options.insert(command + " --" + found[1].str());
  }
  return options;
}

TEST(Usage, the_reference_page_and_the_program_have_the_same_options) {
  EXPECT_EQ(options_of_page(), options_of_program());
}

}  // namespace
}  // namespace vigie::printed
