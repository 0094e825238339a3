// An act under way: what it changes is sealed with it.
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "store/database/connection.h"
#include "store/journal/note.h"
#include "store/journal/row_seal.h"
#include "store/journal/rows.h"

namespace vigie {

struct ActOpening {
  ActWord word{};
  Thing thing{};
  std::string reference;  // of the thing
  std::optional<Key<AccountRow>> account;
  Door door = Door::program;
  std::string origin;  // address and request; empty: none
};

/// Within a body of `Database::act`; made first, ended last. An act that is not ended is undone
/// with its transaction, or refused by `seal_acts`. Source: design S3.
class Act {
 public:
  /// Writes its row, with the database's clock.
  Act(Connection& rows, const SealingKey& key, const ActOpening& opening);
  Act(const Act&) = delete;
  Act& operator=(const Act&) = delete;

  Connection& rows() { return rows_; }
  Key<ActRow> number() const { return number_; }
  Instant at() const { return at_; }

  /// A text of a person, to be kept beside a row that this act adds.
  SealedNote note(const std::string& text) const { return sealed_note(key_, text); }

  /// What `field` was and is; nothing is written when that is the same.
  void change(std::string_view field, std::optional<std::string> before,
              std::optional<std::string> after);

  /// Fields of a described row that differ, but for those of the store: `id`, `version`, `*_sort`.
  /// No `before`: the row is new; no `after`: it is gone.
  template <class Row>
  void change(const Row* before, const Row* after) {
    std::apply([&](const auto&... fields) { (change_field(fields, before, after), ...); },
               fields_of<Row>);
  }

  /// Adds a sealed row; its `act` and `rank` are set.
  template <class Row>
  void add(Row row) {
    row.act = number_;
    row.rank = next_rank();
    static const std::string insert = sealed_insert<Row>();
    const Bytes seal = seal_of(key_, row);
    std::array<Parameter, field_count<Row>() + 1> values;
    put_values(row, values);
    values.back() = BytesView{seal};
    rows_.run(insert, values);
    digest_.add(seal);
  }

  /// Adds many sealed rows at once, as `Connection::load` does; their `act` and `rank` are set.
  template <class Row>
  void load(std::span<Row> rows) {
    static const std::vector<std::string_view> columns = sealed_columns<Row>();
    std::size_t next = 0;
    Bytes seal;
    rows_.load(key_of(table_of<Row>), columns, [&](std::span<Parameter> values) {
      if (next == rows.size()) return false;
      Row& row = rows[next++];
      row.act = number_;
      row.rank = next_rank();
      seal = seal_of(key_, row);
      digest_.add(seal);
      put_values(row, values);
      values.back() = BytesView{seal};
      return true;
    });
  }

  /// Seals all of it. Nothing may be added after.
  void end();

 private:
  template <class Field, class Row>
  void change_field(const Field& field, const Row* before, const Row* after) {
    if (is_of_store(field.name)) return;
    const auto text = [&](const Row* row) -> std::optional<std::string> {
      using Type = std::remove_cvref_t<decltype(row->*(field.member))>;
      if (row == nullptr) return std::nullopt;
      return text_of(FieldValue<Type>::to_sql(row->*(field.member)));
    };
    change(field.name, text(before), text(after));
  }
  static bool is_of_store(std::string_view field);
  static std::optional<std::string> text_of(const Parameter& value);
  std::int64_t next_rank() { return ++rank_; }

  Connection& rows_;
  const SealingKey& key_;
  Key<ActRow> number_{};
  Instant at_;
  std::int64_t rank_ = 0;
  SealMaker digest_;
};

}  // namespace vigie
