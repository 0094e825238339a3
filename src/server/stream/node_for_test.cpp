#include "server/stream/node_for_test.h"

#include <fcntl.h>
#include <gtest/gtest.h>

#include "server/transport/client_for_test.h"
#include "server/zones/node_zones.h"
#include "usecase/identity/administrator.h"

namespace vigie {

namespace {

void add_ann(Installation& here) {
  const AddAdministrator asked{.reference = "ann",
                               .name = "The ann",
                               .email = "ann@nova.example",
                               .company = "nova",
                               .language = SpokenLanguage::en};
  const auto added = add_administrator(here, program_itself(), asked, NodeForTest::password);
  if (added) return;
  EXPECT_EQ(added.error().refusal, Refusal::reference_taken);
}

}  // namespace

NodeForTest::NodeForTest(const DatabaseSettings& database, const std::string& key_file,
                         const Limits& limits)
    : terms_{.workers = 4, .limits = limits}, log_{::open("/dev/null", O_WRONLY | O_CLOEXEC)} {
  terms_.installation = {.database = database, .journal_key = key_file};
  terms_.installation.sealed = [this](std::int64_t) { bell_.ring(); };
  auto opened = open_installation(terms_.installation);
  if (!opened) throw std::runtime_error{"the installation of a test cannot be opened"};
  here_ = &opened.value()->here();
  add_ann(*here_);
  auto zones = node_zones(*here_);
  if (!zones) throw std::runtime_error{"the zones of a test cannot be had"};
  node_ = std::make_unique<Node>(terms_, log_, bell_, std::move(opened).value(),
                                 std::move(zones).value());
  port_ = node_->server().open({.host = "127.0.0.1"});
  thread_ = std::thread{[this] { node_->server().run(); }};
}

NodeForTest::~NodeForTest() {
  node_->server().stop();
  node_->server().stop();  // asked twice: at once
  thread_.join();
}

std::string NodeForTest::signed_in(const std::string& reference) const {
  http_for_test::Client client{port_};
  const std::string body =
      R"({"email": ")" + reference + R"(@nova.example", "password": ")" + password + "\"}";
  const auto answer = client.ask(
      "POST /api/session HTTP/1.1\r\nHost: test\r\nContent-Type: application/json\r\n"
      "Content-Length: " +
      std::to_string(body.size()) + "\r\n\r\n" + body);
  const std::string_view cookie = answer.field("Set-Cookie");
  EXPECT_FALSE(cookie.empty()) << answer.body;
  return "Sec-Fetch-Site: same-origin\r\nCookie: " +
         std::string{cookie.substr(0, cookie.find(';'))} + "\r\n";
}

}  // namespace vigie
