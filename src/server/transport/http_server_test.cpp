#include "server/transport/http_server.h"

#include <gtest/gtest.h>

#include <condition_variable>

#include "server/transport/client_for_test.h"
#include "server/transport/response_fit.h"

namespace vigie {
namespace {

using namespace http_for_test;  // NOLINT: the words of these tests

/// Holds whoever waits at it until it is opened.
class Gate {
 public:
  void wait() {
    std::unique_lock lock{mutex_};
    ++waiting_;
    changed_.notify_all();
    changed_.wait(lock, [this] { return is_open_; });
  }
  void wait_for_visitors(int count) {
    std::unique_lock lock{mutex_};
    changed_.wait(lock, [&] { return waiting_ >= count; });
  }
  void open() {
    const std::lock_guard lock{mutex_};
    is_open_ = true;
    changed_.notify_all();
  }

 private:
  std::mutex mutex_;
  std::condition_variable changed_;
  int waiting_ = 0;
  bool is_open_ = false;
};

Response told(std::string body) { return {.media_type = "text/plain", .body = std::move(body)}; }

Route echo() {
  return {.method = Method::post, .pattern = "/echo", .answer = [](const Call& call) {
            return told(call.request.body);
          }};
}

Route hello() {
  return {.pattern = "/hello/{name}", .answer = [](const Call& call) {
            Response response = told("hello " + call.in_path("name"));
            response.entity_tag = entity_tag_of(response.body);
            return response;
          }};
}

Route held(Gate& gate) {
  return {.pattern = "/held", .answer = [&gate](const Call&) {
            gate.wait();
            return told("at last");
          }};
}

TEST(HttpServer, answers_a_request_and_waits_for_the_next) {
  const Served served{{hello()}};
  Client client = served.client();
  for (const char* name : {"a", "b"}) {
    const Answer answer = client.ask(get("/hello/" + std::string{name}));
    EXPECT_EQ(answer.status, 200);
    EXPECT_EQ(answer.body, "hello " + std::string{name});
    EXPECT_EQ(answer.field("Content-Type"), "text/plain");
    EXPECT_EQ(answer.field("X-Content-Type-Options"), "nosniff");
    EXPECT_TRUE(answer.field("Date").ends_with(" GMT"));
  }
}

// Once it was written down twice, the second time from a request that was gone.
TEST(HttpServer, a_request_is_written_down_once_however_its_connection_ends) {
  for (const char* fields : {"", "Connection: close\r\n"}) {
    Served served{{hello()}};
    {
      Client client = served.client();
      EXPECT_EQ(client.ask(get("/hello/you", fields)).status, 200);
    }
    ASSERT_TRUE(comes_true([&] { return served.gauges().connections == 0; }));
    served.stop();
    served.join();
    ASSERT_TRUE(comes_true([&] { return served.log().find("took_us") != std::string::npos; }));
    std::this_thread::sleep_for(std::chrono::milliseconds{50});  // the log gathers for ten
    const std::string log = served.log();
    EXPECT_EQ(log.find("took_us"), log.rfind("took_us")) << log;
    EXPECT_EQ(log.find("cut"), std::string::npos) << log;
  }
}

TEST(HttpServer, requests_sent_without_waiting_are_answered_in_order) {
  const Served served{{hello(), echo()}};
  Client client = served.client();
  std::string all;
  for (int i = 0; i < 50; ++i) {
    all += i % 2 == 0 ? get("/hello/" + std::to_string(i)) : post("/echo", std::to_string(i));
  }
  ASSERT_TRUE(client.say(all));
  for (int i = 0; i < 50; ++i) {
    EXPECT_EQ(client.hear().body, (i % 2 == 0 ? "hello " : "") + std::to_string(i));
  }
}

TEST(HttpServer, too_many_requests_sent_without_waiting_end_the_connection) {
  const Served served{{hello()}, with({{Limit::pipelined_requests, 3}})};
  Client client = served.client();
  std::string all;
  for (int i = 0; i < 5; ++i) all += get("/hello/a");
  ASSERT_TRUE(client.say(all));
  EXPECT_EQ(client.hear().field("Connection"), "");
  EXPECT_EQ(client.hear().field("Connection"), "");
  EXPECT_EQ(client.hear().field("Connection"), "close");
  EXPECT_TRUE(client.is_ended());
  Client patient = served.client();
  for (int i = 0; i < 5; ++i) EXPECT_EQ(patient.ask(get("/hello/a")).status, 200);
}

TEST(HttpServer, head_and_options_say_what_get_would) {
  const Served served{{hello()}};
  Client client = served.client();
  ASSERT_TRUE(client.say("HEAD /hello/you HTTP/1.1\r\nHost: a\r\n\r\n"));
  const Answer head = client.hear(true);
  EXPECT_EQ(head.status, 200);
  EXPECT_EQ(head.field("Content-Length"), "9");
  const Answer options = client.ask("OPTIONS /hello/you HTTP/1.1\r\nHost: a\r\n\r\n");
  EXPECT_EQ(options.status, 204);
  EXPECT_EQ(options.field("Allow"), "GET, HEAD, OPTIONS");
  EXPECT_EQ(client.ask("OPTIONS * HTTP/1.1\r\nHost: a\r\n\r\n").status, 204);
}

TEST(HttpServer, what_is_known_is_not_sent_again) {
  const Served served{{hello()}};
  Client client = served.client();
  const std::string tag{client.ask(get("/hello/you")).field("ETag")};
  ASSERT_FALSE(tag.empty());
  const Answer again = client.ask(get("/hello/you", "If-None-Match: \"x\", " + tag + "\r\n"));
  EXPECT_EQ(again.status, 304);
  EXPECT_EQ(again.field("ETag"), tag);
  EXPECT_EQ(client.ask(get("/hello/me", "If-None-Match: " + tag + "\r\n")).status, 200);
}

TEST(HttpServer, a_body_is_asked_for_when_the_client_waits_for_that) {
  const Served served{{echo()}, with({{Limit::body_bytes, 100}})};
  Client client = served.client();
  const std::string head =
      "POST /echo HTTP/1.1\r\nHost: a\r\nExpect: 100-continue\r\nContent-Length: ";
  ASSERT_TRUE(client.say(head + "4\r\n\r\n"));
  EXPECT_EQ(client.hear().status, 100);
  EXPECT_EQ(client.ask("abcd").body, "abcd");
  EXPECT_EQ(client.ask(head + "101\r\n\r\n").status, 413);
}

TEST(HttpServer, a_huge_body_is_refused_before_it_is_read) {
  const Served served{{echo()}};
  Client client = served.client();
  ASSERT_TRUE(client.say("POST /echo HTTP/1.1\r\nHost: a\r\nContent-Length: 104857600\r\n\r\n"));
  const std::string part(1 << 20, 'x');
  for (int i = 0; i < 100 && client.say(part); ++i) {
  }
  const Answer answer = client.hear();
  EXPECT_EQ(answer.status, 413);
  EXPECT_NE(answer.body.find("1048576"), std::string::npos) << answer.body;
  EXPECT_TRUE(client.is_ended());
}

TEST(HttpServer, a_slow_header_and_a_slow_body_are_refused_in_time) {
  const Served served{{echo()},
                      with({{Limit::header_milliseconds, 300}, {Limit::body_milliseconds, 300}})};
  Client header = served.client();
  Client body = served.client();
  ASSERT_TRUE(header.say("GET /hello HTTP/1.1\r\nHo"));
  ASSERT_TRUE(body.say("POST /echo HTTP/1.1\r\nHost: a\r\nContent-Length: 9\r\n\r\nab"));
  const Answer of_header = header.hear();
  EXPECT_EQ(of_header.status, 408);
  EXPECT_NE(of_header.body.find("request_timeout"), std::string::npos);
  EXPECT_TRUE(header.is_ended());
  EXPECT_EQ(body.hear().status, 408);
  EXPECT_TRUE(body.is_ended());
}

TEST(HttpServer, a_body_that_drips_pays_for_its_time) {
  const Served served{{echo()},
                      with({{Limit::body_milliseconds, 300}, {Limit::least_rate, 100'000}})};
  Client client = served.client();
  ASSERT_TRUE(client.say("POST /echo HTTP/1.1\r\nHost: a\r\nContent-Length: 1000\r\n\r\n"));
  std::thread drip{[&] {
    for (int i = 0; i < 200 && client.say("x"); ++i) {
      std::this_thread::sleep_for(std::chrono::milliseconds{20});
    }
  }};
  EXPECT_EQ(client.hear().status, 408);
  EXPECT_TRUE(client.is_ended());
  drip.join();
}

TEST(HttpServer, an_idle_connection_is_closed_without_a_word) {
  const Served served{{hello()}, with({{Limit::idle_milliseconds, 200}})};
  Client client = served.client();
  EXPECT_EQ(client.ask(get("/hello/you")).status, 200);
  EXPECT_EQ(client.hear().status, 0);
  EXPECT_TRUE(client.is_ended());
}

TEST(HttpServer, one_who_does_not_take_the_answer_is_cut) {
  const std::string large(std::size_t{32} << 20U, 'x');
  Served served{{{.pattern = "/large", .answer = [&](const Call&) { return told(large); }}},
                with({{Limit::body_milliseconds, 300}, {Limit::least_rate, 1 << 30}})};
  const Client client = served.client();
  ASSERT_TRUE(client.say(get("/large")));
  EXPECT_TRUE(comes_true([&] { return served.gauges().connections == 1; }));
  EXPECT_TRUE(comes_true([&] { return served.gauges().connections == 0; }));
  EXPECT_TRUE(comes_true([&] { return served.log().find("\"cut\":true") != std::string::npos; }));
}

TEST(HttpServer, a_full_queue_says_when_to_come_back) {
  Gate gate;
  Served served{{held(gate)}, with({{Limit::queued_requests, 1}}), {}, 1};
  Client busy = served.client();
  ASSERT_TRUE(busy.say(get("/held")));
  gate.wait_for_visitors(1);
  Client queued = served.client();
  ASSERT_TRUE(queued.say(get("/held")));
  ASSERT_TRUE(comes_true([&] { return served.server().waiting() == 1; }));
  Client third = served.client();
  const Answer answer = third.ask(get("/held", "Accept-Language: fr-FR, en;q=0.5\r\n"));
  EXPECT_EQ(answer.status, 503);
  EXPECT_EQ(answer.field("Retry-After"), "1");
  EXPECT_NE(answer.body.find("too_busy"), std::string::npos);
  EXPECT_NE(answer.body.find("redemandez dans un instant"), std::string::npos);
  gate.open();
  EXPECT_EQ(busy.hear().body, "at last");
  EXPECT_EQ(queued.hear().body, "at last");
  EXPECT_EQ(third.ask(get("/held")).status, 200) << "a busy moment does not end the connection";
}

TEST(HttpServer, connections_over_a_limit_are_turned_away) {
  for (const Limit limit : {Limit::connections, Limit::connections_of_address}) {
    Served served{{hello()}, with({{limit, 2}})};
    Client one = served.client();
    EXPECT_EQ(one.ask(get("/hello/you")).status, 200);
    {
      Client two = served.client();
      EXPECT_EQ(two.ask(get("/hello/you")).status, 200);
      Client three = served.client();
      const Answer answer = three.hear();
      EXPECT_EQ(answer.status, 503);
      EXPECT_NE(answer.body.find("too_many_connections"), std::string::npos);
      EXPECT_EQ(served.gauges().turned_away, 1);
    }
    ASSERT_TRUE(comes_true([&] { return served.gauges().connections == 1; }));
    EXPECT_EQ(served.client().ask(get("/hello/you")).status, 200);
  }
}

TEST(HttpServer, a_refused_client_sees_the_refusal_though_it_talks_on) {
  const Served served{{echo()}, with({{Limit::linger_milliseconds, 300}})};
  Client client = served.client();
  ASSERT_TRUE(client.say("GET / HTTP/1.1\nHost: a\n\n"));
  EXPECT_EQ(client.hear().status, 400);
  EXPECT_TRUE(client.is_ended());
}

TEST(HttpServer, an_answer_that_fails_is_ours_and_the_log_says_why) {
  const Served served{{{.pattern = "/broken", .answer = [](const Call&) -> Response {
                          throw std::runtime_error{"the disk is on fire"};
                        }}}};
  Client client = served.client();
  const Answer answer = client.ask(get("/broken?secret=1", "X-Request-Id: abc-1\r\nCookie: c\r\n"));
  EXPECT_EQ(answer.status, 500);
  EXPECT_NE(answer.body.find("internal_error"), std::string::npos);
  EXPECT_EQ(answer.body.find("fire"), std::string::npos) << "causes stay in the log";
  EXPECT_EQ(answer.field("X-Request-Id"), "abc-1");
  EXPECT_TRUE(comes_true([&] { return served.log().find("\"took_us\"") != std::string::npos; }));
  const std::string log = served.log();
  EXPECT_NE(log.find(R"("id":"abc-1","why":"the disk is on fire")"), std::string::npos) << log;
  EXPECT_EQ(log.find("secret"), std::string::npos) << log;
  EXPECT_EQ(log.find("Cookie"), std::string::npos) << log;
}

TEST(HttpServer, stopping_closes_what_is_idle_and_waits_for_what_is_not) {
  Gate gate;
  Served served{{held(gate), hello()}};
  Client busy = served.client();
  ASSERT_TRUE(busy.say(get("/held")));
  gate.wait_for_visitors(1);
  Client idle = served.client();
  EXPECT_EQ(idle.ask(get("/hello/you")).status, 200);
  served.stop();
  EXPECT_TRUE(idle.is_ended());
  EXPECT_FALSE(served.client().is_connected()) << "no door is open any more";
  gate.open();
  const Answer answer = busy.hear();
  EXPECT_EQ(answer.body, "at last");
  EXPECT_EQ(answer.field("Connection"), "close");
  served.join();
}

TEST(HttpServer, what_takes_too_long_to_end_is_cut_when_stopping) {
  Gate gate;
  Served served{{held(gate)}, with({{Limit::stop_milliseconds, 200}})};
  Client busy = served.client();
  ASSERT_TRUE(busy.say(get("/held")));
  gate.wait_for_visitors(1);
  served.stop();
  served.join();
  EXPECT_EQ(busy.hear().status, 0);
  gate.open();
}

}  // namespace
}  // namespace vigie
