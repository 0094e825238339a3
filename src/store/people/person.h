// People: those who sign in, and those whom tickets name.
#pragma once

#include <optional>
#include <string>

#include "store/people/party.h"

namespace vigie {

struct PersonRow {
  std::string reference;
  std::int64_t version = 1;
  Key<PartyRow> party{};
  std::optional<std::string> name;
  std::optional<std::string> name_sort;
  std::optional<std::string> email;  // in lower case
  std::optional<Instant> erased_at;
};

template <>
inline constexpr StoreTable table_of<PersonRow> = StoreTable::person;
template <>
inline constexpr auto fields_of<PersonRow> = std::tuple{
    field("reference", &PersonRow::reference, "What the world calls them."),
    field("version", &PersonRow::version, "Raised by one by each change."),
    field("party", &PersonRow::party, "Whom they belong to."),
    field("name", &PersonRow::name, "Shown to people; none once erased."),
    field("name_sort", &PersonRow::name_sort, "Their name folded: by which lists are ordered."),
    field("email", &PersonRow::email, "By which they sign in; none once erased."),
    field("erased_at", &PersonRow::erased_at, "When what says who they are was taken away."),
};

/// Throws `DatabaseError` (`not_unique`) when the reference or the address is taken.
Key<PersonRow> add_person_row(Connection& rows, const PersonRow& row);

/// Writes all fields where the version is the one before `row.version`; false when it is not.
bool change_person_row(Connection& rows, Key<PersonRow> key, const PersonRow& row);

bool has_person(Connection& rows, std::string_view reference);
bool has_email(Connection& rows, std::string_view email);
/// Whether they sign in, or did.
bool has_account(Connection& rows, Key<PersonRow> person);

}  // namespace vigie
