// A row as PostgreSQL sends it in binary.
#pragma once

#include "store/database/statement.h"

struct pg_result;

namespace vigie {

/// Texts and bytes are seen in the answer itself. A whole number may be any of the server's: the
/// sum of a column is `numeric` there, and a comparison `boolean`.
class PostgresqlRow final : public Row {
 public:
  PostgresqlRow(const pg_result* result, int row) : result_{result}, row_{row} {}

  bool is_null(int column) const override;
  std::int64_t whole(int column) const override;
  std::string_view text(int column) const override;
  BytesView bytes(int column) const override;

 private:
  void require_answered(int column) const;
  std::string_view value(int column) const;

  const pg_result* result_;
  int row_;
};

}  // namespace vigie
