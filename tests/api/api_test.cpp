// The committed description of the API before tools that are not ours: a linter, a generator of
// clients, a compiler of TypeScript. They stand in web/api, pinned; ./dev test --all installs them.
#include <gtest/gtest.h>

#include <filesystem>

#include "program/workplace.h"

namespace vigie::program {
namespace {

namespace fs = std::filesystem;

class Description : public testing::Test {
 protected:
  void SetUp() override {
    if (fs::exists(fs::path{tools} / ".package-lock.json")) return;
    GTEST_SKIP() << "\nnote: no tools in web/api/node_modules: ./dev setup --web installs them";
  }

  // Runs `script` of web/api/package.json on a description of its own, in a folder of its own.
  Ran run_tools(const std::string& description, const std::string& program) {
    place_.write("openapi.json", description);
    place_.write("client.ts", program);
    for (const char* name : {"redocly.yaml", "tsconfig.json"}) {
      place_.write(name, text_of(fs::path{"web/api"} / name));
    }
    return place_.run(
        "export REDOCLY_TELEMETRY=off NO_UPDATE_NOTIFIER=1\n"
        "ln -sfn " +
        fs::absolute(tools).string() +
        " node_modules\n"
        "bin=node_modules/.bin; mkdir -p build\n"
        "$bin/redocly lint --config redocly.yaml openapi.json 2>lint.log || { cat lint.log; exit "
        "1; }\n"
        "$bin/openapi-typescript openapi.json --output build/schema.d.ts >types.log 2>&1 || "
        "{ cat types.log; exit 2; }\n"
        "$bin/tsc --project . || exit 3");
  }

  const std::string openapi = text_of("docs/reference/openapi.json");
  const std::string client = text_of("web/api/client.ts");
  static constexpr const char* tools = "web/api/node_modules";
  Workplace place_;
};

std::string with(std::string text, const std::string& before, const std::string& now) {
  const std::size_t at = text.find(before);
  EXPECT_NE(at, std::string::npos) << before;
  return text.replace(at, before.size(), now);
}

TEST_F(Description, has_no_fault_for_a_linter_and_types_a_client) {
  const Ran ran = run_tools(openapi, client);
  EXPECT_EQ(ran.exit, 0) << ran.output;
}

TEST_F(Description, a_defect_of_it_is_found_by_the_linter) {
  const Ran ran = run_tools(
      with(openapi, "\"operationId\": \"get_parties\"", "\"operationId\": \"post_parties\""),
      client);
  EXPECT_EQ(ran.exit, 1) << ran.output;
  EXPECT_NE(ran.output.find("post_parties"), std::string::npos) << ran.output;
}

TEST_F(Description, a_client_that_misspells_does_not_compile) {
  const Ran ran = run_tools(openapi, with(client, "data.next", "data.nxt"));
  EXPECT_EQ(ran.exit, 3) << ran.output;
  EXPECT_NE(ran.output.find("nxt"), std::string::npos) << ran.output;
}

}  // namespace
}  // namespace vigie::program
