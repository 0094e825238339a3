// Clients that mean harm, or have bad lines, cost themselves and nobody else.
#include <gtest/gtest.h>

#include <random>

#include "server/transport/client_for_test.h"

namespace vigie {
namespace {

using namespace http_for_test;  // NOLINT: the words of these tests

std::vector<Route> attacked_routes() {
  return {
      {.pattern = "/well",
       .answer = [](const Call&) { return Response{.media_type = "text/plain", .body = "well"}; }},
      {.method = Method::post, .pattern = "/echo", .answer = [](const Call& call) {
         return Response{.media_type = "text/plain", .body = call.request.body};
       }}};
}

// One who behaves is answered on a connection of before and on one of now.
void expect_served(const Served& served, Client& known) {
  for (int i = 0; i < 20; ++i) {
    EXPECT_EQ(known.ask(get("/well")).body, "well");
    EXPECT_EQ(served.client().ask(get("/well")).body, "well");
  }
}

std::vector<Client> many(const Served& served, int count, const std::string& words) {
  std::vector<Client> clients;
  for (int i = 0; i < count; ++i) {
    clients.push_back(served.client());
    EXPECT_TRUE(clients.back().say(words));
  }
  return clients;
}

TEST(Attack, a_thousand_half_open_connections_do_not_keep_others_out) {
  for (const char* words :
       {"", "GET /well HTTP/1.1\r\nHost:",
        "POST /echo HTTP/1.1\r\nHost: a\r\nContent-Length: 1000\r\n\r\nab",
        "POST /echo HTTP/1.1\r\nHost: a\r\nTransfer-Encoding: chunked\r\n\r\n5"}) {
    Served served{attacked_routes()};
    Client known = served.client();
    const auto clients = many(served, 1'000, words);
    ASSERT_TRUE(comes_true([&] { return served.gauges().connections == 1'001; }));
    expect_served(served, known);
  }
}

TEST(Attack, bodies_of_a_hundred_megabytes_are_thrown_away_while_others_are_served) {
  Served served{attacked_routes()};
  Client known = served.client();
  std::vector<std::thread> senders;
  for (int i = 0; i < 4; ++i) {
    senders.emplace_back([&] {
      Client client = served.client();
      client.say("POST /echo HTTP/1.1\r\nHost: a\r\nTransfer-Encoding: chunked\r\n\r\n6400000\r\n");
      const std::string part(std::size_t{1} << 20U, 'x');
      for (int sent = 0; sent < 100 && client.say(part); ++sent) {
      }
      EXPECT_EQ(client.hear().status, 413);
    });
  }
  expect_served(served, known);
  for (std::thread& sender : senders) sender.join();
}

TEST(Attack, those_who_never_read_do_not_keep_others_waiting) {
  Served served{attacked_routes()};
  Client known = served.client();
  std::vector<Client> deaf;
  const std::string request = post("/echo", std::string(500'000, 'x'));
  for (int i = 0; i < 20; ++i) {
    deaf.push_back(served.client());
    const int small = 4'096;
    setsockopt(deaf.back().descriptor(), SOL_SOCKET, SO_RCVBUF, &small, sizeof small);
    EXPECT_TRUE(deaf.back().say(request));
  }
  expect_served(served, known);
}

TEST(Attack, noise_is_refused_and_the_server_lives) {
  Served served{attacked_routes()};
  Client known = served.client();
  std::mt19937 chance{42};
  const std::string begun = "POST /echo HTTP/1.1\r\nHost: a\r\nTransfer-Encoding: chunked\r\n\r\n";
  for (int i = 0; i < 300; ++i) {
    std::string noise = i % 2 == 0 ? begun : std::string{};
    for (int byte = 0; byte < 200; ++byte) noise += static_cast<char>(chance() % 256);
    const Client client = served.client();
    client.say(noise + "\n");
    client.end_writing();
  }
  expect_served(served, known);
  EXPECT_TRUE(comes_true([&] { return served.gauges().connections == 1; }));
}

TEST(Attack, connections_that_are_broken_at_any_byte_leave_nothing_behind) {
  Served served{attacked_routes()};
  Client known = served.client();
  const std::string request = post("/echo", "abc") + get("/well");
  for (std::size_t cut = 0; cut <= request.size(); ++cut) {
    const Client client = served.client();
    EXPECT_TRUE(client.say(request.substr(0, cut)));
    if (cut % 2 == 0) {
      const linger at_once{.l_onoff = 1, .l_linger = 0};
      setsockopt(client.descriptor(), SOL_SOCKET, SO_LINGER, &at_once, sizeof at_once);
    }
  }
  expect_served(served, known);
  EXPECT_TRUE(comes_true([&] { return served.gauges().connections == 1; }));
  EXPECT_EQ(served.gauges().being_answered, 0);
}

}  // namespace
}  // namespace vigie
