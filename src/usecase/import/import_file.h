// The file of an import comes in.
#pragma once

#include <string_view>

#include "usecase/import/import.h"

namespace vigie {

struct FileToTake {
  Addressed at;
  std::string_view bytes;
};

/// Keeps the bytes, piece by piece, each durable by itself so that others write between; then the
/// import has them. The same bytes again change nothing. States: added, filled. Refused, in this
/// order: not_found, version_changed, import_state_wrong, import_file_empty.
Outcome<ImportView> take_file(Installation& here, const Caller& caller, const FileToTake& asked);

}  // namespace vigie
