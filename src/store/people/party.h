// Customers with their subsidiaries, suppliers, the owner company.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "store/database/connection.h"
#include "store/database/table_of.h"
#include "store/scope.h"

namespace vigie {

struct PartyRow {
  std::string reference;
  std::int64_t version = 1;  // raised by one by each change
  PartyKind kind{};
  std::optional<Key<PartyRow>> parent;
  std::string name;
  std::string name_sort;
  std::string designation;
};

template <>
inline constexpr StoreTable table_of<PartyRow> = StoreTable::party;
template <>
inline constexpr auto fields_of<PartyRow> = std::tuple{
    field("reference", &PartyRow::reference, "What the world calls it."),
    field("version", &PartyRow::version, "Raised by one by each change."),
    field("kind", &PartyRow::kind, "What it is to the owner company."),
    field("parent", &PartyRow::parent, "The company that it is a part of."),
    field("name", &PartyRow::name, "Shown to people."),
    field("name_sort", &PartyRow::name_sort, "Its name folded: by which lists are ordered."),
    field("designation", &PartyRow::designation,
          "What agreements and tickets call it: its first name, for ever."),
};

struct KeptParty {
  Key<PartyRow> key{};
  PartyRow row;
};

/// None when there is no such party, or the scope does not cover it. The owner company and
/// suppliers are seen by those who see everything.
std::optional<KeptParty> party_by_reference(Connection& rows, const Scope& scope,
                                            std::string_view reference);

/// Where a list goes on: after this name and this key.
struct PartyPlace {
  std::string name_sort;
  std::int64_t key = 0;
};

/// What agreements and tickets call `designation`; none when there is no such party.
std::optional<KeptParty> party_by_designation(Connection& rows, std::string_view designation);

/// One that is there: whose key was just read.
KeptParty party_of_key(Connection& rows, Key<PartyRow> key);

/// The reference of a party; the caller's promise that it may be said.
std::string party_reference(Connection& rows, Key<PartyRow> key);

struct ListedParty {
  Key<PartyRow> key{};
  std::optional<std::string> parent;  // reference
  PartyRow row;
};

/// In the order of their folded names; at most so many.
std::vector<ListedParty> parties_after(Connection& rows, const Scope& scope,
                                       const PartyPlace& after, std::int64_t most);

/// Those that are `whole` or a part of it, however deep, sorted. Linear in their number.
std::vector<Key<PartyRow>> parties_within(Connection& rows, Key<PartyRow> whole);

/// Throws `DatabaseError` (`not_unique`) when the reference is taken.
Key<PartyRow> add_party_row(Connection& rows, const PartyRow& row);

/// Writes all fields where the version is the one before `row.version`; false when it is not.
bool change_party_row(Connection& rows, Key<PartyRow> key, const PartyRow& row);

}  // namespace vigie
