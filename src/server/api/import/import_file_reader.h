// Files of imports as the command line reads them, for the use cases.
#pragma once

#include <mutex>

#include "engine/time/zone.h"
#include "usecase/import/import_reader.h"

namespace vigie {

/// Profiles are those of `vigie evaluate --profile`; gzip and zstd are known by their first bytes.
class ImportFileReader final : public ImportReader {
 public:
  /// `zones` lives longer, and is nobody else's: this asks it under a lock.
  explicit ImportFileReader(ZoneSource& zones) : zones_{zones} {}

  std::vector<Fault> check(std::string_view profile) const override;
  FileTold read(const FileToRead& file, Names& names) const override;

 private:
  ZoneSource& zones_;
  mutable std::mutex mutex_;
};

}  // namespace vigie
