// Rows in bulk: COPY in binary.
#include <libpq-fe.h>

#include "engine/base/require.h"
#include "store/database/error.h"
#include "store/database/postgresql_connection.h"
#include "store/database/statement_text.h"

namespace vigie {

namespace {

constexpr std::size_t piece = 64 * 1024;  // bytes that leave together

// Source: PostgreSQL 15, COPY, "binary format": signature, flags, length of the extension.
constexpr std::string_view copy_header{"PGCOPY\n\377\r\n\0\0\0\0\0\0\0\0\0", 19};

template <class Whole>
void add_network(std::string& bytes, Whole whole) {
  const auto network = to_network(whole);
  bytes.append(network.data(), network.size());
}

template <class Whole>
void add_whole(std::string& bytes, std::int64_t whole) {
  if (static_cast<Whole>(whole) != whole) {
    throw DatabaseError{DatabaseFault::broken_rule, "a whole number is too large for its column"};
  }
  add_network(bytes, static_cast<std::int32_t>(sizeof(Whole)));
  add_network(bytes, static_cast<Whole>(whole));
}

void add_sized(std::string& bytes, std::string_view value) {
  require(value.size() <= INT32_MAX, "a value is at most 2 GiB");
  add_network(bytes, static_cast<std::int32_t>(value.size()));
  bytes += value;
}

/// Adds a value as the type of its column is sent. COPY converts nothing.
struct AddValue {
  std::string& bytes;
  PostgresqlType type;

  void operator()(std::monostate) const { add_network(bytes, std::int32_t{-1}); }
  void operator()(std::int64_t whole) const {
    switch (type) {
      case PostgresqlType::int8:
        return add_whole<std::int64_t>(bytes, whole);
      case PostgresqlType::int4:
        return add_whole<std::int32_t>(bytes, whole);
      case PostgresqlType::int2:
        return add_whole<std::int16_t>(bytes, whole);
      default:
        require(false, "a whole number is loaded into a column of whole numbers");
    }
  }
  void operator()(std::string_view text) const {
    require(type == PostgresqlType::text || type == PostgresqlType::varchar,
            "a text is loaded into a column of texts");
    add_sized(bytes, text);
  }
  void operator()(BytesView raw) const {
    require(type == PostgresqlType::bytea, "bytes are loaded into a column of bytes");
    add_sized(bytes, {reinterpret_cast<const char*>(raw.data()), raw.size()});  // NOLINT: as chars
  }
};

}  // namespace

std::int64_t PostgresqlConnection::load(std::string_view table,
                                        std::span<const std::string_view> columns,
                                        const std::function<bool(std::span<Parameter>)>& next) {
  require(stage_ != Stage::none, "rows are loaded within a transaction");
  run_script({});  // what is due leaves first
  const Types& types = types_of(table, columns);
  const std::string copy =
      "copy " + quoted(table) + " (" + column_list(columns) + ") from stdin (format binary)";
  const Answer opened{PQexec(connection_.get(), copy.c_str())};
  if (PQresultStatus(opened.get()) != PGRES_COPY_IN) fail(opened.get());
  std::int64_t rows = 0;
  try {
    std::string bytes{copy_header};
    std::vector<Parameter> values(columns.size());
    const auto put = [&] {
      const int size = static_cast<int>(bytes.size());
      if (PQputCopyData(connection_.get(), bytes.data(), size) != 1) fail(nullptr);
      bytes.clear();
    };
    for (; next(values); ++rows) {
      add_network(bytes, static_cast<std::int16_t>(values.size()));
      for (std::size_t i = 0; i < values.size(); ++i) {
        std::visit(AddValue{bytes, types[i]}, values[i]);
      }
      if (bytes.size() >= piece) put();
    }
    add_network(bytes, std::int16_t{-1});  // no more rows
    put();
  } catch (...) {
    has_failed_ = true;
    end_copy("ended by the program");
    throw;
  }
  end_copy(nullptr);
  return rows;
}

/// Says that there is no more, or that what was sent is not wanted; then hears the answer.
void PostgresqlConnection::end_copy(const char* refusal) {
  if (PQputCopyEnd(connection_.get(), refusal) != 1) is_lost_ = true;
  Answer failed;
  while (Answer answer{PQgetResult(connection_.get())}) {
    if (PQresultStatus(answer.get()) != PGRES_COMMAND_OK) failed = std::move(answer);
    if (PQstatus(connection_.get()) != CONNECTION_OK) break;
  }
  if (refusal != nullptr) return;
  if (failed != nullptr || !is_alive()) fail(failed.get());
}

const PostgresqlConnection::Types& PostgresqlConnection::types_of(
    std::string_view table, std::span<const std::string_view> columns) {
  const std::string select = "select " + column_list(columns) + " from " + quoted(table);
  const auto found = copied_.find(select);
  if (found != copied_.end()) return found->second;
  const Answer prepared{PQprepare(connection_.get(), "", select.c_str(), 0, nullptr)};
  if (PQresultStatus(prepared.get()) != PGRES_COMMAND_OK) fail(prepared.get());
  const Answer described{PQdescribePrepared(connection_.get(), "")};
  if (PQresultStatus(described.get()) != PGRES_COMMAND_OK) fail(described.get());
  Types types;
  for (int column = 0; column < PQnfields(described.get()); ++column) {
    types.push_back(static_cast<PostgresqlType>(PQftype(described.get(), column)));
  }
  return copied_.emplace(select, std::move(types)).first->second;
}

}  // namespace vigie
