#include "server/serving.h"

#include <sys/resource.h>
#include <sys/socket.h>
#include <sys/un.h>
#include <unistd.h>

#include <fmt/format.h>

#include <csignal>
#include <cstdlib>
#include <cstring>

#include "server/node.h"
#include "server/transport/loop_signals.h"
#include "server/zones/node_zones.h"

namespace vigie {

namespace {

/// As many descriptors as the system grants: each connection is one.
void raise_descriptors() {
  rlimit limit{};
  if (getrlimit(RLIMIT_NOFILE, &limit) != 0) return;
  limit.rlim_cur = limit.rlim_max;
  setrlimit(RLIMIT_NOFILE, &limit);
}

bool is_secure(const ServingTerms& terms) { return !terms.tls.certificate.empty(); }

TlsTerms tls_of(const ServingTerms& terms) {
  return is_secure(terms) ? read_tls_terms(terms.tls) : TlsTerms{};
}

std::vector<std::string> open_doors(HttpServer& server, const ServingTerms& terms, Log& log) {
  const TlsTerms tls = tls_of(terms);
  std::vector<std::string> addresses;
  for (Address address : terms.listen) {
    address.port = server.open(address, tls);
    addresses.push_back((is_secure(terms) ? "https://" : "http://") + text_of(address));
    JsonWriter line = Log::line("info", "listening");
    log.tell(std::move(line.field("address", addresses.back())));
    if (address.is_loopback() || is_secure(terms)) continue;
    JsonWriter warning = Log::line("warning", "listening_in_clear");
    log.tell(std::move(warning.field("address", addresses.back())));
  }
  return addresses;
}

/// The certificate as it is in its files now; when they are wrong, the one in force stays.
void renew_tls(HttpServer& server, const ServingTerms& terms, Log& log) {
  if (!is_secure(terms)) return;
  try {
    server.renew(read_tls_terms(terms.tls));
    log.tell(Log::line("info", "certificate_renewed"));
  } catch (const std::exception& error) {
    JsonWriter line = Log::line("error", "certificate_not_renewed");
    log.tell(std::move(line.field("why", std::string_view{error.what()})));
  }
}

void tell_of_opening(Log& log, OpenedInstallation& opened) {
  JsonWriter line = Log::line("info", "database_opened");
  log.tell(std::move(line.field("database", key_of(opened.here().database.dialect()))
                         .field("steps", std::int64_t{opened.steps()})));
}

}  // namespace

std::optional<std::string> clock_difference(std::chrono::microseconds difference) {
  constexpr std::chrono::seconds most{2};
  if (std::chrono::abs(difference) <= most) return std::nullopt;
  return fmt::format("the clock of this machine is {:+.1f} s off",
                     std::chrono::duration<double>{difference}.count());
}

void notify_supervisor(std::string_view state) {
  const char* path = std::getenv("NOTIFY_SOCKET");  // NOLINT: read where nothing writes it
  sockaddr_un to{};
  if (path == nullptr || std::strlen(path) < 2 || std::strlen(path) >= sizeof to.sun_path) return;
  to.sun_family = AF_UNIX;
  std::strcpy(to.sun_path, path);  // NOLINT: its length was checked
  const auto size = static_cast<socklen_t>(offsetof(sockaddr_un, sun_path) + std::strlen(path));
  if (to.sun_path[0] == '@') to.sun_path[0] = '\0';  // a name without a file
  const int descriptor = socket(AF_UNIX, SOCK_DGRAM | SOCK_CLOEXEC, 0);
  if (descriptor < 0) return;
  (void)sendto(descriptor, state.data(), state.size(), MSG_NOSIGNAL,
               reinterpret_cast<const sockaddr*>(&to), size);
  ::close(descriptor);
}

std::optional<Fault> serve(
    const ServingTerms& terms,
    const std::function<void(const std::vector<std::string>& addresses)>& announce) {
  hold_signals({SIGTERM, SIGINT, SIGHUP});
  raise_descriptors();
  Log log{terms.log_descriptor};
  OpeningTerms opening = terms.installation;
  opening.sealing_failed = [&log](const std::exception& error) {
    JsonWriter line = Log::line("error", "sealing_failed");
    log.tell(std::move(line.field("why", std::string_view{error.what()})));
  };
  Bell bell;
  opening.sealed = [&bell](std::int64_t) { bell.ring(); };
  auto opened = open_installation(opening);
  if (!opened) return opened.error();
  tell_of_opening(log, *opened.value());
  auto zones = node_zones(opened.value()->here());
  if (!zones) return zones.error();
  Node node{terms, log, bell, std::move(opened).value(), std::move(zones).value()};
  HttpServer& server = node.server();
  const LoopSignals signals{server.loop(), {SIGTERM, SIGINT, SIGHUP}, [&](int signal) {
                              if (signal == SIGHUP) return renew_tls(server, terms, log);
                              notify_supervisor("STOPPING=1");
                              log.tell(Log::line("info", "stopping"));
                              server.stop();
                            }};
  announce(open_doors(server, terms, log));
  notify_supervisor("READY=1");
  server.run();
  log.tell(Log::line("info", "stopped"));
  return std::nullopt;
}

}  // namespace vigie
