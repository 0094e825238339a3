// Pages of things in the order of their folded names.
#pragma once

#include <string>
#include <string_view>

#include "store/kept_row.h"
#include "usecase/desk.h"
#include "usecase/list_page.h"

namespace vigie {

/// Words that a search may have; more are refused.
inline constexpr std::size_t most_words = 8;

template <class Described>
struct NamedList {
  std::string_view name;                  // of the list, for its cursors
  std::string (*sort)(const Described&);  // what `sort_column` holds
  std::string_view sort_column;
  BelongingColumns columns;
  bool is_shared = false;  // the same for all who are signed in
};

/// What a search asks for, and where its page begins. Refused, in this order: parameter_malformed
/// (too many words), cursor_unknown.
Outcome<NamedPage> named_page_asked(const ListAsked& asked, const std::string& filter);

/// The cursor of a list that is searched so.
std::string filter_of(std::string_view list, const ListAsked& asked);

/// One page; `view_of(const KeptRow<Described>&)` gives what is shown of each.
template <class Described, class Make>
auto named_page(const Look& look, const ListAsked& asked, const NamedList<Described>& list,
                Make view_of)
    -> Outcome<ListPage<decltype(view_of(std::declval<const KeptRow<Described>&>()))>> {
  const std::string filter = filter_of(list.name, asked);
  const Outcome<NamedPage> page = named_page_asked(asked, filter);
  if (!page) return page.error();
  const auto found =
      kept_after<Described>(look.rows, list.sort_column,
                            list.is_shared ? Scope::whole() : look.scope(), list.columns, *page);
  ListPage<decltype(view_of(std::declval<const KeptRow<Described>&>()))> shown;
  for (std::size_t i = 0; i < found.size(); ++i) {
    if (static_cast<std::int64_t>(i) == asked.most) {
      const KeptRow<Described>& last = found[i - 1];
      shown.next =
          cursor_of(filter, std::vector{list.sort(last.row), std::to_string(last.key.value)});
      break;
    }
    shown.items.push_back(view_of(found[i]));
  }
  return shown;
}

/// Refused: version_changed, when it is not the one that was seen.
std::optional<Refused> version_refusal(const Addressed& at, std::int64_t now);

}  // namespace vigie
