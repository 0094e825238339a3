// Units of a party that work on tickets.
#pragma once

#include <string>
#include <vector>

#include "store/kept_row.h"
#include "store/people/person.h"

namespace vigie {

struct TeamRow {
  std::string reference;
  std::int64_t version = 1;
  Key<PartyRow> party{};
  std::string name;
  std::string name_sort;
  std::string designation;
  bool is_closed = false;
};

template <>
inline constexpr StoreTable table_of<TeamRow> = StoreTable::team;
template <>
inline constexpr auto fields_of<TeamRow> = std::tuple{
    field("reference", &TeamRow::reference, "What the world calls it."),
    field("version", &TeamRow::version, "Raised by one by each change."),
    field("party", &TeamRow::party, "Of which company."),
    field("name", &TeamRow::name, "Shown to people."),
    field("name_sort", &TeamRow::name_sort, "Its name folded: by which lists are ordered."),
    field("designation", &TeamRow::designation,
          "What tickets and agreements call it: its first name, for ever."),
    field("is_closed", &TeamRow::is_closed, "Nobody works there any more."),
};

/// A team is seen by those who see its company, and by those whose reach is that team.
inline constexpr BelongingColumns columns_of_team{.customer = "t.party", .team = "t.designation"};

inline Belonging belonging_of(const TeamRow& row) {
  return {.customer = row.party, .part = {}, .team = row.designation, .site = {}};
}

/// Whether that company calls a team so.
bool has_team(Connection& rows, Key<PartyRow> party, std::string_view designation);

/// References of those who work there, in their order.
std::vector<std::string> members_of(Connection& rows, Key<TeamRow> team);

/// Those who work there from now on, and nobody else.
void set_members(Connection& rows, Key<TeamRow> team, const std::vector<Key<PersonRow>>& members);

}  // namespace vigie
