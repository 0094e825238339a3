#include "cli/loading/text_file.h"

#include <cerrno>
#include <fstream>
#include <stdexcept>
#include <system_error>

namespace vigie {

std::string text_of_file(const std::string& path) {
  constexpr std::streamsize most_bytes = 16'777'216;
  errno = 0;
  std::ifstream file{path, std::ios::binary};
  std::string text;
  if (file) {
    text.resize(static_cast<std::size_t>(most_bytes));
    file.read(text.data(), most_bytes);
    text.resize(static_cast<std::size_t>(file.gcount()));
  }
  if (file.bad() || (text.empty() && errno != 0)) {
    throw std::runtime_error("cannot read " + path + ": " + std::generic_category().message(errno));
  }
  return text;
}

}  // namespace vigie
