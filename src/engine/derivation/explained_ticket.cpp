#include "engine/derivation/explained_ticket.h"

#include <algorithm>

namespace vigie {

ExplainedTicket::ExplainedTicket(const ExplainedUnder& under, const History& history)
    : under_(under), history_(history) {
  const Relations relations{under_.histories, under_.as_of, under_.known_at};
  Findings findings;
  judge_ticket({.terms = under_.terms,
                .history = history_,
                .relations = relations,
                .as_of = under_.as_of,
                .known_at = under_.known_at,
                .with_segments = true},
               under_.names, storage_, judgements_, findings);
  const std::string_view name = under_.names.text(history_.ticket);
  for (Judgement& judgement : judgements_) {
    take_claims(under_.terms, under_.claims, name, under_.as_of, judgement);
  }
  std::stable_sort(
      judgements_.begin(), judgements_.end(), [this](const Judgement& a, const Judgement& b) {
        return under_.terms.agreement(a.agreement).kind < under_.terms.agreement(b.agreement).kind;
      });
}

const std::string& ExplainedTicket::target_of(const Judgement& judgement) const {
  return under_.terms.commitment({judgement.agreement, judgement.commitment}).id;
}

Derivation ExplainedTicket::derivation_of(const Judgement& judgement) const {
  const CommitmentRef ref{judgement.agreement, judgement.commitment};
  const auto choice = std::ranges::find(storage_.choices, ref, &Choice::chosen);
  const auto cycles = std::ranges::count_if(judgements_, [&](const Judgement& other) {
    return other.agreement == ref.agreement && other.commitment == ref.commitment;
  });
  return derive({.terms = under_.terms,
                 .history = history_,
                 .judgement = judgement,
                 .names = under_.names,
                 .as_of = under_.as_of,
                 .known_at = under_.known_at,
                 .zones = under_.terms.zones_version(),
                 .cycles = cycles,
                 .set_aside = choice == storage_.choices.end() ? std::vector<CommitmentRef>{}
                                                               : choice->set_aside,
                 .names_chain = under_.names_chain});
}

}  // namespace vigie
