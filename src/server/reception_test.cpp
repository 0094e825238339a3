#include "server/reception.h"

#include <fcntl.h>
#include <gtest/gtest.h>
#include <unistd.h>

#include "server/probes.h"
#include "server/transport/request_head.h"
#include "store/database/error.h"

namespace vigie {
namespace {

Response told(std::string body) { return {.media_type = "text/plain", .body = std::move(body)}; }

std::vector<Route> routes() {
  const auto tells = [](const char* words) {
    return [words](const Call& call) {
      std::string text = words;
      for (const auto& [name, value] : call.path) text += " " + std::string{name} + "=" + value;
      for (const auto& [name, value] : call.query.all()) text += " ?" + name + "=" + value;
      return told(text);
    };
  };
  return {{.pattern = "/tickets", .answer = tells("list")},
          {.method = Method::post, .pattern = "/tickets", .answer = tells("open")},
          {.pattern = "/tickets/{reference}", .answer = tells("one")},
          {.pattern = "/tickets/open", .answer = tells("those open")},
          {.pattern = "/tickets/{reference}/events/{rank}", .answer = tells("event")},
          {.method = Method::delete_, .pattern = "/tickets/{reference}", .answer = tells("gone")}};
}

class Desk {
 public:
  explicit Desk(std::vector<Route> of = routes(), ReceptionTerms* terms = nullptr)
      : reception_{std::move(of),
                   terms != nullptr ? *terms : ReceptionTerms{.limits = limits_, .log = log_}} {}

  Response ask(const std::string& line, const std::string& fields = {}) {
    auto head = read_head(line + " HTTP/1.1\r\nHost: a\r\n" + fields + "\r\n", limits_);
    Request request = std::move(head).value().request;
    const Admission admission = reception_.admit(request);
    return reception_.answer(request, admission);
  }
  Log& log() { return log_; }
  const Limits& limits() const { return limits_; }
  Reception& reception() { return reception_; }

