#include "store/database/postgresql_bound.h"

#include "engine/base/require.h"
#include "store/database/error.h"

namespace vigie {

namespace {

int length_of(std::size_t size) {
  require(size <= INT32_MAX, "a value is at most 2 GiB");
  return static_cast<int>(size);
}

// libpq reads a null pointer as null.
const char* not_null(const void* first) {
  return first == nullptr ? "" : static_cast<const char*>(first);
}

}  // namespace

PostgresqlBound::PostgresqlBound(Parameters values) : formats_(values.size(), 1) {
  types_.reserve(values.size());
  values_.reserve(values.size());
  lengths_.reserve(values.size());
  wholes_.reserve(values.size());  // they are pointed at: they must not move
  const auto add = [this](PostgresqlType type, const char* first, std::size_t size) {
    types_.push_back(type);
    values_.push_back(first);
    lengths_.push_back(length_of(size));
  };
  for (const Parameter& value : values) {
    if (const auto* whole = std::get_if<std::int64_t>(&value)) {
      wholes_.push_back(to_network(*whole));
      add(PostgresqlType::int8, wholes_.back().data(), wholes_.back().size());
    } else if (const auto* text = std::get_if<std::string_view>(&value)) {
      add(PostgresqlType::text, not_null(text->data()), text->size());
    } else if (const auto* raw = std::get_if<BytesView>(&value)) {
      add(PostgresqlType::bytea, not_null(raw->data()), raw->size());
    } else {
      add(PostgresqlType::unknown, nullptr, 0);
    }
  }
}

}  // namespace vigie
