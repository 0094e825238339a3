// Saved views.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "store/journal/rows.h"
#include "store/kept_row.h"
#include "store/people/person.h"

namespace vigie {

struct SavedViewRow {
  std::string reference;
  std::int64_t version = 1;
  Key<AccountRow> account{};
  std::string name;
  std::string name_sort;
  std::string screen;
  std::string query;
  bool is_shared = false;
};

template <>
inline constexpr StoreTable table_of<SavedViewRow> = StoreTable::saved_view;
template <>
inline constexpr auto fields_of<SavedViewRow> = std::tuple{
    field("reference", &SavedViewRow::reference, "What the world calls it."),
    field("version", &SavedViewRow::version, "Raised by one by each change."),
    field("account", &SavedViewRow::account, "Who saved it."),
    field("name", &SavedViewRow::name, "Shown to people."),
    field("name_sort", &SavedViewRow::name_sort, "Its name folded: by which lists are ordered."),
    field("screen", &SavedViewRow::screen, "Of which screen."),
    field("query", &SavedViewRow::query, "The parameters of the screen."),
    field("is_shared", &SavedViewRow::is_shared, "Whether people of the same company see it."),
};

/// A view with whose it is.
struct KeptView {
  Key<SavedViewRow> key{};
  SavedViewRow row;
  std::optional<std::string> owner;  // name; none once erased
};

/// Who looks: an account, and the parties of its company.
struct ViewReader {
  Key<AccountRow> account{};
  std::vector<Key<PartyRow>> company;
};

/// None when there is none that the reader sees: their own, and those shared in their company.
std::optional<KeptView> view_by_reference(Connection& rows, const ViewReader& reader,
                                          std::string_view reference);

/// In the order of their folded names; `screen`: of that one alone; at most so many.
std::vector<KeptView> views_after(Connection& rows, const ViewReader& reader,
                                  const std::optional<std::string>& screen, const NamePlace& after,
                                  std::int64_t most);

std::int64_t count_views(Connection& rows, Key<AccountRow> account);

void remove_view(Connection& rows, Key<SavedViewRow> key);

}  // namespace vigie
