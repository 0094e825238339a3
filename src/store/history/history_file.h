// A columnar file of histories, mapped and looked into where it lies.
#pragma once

#include <optional>
#include <string>

#include "engine/base/result.h"
#include "engine/ticket/histories.h"

namespace vigie {

struct HistoryFile {
  Histories histories;
  Names names;
  Findings findings;                  // of the reading that made it
  std::optional<std::uint64_t> rows;  // of the source that was read
  std::uint64_t position = 0;         // how many events were recorded
  std::string outages;                // canonical lines, as they were given
};

/// Whether the first bytes of `path` are those of a columnar file. False for what cannot be read.
bool is_history_file(const std::string& path);

/// Maps it and checks every byte against its digests. The result reads in the file, which must not
/// change: a newer one takes its place by renaming. A file that is cut short, spoilt, or made by
/// another build is a fault that says to make it again. Throws when the world refuses.
/// Linear in the bytes, on all cores. Source: design E4.
Result<HistoryFile> open_history_file(const std::string& path);

}  // namespace vigie
