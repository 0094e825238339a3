#include "store/journal/seal_hints.h"

#include <libpq-fe.h>
#include <poll.h>
#include <sys/eventfd.h>
#include <unistd.h>

#include <array>
#include <chrono>
#include <thread>
#include <utility>

namespace vigie {

namespace {

using Link = std::unique_ptr<PGconn, decltype(&PQfinish)>;

/// A connection that listens; none when the server is away.
Link listening_at(const std::string& url) {
  // A server that does not answer is not waited for longer than the stop of this program may take.
  const std::array<const char*, 3> words{"dbname", "connect_timeout", nullptr};
  const std::array<const char*, 3> values{url.c_str(), "5", nullptr};
  Link link{PQconnectdbParams(words.data(), values.data(), 1), PQfinish};
  if (PQstatus(link.get()) != CONNECTION_OK) return {nullptr, PQfinish};
  PGresult* const answer = PQexec(link.get(), "listen vigie_sealed");
  const bool is_heard = PQresultStatus(answer) == PGRES_COMMAND_OK;
  PQclear(answer);
  if (!is_heard) link.reset();
  return link;
}

/// Takes what was said; false when the connection is lost.
bool take_in(PGconn* link, bool& was_said) {
  if (PQconsumeInput(link) == 0) return false;
  while (PGnotify* const said = PQnotifies(link)) {
    was_said = true;
    PQfreemem(said);
  }
  return true;
}

class PostgresqlHints final : public SealHints {
 public:
  PostgresqlHints(std::string url, std::function<void()> hint)
      : url_{std::move(url)},
        hint_{std::move(hint)},
        stop_{eventfd(0, EFD_CLOEXEC)},
        thread_{[this] { serve(); }} {}
  ~PostgresqlHints() override {
    const std::uint64_t one = 1;
    [[maybe_unused]] const auto written = write(stop_, &one, sizeof one);
    thread_.join();
    close(stop_);
  }
  PostgresqlHints(const PostgresqlHints&) = delete;
  PostgresqlHints& operator=(const PostgresqlHints&) = delete;

 private:
  void serve() {
    constexpr int moment = 1'000;
    while (true) {
      const Link link = listening_at(url_);
      if (link) {
        hint_();
        if (is_stopped_while_listening(link.get())) return;
      }
      if (waits(-1, moment) == Woken::to_stop) return;
    }
  }

  bool is_stopped_while_listening(PGconn* link) {
    while (true) {
      if (waits(PQsocket(link), -1) == Woken::to_stop) return true;
      bool was_said = false;
      const bool is_alive = take_in(link, was_said);
      if (was_said) hint_();
      if (!is_alive) return false;
    }
  }

  enum class Woken : std::uint8_t { to_stop, by_server, by_time };
  Woken waits(int server, int milliseconds) const {
    std::array<pollfd, 2> watched{pollfd{.fd = stop_, .events = POLLIN, .revents = 0},
                                  pollfd{.fd = server, .events = POLLIN, .revents = 0}};
    if (poll(watched.data(), watched.size(), milliseconds) <= 0) return Woken::by_time;
    return watched[0].revents != 0 ? Woken::to_stop : Woken::by_server;
  }

  std::string url_;
  std::function<void()> hint_;
  int stop_;
  std::thread thread_;
};

}  // namespace

std::unique_ptr<SealHints> listen_for_seals(const DatabaseSettings& settings,
                                            std::function<void()> hint) {
  if (settings.url.starts_with("sqlite:")) return nullptr;
  return std::make_unique<PostgresqlHints>(settings.url, std::move(hint));
}

void say_sealed(Connection& rows) { rows.run("select pg_notify('vigie_sealed', '')", {}); }

}  // namespace vigie
