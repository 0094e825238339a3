// vigie serve before a provider of identities that is not ours: oidc-provider, certified by the
// OpenID Foundation. It stands in web/openid, pinned; ./dev setup --web installs it.
#include <gtest/gtest.h>

#include <filesystem>

#include "program/workplace.h"

namespace vigie::program {
namespace {

namespace fs = std::filesystem;

class RealProvider : public testing::Test {
 protected:
  void SetUp() override {
    if (!fs::exists(fs::path{tools} / ".package-lock.json")) {
      GTEST_SKIP() << "\nnote: no provider in web/openid/node_modules: ./dev setup --web installs "
                      "it";
    }
    for (const char* script : {"provider.mjs", "browser.mjs"}) {
      place_.write(script, text_of(fs::path{"tests/openid"} / script));
    }
  }

  // Starts the provider, then the program for `client`, lets browsers act, and stops both.
  Ran run(const std::string& client, const std::string& options, const std::string& browse) {
    return place_.run(
        "PATH=\"" + fs::absolute("build/node/node_modules/node/bin").string() +
        ":$PATH\"\n"
        "ln -sfn " +
        fs::absolute(tools).string() +
        " node_modules\n"
        "rm -f issuer said; node provider.mjs >provider.log 2>&1 & provider=$!\n"
        "for i in $(seq 1500); do [ -s issuer ] && break; sleep 0.02; done\n"
        "[ -e vigie.db ] || echo 'four blue herons' | vigie account add ann --name Ann "
        "--email ann@nova.example --company Nova >/dev/null\n"
        "echo ' sesame open, this is the door ' >secret\n"
        "touch said; vigie serve --listen 127.0.0.1:0 --set openid_issuer=$(cat issuer) "
        "--set openid_client=" +
        client +
        " --set openid_secret_file=secret --set openid_callback=http://127.0.0.1:1/api/sign-in/"
        "openid/callback " +
        options +
        " >said 2>log & server=$!\n"
        "for i in $(seq 1500); do grep -q :// said && break; sleep 0.02; done\n"
        "vigie=http://$(sed 's,.*//,,' said)\n"
        "browse() { node browser.mjs $vigie \"$@\" || cat provider.log; }\n" +
        browse +
        "\nkill -TERM $server $provider; wait $server; echo \"ended with $?\"\n"
        "grep -c -e sesame -e herons log; grep -o '\"event\":\"openid[^}]*' log | "
        "sed 's/,\"request_id.*//'\n");
  }

  static constexpr const char* tools = "web/openid/node_modules";
  Workplace place_;
};

TEST_F(RealProvider, one_signs_in_with_either_algorithm) {
  for (const char* client : {"vigie", "vigie-es"}) {
    const Ran ran = run(client, "", "browse ann");
    EXPECT_EQ(ran.output, "left 303\nback 200\nwho ann\nended with 0\n0\n") << client;
  }
}

TEST_F(RealProvider, who_is_not_known_here_is_refused) {
  const Ran ran = run("vigie", "", "browse eve; browse xann; browse ann refuse");
  EXPECT_EQ(ran.output,
            "left 303\nback 403 openid_no_account\nwho 401 unauthenticated\n"
            "left 303\nback 403 openid_no_account\nwho 401 unauthenticated\n"
            "left 303\nback 403 openid_provider_refused\nwho 401 unauthenticated\n"
            "ended with 0\n0\n");
}

TEST_F(RealProvider, what_was_used_once_opens_nothing_again) {
  const Ran ran = run("vigie", "", "browse ann replay stranger");
  EXPECT_EQ(ran.output,
            "left 303\nwithout cookie 403 openid_attempt_unknown\nback 200\nwho ann\n"
            "without an attempt 403 openid_attempt_unknown\n"
            "the same code 403 openid_provider_refused\n"
            "the same state 403 openid_provider_refused\n"
            "ended with 0\n0\n");
}

TEST_F(RealProvider, a_provider_that_is_gone_is_told_and_the_program_goes_on) {
  const Ran ran = run("vigie", "",
                      "kill $provider; wait $provider 2>/dev/null\n"
                      "curl -s -o /dev/null -w '%{http_code}\\n' $vigie/api/sign-in/openid "
                      "2>/dev/null || node -e 'fetch(process.argv[1]).then(a => "
                      "console.log(a.status))' $vigie/api/sign-in/openid\n"
                      "node -e 'fetch(process.argv[1]).then(a => console.log(a.status))' "
                      "$vigie/healthz");
  EXPECT_TRUE(ran.output.starts_with("503\n200\n")) << ran.output;
  EXPECT_NE(ran.output.find("openid_provider_away"), std::string::npos) << ran.output;
}

}  // namespace
}  // namespace vigie::program
