#include "usecase/agreement/version_at_work.h"

namespace vigie {

Outcome<VersionAtWork> version_at_work(Desk& desk, const Addressed& at, std::int64_t number) {
  auto kept = agreement_by_reference(desk.rows(), desk.scope(), at.reference);
  if (!kept) return refused(Refusal::not_found);
  if (at.version && *at.version != kept->row.version) {
    return Refused{
        Refusal::version_changed,
        {{"now", std::to_string(kept->row.version)}, {"asked", std::to_string(*at.version)}},
        {}};
  }
  auto standing = standing_version(desk.rows(), kept->key, number);
  if (!standing) {
    return Refused{Refusal::agreement_version_unknown, {{"number", std::to_string(number)}}, {}};
  }
  return VersionAtWork{.kept = *std::move(kept), .standing = *std::move(standing)};
}

Act& open_act(Desk& desk, VersionAtWork& work, ActWord word) {
  ++work.kept.row.version;
  ensure(change_agreement_row(desk.rows(), work.kept.key, work.kept.row),
         "its version was just read");
  return desk.open(word, Thing::agreement, work.kept.row.reference);
}

VersionView view_after(Desk& desk, TermsShelf& shelf, const VersionAtWork& work, Instant at) {
  const auto standing = standing_version(desk.rows(), work.kept.key, work.standing.number);
  ensure(standing.has_value(), "no version is ever taken away");
  const SharedTerms terms = shelf.terms(desk.rows());
  return shown_to(desk.caller(), shelf, work.kept.row.customer,
                  version_view(desk.rows(), *terms, work.kept, *standing, at));
}

std::vector<std::pair<std::string, std::string>> number_hole(const VersionAtWork& work) {
  return {{"number", std::to_string(work.standing.number)}};
}

}  // namespace vigie
