#include "usecase/people/person.h"

#include "engine/base/text.h"
#include "store/identity/account.h"
#include "store/people/person.h"
#include "usecase/identity/identity.h"
#include "usecase/named_page.h"
#include "usecase/told_change.h"
#include "usecase/typed_text.h"

namespace vigie {

namespace {

constexpr BelongingColumns columns{.customer = "t.party"};

PersonView view_of(Connection& rows, const KeptRow<PersonRow>& kept) {
  return {.reference = kept.row.reference,
          .version = kept.row.version,
          .party = party_reference(rows, kept.row.party),
          .name = kept.row.name,
          .email = kept.row.email,
          .signs_in = has_account(rows, kept.key),
          .erased_at = kept.row.erased_at};
}

std::optional<Refused> set_name(PersonRow& row, const std::string& text) {
  const auto name = name_from(text);
  if (!name) return refused(Refusal::name_malformed);
  row.name = *name;
  row.name_sort = plain_form(*name);
  return std::nullopt;
}

/// Refused: email_malformed.
std::optional<Refused> set_email(PersonRow& row, const std::string& text) {
  row.email.reset();
  if (text.empty()) return std::nullopt;
  row.email = email_from(text);
  if (!row.email) return refused(Refusal::email_malformed, {{"text", text}});
  return std::nullopt;
}

std::optional<Refused> set_party(Desk& desk, PersonRow& row, const std::string& text) {
  const auto party = party_by_reference(desk.rows(), desk.scope(), text);
  if (!party) return refused(Refusal::party_unknown, {{"reference", text}});
  row.party = party->key;
  return std::nullopt;
}

std::optional<Refused> change(Desk& desk, PersonRow& row, const ChangePerson& asked) {
  if (asked.name) {
    if (auto refusal = set_name(row, *asked.name)) return refusal;
  }
  if (asked.email) {
    const auto before = row.email;
    if (auto refusal = set_email(row, *asked.email)) return refusal;
    if (row.email && row.email != before && has_email(desk.rows(), *row.email)) {
      return refused(Refusal::email_taken);
    }
  }
  if (asked.party) return set_party(desk, row, *asked.party);
  return std::nullopt;
}

}  // namespace

Outcome<PersonView> add_person(Desk& desk, const AddPerson& asked) {
  const auto reference = reference_from(asked.reference);
  if (!reference) return refused(Refusal::reference_malformed, {{"text", asked.reference}});
  KeptRow<PersonRow> made{.row = {.reference = *reference}};
  if (auto refusal = set_name(made.row, asked.name)) return *std::move(refusal);
  if (auto refusal = set_party(desk, made.row, asked.party)) return *std::move(refusal);
  if (auto refusal = set_email(made.row, asked.email.value_or(""))) return *std::move(refusal);
  if (has_person(desk.rows(), *reference)) {
    return refused(Refusal::reference_taken, {{"reference", *reference}});
  }
  if (made.row.email && has_email(desk.rows(), *made.row.email)) {
    return refused(Refusal::email_taken);
  }
  Act& act = desk.open(ActWord::person_added, Thing::person, *reference);
  made.key = add_person_row(desk.rows(), made.row);
  const PersonView view = view_of(desk.rows(), made);
  act.change<PersonView>(nullptr, &view);
  return view;
}

Outcome<PersonView> change_person(Desk& desk, const Addressed& at, const ChangePerson& asked) {
  const auto kept = kept_by_reference<PersonRow>(desk.rows(), at.reference);
  if (!kept || !desk.scope().covers({.customer = kept->row.party})) {
    return refused(Refusal::not_found);
  }
  if (auto refusal = version_refusal(at, kept->row.version)) return *std::move(refusal);
  if (has_account(desk.rows(), kept->key)) return refused(Refusal::person_has_account);
  if (kept->row.erased_at) {
    const CivilDay day{
        std::chrono::floor<std::chrono::days>(*kept->row.erased_at).time_since_epoch()};
    return refused(Refusal::person_already_erased,
                   {{"reference", kept->row.reference}, {"at", text_of_day(day)}});
  }
  KeptRow<PersonRow> after = *kept;
  if (auto refusal = change(desk, after.row, asked)) return *std::move(refusal);
  ++after.row.version;
  const PersonView before = view_of(desk.rows(), *kept);
  Act& act = desk.open(ActWord::person_changed, Thing::person, after.row.reference);
  ensure(change_person_row(desk.rows(), after.key, after.row), "its version was just read");
  const PersonView view = view_of(desk.rows(), after);
  act.change(&before, &view);
  return view;
}

Outcome<PersonView> person(const Look& look, std::string_view reference) {
  const auto kept = kept_by_reference<PersonRow>(look.rows, reference);
  if (!kept || !look.scope().covers({.customer = kept->row.party})) {
    return refused(Refusal::not_found);
  }
  return view_of(look.rows, *kept);
}

Outcome<ListPage<PersonView>> people(const Look& look, const ListAsked& asked) {
  static constexpr NamedList<PersonRow> list{
      .name = "people",
      .sort = [](const PersonRow& row) { return row.name_sort.value_or(""); },
      .sort_column = "name_sort",
      .columns = columns};
  return named_page(look, asked, list,
                    [&](const KeptRow<PersonRow>& kept) { return view_of(look.rows, kept); });
}

}  // namespace vigie
