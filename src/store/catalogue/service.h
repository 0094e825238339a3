// What the owner company offers.
#pragma once

#include <optional>
#include <string>

#include "store/kept_row.h"
#include "store/people/person.h"

namespace vigie {

struct ServiceRow {
  std::string reference;
  std::int64_t version = 1;
  std::string name_en;
  std::string name_fr;
  std::string name_sort;
  std::string designation;
  std::optional<Key<PersonRow>> owner;
  bool is_closed = false;
};

template <>
inline constexpr StoreTable table_of<ServiceRow> = StoreTable::service;
template <>
inline constexpr auto fields_of<ServiceRow> = std::tuple{
    field("reference", &ServiceRow::reference, "What the world calls it."),
    field("version", &ServiceRow::version, "Raised by one by each change."),
    field("name_en", &ServiceRow::name_en, "Shown to people in English."),
    field("name_fr", &ServiceRow::name_fr, "Shown to people in French."),
    field("name_sort", &ServiceRow::name_sort, "Both names folded, the English one first."),
    field("designation", &ServiceRow::designation, "What tickets and agreements call it."),
    field("owner", &ServiceRow::owner, "Who answers for it."),
    field("is_closed", &ServiceRow::is_closed, "It is no longer offered."),
};

/// Whether the catalogue has any.
bool is_anything_offered(Connection& rows);
bool has_service_called(Connection& rows, std::string_view designation);

}  // namespace vigie
