// Where requests are received: named, led to their route, answered, counted and written down.
#pragma once

#include <atomic>
#include <functional>
#include <optional>
#include <string>
#include <vector>

#include "server/log.h"
#include "server/metrics.h"
#include "server/router/router.h"
#include "server/transport/application.h"
#include "server/transport/limits.h"
#include "usecase/refused.h"

namespace vigie {

struct ReceptionTerms {
  const Limits& limits;
  Log& log;
  Language language = Language::en;  // for those who say none
  /// Who asks. A route that is for anyone does not want to know. Without a gate, only those answer.
  std::function<Outcome<Caller>(const Request&)> gate = {};
  /// What is answered where there is no route: pages for browsers.
  std::function<std::optional<Response>(const Request&)> pages = {};
};

class Reception final : public Application {
 public:
  Reception(std::vector<Route> routes, ReceptionTerms terms);

  Admission admit(Request& request) override;
  Response answer(const Request& request, const Admission& admission) override;
  Response refuse(Refusal refusal, const Request* request, std::size_t most) override;
  void note(const Exchange& exchange) override;

  const Router& router() const { return router_; }
  const Metrics& metrics() const { return metrics_; }

 private:
  Response respond(const Request& request);
  Response failed(const std::exception& error, Refusal refusal, const Request& request);
  Response ask(const Router::Found& found, const Request& request);
  Outcome<Caller> caller_of(const Route& route, const Request& request) const;
  Response told(Refusal refusal, const Request& request,
                std::vector<std::pair<std::string, std::string>> arguments = {}) const;
  std::string make_id();

  Router router_;
  ReceptionTerms terms_;
  Metrics metrics_;
  std::string id_of_run_;  // the same for all requests of this run of the program
  std::atomic<std::uint64_t> next_id_{1};
};

/// A request id that is kept as it came: 1 to 64 letters, digits, and . _ -
bool is_request_id(std::string_view text);

}  // namespace vigie
