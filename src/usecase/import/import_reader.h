// How a file is read, whatever its form.
#pragma once

#include <functional>
#include <string_view>
#include <vector>

#include "engine/base/fault.h"
#include "engine/base/finding.h"
#include "engine/ticket/histories.h"

namespace vigie {

/// What a file tells.
struct FileTold {
  Histories histories;  // usable only when nothing is wrong
  Findings findings;
  std::vector<Fault> faults;  // of the file under its profile
  std::uint64_t rows = 0;
  bool is_too_long = false;  // more rows than were allowed
};

struct FileToRead {
  std::string_view profile;  // YAML; empty: canonical events
  std::string_view name;     // begins the examples of findings
  /// The next bytes of the file as it was sent, compressed or not; empty at the end.
  std::function<std::string_view()> next;
  std::uint64_t most_rows = 0;
  /// Told now and then: bytes taken so far.
  std::function<void(std::uint64_t)> progress;
};

/// Given by the door. Used by any number of threads.
class ImportReader {
 public:
  virtual ~ImportReader() = default;
  /// What is wrong with a profile.
  virtual std::vector<Fault> check(std::string_view profile) const = 0;
  /// Texts go into `names`. What `file.next` and `file.progress` throw passes through.
  virtual FileTold read(const FileToRead& file, Names& names) const = 0;
};

}  // namespace vigie
