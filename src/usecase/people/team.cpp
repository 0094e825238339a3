#include "usecase/people/team.h"

#include <algorithm>

#include "engine/base/text.h"
#include "store/identity/rights_version.h"
#include "store/people/team.h"
#include "usecase/named_page.h"
#include "usecase/told_change.h"
#include "usecase/typed_text.h"

namespace vigie {

namespace {

TeamView view_of(Connection& rows, const Caller& caller, const KeptRow<TeamRow>& kept) {
  TeamView view{.reference = kept.row.reference,
                .version = kept.row.version,
                .party = party_reference(rows, kept.row.party),
                .name = kept.row.name,
                .designation = kept.row.designation,
                .is_closed = kept.row.is_closed,
                .members = {}};
  const Scope& people = caller.rights.scope_of(Permission::read_people);
  if (people.covers(belonging_of(kept.row))) view.members = members_of(rows, kept.key);
  return view;
}

/// Keys of those who are named, who belong to companies that the caller sees; each once.
Outcome<std::vector<Key<PersonRow>>> people_of(Desk& desk,
                                               const std::vector<std::string>& references) {
  std::vector<Key<PersonRow>> keys;
  for (const std::string& text : references) {
    const auto reference = reference_from(text);
    const auto person = reference ? kept_by_reference<PersonRow>(desk.rows(), *reference)
                                  : std::optional<KeptRow<PersonRow>>{};
    if (!person || person->row.erased_at || !desk.scope().meets(person->row.party)) {
      return refused(Refusal::person_unknown, {{"reference", text}});
    }
    if (std::ranges::find(keys, person->key) == keys.end()) keys.push_back(person->key);
  }
  return keys;
}

}  // namespace

Outcome<TeamView> add_team(Desk& desk, const AddTeam& asked) {
  const auto reference = reference_from(asked.reference);
  if (!reference) return refused(Refusal::reference_malformed, {{"text", asked.reference}});
  const auto name = name_from(asked.name);
  if (!name) return refused(Refusal::name_malformed);
  const auto party = party_by_reference(desk.rows(), desk.scope(), asked.party);
  if (!party) return refused(Refusal::party_unknown, {{"reference", asked.party}});
  const auto members = people_of(desk, asked.members.value_or(std::vector<std::string>{}));
  if (!members) return members.error();
  if (kept_by_reference<TeamRow>(desk.rows(), *reference)) {
    return refused(Refusal::reference_taken, {{"reference", *reference}});
  }
  if (has_team(desk.rows(), party->key, *name)) {
    return refused(Refusal::name_taken, {{"name", *name}});
  }
  KeptRow<TeamRow> made{.row = {.reference = *reference,
                                .party = party->key,
                                .name = *name,
                                .name_sort = plain_form(*name),
                                .designation = *name}};
  Act& act = desk.open(ActWord::team_added, Thing::team, *reference);
  made.key = add_kept(desk.rows(), made.row);
  raise_rights_version(desk.rows());  // roles may be given for a team before it is added
  set_members(desk.rows(), made.key, *members);
  const TeamView view = view_of(desk.rows(), desk.caller(), made);
  tell_changes<TeamView>(act, nullptr, view);
  return view;
}

Outcome<TeamView> change_team(Desk& desk, const Addressed& at, const ChangeTeam& asked) {
  const auto kept = kept_by_reference<TeamRow>(desk.rows(), at.reference);
  if (!kept || !desk.scope().covers(belonging_of(kept->row))) {
    return refused(Refusal::not_found);
  }
  if (auto refusal = version_refusal(at, kept->row.version)) return *std::move(refusal);
  KeptRow<TeamRow> after = *kept;
  if (asked.name) {
    const auto name = name_from(*asked.name);
    if (!name) return refused(Refusal::name_malformed);
    after.row.name = *name;
    after.row.name_sort = plain_form(*name);
  }
  const auto members = people_of(desk, asked.members.value_or(std::vector<std::string>{}));
  if (!members) return members.error();
  if (asked.is_closed) after.row.is_closed = *asked.is_closed;
  ++after.row.version;
  const TeamView before = view_of(desk.rows(), desk.caller(), *kept);
  Act& act = desk.open(ActWord::team_changed, Thing::team, after.row.reference);
  ensure(change_kept(desk.rows(), after.key, after.row), "its version was just read");
  if (asked.members) set_members(desk.rows(), after.key, *members);
  const TeamView view = view_of(desk.rows(), desk.caller(), after);
  tell_changes(act, &before, view);
  return view;
}

Outcome<TeamView> team(const Look& look, std::string_view reference) {
  const auto kept = kept_by_reference<TeamRow>(look.rows, reference);
  if (!kept || !look.scope().covers(belonging_of(kept->row))) {
    return refused(Refusal::not_found);
  }
  return view_of(look.rows, look.caller, *kept);
}

Outcome<ListPage<TeamView>> teams(const Look& look, const ListAsked& asked) {
  static constexpr NamedList<TeamRow> list{.name = "teams",
                                           .sort = [](const TeamRow& row) { return row.name_sort; },
                                           .sort_column = "name_sort",
                                           .columns = columns_of_team};
  return named_page(look, asked, list, [&](const KeptRow<TeamRow>& kept) {
    return view_of(look.rows, look.caller, kept);
  });
}

}  // namespace vigie
