// A dump as lines: what `vigie dump` writes.
//   {"dump":"vigie","format":1,"content":"portable","step":12}
//   {"table":"party","last_number":7,"columns":{"id":"whole","reference":"text"}}
//   [1,"acme"]
//   {"end":true,"tables":1,"rows":1,"digest":"..."}
// Bytes are in hexadecimal digits; the digest is that of all lines before.
#pragma once

#include <functional>
#include <string>
#include <string_view>

#include "engine/base/digest.h"
#include "store/database/database.h"
#include "store/dump/dump_out.h"

namespace vigie {

inline constexpr int dump_format = 1;

std::string_view key_of_form(ColumnForm form);

struct DumpSize {
  std::int64_t tables = 0;
  std::int64_t rows = 0;
  std::string digest;
};

/// Gives the lines of a dump to `write`, in pieces, from one view of the rows. `begin` is called
/// first, and again when the view was lost before anything was read: what was written is void.
DumpSize write_dump(Database& database, DumpContent content, const std::function<void()>& begin,
                    const std::function<void(std::string_view)>& write);

}  // namespace vigie
