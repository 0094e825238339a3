// Long lists, page by page.
#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <type_traits>
#include <vector>

#include "usecase/refused.h"

namespace vigie {

/// What one thing is addressed by, and the version that the caller has seen; none: an act that may
/// come after any other.
struct Addressed {
  std::string reference;
  std::optional<std::int64_t> version;
};

struct ListAsked {
  std::int64_t most = 50;                  // of the page
  std::optional<std::string> cursor;       // of the page before; none: the first page
  std::optional<std::string> search = {};  // words, of lists that are searched by them
};

template <class View>
struct ListPage {
  std::vector<View> items;
  std::optional<std::string> next;  // cursor of the next page; none: this is the last
};

/// A cursor: opaque to callers, and of one list alone. `filter` names the list and its filters.
std::string cursor_of(std::string_view filter, std::span<const std::string> place);

/// The place that a cursor holds; none when it is not one of this list. `parts`: how many.
std::optional<std::vector<std::string>> place_in(std::string_view cursor, std::string_view filter,
                                                 std::size_t parts);

/// A part of a place that the list wrote as a number: a key, an instant; 0 when it is none.
std::int64_t whole_in(std::string_view part);

/// A page of a list that is known whole and short: what one account has. `all`: in the order of
/// their keys. `view_of`: of one of them. Refused: cursor_unknown.
template <class Kept, class ViewOf>
auto page_of_all(const std::vector<Kept>& all, std::string_view filter, const ListAsked& asked,
                 const ViewOf& view_of)
    -> Outcome<ListPage<std::invoke_result_t<const ViewOf&, const Kept&>>> {
  std::int64_t after = 0;
  if (asked.cursor) {
    const auto place = place_in(*asked.cursor, filter, 1);
    if (!place) return refused(Refusal::cursor_unknown);
    after = whole_in(place->front());
  }
  ListPage<std::invoke_result_t<const ViewOf&, const Kept&>> page;
  std::int64_t last = after;
  for (const Kept& each : all) {
    if (each.key.value <= after) continue;
    if (std::ssize(page.items) == asked.most) {
      page.next = cursor_of(filter, std::vector{std::to_string(last)});
      break;
    }
    page.items.push_back(view_of(each));
    last = each.key.value;
  }
  return page;
}

}  // namespace vigie
