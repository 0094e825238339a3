// What one node does is heard at another's stream at once.
#include <gtest/gtest.h>

#include <algorithm>
#include <iostream>

#include "server/stream/node_for_test.h"
#include "server/transport/client_for_test.h"
#include "store/database/database_for_test.h"

namespace vigie {
namespace {

using namespace http_for_test;  // NOLINT: the words of these tests

class StreamNodes : public OnBothDatabases {
 protected:
  static void act_once(Installation& here) {
    here.database.act([&](Connection& rows) {
      Act act{rows,
              here.sealer.key(),
              {.word = ActWord::party_changed, .thing = Thing::party, .reference = "nova"}};
      act.end();
    });
    here.sealer.note_act();
  }

  /// What comes until `text` is among it; all that came within five seconds when it is not.
  static std::string read_until(Client& client, const std::string& text) {
    std::string bytes;
    const auto end = std::chrono::steady_clock::now() + std::chrono::seconds{5};
    while (bytes.find(text) == std::string::npos && std::chrono::steady_clock::now() < end) {
      pollfd ready{.fd = client.descriptor(), .events = POLLIN, .revents = 0};
      if (poll(&ready, 1, 100) <= 0) continue;
      char some[4'096];
      const ssize_t read = recv(client.descriptor(), some, sizeof some, 0);
      if (read <= 0) break;
      bytes.append(some, static_cast<std::size_t>(read));
    }
    return bytes;
  }

  FolderForTest folder_;
};
VIGIE_ON_BOTH_DATABASES(StreamNodes);

TEST_P(StreamNodes, what_one_does_is_heard_at_the_other_within_a_second) {
  if (GetParam() == Dialect::sqlite) GTEST_SKIP() << "SQLite belongs to one node";
  constexpr int times = 7;
  NodeForTest here{settings(), folder_.path() + "/key"};
  NodeForTest there{settings(), folder_.path() + "/key"};
  Client client{there.port()};
  ASSERT_TRUE(client.say(get("/api/stream", here.signed_in())));
  ASSERT_NE(read_until(client, "event: open").find("event: open"), std::string::npos);
  std::vector<std::chrono::milliseconds> took;
  for (int i = 0; i < times; ++i) {
    const auto begun = std::chrono::steady_clock::now();
    act_once(here.here());
    ASSERT_NE(read_until(client, "party_changed").find("party_changed"), std::string::npos);
    took.push_back(std::chrono::duration_cast<std::chrono::milliseconds>(
        std::chrono::steady_clock::now() - begun));
  }
  std::ranges::sort(took);
  EXPECT_LT(took[times / 2], std::chrono::seconds{1});
  std::cout << "heard after " << took[times / 2].count() << " ms, at most " << took.back().count()
            << " ms\n";
}

}  // namespace
}  // namespace vigie
