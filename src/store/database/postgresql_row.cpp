#include "store/database/postgresql_row.h"

#include <libpq-fe.h>

#include "engine/base/require.h"
#include "store/database/postgresql_types.h"

namespace vigie {

namespace {

// Digits of 10,000 each, the first worth 10,000 to the power of `weight`; zeros at the end are left
// out. Source: PostgreSQL 15, numeric_send.
std::int64_t whole_of_numeric(std::string_view bytes) {
  require(bytes.size() >= 8, "a numeric has a header");
  const int digits = from_network<std::int16_t>(bytes);
  const int weight = from_network<std::int16_t>(bytes.substr(2));
  const auto sign = from_network<std::uint16_t>(bytes.substr(4));
  require(sign == 0x0000 || sign == 0x4000, "a numeric read as a whole number is a number");
  require(digits <= weight + 1, "a numeric read as a whole number is whole");
  std::int64_t whole = 0;
  for (int i = 0; i <= weight; ++i) {
    const auto at = static_cast<std::size_t>(8 + 2 * i);
    const std::int64_t digit = i < digits ? from_network<std::int16_t>(bytes.substr(at)) : 0;
    const bool overflows = __builtin_mul_overflow(whole, 10'000, &whole) ||
                           __builtin_sub_overflow(whole, digit, &whole);
    require(!overflows, "a numeric read as a whole number fits 64 bits");
  }
  require(sign == 0x4000 || whole != INT64_MIN, "a numeric read as a whole number fits 64 bits");
  return sign == 0x4000 ? whole : -whole;
}

}  // namespace

bool PostgresqlRow::is_null(int column) const {
  require_answered(column);
  return PQgetisnull(result_, row_, column) != 0;
}

std::int64_t PostgresqlRow::whole(int column) const {
  const std::string_view bytes = value(column);
  switch (static_cast<PostgresqlType>(PQftype(result_, column))) {
    case PostgresqlType::int8:
      return from_network<std::int64_t>(bytes);
    case PostgresqlType::int4:
      return from_network<std::int32_t>(bytes);
    case PostgresqlType::int2:
      return from_network<std::int16_t>(bytes);
    case PostgresqlType::boolean:
      return bytes[0];
    case PostgresqlType::numeric:
      return whole_of_numeric(bytes);
    default:
      require(false, "a column read as a whole number is one");
      return 0;
  }
}

std::string_view PostgresqlRow::text(int column) const {
  const std::string_view bytes = value(column);
  const auto type = static_cast<PostgresqlType>(PQftype(result_, column));
  require(type == PostgresqlType::text || type == PostgresqlType::varchar ||
              type == PostgresqlType::name,
          "a column read as a text is one");
  return bytes;
}

BytesView PostgresqlRow::bytes(int column) const {
  const std::string_view bytes = value(column);
  require(static_cast<PostgresqlType>(PQftype(result_, column)) == PostgresqlType::bytea,
          "a column read as bytes is that");
  return std::as_bytes(std::span{bytes});
}

void PostgresqlRow::require_answered(int column) const {
  require(column >= 0 && column < PQnfields(result_), "a column that is read is answered");
}

std::string_view PostgresqlRow::value(int column) const {
  require(!is_null(column), "a column that is read is not null, or asked whether it is");
  return {PQgetvalue(result_, row_, column),
          static_cast<std::size_t>(PQgetlength(result_, row_, column))};
}

}  // namespace vigie
