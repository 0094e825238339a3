// What is counted of requests, in the text that Prometheus reads.
#pragma once

#include <array>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "server/transport/application.h"
#include "server/transport/gauges.h"

namespace vigie {

/// Counts of one route. The histogram is of whole times, from the first byte to the last.
struct RouteCounts {
  static constexpr std::array<std::int64_t, 14> bounds{
      500,     1'000,   2'500,   5'000,     10'000,    25'000,    50'000,
      100'000, 250'000, 500'000, 1'000'000, 2'500'000, 5'000'000, 10'000'000};  // microseconds

  std::array<std::atomic<std::uint64_t>, 5> by_class{};  // 1xx to 5xx
  std::array<std::atomic<std::uint64_t>, bounds.size() + 1> by_time{};
  std::atomic<std::uint64_t> microseconds{0};
  std::atomic<std::uint64_t> cut{0};
};

class Metrics {
 public:
  struct Name {
    std::string_view method;
    std::string_view pattern;
  };

  /// One line of counts a route, and one for what finds none.
  explicit Metrics(std::vector<Name> routes);

  void note(const Exchange& exchange);

  /// The page: gauges of the transport, counts of routes that were asked, refusals that were given.
  /// Source: Prometheus text format 0.0.4.
  std::string page(const Gauges& gauges, std::size_t waiting, std::uint64_t dropped_lines) const;

 private:
  void write_routes(std::string& page) const;
  void write_times(std::string& page) const;

  std::vector<Name> names_;
  std::vector<RouteCounts> routes_;
  std::array<std::atomic<std::uint64_t>, std::size(refusal_statuses)> refusals_{};
};

}  // namespace vigie
