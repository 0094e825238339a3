#include "usecase/people/person_erasure.h"

#include "store/identity/rights_version.h"
#include "store/people/person_erasure.h"
#include "usecase/ticket/ticket_view.h"
#include "usecase/typed_text.h"

namespace vigie {

namespace {

std::optional<Refused> refusal_of(Connection& rows, const KeptPerson& kept, const Addressed& at,
                                  std::optional<Key<AccountRow>> account) {
  if (at.version && kept.row.version != *at.version) {
    return Refused{
        Refusal::version_changed,
        {{"now", std::to_string(kept.row.version)}, {"asked", std::to_string(*at.version)}},
        {}};
  }
  if (kept.row.erased_at) {
    return Refused{Refusal::person_already_erased,
                   {{"reference", kept.row.reference}, {"at", text_of(*kept.row.erased_at)}},
                   {}};
  }
  if (account && !account_of_key(rows, *account)->row.closed_at) {
    return Refused{Refusal::account_still_open, {{"reference", kept.row.reference}}, {}};
  }
  return std::nullopt;
}

}  // namespace

Outcome<ErasedPersonView> erase_person(Desk& desk, const Addressed& at, const ErasePerson& asked) {
  const auto reference = reference_from(at.reference);
  const auto kept =
      reference ? person_by_reference(desk.rows(), desk.scope(), *reference) : std::nullopt;
  if (!kept) return refused(Refusal::not_found);
  const auto account = account_of_person(desk.rows(), kept->key);
  if (auto refused = refusal_of(desk.rows(), *kept, at, account)) return *std::move(refused);
  Act& act = desk.open(ActWord::person_erased, Thing::person, kept->row.reference);
  const bool with_notes = asked.notes.value_or(false);
  erase_texts_of(desk.rows(),
                 {.person = *kept, .account = account, .at = act.at(), .with_notes = with_notes});
  act.change("notes", std::nullopt, with_notes ? "erased" : "kept");
  raise_rights_version(desk.rows());
  return ErasedPersonView{
      .reference = kept->row.reference, .version = kept->row.version + 1, .erased_at = act.at()};
}

}  // namespace vigie
