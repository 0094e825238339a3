// A closure as a file: canonical JSON, with the digest of its own text.
#pragma once

#include <string>
#include <string_view>

#include "engine/base/result.h"
#include "engine/closure/closure.h"

namespace vigie {

/// The text of a closure, one line ended by a line feed; its `digest` is computed here. The same
/// closure always has the same text. Source: docs/reference/closure.md.
std::string closure_text(Closure& closure);

/// The closure that `text` holds. Faults: closure_malformed (no such format, or a figure is
/// missing: the fault names it), closure_altered (the digest is not that of the text).
Result<Closure> read_closure(std::string_view text, const std::string& file);

/// "acme-2016-03.json", "acme-2016-03.r2.json": where a closure of this name is kept.
std::string closure_file_name(std::string_view agreement, std::string_view period, int revision);

}  // namespace vigie
