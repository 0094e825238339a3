// Asking another server: what it may not do to us.
#include "server/identity/openid/fetch.h"

#include <gtest/gtest.h>

#include <atomic>

#include "server/identity/openid/provider_away.h"
#include "server/transport/client_for_test.h"

namespace vigie {
namespace {

class FetchTest : public testing::Test {
 protected:
  std::vector<Route> routes() {
    std::vector<Route> all;
    all.push_back(
        {.pattern = "/echo", .summary = "What was asked.", .answer = [](const Call& call) {
           return Response{.body = std::string{call.request.fields.of("authorization")} + " " +
                                   std::string{call.request.fields.of("accept")}};
         }});
    all.push_back({.method = Method::post,
                   .pattern = "/echo",
                   .summary = "What was told.",
                   .answer = [](const Call& call) { return Response{.body = call.request.body}; }});
    all.push_back({.pattern = "/large", .summary = "A megabyte.", .answer = [](const Call&) {
                     return Response{.body = std::string(1'000'000, 'a')};
                   }});
    all.push_back({.pattern = "/elsewhere", .summary = "Away.", .answer = [this](const Call&) {
                     Response response{.status = 302, .media_type = {}};
                     response.fields.emplace_back("Location", address("/visited"));
                     return response;
                   }});
    all.push_back({.pattern = "/visited", .summary = "Noted.", .answer = [this](const Call&) {
                     is_visited_ = true;
                     return Response{};
                   }});
    all.push_back({.pattern = "/slow", .summary = "Late.", .answer = [this](const Call&) {
                     while (!ends_) std::this_thread::sleep_for(std::chrono::milliseconds{5});
                     return Response{};
                   }});
    return all;
  }
  ~FetchTest() override { ends_ = true; }

  std::string address(const std::string& path) const {
    return "http://127.0.0.1:" + std::to_string(server_.port()) + path;
  }
  Fetched asked(FetchAsked asked) const {
    Limits limits;
    limits.set(Limit::openid_milliseconds, 500);
    limits.set(Limit::openid_answer_bytes, 100'000);
    return fetch(asked, fetch_terms(limits));
  }
  Fetched get(const std::string& path) const { return asked({.address = address(path)}); }
  /// Why it was away.
  std::string why(const std::string& of) const {
    try {
      return "status " + std::to_string(asked({.address = of}).status);
    } catch (const ProviderAway& error) {
      return error.what();
    }
  }

  std::atomic<bool> ends_{false};
  std::atomic<bool> is_visited_{false};
  http_for_test::Served server_{routes()};
};

TEST_F(FetchTest, it_says_what_it_is_told_to) {
  EXPECT_EQ(get("/echo").body, " application/json");
  const Fetched posted = asked({.address = address("/echo"), .form = "a=1&b=2"});
  EXPECT_EQ(posted.status, 200);
  EXPECT_EQ(posted.body, "a=1&b=2");
  EXPECT_EQ(asked({.address = address("/echo"), .token = "abc"}).body,
            "Bearer abc application/json");
  EXPECT_EQ(asked({.address = address("/echo"), .user = "vigie", .password = "a:b"}).body,
            "Basic dmlnaWU6YTpi application/json");
  EXPECT_EQ(get("/nothing").status, 404);
}

TEST_F(FetchTest, a_redirection_is_not_followed) {
  EXPECT_EQ(get("/elsewhere").status, 302);
  EXPECT_FALSE(is_visited_);
}

TEST_F(FetchTest, what_is_too_large_too_slow_or_not_there_is_away) {
  EXPECT_EQ(why(address("/large")), "an answer that is too large");
  EXPECT_EQ(why(address("/slow")), "Timeout was reached");
  EXPECT_EQ(why("http://127.0.0.1:1/"), "Couldn't connect to server");
  EXPECT_EQ(why("https://127.0.0.1:" + std::to_string(server_.port()) + "/echo"),
            "SSL connect error");
}

TEST_F(FetchTest, what_is_not_https_nor_this_machine_is_not_asked) {
  for (const char* wrong : {"http://login.example/", "file:///etc/passwd", "ftp://127.0.0.1/",
                            "gopher://127.0.0.1/", "https://a@127.0.0.1/", ""}) {
    EXPECT_EQ(why(wrong), "an address that is not https") << wrong;
  }
}

}  // namespace
}  // namespace vigie
