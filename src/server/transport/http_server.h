// The transport as a whole: it listens, accepts, keeps its connections, and stops with grace.
#pragma once

#include <cstdint>
#include <map>
#include <memory>
#include <string>
#include <unordered_map>
#include <vector>

#include "server/transport/address.h"
#include "server/transport/application.h"
#include "server/transport/channel_tls.h"
#include "server/transport/client_connection.h"
#include "server/transport/event_hub.h"
#include "server/transport/gauges.h"
#include "server/transport/limits.h"
#include "server/transport/loop.h"
#include "server/transport/work_pool.h"

namespace vigie {

/// What a server stands on; all of it outlives the server.
struct ServerParts {
  const Limits& limits;
  Application& application;
  Gauges& gauges;
  unsigned workers = 16;
};

class HttpServer final : LoopTimers::Timed {
 public:
  explicit HttpServer(const ServerParts& parts);
  ~HttpServer();

  /// Listens; with `terms`, under TLS. The port that it got. Before `run`. Throws
  /// std::system_error when the address cannot be had.
  std::uint16_t open(const Address& address, TlsTerms terms = {});
  /// New connections of TLS doors have these terms from now on. From any thread.
  void renew(TlsTerms terms);

  /// Serves until it is stopped.
  void run();
  /// Accepts no more, closes what is idle, gives the rest `stop_milliseconds`; asked again, ends
  /// at once. From any thread.
  void stop();

  EventHub& hub() { return hub_; }
  Loop& loop() { return loop_; }
  std::size_t waiting() const { return pool_.waiting(); }

 private:
  class Door;
  void welcome(int descriptor, const TlsTerms& terms, const std::string& peer);
  void turn_away(int descriptor, bool is_secure);
  void forget(ClientConnection& connection);
  void begin_stop();
  void on_time() override;

  Limits limits_;
  Application& application_;
  Gauges& gauges_;
  Loop loop_;
  EventHub hub_;
  std::vector<char> scratch_;
  std::vector<std::unique_ptr<Door>> doors_;
  std::unordered_map<ClientConnection*, std::shared_ptr<ClientConnection>> connections_;
  std::unordered_map<std::string, std::int64_t> of_address_;
  bool is_stopping_ = false;
  WorkPool pool_;  // ends before what its work uses
  Surroundings around_;
};

}  // namespace vigie
