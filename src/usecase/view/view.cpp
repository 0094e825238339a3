#include "usecase/view/view.h"

#include "engine/base/require.h"
#include "engine/base/text.h"
#include "store/identity/account.h"
#include "store/ticket/ticket.h"
#include "store/view/view.h"
#include "usecase/named_page.h"
#include "usecase/told_change.h"
#include "usecase/typed_text.h"

namespace vigie {

namespace {

/// What is told of a change.
struct ToldView {
  std::string name;
  std::string screen;
  std::string query;
  bool is_shared = false;
};

}  // namespace

template <>
inline constexpr auto fields_of<ToldView> = std::tuple{
    field("name", &ToldView::name, "Shown to people."),
    field("screen", &ToldView::screen, "Of which screen."),
    field("query", &ToldView::query, "The parameters of the screen."),
    field("is_shared", &ToldView::is_shared, "Whether people of the same company see it."),
};

namespace {

ToldView told_of(const SavedViewRow& row) {
  return {.name = row.name, .screen = row.screen, .query = row.query, .is_shared = row.is_shared};
}

SavedView shown(const KeptView& kept, Key<AccountRow> reader) {
  return {.reference = kept.row.reference,
          .version = kept.row.version,
          .name = kept.row.name,
          .screen = kept.row.screen,
          .query = kept.row.query,
          .is_shared = kept.row.is_shared,
          .is_own = kept.row.account == reader,
          .owner = kept.owner};
}

/// The company of someone: the highest parent of their party, with all its parts. Refused:
/// unauthenticated.
Outcome<ViewReader> reader_of(Connection& rows, const Caller& caller) {
  const auto account = caller.account ? account_of_key(rows, *caller.account) : std::nullopt;
  if (!account) return refused(Refusal::unauthenticated);
  Key<PartyRow> company = account->person.party;
  while (const auto parent = party_of_key(rows, company).row.parent) company = *parent;
  return ViewReader{.account = account->key, .company = parties_within(rows, company)};
}

/// Refused: not_found.
Outcome<KeptView> seen(Connection& rows, const ViewReader& reader, std::string_view reference) {
  const auto name = reference_from(reference);
  auto kept = name ? view_by_reference(rows, reader, *name) : std::nullopt;
  if (!kept) return refused(Refusal::not_found);
  return *std::move(kept);
}

/// Refused: not_found, view_of_other.
Outcome<KeptView> own(Connection& rows, const ViewReader& reader, std::string_view reference) {
  auto kept = seen(rows, reader, reference);
  if (kept && kept->row.account != reader.account) return refused(Refusal::view_of_other);
  return kept;
}

std::string list_named(const ViewFilter& filter) { return "views\n" + filter.screen.value_or(""); }

}  // namespace

Outcome<ListPage<SavedView>> saved_views(const Look& look, const ListAsked& asked,
                                         const ViewFilter& filter) {
  const auto reader = reader_of(look.rows, look.caller);
  if (!reader) return reader.error();
  const std::string list = list_named(filter);
  NamePlace after;
  if (asked.cursor) {
    const auto place = place_in(*asked.cursor, list, 2);
    if (!place) return refused(Refusal::cursor_unknown);
    after = {.name_sort = (*place)[0], .key = whole_in((*place)[1])};
  }
  const auto found = views_after(look.rows, *reader, filter.screen, after, asked.most + 1);
  ListPage<SavedView> page;
  for (const KeptView& each : found) {
    if (std::ssize(page.items) == asked.most) {
      const KeptView& last = found[page.items.size() - 1];
      page.next = cursor_of(list, std::vector{last.row.name_sort, std::to_string(last.key.value)});
      break;
    }
    page.items.push_back(shown(each, reader->account));
  }
  return page;
}

Outcome<SavedView> saved_view(const Look& look, std::string_view reference) {
  const auto reader = reader_of(look.rows, look.caller);
  if (!reader) return reader.error();
  const auto kept = seen(look.rows, *reader, reference);
  if (!kept) return kept.error();
  return shown(*kept, reader->account);
}

Outcome<SavedView> save_view(Desk& desk, const ViewToSave& asked, std::int64_t most) {
  const auto reader = reader_of(desk.rows(), desk.caller());
  if (!reader) return reader.error();
  const auto name = name_from(asked.name);
  if (!name) return refused(Refusal::name_malformed);
  const auto screen = reference_from(asked.screen);
  if (!screen) return refused(Refusal::reference_malformed, {{"text", asked.screen}});
  if (count_views(desk.rows(), reader->account) >= most) {
    return refused(Refusal::views_full, {{"most", std::to_string(most)}});
  }
  const SavedViewRow row{.reference = "view-" + std::to_string(next_number(desk.rows(), "view")),
                         .account = reader->account,
                         .name = *name,
                         .name_sort = plain_form(*name),
                         .screen = *screen,
                         .query = asked.query,
                         .is_shared = asked.is_shared.value_or(false)};
  Act& act = desk.open(ActWord::view_saved, Thing::view, row.reference);
  add_kept(desk.rows(), row);
  tell_changes<ToldView>(act, nullptr, told_of(row));
  const auto kept = seen(desk.rows(), *reader, row.reference);
  return shown(*kept, reader->account);
}

Outcome<SavedView> change_view(Desk& desk, const Addressed& at, const ViewChange& asked) {
  const auto reader = reader_of(desk.rows(), desk.caller());
  if (!reader) return reader.error();
  const auto found = own(desk.rows(), *reader, at.reference);
  if (!found) return found.error();
  if (auto refusal = version_refusal(at, found->row.version)) return *std::move(refusal);
  const ToldView before = told_of(found->row);
  KeptView kept = *found;
  SavedViewRow& row = kept.row;
  if (asked.name) {
    const auto name = name_from(*asked.name);
    if (!name) return refused(Refusal::name_malformed);
    row.name = *name;
    row.name_sort = plain_form(*name);
  }
  if (asked.query) row.query = *asked.query;
  if (asked.is_shared) row.is_shared = *asked.is_shared;
  ++row.version;
  Act& act = desk.open(ActWord::view_changed, Thing::view, row.reference);
  ensure(change_kept(desk.rows(), kept.key, row), "its version was just read");
  tell_changes(act, &before, told_of(row));
  return shown(kept, reader->account);
}

Outcome<std::string> remove_view(Desk& desk, std::string_view reference) {
  const auto reader = reader_of(desk.rows(), desk.caller());
  if (!reader) return reader.error();
  const auto kept = own(desk.rows(), *reader, reference);
  if (!kept) return kept.error();
  desk.open(ActWord::view_removed, Thing::view, kept->row.reference);
  remove_view(desk.rows(), kept->key);
  return kept->row.reference;
}

}  // namespace vigie
