// A fault as people read it: where, what, the lines with what is meant underlined, what to write.
#pragma once

#include <string>
#include <string_view>

#include "engine/base/fault.h"
#include "notation/json/json_writer.h"

namespace vigie {

/// What a page shows of a fault or a warning.
struct FaultPage {
  const Place& place;
  std::string message;
  const std::vector<Cure>& cures;
};

/// The block of a fault; `text` is the file that it speaks of, empty when there is none. Ends with
/// a line end. Columns count characters, so that an accent before the place does not shift it.
std::string fault_block(const Fault& fault, std::string_view text, Language language);
std::string fault_block(const Warning& warning, std::string_view text, Language language);

/// {"code", "file", "line", "column", "length", "message", "cures": [{"write", "means"}]}
void write_fault(JsonWriter& json, const Fault& fault, Language language);
void write_fault(JsonWriter& json, const Warning& warning, Language language);

}  // namespace vigie
