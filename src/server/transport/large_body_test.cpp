// Bodies of files: a few at once are held, so that nobody fills the memory with them.
#include <gtest/gtest.h>
#include <poll.h>

#include <array>

#include "server/transport/client_for_test.h"

namespace vigie {
namespace {

using namespace http_for_test;  // NOLINT: the words of these tests

TEST(LargeBody, a_fifth_at_once_is_asked_to_come_back_and_comes_in_later) {
  Limits limits;
  limits.set(Limit::body_bytes, 1'000);
  limits.set(Limit::import_file_bytes, 5'000);
  const Route route{.method = Method::post,
                    .pattern = "/file",
                    .most_body = Limit::import_file_bytes,
                    .answer = [](const Call& call) {
                      return Response{.media_type = "text/plain",
                                      .body = std::to_string(call.request.body.size())};
                    }};
  const Served served{{route}, limits};
  const std::string whole = post("/file", std::string(3'000, 'x'));
  const std::string first_part = whole.substr(0, whole.size() - 1'000);
  const std::string rest = whole.substr(first_part.size());
  std::vector<Client> clients;
  std::array<pollfd, 5> waiting{};
  for (pollfd& each : waiting) {
    clients.push_back(served.client());
    EXPECT_TRUE(clients.back().say(first_part));
    each = {.fd = clients.back().descriptor(), .events = POLLIN, .revents = 0};
  }
  constexpr int patience = 10'000;
  ASSERT_EQ(poll(waiting.data(), waiting.size(), patience), 1) << "one is refused";
  int taken = 0;
  for (std::size_t i = 0; i < clients.size(); ++i) {
    if (waiting[i].revents != 0) {
      EXPECT_EQ(clients[i].hear().status, 503);
    } else {
      const Answer answer = clients[i].ask(rest);
      EXPECT_EQ(answer.status, 200);
      EXPECT_EQ(answer.body, "3000");
      ++taken;
    }
  }
  EXPECT_EQ(taken, 4);
  EXPECT_EQ(served.client().ask(whole).status, 200);
  EXPECT_EQ(served.client().ask(post("/file", std::string(5'001, 'x'))).status, 413)
      << "import_file_bytes";
}

}  // namespace
}  // namespace vigie
