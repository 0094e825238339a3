#include "usecase/import/import_judging.h"

#include "usecase/ticket/shown.h"

namespace vigie {

LoadedTicket ImportJudge::judge(const TicketOfFile& ticket) {
  judgements_.clear();
  Findings findings;
  judge_ticket({.terms = terms_.terms,
                .history = ticket.history,
                .relations = relations_,
                .as_of = as_of_,
                .with_held = false},
               names_, storage_, judgements_, findings);
  const std::vector<Event>& events = ticket.history.events;
  LoadedTicket loaded{.key = ticket.known ? ticket.known->key : Key<TicketRow>{},
                      .row = {.reference = ticket.reference,
                              .version = events.back().sequence,
                              .customer = ticket.customer,
                              .opened_at = events.front().at,
                              .ended_at = {},
                              .title = ticket.foreign_key},
                      .foreign_key = ticket.foreign_key,
                      .clocks = {}};
  const Timeline& timeline = storage_.timeline;
  show_timeline(timeline, names_, loaded.row);
  loaded.row.part_of =
      file_.name_of_other(timeline.merged_into ? timeline.merged_into : timeline.parent);
  for (const Judgement& judgement : judgements_) {
    loaded.clocks.push_back(clock_row(judgement, terms_));
  }
  loaded.row.due_at = first_due(loaded.clocks);
  return loaded;
}

}  // namespace vigie
