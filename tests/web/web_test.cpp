// The web app: its parts by themselves, then in a real browser before the real program.
#include <gtest/gtest.h>

#include <cstdlib>
#include <filesystem>

#include "program/workplace.h"

namespace vigie::program {
namespace {

namespace fs = std::filesystem;

class Web : public testing::Test {
 protected:
  void SetUp() override {
    if (fs::exists("web/app/node_modules/.package-lock.json")) return;
    GTEST_SKIP() << "\nnote: no packages in web/app/node_modules: ./dev build installs them";
  }

  // Runs `script` in web/app, with the program as built.
  Ran run_in_app(const std::string& script) {
    return place_.run(
        "export NO_UPDATE_NOTIFIER=1 PROGRAM=" + fs::absolute("build/release/vigie").string() +
        "\ncd " + fs::absolute("web/app").string() + "\n" + script + " 2>&1");
  }

  Workplace place_;
};

bool is_long() { return std::getenv("VIGIE_LONG") != nullptr; }  // NOLINT: nothing writes it

class Journeys : public Web {
 protected:
  void SetUp() override {
    Web::SetUp();
    if (IsSkipped() || fs::exists("/usr/bin/chromium")) return;
    GTEST_SKIP() << "\nnote: no /usr/bin/chromium: ./dev setup installs it";
  }
};

TEST_F(Web, its_parts_do_what_they_say) {
  const Ran ran = run_in_app("npx --no-install vitest run");
  EXPECT_EQ(ran.exit, 0) << ran.output;
}

TEST_F(Web, its_types_are_those_of_the_description_of_the_api) {
  const Ran ran = run_in_app(
      "made=$(mktemp) && npx --no-install openapi-typescript ../../docs/reference/openapi.json "
      "-o $made.ts >/dev/null && cmp $made.ts src/api/schema.d.ts && rm $made $made.ts");
  EXPECT_EQ(ran.exit, 0) << ran.output << "cd web/app && npm run types";
}

TEST_F(Web, nobody_waits_for_more_bytes_than_a_page_needs) {
  const Ran ran = run_in_app("node sizes.mjs");
  EXPECT_EQ(ran.exit, 0) << ran.output;
}

TEST_F(Journeys, each_persona_finds_their_answer) {
  const Ran ran =
      run_in_app(std::string{"node journeys/journey.mjs"} + (is_long() ? " --all" : ""));
  EXPECT_EQ(ran.exit, 0) << ran.output;
}

TEST_F(Journeys, every_screen_is_for_everybody) {
  if (!is_long()) return;  // three hundred pictures: ./dev test --all
  const Ran ran = run_in_app("node journeys/screens.mjs");
  EXPECT_EQ(ran.exit, 0) << ran.output;
}

}  // namespace
}  // namespace vigie::program
