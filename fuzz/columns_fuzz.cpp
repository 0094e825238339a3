// A columnar file of any bytes, with a header that says it was made here, is refused or read.
#include <sys/mman.h>
#include <unistd.h>

#include <cstring>

#include "store/history/history_file.h"
#include "store/history/history_layout.h"
#include "target.h"

namespace vigie {

namespace {

/// A file in memory; gone with the object.
class OpenBytes {
 public:
  explicit OpenBytes(std::string_view bytes) : file_{memfd_create("fuzz", 0)} {
    must(write(file_, bytes.data(), bytes.size()) == static_cast<ssize_t>(bytes.size()),
         "there is room");
  }
  ~OpenBytes() { close(file_); }
  OpenBytes(const OpenBytes&) = delete;
  OpenBytes& operator=(const OpenBytes&) = delete;
  std::string path() const { return "/proc/self/fd/" + std::to_string(file_); }

 private:
  int file_;
};

/// Where the sections lie is left as it came: that is what a hostile header lies about.
std::string made_here(std::string_view bytes) {
  std::string file{bytes};
  HistoryHeader header;
  if (file.size() < sizeof header) return file;
  std::memcpy(&header, file.data(), sizeof header);
  std::memcpy(header.magic.data(), history_magic.data(), history_magic.size());
  header.byte_order = history_byte_order;
  header.format = history_format;
  header.vocabulary = vocabulary_digest();
  header.file_bytes = file.size();
  header.digest = header_digest(header);
  std::memcpy(file.data(), &header, sizeof header);
  return file;
}

void open_and_walk(std::string_view bytes) {
  const OpenBytes file{bytes};
  if (bytes.empty()) return;
  const auto opened = open_history_file(file.path());
  if (!opened) return;
  std::size_t events = 0;
  for (const History& history : opened->histories.tickets()) events += history.events.size();
  must(events == opened->position, "every event is in a ticket");
}

}  // namespace

void try_bytes(std::string_view bytes) {
  open_and_walk(bytes);
  open_and_walk(made_here(bytes));
}

}  // namespace vigie
