// How a member of a described row is stored: one type, one form in SQL.
#pragma once

#include <limits>
#include <optional>
#include <string>
#include <vector>

#include "engine/base/instant.h"
#include "store/database/error.h"
#include "store/database/key.h"
#include "store/database/statement.h"
#include "vocabulary/words.h"

namespace vigie {

using Bytes = std::vector<std::byte>;

template <class Type>
concept IsListOfWords = requires { Vocabulary<Type>::words; };

/// `to_sql` gives what a statement is given, `from_sql` the member again. Whole numbers, truth as 0
/// and 1, instants and lengths of time in microseconds, days since 1970, words by their key.
template <class Type>
struct FieldValue;

template <>
struct FieldValue<std::int64_t> {
  static Parameter to_sql(std::int64_t value) { return value; }
  static std::int64_t from_sql(const Row& row, int column) { return row.whole(column); }
};

template <>
struct FieldValue<std::int32_t> {
  static Parameter to_sql(std::int32_t value) { return std::int64_t{value}; }
  static std::int32_t from_sql(const Row& row, int column) {
    const std::int64_t whole = row.whole(column);
    const auto narrow = static_cast<std::int32_t>(whole);
    if (narrow != whole) {
      throw DatabaseError{DatabaseFault::damaged, "a stored number is larger than its field"};
    }
    return narrow;
  }
};

template <>
struct FieldValue<bool> {
  static Parameter to_sql(bool value) { return std::int64_t{value ? 1 : 0}; }
  static bool from_sql(const Row& row, int column) { return row.whole(column) != 0; }
};

template <>
struct FieldValue<std::string> {
  static Parameter to_sql(const std::string& value) { return std::string_view{value}; }
  static std::string from_sql(const Row& row, int column) { return std::string{row.text(column)}; }
};

template <>
struct FieldValue<Bytes> {
  static Parameter to_sql(const Bytes& value) { return BytesView{value}; }
  static Bytes from_sql(const Row& row, int column) {
    const BytesView bytes = row.bytes(column);
    return {bytes.begin(), bytes.end()};
  }
};

template <>
struct FieldValue<Instant> {
  static Parameter to_sql(Instant value) { return value.time_since_epoch().count(); }
  static Instant from_sql(const Row& row, int column) {
    return Instant{Duration{row.whole(column)}};
  }
};

template <>
struct FieldValue<Duration> {
  static Parameter to_sql(Duration value) { return value.count(); }
  static Duration from_sql(const Row& row, int column) { return Duration{row.whole(column)}; }
};

template <>
struct FieldValue<CivilDay> {
  static Parameter to_sql(CivilDay value) { return std::int64_t{value.time_since_epoch().count()}; }
  static CivilDay from_sql(const Row& row, int column) {
    return CivilDay{std::chrono::days{FieldValue<std::int32_t>::from_sql(row, column)}};
  }
};

template <class Of>
struct FieldValue<Key<Of>> {
  static Parameter to_sql(Key<Of> value) { return value.value; }
  static Key<Of> from_sql(const Row& row, int column) { return {row.whole(column)}; }
};

template <IsListOfWords List>
struct FieldValue<List> {
  static Parameter to_sql(List value) { return key_of(value); }
  static List from_sql(const Row& row, int column) {
    const auto word = from_key<List>(row.text(column));
    if (!word) throw DatabaseError{DatabaseFault::damaged, "a stored word is of no list we know"};
    return *word;
  }
};

template <class Type>
struct FieldValue<std::optional<Type>> {
  static Parameter to_sql(const std::optional<Type>& value) {
    return value ? FieldValue<Type>::to_sql(*value) : Parameter{};
  }
  static std::optional<Type> from_sql(const Row& row, int column) {
    if (row.is_null(column)) return std::nullopt;
    return FieldValue<Type>::from_sql(row, column);
  }
};

}  // namespace vigie
