#include "server/transport/event_hub.h"

#include <gtest/gtest.h>

#include "server/transport/client_for_test.h"

namespace vigie {
namespace {

using namespace http_for_test;  // NOLINT: the words of these tests

struct Customer final : EventAudience {
  explicit Customer(std::string called) : name{std::move(called)} {}
  std::string name;
};

// /live?after=3&audience=acme: the events after the third, of one audience or of all.
Route live() {
  return {.pattern = "/live", .answer = [](const Call& call) {
            Response response{.media_type = "text/event-stream", .body = ": welcome\n\n"};
            EventStream stream;
            stream.after = std::stoull(std::string{call.query.of("after").value_or("0")});
            if (const auto audience = call.query.of("audience")) {
              stream.sees = [mine = std::string{*audience}](const EventAudience& of) {
                return dynamic_cast<const Customer&>(of).name == mine;
              };
              stream.is_over = [mine = std::string{*audience}] { return mine == "over"; };
            }
            stream.is_through_proxy = is_through_proxy(call.request);
            response.stream = std::move(stream);
            return response;
          }};
}

void publish(Served& served, std::uint64_t first, std::uint64_t last,
             const std::string& audience = {}) {
  for (std::uint64_t position = first; position <= last; ++position) {
    served.server().hub().publish({.position = position,
                                   .id = "e." + std::to_string(position),
                                   .name = "ticket",
                                   .content = std::to_string(position),
                                   .audience = std::make_shared<Customer>(audience)});
  }
}

std::string told(std::uint64_t position) {
  const std::string number = std::to_string(position);
  return "id: e." + number + "\nevent: ticket\ndata: " + number + "\n\n";
}

TEST(EventHub, an_event_travels_as_the_standard_says) {
  EXPECT_EQ(*text_of({.id = "e.1", .name = "a", .content = "x\ny\r\nz\rw"}),
            "id: e.1\nevent: a\ndata: x\ndata: y\ndata: z\ndata: w\n\n");
  EXPECT_EQ(*text_of({.content = ""}), "data: \n\n");
}

TEST(EventHub, who_listens_hears_each_event_once_and_in_order) {
  Served served{{live()}};
  Client client = served.client();
  const Answer answer = client.ask(get("/live"));
  EXPECT_EQ(answer.field("Content-Type"), "text/event-stream");
  EXPECT_EQ(answer.field("Content-Length"), "");
  ASSERT_TRUE(comes_true([&] { return served.gauges().streams == 1; }));
  publish(served, 1, 3);
  EXPECT_EQ(client.hear_until(told(3)), ": welcome\n\n" + told(1) + told(2) + told(3));
}

TEST(EventHub, one_who_comes_back_misses_none_or_is_told_to_begin_again) {
  Served served{{live()}, with({{Limit::events_kept, 3}})};
  publish(served, 1, 5);
  Client late = served.client();
  ASSERT_TRUE(late.say(get("/live?after=3")));
  EXPECT_NE(late.hear_until(told(5)).find(": welcome\n\n" + told(4) + told(5)), std::string::npos);
  Client oldest = served.client();
  ASSERT_TRUE(oldest.say(get("/live?after=2")));
  EXPECT_NE(oldest.hear_until(told(5)).find(told(3) + told(4) + told(5)), std::string::npos);
  Client too_late = served.client();
  ASSERT_TRUE(too_late.say(get("/live?after=1")));
  EXPECT_NE(too_late.hear_until("reset").find("event: reset\n"), std::string::npos);
}

TEST(EventHub, an_event_is_heard_only_by_those_whom_it_concerns) {
  Served served{{live()}};
  Client acme = served.client();
  ASSERT_TRUE(acme.say(get("/live?audience=acme")));
  ASSERT_TRUE(comes_true([&] { return served.gauges().streams == 1; }));
  publish(served, 1, 1, "other");
  publish(served, 2, 2, "acme");
  const std::string& heard = acme.hear_until(told(2));
  EXPECT_NE(heard.find(told(2)), std::string::npos);
  EXPECT_EQ(heard.find(told(1)), std::string::npos);
}

TEST(EventHub, events_published_together_travel_together_and_in_order) {
  Served served{{live()}};
  Client client = served.client();
  ASSERT_TRUE(client.say(get("/live")));
  ASSERT_TRUE(comes_true([&] { return served.gauges().streams == 1; }));
  std::vector<StreamEvent> events;
  std::string all;
  for (std::uint64_t i = 1; i <= 3'000; ++i) {
    const std::string number = std::to_string(i);
    events.push_back({.position = i, .id = "e." + number, .name = "ticket", .content = number});
    all += told(i);
  }
  served.server().hub().publish(std::move(events));
  EXPECT_TRUE(client.hear_until(told(3'000)).ends_with("\r\n\r\n: welcome\n\n" + all));
}

TEST(EventHub, what_was_before_it_began_is_not_known_and_the_stream_goes_on_from_there) {
  Served served{{live()}};
  served.server().hub().begin_after(7);
  Client late = served.client();
  ASSERT_TRUE(late.say(get("/live?after=6")));
  EXPECT_NE(late.hear_until("reset").find("event: reset\n"), std::string::npos);
  Client current = served.client();
  ASSERT_TRUE(current.say(get("/live?after=7")));
  ASSERT_TRUE(comes_true([&] { return served.gauges().streams == 2; }));
  publish(served, 8, 8);
  EXPECT_NE(late.hear_until(told(8)).find(told(8)), std::string::npos);
  EXPECT_TRUE(current.hear_until(told(8)).ends_with("\r\n\r\n: welcome\n\n" + told(8)));
  Client too_late = served.client();
  ASSERT_TRUE(too_late.say(get("/live?after=2")));
  const std::string& heard = too_late.hear_until("reset\ndata: {}\n\n");
  EXPECT_NE(heard.find("id: e.8\nevent: reset\n"), std::string::npos)
      << "who comes back after that is not told to begin again: " << heard;
}

TEST(EventHub, a_stream_whose_right_is_over_is_ended_and_the_others_hear_on) {
  Served served{{live()}};
  Client over = served.client();
  Client other = served.client();
  ASSERT_TRUE(over.say(get("/live?audience=over")));
  ASSERT_TRUE(other.say(get("/live?audience=acme")));
  ASSERT_TRUE(comes_true([&] { return served.gauges().streams == 2; }));
  served.server().hub().end_those_over();
  EXPECT_TRUE(over.is_ended());
  publish(served, 1, 1, "acme");
  EXPECT_NE(other.hear_until(told(1)).find(told(1)), std::string::npos);
  EXPECT_EQ(served.gauges().streams, 1);
}

TEST(EventHub, silence_is_broken_by_a_comment) {
  const Served served{{live()}, with({{Limit::heartbeat_milliseconds, 200}})};
  Client client = served.client();
  ASSERT_TRUE(client.say(get("/live")));
  EXPECT_NE(client.hear_until("\n:\n\n:\n\n").find("\n:\n\n:\n\n"), std::string::npos);
}

TEST(EventHub, silence_is_broken_four_times_as_often_behind_a_proxy) {
  const Served served{{live()}, with({{Limit::heartbeat_milliseconds, 100}})};
  Client direct = served.client();
  Client nginx = served.client();
  ASSERT_TRUE(direct.say(get("/live")));
  ASSERT_TRUE(nginx.say(get("/live", "X-Forwarded-For: 192.0.2.1\r\n")));
  const std::string once = "\n:\n\n";
  const std::string seven = once + ":\n\n:\n\n:\n\n:\n\n:\n\n:\n\n";
  ASSERT_NE(nginx.hear_until(seven).find(seven), std::string::npos);
  EXPECT_NE(direct.hear_until(once).find(once), std::string::npos);
  EXPECT_EQ(direct.hear_until(once).find(seven), std::string::npos);
}

TEST(EventHub, one_who_lags_is_cut_and_the_others_hear_on) {
  Served served{{live()}, with({{Limit::events_waiting, 4}})};
  const Client deaf = served.client();
  Client keen = served.client();
  ASSERT_TRUE(deaf.say(get("/live")));
  ASSERT_TRUE(keen.say(get("/live")));
  ASSERT_TRUE(comes_true([&] { return served.gauges().streams == 2; }));
  const std::string large(std::size_t{1} << 20U, 'x');
  for (std::uint64_t i = 1; i <= 40; ++i) {
    served.server().hub().publish({.position = i, .content = large});
    ASSERT_NE(keen.hear_until(large).find(large), std::string::npos);
    keen.forget();
  }
  EXPECT_TRUE(comes_true([&] { return served.gauges().streams == 1; }));
  EXPECT_EQ(served.gauges().streams_dropped, 1);
  served.server().hub().publish({.position = 99, .content = "last words"});
  EXPECT_NE(keen.hear_until("last words").find("last words"), std::string::npos);
}

TEST(EventHub, streams_over_the_limit_are_refused) {
  Served served{{live()}, with({{Limit::event_streams, 1}})};
  Client one = served.client();
  ASSERT_TRUE(one.say(get("/live")));
  ASSERT_TRUE(comes_true([&] { return served.gauges().streams == 1; }));
  Client two = served.client();
  EXPECT_EQ(two.ask(get("/live")).status, 503);
}

TEST(EventHub, a_thousand_listeners_hear_and_those_who_leave_are_forgotten) {
  Served served{{live()}};
  std::vector<Client> clients;
  for (int i = 0; i < 1'000; ++i) {
    clients.push_back(served.client());
    ASSERT_TRUE(clients.back().say(get("/live")));
  }
  ASSERT_TRUE(comes_true([&] { return served.gauges().streams == 1'000; }));
  publish(served, 1, 2);
  for (Client& client : clients) {
    ASSERT_NE(client.hear_until(told(2)).find(told(1) + told(2)), std::string::npos);
  }
  clients.erase(clients.begin() + 10, clients.end());
  EXPECT_TRUE(comes_true([&] { return served.gauges().streams == 10; }));
  served.stop();
  EXPECT_TRUE(clients.front().is_ended()) << "a stream has no end to wait for";
  served.join();
}

}  // namespace
}  // namespace vigie