 private:
  Limits limits_;
  Log log_{open("/dev/null", O_WRONLY | O_CLOEXEC)};
  Reception reception_;
};

std::string_view field_of(const Response& response, std::string_view name) {
  for (const auto& [key, value] : response.fields) {
    if (key == name) return value;
  }
  return {};
}

TEST(Reception, a_request_finds_its_route_and_its_words) {
  Desk desk;
  const std::pair<const char*, const char*> asked[] = {
      {"GET /tickets", "list"},
      {"POST /tickets", "open"},
      {"GET /tickets/INC-1", "one reference=INC-1"},
      {"GET /tickets/open", "those open"},
      {"DELETE /tickets/INC-1", "gone reference=INC-1"},
      {"GET /tickets/a%20b%2Fc/events/7", "event reference=a b/c rank=7"},
      {"GET /tickets/%C3%A9t%C3%A9", "one reference=été"},
      {"GET /tickets/a+b", "one reference=a+b"},
      {"GET /tickets?state=open&q=a+b%26c&x", "list ?state=open ?q=a b&c ?x="},
      {"GET /ticket%73", "list"},
  };
  for (const auto& [line, words] : asked) {
    const Response response = desk.ask(line);
    EXPECT_EQ(response.status, 200) << line;
    EXPECT_EQ(response.body, words) << line;
  }
}

TEST(Reception, what_has_no_route_is_refused_by_name) {
  Desk desk;
  const std::tuple<const char*, int, const char*> asked[] = {
      {"GET /", 404, "not_found"},
      {"GET /tickets/", 404, "not_found"},
      {"GET //tickets", 404, "not_found"},
      {"GET /tickets/..", 404, "not_found"},
      {"GET /tickets/%2e%2e/events/1", 404, "not_found"},
      {"GET /tickets/INC-1/events", 404, "not_found"},
      {"OPTIONS /nothing", 404, "not_found"},
      {"PUT /tickets", 405, "method_not_allowed"},
      {"GET /tickets/%", 400, "malformed_path"},
      {"GET /tickets/%4", 400, "malformed_path"},
      {"GET /tickets/%zz", 400, "malformed_path"},
      {"GET /tickets/%ff", 400, "malformed_path"},
      {"GET /tickets/%00", 400, "malformed_path"},
      {"GET /tickets/%C0%AF", 400, "malformed_path"},
      {"GET /tickets?a=%ff", 400, "malformed_query"},
      {"GET /tickets?a=%1", 400, "malformed_query"},
      {"GET /tickets?a=1&b=2&a=3", 400, "repeated_parameter"},
  };
  for (const auto& [line, status, code] : asked) {
    const Response response = desk.ask(line);
    EXPECT_EQ(response.status, status) << line;
    EXPECT_EQ(response.media_type, "application/problem+json") << line;
    EXPECT_NE(response.body.find("\"code\":\"" + std::string{code} + "\""), std::string::npos)
        << line << response.body;
  }
  EXPECT_EQ(field_of(desk.ask("PUT /tickets"), "Allow"), "GET, HEAD, POST, OPTIONS");
  EXPECT_EQ(field_of(desk.ask("OPTIONS /tickets/x"), "Allow"), "GET, HEAD, DELETE, OPTIONS");
}

TEST(Reception, a_refusal_speaks_the_language_of_the_caller) {
  Desk desk;
  const auto detail = [&](const std::string& language) {
    const Response response =
        desk.ask("GET /tickets?a=&a=", "Accept-Language: " + language + "\r\n");
    return std::pair{response.body, std::string{field_of(response, "Content-Language")}};
  };
  const std::string english = "\\\"a\\\" is written twice in the query";
  const std::string french = "«\u00A0a\u00A0» est écrit deux fois";
  const std::tuple<const char*, const std::string&, const char*> asked[] = {
      {"fr", french, "fr"},
      {"en-GB, fr;q=0.9", english, "en"},
      {"en;q=0.5, FR-fr;q=0.8", french, "fr"},
      {"de, fr;q=0", english, "en"},
      {"de", english, "en"},
      {"fry", english, "en"},
      {"fr;q=nonsense", english, "en"},
  };
  for (const auto& [asks, words, language] : asked) {
    EXPECT_NE(detail(asks).first.find(words), std::string::npos) << asks << detail(asks).first;
    EXPECT_EQ(detail(asks).second, language) << asks;
  }
}

TEST(Reception, a_route_that_is_not_for_anyone_is_closed_without_a_gate) {
  auto closed = routes();
  closed[0].permission = Permission::be_signed_in;
  Desk desk{closed};
  const Response response = desk.ask("GET /tickets");
  EXPECT_EQ(response.status, 401);
  EXPECT_EQ(response.refusal, Refusal::unauthenticated);
  EXPECT_FALSE(field_of(response, "WWW-Authenticate").empty());
}

TEST(Reception, a_database_that_is_away_is_said_so_and_other_failures_are_ours) {
  auto failing = routes();
  const auto fails_with = [](DatabaseFault fault) {
    return [fault](const Call&) -> Response { throw DatabaseError{fault, "password is secret"}; };
  };
  failing[0].answer = fails_with(DatabaseFault::commit_unknown);
  failing[2].answer = fails_with(DatabaseFault::broken_rule);
  Desk desk{failing};
  const Response away = desk.ask("GET /tickets");
  EXPECT_EQ(away.status, 503);
  EXPECT_EQ(away.refusal, Refusal::storage_away);
  EXPECT_EQ(field_of(away, "Retry-After"), "1");
  EXPECT_EQ(away.body.find("secret"), std::string::npos);
  EXPECT_EQ(desk.ask("GET /tickets/INC-1").refusal, Refusal::internal_error);
}

TEST(Reception, an_id_is_kept_when_well_formed_and_made_when_not) {
  Desk desk;
  EXPECT_EQ(field_of(desk.ask("GET /", "X-Request-Id: a.B_9-c\r\n"), "X-Request-Id"), "a.B_9-c");
  const auto first = std::string{field_of(desk.ask("GET /"), "X-Request-Id")};
  const auto second =
      std::string{field_of(desk.ask("GET /", "X-Request-Id: a b\r\n"), "X-Request-Id")};
  EXPECT_TRUE(is_request_id(first));
  EXPECT_NE(first, second);
  EXPECT_FALSE(is_request_id(std::string(65, 'a')));
}

TEST(Reception, two_routes_for_one_path_are_our_fault) {
  auto twice = routes();
  twice.push_back({.pattern = "/tickets/{other}"});
  EXPECT_THROW(Router{twice}, BrokenPromise);
  EXPECT_THROW(Router{std::vector<Route>{{.pattern = "tickets"}}}, BrokenPromise);
  EXPECT_THROW(Router{std::vector<Route>{{.pattern = "/tickets/"}}}, BrokenPromise);
}

TEST(Reception, the_figures_count_what_was_answered) {
  Desk desk;
  Request request;
  desk.reception().note(
      {.request = &request, .route = 2, .status = 200, .took = std::chrono::microseconds{1'500}});
  desk.reception().note({.request = &request,
                         .route = 2,
                         .status = 404,
                         .refusal = Refusal::not_found,
                         .took = std::chrono::microseconds{400},
                         .is_cut = true});
  desk.reception().note({.route = 99, .status = 400, .took = std::chrono::seconds{20}});
  const std::string page = desk.reception().metrics().page({}, 3, 7);
  for (const char* line :
       {"vigie_http_requests_total{method=\"GET\",route=\"/tickets/{reference}\",status=\"2xx\"} "
        "1\n",
        "vigie_http_requests_total{method=\"GET\",route=\"/tickets/{reference}\",status=\"4xx\"} "
        "1\n",
        "vigie_http_requests_total{method=\"\",route=\"\",status=\"4xx\"} 1\n",
        "vigie_http_request_seconds_bucket{method=\"GET\",route=\"/tickets/"
        "{reference}\",le=\"0.0005\"} "
        "1\n",
        "vigie_http_request_seconds_bucket{method=\"GET\",route=\"/tickets/"
        "{reference}\",le=\"0.0025\"} "
        "2\n",
        "vigie_http_request_seconds_bucket{method=\"\",route=\"\",le=\"10\"} 0\n",
        "vigie_http_request_seconds_sum{method=\"GET\",route=\"/tickets/{reference}\"} 0.0019\n",
        "vigie_http_cut_total{method=\"GET\",route=\"/tickets/{reference}\"} 1\n",
        "vigie_http_refusals_total{code=\"not_found\"} 1\n", "vigie_http_queue 3\n",
        "vigie_log_lines_dropped_total 7\n"}) {
    EXPECT_NE(page.find(line), std::string::npos) << line << page;
  }
}

TEST(Probes, what_is_missing_makes_the_program_unready) {
  Gauges gauges;
  std::optional<std::string> why;
  Desk desk{probe_routes({.gauges = gauges,
                          .checks = {{.name = "store", .why_not = [&] { return why; }}},
                          .metrics_page = [] { return std::string{"figures"}; }})};
  EXPECT_EQ(desk.ask("GET /healthz").body, R"({"status":"ok"})");
  EXPECT_EQ(desk.ask("GET /readyz").body, R"({"status":"ready"})");
  EXPECT_EQ(desk.ask("GET /metrics").body, "figures");
  why = "away";
  const Response missing = desk.ask("GET /readyz");
  EXPECT_EQ(missing.refusal, Refusal::not_ready);
  EXPECT_EQ(field_of(missing, "Retry-After"), "1");
  EXPECT_NE(missing.body.find("store: away"), std::string::npos);
  why.reset();
  gauges.is_stopping = true;
  EXPECT_NE(desk.ask("GET /readyz", "Accept-Language: fr\r\n").body.find("il s’arrête"),
            std::string::npos);
  EXPECT_EQ(desk.ask("GET /healthz").status, 200);
}

}  // namespace
}  // namespace vigie
