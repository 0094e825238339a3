// Values of a statement as libpq wants them: binary, each of a type that we say.
#pragma once

#include <array>
#include <vector>

#include "store/database/postgresql_types.h"
#include "store/database/statement.h"

namespace vigie {

/// Points at what the caller holds, and holds the bytes of whole numbers.
class PostgresqlBound {
 public:
  explicit PostgresqlBound(Parameters values);
  PostgresqlBound(const PostgresqlBound&) = delete;
  PostgresqlBound& operator=(const PostgresqlBound&) = delete;

  int count() const { return static_cast<int>(types_.size()); }
  const std::vector<PostgresqlType>& types() const { return types_; }  // unknown for null
  const char* const* values() const { return values_.data(); }
  const int* lengths() const { return lengths_.data(); }
  const int* formats() const { return formats_.data(); }

 private:
  std::vector<PostgresqlType> types_;
  std::vector<const char*> values_;
  std::vector<int> lengths_;
  std::vector<int> formats_;
  std::vector<std::array<char, 8>> wholes_;
};

}  // namespace vigie
