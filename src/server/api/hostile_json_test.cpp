// Bodies that mean harm, over a socket: each is refused with its place, costs little, and keeps
// nobody else waiting.
#include <gmock/gmock.h>

#include <algorithm>
#include <atomic>
#include <chrono>

#include "server/api/api_route.h"
#include "server/transport/client_for_test.h"

namespace vigie {
namespace {

struct Note {
  std::string text;
  std::optional<std::int64_t> count;
  std::optional<std::vector<std::string>> words;
};

}  // namespace

template <>
inline constexpr std::string_view title_of<Note> = "Note";
template <>
inline constexpr auto fields_of<Note> = std::tuple{
    field("text", &Note::text, "A text."),
    field("count", &Note::count, "A number."),
    field("words", &Note::words, "A list."),
};

namespace {

using namespace http_for_test;  // NOLINT: the words of these tests
using testing::HasSubstr;

std::vector<Route> routes() {
  return {{.pattern = "/well", .answer = [](const Call&) { return Response{.body = "{}"}; }},
          {.method = Method::post, .pattern = "/notes", .answer = [](const Call& call) {
             return answer_body<Note>(call, [](const Note& note) {
               JsonWriter json;
               write_fields(json, note);
               return Response{.body = json.take()};
             });
           }}};
}

std::string note(const std::string& body) {
  return "POST /notes HTTP/1.1\r\nHost: a\r\nContent-Type: application/json\r\nContent-Length: " +
         std::to_string(body.size()) + "\r\n\r\n" + body;
}

std::string times(std::size_t count, const std::string& text) {
  std::string all;
  all.reserve(count * text.size());
  for (std::size_t i = 0; i < count; ++i) all += text;
  return all;
}

struct Hostile {
  std::string body;
  const char* code;
  const char* pointer = "";
};

std::vector<Hostile> hostile_bodies() {
  constexpr std::size_t most = 1'048'576;
  const std::string big(most - 20, 'x');
  return {
      {times(33, "["), "not_json"},
      {times(33, "[") + times(33, "]"), "not_json"},
      {times(most / 2, "[") + times(most / 2, "]"), "not_json"},
      {times(most / 5, "{\"a\":"), "not_json"},
      {R"({"text":")" + big.substr(0, most - 12) + "\"}", "text_too_long", "/text"},
      {"{\"" + big.substr(0, most - 10) + "\":1}", "member_missing"},
      {"{\"text\":\"a\",\"words\":[" + times(1'000, "\"\",") + "\"\"]}", "list_too_long", "/words"},
      {"{" + times(150'000, "\"a\":1,") + "\"a\":1}", "member_twice"},
      {R"({"text":"a","text":"b"})", "member_twice"},
      {R"({"text":"a","te\u0078t":"b"})", "member_twice"},
      {"{\"text\":\"\xC0\xAF\"}", "not_json"},
      {"{\"text\":\"\xED\xA0\x80\"}", "not_json"},
      {"{\"text\":\"\xF4\x90\x80\x80\"}", "not_json"},
      {"{\"te\xFFxt\":\"a\"}", "not_json"},
      {R"({"text":"\ud800"})", "not_json"},
      {R"({"text":"\udc00\ud800"})", "not_json"},
      {R"({"text":"a\u0000b"})", "not_a_text", "/text"},
      {std::string{"{\"text\":\"a\0b\"}", 14}, "not_json"},
      {R"({"text":"a","count":9223372036854775808})", "not_a_whole_number", "/count"},
      {R"({"text":"a","count":-9223372036854775809})", "not_a_whole_number", "/count"},
      {R"({"text":"a","count":1e308})", "not_a_whole_number", "/count"},
      {"{\"text\":\"a\",\"count\":1" + times(100'000, "0") + "}", "not_a_whole_number", "/count"},
      {"{\"text\":\"a\",\"count\":0." + times(500'000, "1") + "}", "not_a_whole_number", "/count"},
      {R"({"text":"a","__proto__":{}})", "member_unknown"},
      {"\xEF\xBB\xBF{\"text\":\"a\"}", "not_json"},
      {"", "not_json"},
  };
}

TEST(HostileJson, each_body_is_refused_with_its_code_and_its_place) {
  const Served served{routes()};
  Client client = served.client();
  for (const Hostile& one : hostile_bodies()) {
    const std::string shown = one.body.substr(0, 60);
    const Answer answer = client.ask(note(one.body));
    EXPECT_EQ(answer.status, 422) << shown;
    EXPECT_THAT(answer.body, HasSubstr("\"code\":\"body_not_understood\"")) << shown;
    EXPECT_THAT(answer.body, HasSubstr("\"pointer\":\"" + std::string{one.pointer} +
                                       "\",\"code\":\"" + one.code + "\""))
        << shown;
    EXPECT_LT(answer.body.size(), 8'192U) << shown;
  }
  EXPECT_EQ(client.ask(note(R"({"text":"é😀","count":-9223372036854775808,"words":[]})")).body,
            R"({"text":"é😀","count":-9223372036854775808,"words":[]})");
}

TEST(HostileJson, an_answer_does_not_give_a_large_body_back) {
  const Served served{routes()};
  Client client = served.client();
  const std::string name(1'000'000, 'n');
  for (const std::string& body :
       {"{\"" + name + "\":1}", "{\"a\":1,\"" + name + "\":1,\"" + name + "\":2}"}) {
    EXPECT_LT(client.ask(note(body)).body.size(), 8'192U);
  }
}

TEST(HostileJson, who_behaves_is_served_meanwhile) {
  const Served served{routes()};
  std::atomic<bool> is_over{false};
  std::vector<std::thread> attackers;
  for (int i = 0; i < 4; ++i) {
    attackers.emplace_back([&] {
      Client client = served.client();
      while (!is_over) {
        for (const Hostile& one : hostile_bodies()) {
          if (is_over) break;
          client.ask(note(one.body));
        }
      }
    });
  }
  Client known = served.client();
  for (int i = 0; i < 200; ++i) EXPECT_EQ(known.ask(get("/well")).status, 200);
  is_over = true;
  for (std::thread& attacker : attackers) attacker.join();
}

}  // namespace
}  // namespace vigie
