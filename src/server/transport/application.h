// What stands behind the transport: it admits requests, answers them, and is told how it went.
#pragma once

#include <chrono>
#include <cstddef>
#include <optional>

#include "server/transport/request.h"
#include "server/transport/response.h"

namespace vigie {

/// What the head of a request decides.
struct Admission {
  std::size_t route = 0;  // whatever the application knows it by
  std::size_t most_body_bytes = 0;
};

/// One request and its answer, once its last byte was handed to the system or the client was lost.
struct Exchange {
  const Request* request = nullptr;  // none when what came was no request
  std::size_t route = 0;
  int status = 0;
  std::optional<Refusal> refusal;
  std::size_t bytes_in = 0;          // of the body
  std::size_t bytes_out = 0;         // of the whole answer
  std::chrono::microseconds took{};  // from the first byte of the request to the last of the answer
  std::chrono::microseconds waited{};  // of which before a worker began
  bool is_cut = false;                 // the client went away, or was too slow
};

class Application {
 public:
  virtual ~Application() = default;

  /// From the head alone, on the I/O thread: quick, and never throws. Gives the request its id.
  virtual Admission admit(Request& request) = 0;

  /// On a worker; any number at once. What it throws is our fault or the world's: answered 500.
  virtual Response answer(const Request& request, const Admission& admission) = 0;

  /// What to say when the transport refuses; `request` is null when it could not be read. On any
  /// thread. `most` is the limit that was passed, where the sentence names one.
  virtual Response refuse(Refusal refusal, const Request* request, std::size_t most) = 0;

  /// On the I/O thread: quick, and never throws.
  virtual void note(const Exchange& exchange) = 0;
};

}  // namespace vigie
