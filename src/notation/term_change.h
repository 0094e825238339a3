// A clause changed on the command line: "resolve-p3.within=16h", or over a range.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "engine/compliance/other_terms.h"

namespace vigie {

/// One change, and its value as people write it: "16h", "95 %", "extended".
struct WrittenChange {
  TermChange change;
  std::string value;
};

/// Reads
///   resolve-p3.within=16h           resolve-p3.within=8h..40h:4h      from, to included, step
///   resolve-p3.required=95%         resolve-p3.required=80%..95%:1%
///   resolve-p3.calendar=office      resolve-p3.calendar=office,extended,always
/// Values may be listed with commas for every clause. Empty when it is none of these, or has more
/// than a thousand values.
std::vector<WrittenChange> changes_from(std::string_view text);

}  // namespace vigie
