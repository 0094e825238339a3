// Several clients that write through the API, and what they were answered.
#pragma once

#include <atomic>
#include <chrono>
#include <cstdint>
#include <functional>
#include <memory>
#include <mutex>
#include <string>
#include <thread>
#include <vector>

#include "server/transport/client_for_test.h"

namespace vigie::crash {

/// A write that was asked for, and its answer.
struct Write {
  std::string key;  // Idempotency-Key
  std::string path;
  std::string body;
  bool is_file = false;  // PUT of bytes: the same bytes again change nothing, it needs no key
  int status = 0;        // 0: no answer came
  std::string answer;    // its body

  bool is_acknowledged() const { return status == (is_file ? 200 : 201); }
  /// The reference in its answer.
  std::string reference() const;
};

/// Someone who may write, from within a program.
struct Access {
  std::string token;
};

/// Asks for `write` by `client`, and notes the answer.
void ask_for(http_for_test::Client& client, const Access& access, Write& write);

/// The first administrator, their token, the customer acme and its agreement: through the program
/// itself and its API.
Access set_up(const std::string& folder, std::uint16_t port);
/// The first administrator, before the program serves.
void add_administrator(const std::string& folder, const std::vector<std::string>& options);

enum class Insistence : std::uint8_t {
  none,    // a client whose connection breaks is done
  always,  // it connects again, and asks again with the same key until it is answered 201, or for
           // 20 s after it was told to stop
};

/// Tickets in the file of each import of the load.
inline constexpr int tickets_of_import = 3;

/// Threads that add parties, open tickets and record events, draft agreements and have them signed
/// by both sides, bring files in and publish them, until they are stopped. Keys and references
/// begin with `name`.
class Load {
 public:
  Load(std::string name, std::uint16_t port, Access access, Insistence insistence,
       unsigned clients = 4);
  ~Load();
  Load(const Load&) = delete;
  Load& operator=(const Load&) = delete;

  /// Ends after the writes that are under way; gives all of them, each once.
  std::vector<Write> stop();
  std::int64_t acknowledged() const { return acknowledged_; }
  /// Answers 503 with Retry-After, and those without it.
  std::int64_t told_to_wait() const { return told_to_wait_; }
  std::int64_t others() const { return others_; }
  /// The first of the others, as it was asked and answered; after `stop`.
  const std::string& first_other() const { return first_other_; }

 private:
  class Writer;
  bool wants_to_go_on() const { return !stops_; }
  void note(const Write& write, const http_for_test::Answer& answer);

  std::string name_;
  std::uint16_t port_;
  Access access_;
  Insistence insistence_;
  std::atomic<bool> stops_{false};
  std::atomic<std::chrono::steady_clock::time_point> gives_up_at_{
      std::chrono::steady_clock::time_point::max()};
  std::atomic<std::int64_t> acknowledged_{0};
  std::atomic<std::int64_t> told_to_wait_{0};
  std::atomic<std::int64_t> others_{0};
  std::mutex mutex_;
  std::string first_other_;
  std::vector<Write> writes_;
  std::vector<std::thread> threads_;
};

}  // namespace vigie::crash
