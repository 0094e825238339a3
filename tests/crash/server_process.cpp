#include "crash/server_process.h"

#include <fcntl.h>
#include <sys/prctl.h>
#include <sys/wait.h>
#include <unistd.h>

#include <csignal>
#include <cstdlib>
#include <fstream>
#include <iterator>
#include <thread>

#include "engine/base/require.h"
#include "server/transport/client_for_test.h"

namespace vigie::crash {

namespace {

/// What a new process is given, made before fork: only what may be called after it is.
class Command {
 public:
  Command(const std::vector<std::string>& words, const std::vector<std::string>& environment)
      : words_{words} {
    words_.insert(words_.begin(), VIGIE_PROGRAM);
    for (char** each = environ; *each != nullptr; ++each) environment_.emplace_back(*each);
    environment_.insert(environment_.end(), environment.begin(), environment.end());
  }

  [[noreturn]] void become() {
    prctl(PR_SET_PDEATHSIG, SIGKILL);
    execve(VIGIE_PROGRAM, pointers(words_).data(), pointers(environment_).data());
    _exit(127);
  }

 private:
  static std::vector<char*> pointers(std::vector<std::string>& texts) {
    std::vector<char*> all;
    for (std::string& text : texts) all.push_back(text.data());
    all.push_back(nullptr);
    return all;
  }

  std::vector<std::string> words_;
  std::vector<std::string> environment_;
};

std::string text_of(const std::string& path) {
  std::ifstream in{path};
  return {std::istreambuf_iterator<char>{in}, {}};
}

pid_t start(const std::string& folder, Command command, int input) {
  const pid_t child = fork();
  require(child >= 0, "a process can be started");
  if (child > 0) return child;
  const int out = open((folder + "/said").c_str(), O_WRONLY | O_CREAT | O_TRUNC, 0644);
  const int log = open((folder + "/log").c_str(), O_WRONLY | O_CREAT | O_APPEND, 0644);
  dup2(out, STDOUT_FILENO);
  dup2(log, STDERR_FILENO);
  if (input >= 0) dup2(input, STDIN_FILENO);
  if (chdir(folder.c_str()) != 0) _exit(127);
  command.become();
}

/// The port that it said it listens on; 0 while it has said none.
std::uint16_t port_in(const std::string& said) {
  const std::size_t at = said.find("://");
  const std::size_t end = said.find('\n', at);
  if (at == std::string::npos || end == std::string::npos) return 0;
  return static_cast<std::uint16_t>(std::atoi(said.c_str() + said.rfind(':', end) + 1));
}

}  // namespace

ServerProcess::ServerProcess(const std::string& folder, const std::vector<std::string>& options,
                             const std::vector<std::string>& environment) {
  std::vector<std::string> words{"serve", "--listen", "127.0.0.1:0"};
  words.insert(words.end(), options.begin(), options.end());
  std::ofstream{folder + "/said"};
  const auto began = std::chrono::steady_clock::now();
  child_ = start(folder, Command{words, environment}, -1);
  while ((port_ = port_in(text_of(folder + "/said"))) == 0) {
    if (!is_running()) {
      child_ = 0;
      throw std::runtime_error{"vigie serve does not start: " + text_of(folder + "/log")};
    }
    std::this_thread::sleep_for(std::chrono::milliseconds{1});
  }
  const auto ready = http_for_test::Client{port_}.ask(http_for_test::get("/readyz"));
  require(ready.status == 200, "it is ready when it says where it answers");
  took_ = std::chrono::duration_cast<std::chrono::milliseconds>(std::chrono::steady_clock::now() -
                                                                began);
}

ServerProcess::~ServerProcess() { kill(); }

void ServerProcess::kill() {
  if (child_ == 0) return;
  ::kill(child_, SIGKILL);
  waitpid(child_, nullptr, 0);
  child_ = 0;
}

bool ServerProcess::is_running() const {
  return child_ != 0 && waitpid(child_, nullptr, WNOHANG) == 0;
}

int run_program(const std::string& folder, const std::vector<std::string>& words,
                const std::string& input) {
  int ends[2];
  require(pipe2(ends, O_CLOEXEC) == 0, "a pipe can be made");
  const pid_t child = start(folder, Command{words, {}}, ends[0]);
  close(ends[0]);
  require(write(ends[1], input.data(), input.size()) == static_cast<ssize_t>(input.size()),
          "a few words fit into a pipe");
  close(ends[1]);
  int status = 0;
  waitpid(child, &status, 0);
  return WIFEXITED(status) ? WEXITSTATUS(status) : 128;
}

}  // namespace vigie::crash
