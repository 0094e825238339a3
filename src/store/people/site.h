// Where users are.
#pragma once

#include <string>
#include <vector>

#include "store/kept_row.h"
#include "store/people/party.h"

namespace vigie {

struct SiteRow {
  std::string reference;
  std::int64_t version = 1;
  Key<PartyRow> customer{};
  std::string name;
  std::string name_sort;
  std::string designation;
  std::string zone;
  std::string holidays;  // named sets, with a blank between
  bool is_closed = false;
};

template <>
inline constexpr StoreTable table_of<SiteRow> = StoreTable::site;
template <>
inline constexpr auto fields_of<SiteRow> = std::tuple{
    field("reference", &SiteRow::reference, "What the world calls it."),
    field("version", &SiteRow::version, "Raised by one by each change."),
    field("customer", &SiteRow::customer, "Whose users are there."),
    field("name", &SiteRow::name, "Shown to people."),
    field("name_sort", &SiteRow::name_sort, "Its name folded: by which lists are ordered."),
    field("designation", &SiteRow::designation,
          "What tickets and agreements call it: its first name, for ever."),
    field("zone", &SiteRow::zone, "IANA name of its time zone."),
    field("holidays", &SiteRow::holidays, "Named sets, with a blank between."),
    field("is_closed", &SiteRow::is_closed, "Nobody is there any more."),
};

inline constexpr BelongingColumns columns_of_site{.customer = "t.customer",
                                                  .site = "t.designation"};

/// Where a site stands for a scope.
inline Belonging belonging_of(const SiteRow& row) {
  return {.customer = row.customer, .part = {}, .team = {}, .site = row.designation};
}

/// The named sets of its holidays.
std::vector<std::string> words_in(const SiteRow& row);

/// Whether tickets of that customer call a site so.
bool has_site(Connection& rows, Key<PartyRow> customer, std::string_view designation);

/// A site with what agreements call its customer.
struct SiteOfCustomer {
  std::string customer;  // designation
  SiteRow row;
};
/// All of them, by customer and designation: what terms are made of.
std::vector<SiteOfCustomer> all_sites(Connection& rows);

}  // namespace vigie
