#include "usecase/people/party.h"

#include <algorithm>

#include "engine/base/text.h"
#include "store/identity/rights_version.h"
#include "store/people/party.h"
#include "store/warning/rule.h"
#include "usecase/typed_text.h"

namespace vigie {

namespace {

PartyView view_of(const PartyRow& row, const std::optional<std::string>& parent) {
  return {.reference = row.reference,
          .version = row.version,
          .kind = row.kind,
          .parent = parent,
          .name = row.name};
}

PartyView view_of(Connection& rows, const PartyRow& row) {
  std::optional<std::string> parent;
  if (row.parent) parent = party_reference(rows, *row.parent);
  return view_of(row, parent);
}

/// Moves it in the tree. Refused, in this order: not_permitted, parent_unknown, parent_within.
std::optional<Refused> move_party(Desk& desk, Key<PartyRow> key, PartyRow& row,
                                  const std::string& parent) {
  if (row.parent && !desk.scope().covers({.customer = *row.parent})) {
    return refused(Refusal::not_permitted);
  }
  row.parent.reset();
  if (parent.empty()) return std::nullopt;
  const auto whole = party_by_reference(desk.rows(), desk.scope(), parent);
  if (!whole) return refused(Refusal::parent_unknown, {{"reference", parent}});
  const auto parts = parties_within(desk.rows(), key);
  if (std::ranges::binary_search(parts, whole->key)) {
    return refused(Refusal::parent_within, {{"reference", whole->row.reference}});
  }
  row.parent = whole->key;
  return std::nullopt;
}

}  // namespace

Outcome<PartyView> add_party(Desk& desk, const AddParty& asked) {
  const auto reference = reference_from(asked.reference);
  if (!reference) return refused(Refusal::reference_malformed, {{"text", asked.reference}});
  const auto name = name_from(asked.name);
  if (!name) return refused(Refusal::name_malformed);
  PartyRow row{.reference = *reference,
               .kind = asked.kind,
               .parent = {},
               .name = *name,
               .name_sort = plain_form(*name),
               .designation = *name};
  if (asked.parent) {
    const auto parent = party_by_reference(desk.rows(), desk.scope(), *asked.parent);
    if (!parent) return refused(Refusal::parent_unknown, {{"reference", *asked.parent}});
    row.parent = parent->key;
  }
  if (party_by_reference(desk.rows(), Scope::whole(), *reference)) {
    return refused(Refusal::reference_taken, {{"reference", *reference}});
  }
  if (party_by_designation(desk.rows(), *name)) {
    return refused(Refusal::designation_taken, {{"name", *name}});
  }
  Act& act = desk.open(ActWord::party_added, Thing::party, *reference);
  add_party_row(desk.rows(), row);
  if (row.parent) {  // who reads the whole reads its parts; a rule about the whole is about them
    raise_rights_version(desk.rows());
    raise_warnings_mark(desk.rows());
  }
  const PartyView view = view_of(desk.rows(), row);
  act.change<PartyView>(nullptr, &view);
  return view;
}

Outcome<PartyView> change_party(Desk& desk, const Addressed& at, const ChangeParty& asked) {
  const auto kept = party_by_reference(desk.rows(), desk.scope(), at.reference);
  if (!kept) return refused(Refusal::not_found);
  if (kept->row.version != at.version) {
    return refused(Refusal::version_changed, {{"now", std::to_string(kept->row.version)},
                                              {"asked", std::to_string(at.version.value_or(0))}});
  }
  PartyRow row = kept->row;
  if (asked.name) {
    const auto name = name_from(*asked.name);
    if (!name) return refused(Refusal::name_malformed);
    row.name = *name;
    row.name_sort = plain_form(*name);
  }
  if (asked.parent) {
    if (auto refusal = move_party(desk, kept->key, row, *asked.parent)) return *std::move(refusal);
  }
  const PartyView before = view_of(desk.rows(), kept->row);
  if (row.name == kept->row.name && row.parent == kept->row.parent) return before;
  ++row.version;
  Act& act = desk.open(ActWord::party_changed, Thing::party, row.reference);
  require(change_party_row(desk.rows(), kept->key, row), "the version was just read");
  if (row.parent != kept->row.parent) {
    raise_rights_version(desk.rows());
    raise_warnings_mark(desk.rows());
  }
  const PartyView after = view_of(desk.rows(), row);
  act.change(&before, &after);
  return after;
}

Outcome<PartyView> party(const Look& look, std::string_view reference) {
  const auto kept = party_by_reference(look.rows, look.scope(), reference);
  if (!kept) return refused(Refusal::not_found);
  return view_of(look.rows, kept->row);
}

Outcome<ListPage<PartyView>> parties(const Look& look, const ListAsked& asked) {
  constexpr std::string_view list = "parties";
  PartyPlace after;
  if (asked.cursor) {
    const auto place = place_in(*asked.cursor, list, 2);
    if (!place) return refused(Refusal::cursor_unknown);
    after.name_sort = (*place)[0];
    after.key = whole_in((*place)[1]);
  }
  const auto found = parties_after(look.rows, look.scope(), after, asked.most + 1);
  ListPage<PartyView> page;
  for (const ListedParty& each : found) {
    if (static_cast<std::int64_t>(page.items.size()) == asked.most) {
      const PartyRow& last = found[page.items.size() - 1].row;
      page.next = cursor_of(
          list,
          std::vector{last.name_sort, std::to_string(found[page.items.size() - 1].key.value)});
      break;
    }
    page.items.push_back(view_of(each.row, each.parent));
  }
  return page;
}

}  // namespace vigie
