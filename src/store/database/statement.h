// A statement, its values and its answer, in the one form that both databases understand.
#pragma once

#include <cstddef>
#include <cstdint>
#include <span>
#include <string_view>
#include <variant>

namespace vigie {

using BytesView = std::span<const std::byte>;

/// What a statement is given for `$n`: nothing, a whole number, a text (UTF-8, without NUL, which
/// PostgreSQL does not store) or bytes. It points at what the caller holds until the statement has
/// run.
using Parameter = std::variant<std::monostate, std::int64_t, std::string_view, BytesView>;
using Parameters = std::span<const Parameter>;

/// A row of an answer, seen where the database gave it: valid until the next row. Columns count
/// from 0. A column read as what it is not, or null and not asked before, is our fault (`require`).
class Row {
 public:
  virtual ~Row() = default;
  virtual bool is_null(int column) const = 0;
  virtual std::int64_t whole(int column) const = 0;
  virtual std::string_view text(int column) const = 0;
  virtual BytesView bytes(int column) const = 0;
};

}  // namespace vigie
