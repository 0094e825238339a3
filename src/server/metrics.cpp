#include "server/metrics.h"

#include <fmt/format.h>

#include <algorithm>
#include <iterator>

namespace vigie {

namespace {

std::string seconds(std::uint64_t microseconds) {
  constexpr std::uint64_t million = 1'000'000;
  std::string text = fmt::format("{}.{:06}", microseconds / million, microseconds % million);
  while (text.ends_with('0')) text.pop_back();
  if (text.ends_with('.')) text.pop_back();
  return text;
}

struct Told {
  std::string_view name;
  std::string_view kind;
  std::string_view meaning;
};

void write_heading(std::string& page, const Told& told) {
  fmt::format_to(std::back_inserter(page), "# HELP {0} {2}\n# TYPE {0} {1}\n", told.name, told.kind,
                 told.meaning);
}

void write_value(std::string& page, const Told& told, std::int64_t value) {
  write_heading(page, told);
  fmt::format_to(std::back_inserter(page), "{} {}\n", told.name, value);
}

std::string labels_of(const Metrics::Name& name) {
  return fmt::format("method=\"{}\",route=\"{}\"", name.method, name.pattern);
}

std::uint64_t count_of(const RouteCounts& counts) {
  std::uint64_t count = 0;
  for (const auto& each : counts.by_time) count += each.load();
  return count;
}

}  // namespace

Metrics::Metrics(std::vector<Name> routes) : names_{std::move(routes)}, routes_(names_.size() + 1) {
  names_.push_back({.method = "", .pattern = ""});
}

void Metrics::note(const Exchange& exchange) {
  RouteCounts& counts = routes_[std::min(exchange.route, routes_.size() - 1)];
  const auto group = static_cast<std::size_t>(std::clamp(exchange.status / 100, 1, 5) - 1);
  ++counts.by_class[group];
  const auto bound = std::lower_bound(RouteCounts::bounds.begin(), RouteCounts::bounds.end(),
                                      exchange.took.count());
  ++counts.by_time[static_cast<std::size_t>(bound - RouteCounts::bounds.begin())];
  counts.microseconds += static_cast<std::uint64_t>(exchange.took.count());
  if (exchange.is_cut) ++counts.cut;
  if (exchange.refusal) ++refusals_[static_cast<std::size_t>(*exchange.refusal)];
}

void Metrics::write_routes(std::string& page) const {
  auto to = std::back_inserter(page);
  write_heading(page, {"vigie_http_requests_total", "counter", "Requests answered."});
  for (std::size_t i = 0; i < routes_.size(); ++i) {
    for (std::size_t group = 0; group < routes_[i].by_class.size(); ++group) {
      const std::uint64_t count = routes_[i].by_class[group].load();
      if (count == 0) continue;
      fmt::format_to(to, "vigie_http_requests_total{{{},status=\"{}xx\"}} {}\n",
                     labels_of(names_[i]), group + 1, count);
    }
  }
  write_heading(page, {"vigie_http_cut_total", "counter", "Answers that the client did not take."});
  for (std::size_t i = 0; i < routes_.size(); ++i) {
    if (routes_[i].cut.load() == 0) continue;
    fmt::format_to(to, "vigie_http_cut_total{{{}}} {}\n", labels_of(names_[i]),
                   routes_[i].cut.load());
  }
}

void Metrics::write_times(std::string& page) const {
  auto to = std::back_inserter(page);
  constexpr std::string_view name = "vigie_http_request_seconds";
  write_heading(page, {name, "histogram", "From the first byte asked to the last answered."});
  for (std::size_t i = 0; i < routes_.size(); ++i) {
    const RouteCounts& counts = routes_[i];
    if (count_of(counts) == 0) continue;
    const std::string labels = labels_of(names_[i]);
    std::uint64_t so_far = 0;
    for (std::size_t bound = 0; bound < RouteCounts::bounds.size(); ++bound) {
      so_far += counts.by_time[bound].load();
      fmt::format_to(to, "{}_bucket{{{},le=\"{}\"}} {}\n", name, labels,
                     seconds(static_cast<std::uint64_t>(RouteCounts::bounds[bound])), so_far);
    }
    so_far += counts.by_time.back().load();
    fmt::format_to(to, "{}_bucket{{{},le=\"+Inf\"}} {}\n", name, labels, so_far);
    fmt::format_to(to, "{}_sum{{{}}} {}\n", name, labels, seconds(counts.microseconds.load()));
    fmt::format_to(to, "{}_count{{{}}} {}\n", name, labels, so_far);
  }
}

std::string Metrics::page(const Gauges& gauges, std::size_t waiting,
                          std::uint64_t dropped_lines) const {
  std::string page;
  write_value(page, {"vigie_http_connections", "gauge", "Connections open now."},
              gauges.connections.load());
  write_value(page, {"vigie_http_being_answered", "gauge", "Requests with or before a worker."},
              gauges.being_answered.load());
  write_value(page, {"vigie_http_queue", "gauge", "Requests that wait for a worker."},
              static_cast<std::int64_t>(waiting));
  write_value(page, {"vigie_event_streams", "gauge", "Event streams open now."},
              gauges.streams.load());
  write_value(page, {"vigie_http_accepted_total", "counter", "Connections since the start."},
              gauges.accepted.load());
  write_value(page, {"vigie_http_turned_away_total", "counter", "Connections over a limit."},
              gauges.turned_away.load());
  write_value(page, {"vigie_event_streams_dropped_total", "counter", "Streams too far behind."},
              gauges.streams_dropped.load());
  write_value(page, {"vigie_log_lines_dropped_total", "counter", "Lines that nobody read in time."},
              static_cast<std::int64_t>(dropped_lines));
  write_routes(page);
  write_times(page);
  write_heading(page, {"vigie_http_refusals_total", "counter", "Refusals by their code."});
  for (std::size_t i = 0; i < refusals_.size(); ++i) {
    if (refusals_[i].load() == 0) continue;
    fmt::format_to(std::back_inserter(page), "vigie_http_refusals_total{{code=\"{}\"}} {}\n",
                   key_of(static_cast<Refusal>(i)), refusals_[i].load());
  }
  return page;
}

}  // namespace vigie
