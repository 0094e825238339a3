// Long lists, page by page.
#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>
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

}  // namespace vigie
