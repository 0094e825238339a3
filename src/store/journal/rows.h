// The rows of the journal.
#pragma once

#include <optional>
#include <string>

#include "store/database/table_of.h"

namespace vigie {

struct ActRow;
struct AccountRow;

/// Who did what, when, from where.
struct ActRow {
  Instant recorded_at;
  ActWord word{};
  std::optional<Key<AccountRow>> account;
  Door door{};
  Thing thing{};
  std::string reference;
  std::optional<std::string> origin;
  std::optional<Bytes> origin_salt;
  Bytes origin_digest;
};

template <>
inline constexpr StoreTable table_of<ActRow> = StoreTable::act;
template <>
inline constexpr auto fields_of<ActRow> = std::tuple{
    field("recorded_at", &ActRow::recorded_at, "When, by the clock of the database."),
    field("word", &ActRow::word, "What was done."),
    field("account", &ActRow::account, "By whom; none: the program itself."),
    field("door", &ActRow::door, "Through which door."),
    field("thing", &ActRow::thing, "On what kind of thing."),
    field("reference", &ActRow::reference, "On which one."),
    field("origin", &ActRow::origin, "From where: address and request."),
    field("origin_salt", &ActRow::origin_salt, "Of its digest; gone when it is erased."),
    field("origin_digest", &ActRow::origin_digest, "Of where it came from; stays."),
};

/// One field that an act changed.
struct ActChangeRow {
  Key<ActRow> act{};
  std::int64_t rank = 0;
  std::string field_name;
  std::optional<std::string> before;
  std::optional<std::string> after;
  std::optional<Bytes> salt;
  Bytes digest;
};

template <>
inline constexpr StoreTable table_of<ActChangeRow> = StoreTable::act_change;
template <>
inline constexpr auto fields_of<ActChangeRow> = std::tuple{
    field("act", &ActChangeRow::act, "Which act."),
    field("rank", &ActChangeRow::rank, "Place among the rows of the act, from 1."),
    field("field", &ActChangeRow::field_name, "Which field."),
    field("before", &ActChangeRow::before, "Its text before; none: there was none."),
    field("after", &ActChangeRow::after, "Its text after; none: there is none."),
    field("salt", &ActChangeRow::salt, "Of its digest; gone when the texts are erased."),
    field("digest", &ActChangeRow::digest, "Of both texts; stays."),
};

/// The fields of a row that its seal covers: all, unless texts that may be erased are among them;
/// then a salted digest stands for those.
template <class Row>
inline constexpr const auto& sealed_fields_of = fields_of<Row>;

/// Fields that came when rows were sealed already: optional ones, which the seal covers where they
/// say something, so that the seals of the rows before hold.
template <class Row>
inline constexpr std::tuple<> later_fields_of{};

template <>
inline constexpr auto sealed_fields_of<ActRow> = std::tuple{
    std::get<0>(fields_of<ActRow>), std::get<1>(fields_of<ActRow>), std::get<2>(fields_of<ActRow>),
    std::get<3>(fields_of<ActRow>), std::get<4>(fields_of<ActRow>), std::get<5>(fields_of<ActRow>),
    std::get<8>(fields_of<ActRow>)};

template <>
inline constexpr auto sealed_fields_of<ActChangeRow> =
    std::tuple{std::get<0>(fields_of<ActChangeRow>), std::get<1>(fields_of<ActChangeRow>),
               std::get<2>(fields_of<ActChangeRow>), std::get<6>(fields_of<ActChangeRow>)};

}  // namespace vigie
