#include "cli/console/typed_secret.h"

#include <termios.h>
#include <unistd.h>

#include <istream>
#include <ostream>

namespace vigie {

namespace {

/// The terminal of the input shows nothing as long as this lives.
class Unseen {
 public:
  Unseen() {
    is_terminal_ = tcgetattr(STDIN_FILENO, &before_) == 0;
    if (!is_terminal_) return;
    termios unseen = before_;
    unseen.c_lflag &= ~static_cast<tcflag_t>(ECHO);
    tcsetattr(STDIN_FILENO, TCSAFLUSH, &unseen);
  }
  ~Unseen() {
    if (is_terminal_) tcsetattr(STDIN_FILENO, TCSAFLUSH, &before_);
  }
  Unseen(const Unseen&) = delete;
  Unseen& operator=(const Unseen&) = delete;

 private:
  termios before_{};
  bool is_terminal_ = false;
};

std::string asked(Console& console, std::string_view question) {
  console.err << question << std::flush;
  std::string line;
  {
    const Unseen unseen;
    std::getline(console.in, line);
  }
  console.err << "\n";
  return line;
}

}  // namespace

std::optional<std::string> typed_secret(Session& session, std::string_view what) {
  Console& console = session.console;
  const bool french = console.language == Language::fr;
  std::string secret;
  if (isatty(STDIN_FILENO) == 0) {
    std::getline(console.in, secret);
  } else {
    const std::string colon = french ? "\u00A0: " : ": ";
    secret = asked(console, std::string{what} + colon);
    if (asked(console, (french ? "encore une fois" : "once more") + colon) != secret) {
      console.err << (french ? "vigie: les deux diffèrent\n" : "vigie: the two differ\n");
      session.exit = Exit::faults;
      return std::nullopt;
    }
  }
  if (!secret.empty()) return secret;
  console.err << (french ? "vigie: rien n’a été saisi\n" : "vigie: nothing was typed\n");
  session.exit = Exit::faults;
  return std::nullopt;
}

}  // namespace vigie
