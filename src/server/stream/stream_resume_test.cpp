// Clients that lose their connection again and again, on two nodes, while acts are committed in
// another order than they were begun: none misses an event or hears one twice.
#include <gtest/gtest.h>

#include <algorithm>
#include <charconv>
#include <random>

#include "server/stream/node_for_test.h"
#include "server/transport/client_for_test.h"
#include "store/database/database_for_test.h"

namespace vigie {
namespace {

using namespace http_for_test;  // NOLINT: the words of these tests

constexpr std::int64_t events = 10'000;

/// Reads events as a browser does: a block counts once its empty line has come.
class Listener {
 public:
  explicit Listener(unsigned seed) : chance_{seed} {}

  /// Listens at one of the doors for a while, from where it was.
  void listen_once(const std::vector<std::uint16_t>& ports, const std::string& fields) {
    Client client{ports[chance_() % ports.size()]};
    const std::string last = last_id_.empty() ? "" : "Last-Event-ID: " + last_id_ + "\r\n";
    if (!client.say(get("/api/stream", fields + last))) return;
    std::string bytes;
    const std::size_t enough = 300 + chance_() % 60'000;
    std::size_t taken = 0;
    while (taken < enough && !has_all()) {
      pollfd ready{.fd = client.descriptor(), .events = POLLIN, .revents = 0};
      constexpr int patience = 100;
      if (poll(&ready, 1, patience) <= 0) return;
      char some[4'096];
      const ssize_t read = recv(client.descriptor(), some, 1 + chance_() % sizeof some, 0);
      if (read <= 0) return;
      taken += static_cast<std::size_t>(read);
      bytes.append(some, static_cast<std::size_t>(read));
      take_blocks(bytes);
    }
  }
  void expect(std::int64_t last) { expected_ = last; }
  bool has_all() const { return expected_ > 0 && last_heard_ >= expected_; }
  const std::vector<std::int64_t>& heard() const { return heard_; }
  bool was_reset() const { return was_reset_; }

 private:
  void take_blocks(std::string& bytes) {
    for (std::size_t end; (end = bytes.find("\n\n")) != std::string::npos;) {
      take_block(bytes.substr(0, end));
      bytes.erase(0, end + 2);
    }
  }
  void take_block(const std::string& block) {
    was_reset_ = was_reset_ || block.find("event: reset") != std::string::npos;
    const std::size_t id = block.find("id: ");
    if (id == std::string::npos) return;
    last_id_ = block.substr(id + 4, block.find('\n', id) - id - 4);
    if (block.find("event: act") == std::string::npos) return;
    const std::string_view position = std::string_view{last_id_}.substr(last_id_.find('.') + 1);
    std::int64_t number = 0;
    std::from_chars(position.data(), position.data() + position.size(), number);
    heard_.push_back(number);
    last_heard_ = number;
  }

  std::mt19937 chance_;
  std::string last_id_;
  std::vector<std::int64_t> heard_;
  std::atomic<std::int64_t> last_heard_{0};
  std::atomic<std::int64_t> expected_{0};
  bool was_reset_ = false;
};

class StreamResume : public OnBothDatabases {
 protected:
  /// Acts of one transaction, committed after a moment by chance.
  static void commit_some(Installation& here, int acts, std::mt19937& chance) {
    const std::chrono::microseconds moment{chance() % 4'000};
    here.database.act([&](Connection& rows) {
      for (int i = 0; i < acts; ++i) {
        Act act{rows,
                here.sealer.key(),
                {.word = ActWord::party_changed, .thing = Thing::party, .reference = "nova"}};
        act.end();
      }
      std::this_thread::sleep_for(moment);
    });
    here.sealer.note_act();
  }

  FolderForTest folder_;
};
VIGIE_ON_BOTH_DATABASES(StreamResume);

TEST_P(StreamResume, no_client_misses_an_event_or_hears_one_twice) {
  constexpr int clients = 8;
  constexpr int writers = 4;
  constexpr int acts_at_once = 10;
  Limits limits;
  limits.set(Limit::events_kept, 20'000);  // nobody is away for so long
  std::vector<std::unique_ptr<NodeForTest>> nodes;
  // SQLite belongs to one node.
  for (int i = 0; i < (GetParam() == Dialect::sqlite ? 1 : 2); ++i) {
    nodes.push_back(std::make_unique<NodeForTest>(settings(), folder_.path() + "/key", limits));
  }
  const std::string fields = nodes.front()->signed_in();
  std::vector<std::uint16_t> ports;
  for (const auto& node : nodes) ports.push_back(node->port());
  std::vector<std::unique_ptr<Listener>> listeners;
  for (unsigned i = 0; i < clients; ++i) listeners.push_back(std::make_unique<Listener>(i));
  for (const auto& listener : listeners) listener->listen_once(ports, fields);
  std::vector<std::jthread> threads;
  for (const auto& listener : listeners) {
    threads.emplace_back([&, heard = listener.get()](const std::stop_token& stop) {
      while (!heard->has_all() && !stop.stop_requested()) heard->listen_once(ports, fields);
    });
  }
  std::vector<std::thread> writing;
  for (unsigned i = 0; i < writers; ++i) {
    writing.emplace_back([&, i] {
      std::mt19937 chance{i};
      Installation& here = nodes[i % nodes.size()]->here();
      const auto rounds = events / writers / acts_at_once;
      for (std::int64_t round = 0; round < rounds; ++round) {
        commit_some(here, acts_at_once, chance);
      }
    });
  }
  for (std::thread& thread : writing) thread.join();
  Database& database = nodes.front()->here().database;
  const std::int64_t acts = whole_of(database, "select count(*) from act");
  for (const auto& listener : listeners) listener->expect(acts);
  EXPECT_TRUE(comes_true([&] {
    return std::ranges::all_of(listeners, [](const auto& each) { return each->has_all(); });
  }));
  threads.clear();
  EXPECT_EQ(whole_of(database, "select max(position) from act_seal"), acts) << "without a gap";
  for (const auto& listener : listeners) {
    EXPECT_FALSE(listener->was_reset());
    const std::vector<std::int64_t>& heard = listener->heard();
    ASSERT_FALSE(heard.empty());
    for (std::size_t i = 1; i < heard.size(); ++i) {
      ASSERT_EQ(heard[i], heard[i - 1] + 1) << "after " << i << " events";
    }
    EXPECT_EQ(heard.back(), acts);
  }
}

}  // namespace
}  // namespace vigie
