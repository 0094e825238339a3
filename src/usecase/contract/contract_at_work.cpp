#include "usecase/contract/contract_at_work.h"

#include "usecase/named_page.h"
#include "usecase/told_change.h"

namespace vigie {

Outcome<ContractAtWork> contract_at_work(Desk& desk, const Addressed& at) {
  auto kept = kept_by_reference<ContractRow>(desk.rows(), at.reference);
  if (!kept || !desk.scope().covers(belonging_of(kept->row))) {
    return refused(Refusal::not_found);
  }
  if (auto refusal = version_refusal(at, kept->row.version)) return *std::move(refusal);
  ContractAtWork work{.kept = *std::move(kept), .parts = {}, .before = {}};
  work.parts = parts_of(desk.rows(), work.kept.key);
  work.before = contract_view(desk.rows(), desk.caller(), work.kept, true);
  return work;
}

Act& open_act(Desk& desk, ContractAtWork& work, ActWord word) {
  ++work.kept.row.version;
  ensure(change_kept(desk.rows(), work.kept.key, work.kept.row), "its version was just read");
  return desk.open(word, Thing::contract, work.kept.row.reference);
}

Outcome<ContractView> view_after(Desk& desk, TermsShelf& shelf, const ContractAtWork& work,
                                 Act& act) {
  auto faults = shelf.faults(desk.rows());
  if (!faults.empty()) return Refused{Refusal::document_faulty, {}, std::move(faults)};
  ContractView view = contract_view(desk.rows(), desk.caller(), work.kept, true);
  tell_changes(act, &work.before, view);
  return view;
}

}  // namespace vigie
