// Calendars of who is on call.
#pragma once

#include "store/kept_row.h"

namespace vigie {

struct RotaRow {
  std::string reference;
  std::int64_t version = 1;
  std::string name;
  std::string name_sort;
  std::string zone;
  std::string calendar;
  bool is_closed = false;
};

template <>
inline constexpr StoreTable table_of<RotaRow> = StoreTable::rota;
template <>
inline constexpr auto fields_of<RotaRow> = std::tuple{
    field("reference", &RotaRow::reference, "What the world calls it."),
    field("version", &RotaRow::version, "Raised by one by each change."),
    field("name", &RotaRow::name, "Shown to people."),
    field("name_sort", &RotaRow::name_sort, "Its name folded: by which lists are ordered."),
    field("zone", &RotaRow::zone, "Of its times that name none."),
    field("calendar", &RotaRow::calendar, "As iCalendar."),
    field("is_closed", &RotaRow::is_closed, "Nobody is on call by it any more."),
};

}  // namespace vigie
