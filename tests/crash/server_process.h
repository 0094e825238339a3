// `vigie serve` as a process of its own, that can be killed.
#pragma once

#include <sys/types.h>

#include <chrono>
#include <cstdint>
#include <string>
#include <vector>

namespace vigie::crash {

/// Gone with this, if it is still there.
class ServerProcess {
 public:
  /// Starts it in `folder`, where its output goes, with `options`, and waits until it answers.
  /// `environment` is added to that of this process.
  ServerProcess(const std::string& folder, const std::vector<std::string>& options,
                const std::vector<std::string>& environment = {});
  ~ServerProcess();
  ServerProcess(const ServerProcess&) = delete;
  ServerProcess& operator=(const ServerProcess&) = delete;

  std::uint16_t port() const { return port_; }
  /// From its start to its first answer.
  std::chrono::milliseconds took() const { return took_; }
  /// SIGKILL, at once; returns when it is gone.
  void kill();
  bool is_running() const;

 private:
  pid_t child_ = 0;
  std::uint16_t port_ = 0;
  std::chrono::milliseconds took_{};
};

/// Runs the program in `folder` with those words, `input` before it; gives its exit code.
int run_program(const std::string& folder, const std::vector<std::string>& words,
                const std::string& input = {});

}  // namespace vigie::crash
