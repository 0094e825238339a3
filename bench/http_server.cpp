// What bench/http_bench.py asks: an answer of a kilobyte, and a stream of events.
#include <csignal>
#include <iostream>
#include <string>

#include "server/reception.h"
#include "server/transport/http_server.h"
#include "server/transport/loop_signals.h"

namespace vigie {
namespace {

std::vector<Route> routes() {
  const std::string kilobyte = "{\"text\":\"" + std::string(1'000, 'x') + "\"}";
  return {{.pattern = "/kilobyte",
           .answer = [kilobyte](const Call&) { return Response{.body = kilobyte}; }},
          {.pattern = "/live", .answer = [](const Call&) {
             Response response{.media_type = "text/event-stream"};
             response.stream.emplace();
             return response;
           }}};
}

void serve_until_told() {
  hold_signals({SIGTERM, SIGUSR1});
  const Limits limits;
  Log log{2};
  Gauges gauges;
  Reception reception{routes(), {.limits = limits, .log = log}};
  HttpServer server{{.limits = limits, .application = reception, .gauges = gauges, .workers = 2}};
  std::uint64_t position = 0;
  const LoopSignals signals{server.loop(), {SIGTERM, SIGUSR1}, [&](int signal) {
                              if (signal == SIGTERM) return server.stop();
                              server.hub().publish({.position = ++position, .content = "{}"});
                            }};
  std::cout << server.open({.host = "127.0.0.1"}) << std::endl;
  server.run();
}

}  // namespace
}  // namespace vigie

int main() { vigie::serve_until_told(); }
