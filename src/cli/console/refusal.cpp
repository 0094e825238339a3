#include "cli/console/refusal.h"

#include <fstream>
#include <iterator>
#include <ostream>

#include "notation/fault_page.h"
#include "vocabulary/fault.h"

namespace vigie {

namespace {

constexpr std::streamsize longest_excerpt_file = 1'048'576;  // of YAML: larger files are not

/// The text of a file that a fault points into, for its excerpt; empty when it has no line.
std::string text_of(const Place& place, const FileTexts& texts) {
  if (place.line == 0) return {};
  if (const auto known = texts.find(place.file); known != texts.end()) return known->second;
  std::ifstream file{place.file, std::ios::binary};
  std::string text(static_cast<std::size_t>(longest_excerpt_file), '\0');
  file.read(text.data(), longest_excerpt_file);
  text.resize(static_cast<std::size_t>(file.gcount()));
  return text;
}

}  // namespace

bool refuse(const std::vector<Fault>& faults, const FileTexts& texts, Session& session) {
  for (const Fault& fault : faults) {
    session.console.err << fault_block(fault, text_of(fault.place, texts),
                                       session.console.language);
    const bool is_of_world = fault.code == FaultCode::file_unreadable;
    session.exit = is_of_world ? Exit::world_failed : Exit::faults;
  }
  return !faults.empty();
}

}  // namespace vigie
