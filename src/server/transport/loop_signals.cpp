#include "server/transport/loop_signals.h"

#include <sys/signalfd.h>
#include <unistd.h>

#include <cerrno>
#include <csignal>
#include <system_error>

namespace vigie {

namespace {

sigset_t set_of(std::initializer_list<int> signals) {
  sigset_t set;
  sigemptyset(&set);
  for (const int signal : signals) sigaddset(&set, signal);
  return set;
}

}  // namespace

void hold_signals(std::initializer_list<int> signals) {
  const sigset_t set = set_of(signals);
  pthread_sigmask(SIG_BLOCK, &set, nullptr);
}

LoopSignals::LoopSignals(Loop& loop, std::initializer_list<int> signals,
                         std::function<void(int)> tell)
    : tell_{std::move(tell)} {
  const sigset_t set = set_of(signals);
  descriptor_ = signalfd(-1, &set, SFD_NONBLOCK | SFD_CLOEXEC);
  if (descriptor_ < 0) throw std::system_error{errno, std::generic_category(), "signalfd"};
  loop.watch(descriptor_, *this, Loop::Watch::while_readable);
}

LoopSignals::~LoopSignals() { close(descriptor_); }

void LoopSignals::on_ready(Loop::Readiness) {
  signalfd_siginfo told{};
  while (read(descriptor_, &told, sizeof told) == static_cast<ssize_t>(sizeof told)) {
    tell_(static_cast<int>(told.ssi_signo));
  }
}

}  // namespace vigie
